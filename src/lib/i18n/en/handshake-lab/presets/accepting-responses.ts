/** Responses that open the WebSocket, and each 101 that should not. */
export const acceptingResponses = {
	due: {
		name: 'The 101 that is due',
		note: 'The shortest right answer. The Accept is put in when the browser’s key is known.'
	},
	'due-lower-case': {
		name: 'Names in lower case',
		note: 'Names and keywords are compared without regard to case: the connection opens.'
	},
	'due-connection-list': {
		name: 'Connection as a list',
		note: 'keep-alive, Upgrade: the keyword may be one of several.'
	},
	'due-subprotocol': {
		name: 'A subprotocol is chosen',
		note: 'One that the page offered; the script finds it in ws.protocol.'
	},
	'due-deflate': {
		name: 'Compression is agreed',
		note: 'permessage-deflate, as the browser offered it.'
	},
	'due-frame': {
		name: 'A frame in the same write',
		note: 'The first message comes with the 101: legal, and fast.'
	},
	'due-cookie': {
		name: 'The 101 sets a cookie',
		note: 'It stays in this browser for a minute, so sending it needs a second click.'
	},
	'due-after-103': {
		name: 'A 103 comes first',
		note: 'An interim response before the real one. HTTP allows it; does this browser?'
	},
	'due-drafts-leftovers': {
		name: 'Leftovers of early drafts',
		note: 'Sec-WebSocket-Origin and -Location, still copied in articles: ignored.'
	},
	'accept-of-example': {
		name: 'The RFC’s Accept',
		note: 'Right for the key of the example, wrong for this one: what comes of copying.'
	},
	'accept-missing': {
		name: 'No Accept',
		note: '101 and everything else, but no proof that the key was read.'
	},
	'accept-twice': {
		name: 'Two Accepts',
		note: 'Both are right, but only one may appear.'
	},
	'accept-of-decoded-key': {
		name: 'Accept of the decoded key',
		note: 'The 16 bytes were hashed in place of the 24 characters: the classic bug, here with the RFC’s key.'
	},
	'accept-in-hex': {
		name: 'Accept in hex',
		note: 'The digest is written in hex instead of base64, here for the RFC’s key.'
	},
	'accept-extra-character': {
		name: 'One character too many',
		note: 'The right Accept with a character after it.'
	},
	'answer-no-upgrade': {
		name: 'No Upgrade',
		note: 'Switching protocols, but to which?'
	},
	'answer-upgrade-h2c': {
		name: 'Upgrade: h2c',
		note: 'The server switches to something nobody asked for.'
	},
	'answer-upgrade-list': {
		name: 'Upgrade with two protocols',
		note: 'Allowed in a request; in the answer the value is websocket and nothing else.'
	},
	'answer-no-connection': {
		name: 'No Connection',
		note: 'Without it Upgrade does not count. Often a proxy took it out.'
	},
	'answer-connection-close': {
		name: 'Connection: close',
		note: 'The opposite of what a WebSocket needs.'
	},
	'subprotocol-not-offered': {
		name: 'Subprotocol not offered',
		note: 'The server may choose only from the list it was given.'
	},
	'subprotocol-other-case': {
		name: 'Subprotocol in another case',
		note: 'Chat is not chat: subprotocols are case-sensitive.'
	},
	'subprotocol-list': {
		name: 'Two subprotocols chosen',
		note: 'The client offers a list; the server answers with one.'
	},
	'extension-not-offered': {
		name: 'Extension not offered',
		note: 'The client does not know how to read what follows, so it has to fail the connection.'
	},
	'deflate-unknown-parameter': {
		name: 'Compression, unknown parameter',
		note: 'A parameter that RFC 7692 does not define.'
	},
	'deflate-window-16': {
		name: 'Compression, window bits 16',
		note: 'Window bits are 8 to 15; 16 does not exist.'
	},
	'deflate-agreed-twice': {
		name: 'Compression agreed twice',
		note: 'An extension can be in use only once.'
	},
	'answer-http-1-0': {
		name: 'HTTP/1.0 101',
		note: '101 came with HTTP/1.1; version 1.0 has no such status.'
	},
	'body-after-101': {
		name: 'A body after the 101',
		note: 'A 101 has no body: the browser reads these letters as a frame.'
	}
};
