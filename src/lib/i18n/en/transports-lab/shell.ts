/** Words of every page of the transports lab. */
export const shell = {
	nav: 'Tools of the transports lab',
	tools: {
		race: 'Race',
		report: 'Standard comparison',
		login: 'QR log-in',
		game: 'Push game',
		chat: 'Chat room',
		scale: 'Scale'
	},
	descriptions: {
		race: 'Short polling, long polling, SSE, WebSocket and Socket.IO deliver the same events side by side; every byte and every delay is measured.',
		lane: 'The requests, responses and frames of one lane, byte for byte.',
		report: 'A fixed plan of runs over five transports, and what they measured.',
		login: 'A log-in by QR code, waited for in four ways: time and requests, measured.',
		game: 'Monsters moved by the server, over the transport you choose.',
		chat: 'A chat room on ws, with the source that runs it.',
		scale: 'Memory and CPU of waiting clients, measured, and what a million would take.'
	},
	transports: {
		'short-polling': 'Short polling',
		'long-polling': 'Long polling',
		'server-sent-events': 'Server-sent events',
		websocket: 'WebSocket',
		'socket-io': 'Socket.IO'
	}
};
