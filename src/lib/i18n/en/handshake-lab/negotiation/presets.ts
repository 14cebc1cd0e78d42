/** What a negotiation may begin with: the menu, and one sentence on what each shows. */
export const negotiationPresets = {
	presetGroups: {
		subprotocols: 'Subprotocols',
		deflate: 'permessage-deflate',
		differ: 'Where ws departs from the RFC',
		browser: 'This browser asks ws',
		own: 'This browser asks you'
	},
	presets: {
		'second-choice': {
			name: 'chat, superchat: only superchat is spoken',
			note: 'The server takes the first that it knows.'
		},
		'both-spoken': {
			name: 'chat, superchat: both are spoken',
			note: 'Whose order counts?'
		},
		'none-spoken': {
			name: 'None of those offered is spoken',
			note: '101 all the same, without the header.'
		},
		'other-case': { name: 'Chat is not chat', note: 'Names are compared letter for letter.' },
		'said-twice': { name: 'The same name twice', note: 'The list breaks a rule: 400 is due.' },
		'empty-name': { name: 'An empty element', note: 'chat,, superchat' },
		'usual-offer': {
			name: 'What browsers offer',
			note: 'permessage-deflate; client_max_window_bits'
		},
		'fallback-taken': {
			name: 'The fallback is taken',
			note: 'The first offer does not allow what the server wants.'
		},
		'client-demands': {
			name: 'The client makes demands',
			note: 'On the server’s window, and on what it keeps between messages.'
		},
		'server-shrinks': {
			name: 'The server shrinks everything',
			note: 'Both windows to 1 KiB, nothing kept between messages.'
		},
		'other-extension': {
			name: 'An unknown extension',
			note: 'Declined, and the next one is taken.'
		},
		'compression-off': { name: 'The server does not compress', note: '101 without extensions.' },
		'client-window-unoffered': {
			name: 'A window that the client did not offer to shrink',
			note: 'Does the server decline and go on, or refuse?'
		},
		'smaller-than-bound': {
			name: 'A smaller window than the server’s',
			note: '9 bits demanded, at most 10 wanted.'
		},
		'malformed-first': {
			name: 'A malformed offer, then a good one',
			note: 'Window bits 7 do not exist.'
		},
		'malformed-behind': {
			name: 'A good offer, then a malformed one',
			note: 'Does the server read so far?'
		},
		'leading-zero': { name: 'A leading zero', note: 'server_max_window_bits=010' },
		'page-second-choice': {
			name: 'A page offers chat, superchat',
			note: 'And reads socket.protocol.'
		},
		'page-none-spoken': {
			name: 'A page offers, the server speaks none',
			note: 'Legal by the RFC. What does the browser do?'
		},
		'page-said-twice': {
			name: 'A page names one twice',
			note: 'The constructor throws; nothing is sent.'
		},
		'page-not-token': {
			name: 'A page’s name is not a token',
			note: 'chat room, with a space in it.'
		},
		'own-due': {
			name: 'The answer that is due',
			note: 'superchat, and permessage-deflate without parameters.'
		},
		'own-never-offered': { name: 'A subprotocol not offered', note: 'mqtt' },
		'own-none': { name: 'None, though two were offered', note: 'The header is left out.' },
		'own-two-headers': { name: 'Two Sec-WebSocket-Protocol lines', note: 'chat and superchat' },
		'own-both-in-one': { name: 'Both names in one line', note: 'chat, superchat' },
		'own-extension': { name: 'An extension not offered', note: 'x-wire101' },
		'own-deflate': {
			name: 'Shrink the browser’s window',
			note: 'Allowed, for it offers client_max_window_bits.'
		},
		'own-deflate-unknown': { name: 'A parameter that does not exist', note: 'level=9' },
		'own-deflate-16': { name: 'Window bits 16', note: 'server_max_window_bits=16' },
		'own-deflate-twice': { name: 'Compression accepted twice', note: 'Two header lines.' }
	}
};
