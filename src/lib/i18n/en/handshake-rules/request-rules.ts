/** The rules of a request that asks for a WebSocket. */
export const requestRules = {
	'method-not-get': {
		short: 'a handshake is made with GET',
		rule: 'The method of a WebSocket handshake is GET, in capitals.'
	},
	'http-version-too-low': {
		short: 'a handshake needs HTTP/1.1',
		rule: 'Upgrade came with HTTP/1.1; a server must ignore it in a request of HTTP/1.0.'
	},
	'target-not-resource': {
		short: 'this target names no WebSocket resource',
		rule: 'The target is the path, or an absolute URI of http or https. The scheme ws appears only in the page’s code, never in the request.'
	},
	'target-has-fragment': {
		short: 'a fragment has no place in a WebSocket URI',
		rule: 'Fragments mean nothing here and must not be used. A # that belongs to the path is written %23.'
	},
	'host-empty': {
		short: 'Host names no host',
		rule: 'The Host of a handshake contains the host, and the port unless it is the default.'
	},
	'upgrade-missing': {
		short: 'there is no Upgrade header',
		rule: 'Without it this is a plain HTTP request. A resource that speaks only WebSocket answers 426.'
	},
	'upgrade-not-websocket': {
		short: 'Upgrade asks for something else',
		rule: 'Upgrade has to include websocket, in any case of letters.'
	},
	'connection-missing': {
		short: 'there is no Connection header',
		rule: 'Upgrade counts only if Connection lists it: that is how a proxy knows that it concerns this hop.'
	},
	'connection-without-upgrade': {
		short: 'Connection does not list Upgrade',
		rule: 'Upgrade counts only if Connection lists it: that is how a proxy knows that it concerns this hop.'
	},
	'key-missing': {
		short: 'there is no Sec-WebSocket-Key',
		rule: 'Without a key a server cannot prove that it understood the request, and must refuse.'
	},
	'key-not-base64': {
		short: 'the key is not base64',
		rule: 'The key is 16 bytes in base64: 22 characters of A–Z, a–z, 0–9, + and /, and then ==.'
	},
	'key-not-16-bytes': {
		short: 'the key does not decode to 16 bytes',
		rule: 'The key is a nonce of exactly 16 random bytes, 24 characters in base64.'
	},
	'key-duplicated': {
		short: 'a second key',
		rule: 'Sec-WebSocket-Key must not appear more than once in a request.'
	},
	'version-missing': {
		short: 'there is no Sec-WebSocket-Version',
		rule: 'A request names the version of the protocol, which is 13.'
	},
	'version-malformed': {
		short: 'this is not a version number',
		rule: 'A version is a number from 0 to 255 without leading zeros.'
	},
	'version-unsupported': {
		short: 'the version of RFC 6455 is 13',
		rule: 'A server that does not speak the version refuses, with 426 for example, and lists its own in Sec-WebSocket-Version.'
	},
	'version-duplicated': {
		short: 'a second version',
		rule: 'Sec-WebSocket-Version must not appear more than once in a request.'
	},
	'origin-malformed': {
		short: 'this is not an origin',
		rule: 'An origin is a scheme, a host and perhaps a port, such as https://example.com, or the word null.'
	},
	'origin-duplicated': {
		short: 'a second Origin',
		rule: 'A request has one Origin at most.'
	},
	'subprotocol-empty': {
		short: 'an empty subprotocol in the list',
		rule: 'Each subprotocol in the list has a name of at least one character.'
	},
	'subprotocol-not-token': {
		short: 'this is not a subprotocol name',
		rule: 'The name of a subprotocol is a token: visible ASCII without spaces and separators.'
	},
	'subprotocol-repeated': {
		short: 'this subprotocol is already in the list',
		rule: 'The subprotocols of a request are all different.'
	},
	'extension-list-empty': {
		short: 'the list names no extension',
		rule: 'Where the header is sent it names at least one extension.'
	},
	'extension-empty-element': {
		short: 'an empty element in the list',
		rule: 'A sender leaves no empty elements. A receiver skips them.'
	},
	'extension-name-not-token': {
		short: 'this is not an extension name',
		rule: 'The name of an extension is a token. A reader must fail the connection over anything else.'
	},
	'extension-parameter-not-token': {
		short: 'this is not a parameter',
		rule: 'A parameter is a token, alone or with = and a value.'
	},
	'extension-value-not-token': {
		short: 'this is not a parameter’s value',
		rule: 'A value is a token, or a quoted string that holds a token.'
	},
	'extension-quote-unclosed': {
		short: 'the closing quote is missing',
		rule: 'A quoted string ends in a quote.'
	},
	'deflate-offer-parameter-unknown': {
		short: 'permessage-deflate has no such parameter',
		rule: 'A server must decline this offer. The handshake itself may go on.'
	},
	'deflate-offer-parameter-repeated': {
		short: 'this parameter appears twice in one offer',
		rule: 'A server must decline this offer. The handshake itself may go on.'
	},
	'deflate-offer-value-invalid': {
		short: 'this value is not allowed',
		rule: 'Window bits are a number from 8 to 15 without leading zeros; the context takeover parameters have no value. A server must decline this offer.'
	}
};
