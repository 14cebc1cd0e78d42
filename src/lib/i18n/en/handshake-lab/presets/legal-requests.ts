/** Requests that are legal, and those that our endpoints answer each in its own way. */
export const legalRequests = {
	browser: {
		name: 'A browser’s request',
		note: 'Laid out as Chromium does, with this browser’s name and language and a fresh key.'
	},
	'rfc-example': {
		name: 'The RFC’s example',
		note: 'The request printed in §1.2, with its key, “the sample nonce” in base64; only the path is ours.'
	},
	minimal: {
		name: 'Nothing but the required',
		note: 'Only what §4.1 requires: five headers, no Origin, no User-Agent.'
	},
	'lower-case-names': {
		name: 'Names in lower case',
		note: 'Header names are compared without regard to case: nothing changes.'
	},
	'connection-list': {
		name: 'Connection: keep-alive, Upgrade',
		note: 'As Firefox writes it. The header is a list, and Upgrade is one of its elements.'
	},
	'upgrade-list': {
		name: 'Upgrade with two protocols',
		note: 'h2c, websocket: legal, for websocket is in the list. ws wants it alone.'
	},
	'absolute-http': {
		name: 'Absolute http:// target',
		note: 'Legal: requests to a proxy are written like this, and every server has to take it.'
	},
	subprotocols: {
		name: 'Subprotocols offered',
		note: 'chat, superchat: this endpoint speaks superchat alone, and picks it.'
	},
	'deflate-offer': {
		name: 'Compression offered',
		note: 'permessage-deflate with client_max_window_bits, as browsers offer it.'
	},
	'deflate-fallbacks': {
		name: 'Compression with fallbacks',
		note: 'Several offers, best first: the server takes the first one that suits it.'
	},
	'extension-unknown': {
		name: 'An unknown extension',
		note: 'A server leaves out of its response what it does not know, and goes on without it.'
	},
	'plain-get': {
		name: 'A plain GET',
		note: 'No upgrade at all: our endpoint answers 426 and says in Upgrade what it wants.'
	},
	'unknown-path': {
		name: 'An unknown path',
		note: 'The handshake is right, but nothing is at this target: 404.'
	},
	'unknown-query': {
		name: 'An unknown query',
		note: 'The endpoint is there, but the value after the question mark means nothing to it: 400.'
	},
	'guarded-without-token': {
		name: 'Guarded endpoint, no token',
		note: 'The server wants to know who asks: 401 with WWW-Authenticate.'
	},
	'guarded-foreign-origin': {
		name: 'Guarded endpoint, foreign Origin',
		note: 'A page of another site asks: 403, the defence against cross-site hijacking.'
	},
	guarded: {
		name: 'Guarded endpoint, with both',
		note: 'Token and Origin are right: 101. A page’s script could not send this token.'
	},
	'key-loose-bits': {
		name: 'Key with loose bits',
		note: '§4.1’s own example: the last character sets bits that no byte takes. Legal all the same.'
	}
};
