/**
 * The rules of the opening handshake: what each check asks, and each broken rule, by code:
 * `short` for the pin beside the bytes, `rule` for the panel.
 */
export const handshakeRules = {
	checks: {
		'request-valid': 'The request is valid HTTP.',
		method: 'The method is GET.',
		'http-version': 'The version is HTTP/1.1 or higher.',
		target: 'The target is a path, or an absolute http or https URI.',
		host: 'There is one Host, and it names a host.',
		upgrade: 'Upgrade includes websocket.',
		connection: 'Connection includes Upgrade.',
		key: 'There is one Sec-WebSocket-Key: 16 bytes in base64.',
		version: 'There is one Sec-WebSocket-Version: 13.',
		origin: 'Origin, if there is one, is an origin.',
		subprotocols: 'Sec-WebSocket-Protocol, if there is one, lists tokens, none of them twice.',
		extensions: 'Sec-WebSocket-Extensions, if there is one, follows its grammar.',
		'response-valid': 'The response is valid HTTP.',
		status: 'The status is 101.',
		'response-http-version': 'The version is HTTP/1.1 or higher.',
		'response-upgrade': 'Upgrade is websocket and nothing else.',
		'response-connection': 'Connection includes Upgrade.',
		accept: 'Sec-WebSocket-Accept is what this key demands.',
		'accepted-extensions':
			'The extensions in use were offered, with parameters that fit the offer.',
		'chosen-subprotocol': 'The subprotocol, if there is one, was offered.',
		'supported-versions': 'A refusal over the version names the versions spoken.'
	},
	violations: {
		'empty-line-before-start': {
			short: 'an empty line before the start line',
			rule: 'A client must not send an empty line before its request. Servers should skip one all the same.'
		},
		'bare-lf': {
			short: 'this line ends in LF without CR',
			rule: 'Lines of a head end in CR LF. A reader may take LF alone, and then has to agree with every proxy on the way about where lines end.'
		},
		'bare-cr': {
			short: 'a CR without LF',
			rule: 'CR appears only before LF. A reader has to refuse it elsewhere, or read it as a space.'
		},
		'whitespace-before-headers': {
			short: 'the first header line begins with whitespace',
			rule: 'Between start line and first header no line may begin with whitespace. A reader refuses it or skips the line.'
		},
		'start-line-spacing': {
			short: 'one space is due here, no more and no less',
			rule: 'The parts of the start line are separated by exactly one space each.'
		},
		'method-not-token': {
			short: 'this is not a method',
			rule: 'A method is a token: letters, digits and a few signs, no separators.'
		},
		'target-missing': {
			short: 'the target is missing',
			rule: 'A request line has a target between method and version.'
		},
		'target-has-whitespace': {
			short: 'whitespace inside the target',
			rule: 'A target holds no whitespace; a space in a URL is written %20.'
		},
		'target-invalid-character': {
			short: 'this character cannot stand in a target',
			rule: 'A target is written in visible ASCII. Everything else is percent-encoded.'
		},
		'http-version-malformed': {
			short: 'this is not an HTTP version',
			rule: 'The version is HTTP/, a digit, a point, a digit, in capitals.'
		},
		'status-malformed': {
			short: 'this is not a status code',
			rule: 'A status code is three digits.'
		},
		'reason-space-missing': {
			short: 'a space is due after the status code',
			rule: 'The space after the status code is sent even if no reason follows.'
		},
		'header-without-colon': {
			short: 'this line has no colon',
			rule: 'A header line is a name, a colon and a value.'
		},
		'header-name-empty': {
			short: 'there is no name before the colon',
			rule: 'A header has a name of at least one character.'
		},
		'header-name-not-token': {
			short: 'this is not a header name',
			rule: 'A header name is a token: letters, digits and a few signs, no separators.'
		},
		'space-before-colon': {
			short: 'whitespace between name and colon',
			rule: 'A server must answer 400 to such a request: readers that disagree on the name could be tricked.'
		},
		'obs-fold': {
			short: 'a value folded over several lines',
			rule: 'Folding is obsolete. A reader refuses it, or reads each fold as spaces.'
		},
		'value-control-character': {
			short: 'a control character in a value',
			rule: 'Values hold visible characters, spaces and tabs.'
		},
		'host-missing': {
			short: 'there is no Host header',
			rule: 'A server must answer 400 to an HTTP/1.1 request without Host.'
		},
		'host-duplicated': {
			short: 'a second Host header',
			rule: 'A server must answer 400 to a request with more than one Host.'
		},
		'host-malformed': {
			short: 'this is not a host with an optional port',
			rule: 'A server must answer 400 to an invalid Host.'
		},
		'content-length-malformed': {
			short: 'this is not a length',
			rule: 'Content-Length is a decimal number of bytes. With anything else nobody knows where the body ends.'
		},
		'content-length-differs': {
			short: 'this length contradicts the first one',
			rule: 'Lengths that differ make readers disagree on where the next message begins.'
		},
		'content-length-with-transfer-encoding': {
			short: 'a length beside a transfer coding',
			rule: 'A message has one of the two. Both together are a known way of smuggling requests.'
		},
		'transfer-encoding-not-chunked': {
			short: 'chunked is not the last coding',
			rule: 'Unless chunked comes last, the end of the body cannot be found in a request.'
		},
		'chunk-malformed': {
			short: 'this chunk cannot be read',
			rule: 'A chunk is its size in hexadecimal, its bytes, and a line end after each of them.'
		},
		'head-too-large': {
			short: 'the head is larger than this reader accepts',
			rule: 'Readers limit the size of a head; a server answers 431.'
		},
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
		},
		'status-not-101': {
			short: 'the server does not switch protocols',
			rule: 'With any other status the answer is plain HTTP. The page is told only that the connection failed.'
		},
		'response-http-version-too-low': {
			short: 'HTTP/1.0 has no 101',
			rule: 'The 1xx statuses came with HTTP/1.1.'
		},
		'content-in-101': {
			short: 'a 101 announces a body',
			rule: 'A 1xx response has no content: neither Content-Length nor Transfer-Encoding may stand in it, and a client ignores them. What follows the head of a 101 is WebSocket.'
		},
		'response-upgrade-missing': {
			short: 'there is no Upgrade header',
			rule: 'A client must fail the connection over a 101 response without Upgrade.'
		},
		'response-upgrade-not-websocket': {
			short: 'Upgrade is not websocket alone',
			rule: 'In a response Upgrade is exactly websocket, in any case of letters.'
		},
		'response-connection-missing': {
			short: 'there is no Connection header',
			rule: 'A client must fail the connection over a 101 response without Connection.'
		},
		'response-connection-without-upgrade': {
			short: 'Connection does not list Upgrade',
			rule: 'A client must fail the connection unless Connection lists Upgrade.'
		},
		'accept-missing': {
			short: 'there is no Sec-WebSocket-Accept',
			rule: 'Without it nothing shows that the server read the key. The client must fail the connection.'
		},
		'accept-mismatch': {
			short: 'this is not the answer to the key',
			rule: 'Accept has to equal the base64 of the SHA-1 of key and GUID, character for character. The client must fail the connection.'
		},
		'accept-duplicated': {
			short: 'a second Accept',
			rule: 'Sec-WebSocket-Accept must not appear more than once in a response.'
		},
		'extension-not-offered': {
			short: 'the client did not offer this extension',
			rule: 'A server uses only what was offered. The client must fail the connection.'
		},
		'extensions-header-duplicated': {
			short: 'a second Sec-WebSocket-Extensions',
			rule: 'In a response the header must not appear more than once, unlike in a request.'
		},
		'subprotocol-not-offered': {
			short: 'the client did not offer this subprotocol',
			rule: 'A server picks one of the names in the request, letter for letter. The client must fail the connection.'
		},
		'chosen-subprotocol-not-token': {
			short: 'this is not one subprotocol',
			rule: 'A response names exactly one subprotocol, or leaves the header out.'
		},
		'subprotocol-header-duplicated': {
			short: 'a second Sec-WebSocket-Protocol',
			rule: 'In a response the header must not appear more than once, unlike in a request.'
		},
		'supported-versions-missing': {
			short: 'the refusal does not say which versions are spoken',
			rule: 'A server that refuses over the version lists those it speaks in Sec-WebSocket-Version, so that the client can try again.'
		},
		'deflate-accepted-twice': {
			short: 'permessage-deflate is accepted a second time',
			rule: 'Only one extension can use RSV1, so compression is accepted at most once.'
		},
		'deflate-parameter-unknown': {
			short: 'permessage-deflate has no such parameter',
			rule: 'A client must fail the connection over a parameter that is not defined.'
		},
		'deflate-parameter-repeated': {
			short: 'this parameter appears twice',
			rule: 'A client must fail the connection over a parameter that appears twice.'
		},
		'deflate-value-invalid': {
			short: 'this value is not allowed',
			rule: 'In a response window bits are always a number from 8 to 15 without leading zeros; the context takeover parameters have no value.'
		},
		'deflate-parameter-not-offered': {
			short: 'the client did not offer this parameter',
			rule: 'A server may limit the client’s window only if the offer holds client_max_window_bits.'
		},
		'deflate-parameter-left-out': {
			short: 'the answer leaves out what the offer asked for',
			rule: 'A server that accepts an offer with server_no_context_takeover or server_max_window_bits repeats the parameter.'
		},
		'deflate-window-too-large': {
			short: 'this window is larger than the one offered',
			rule: 'The window of the answer is at most as large as that of the offer.'
		}
	}
};
