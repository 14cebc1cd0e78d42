/** The rules of the response to it. */
export const responseRules = {
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
};
