export const home = {
	title: 'WebSocket, seen on the wire',
	description:
		'Wire101 opens a real WebSocket in your browser and shows every byte of it, down to the bit, in English and Chinese.',
	heading: 'WebSocket, seen on the wire',
	/** What it is, in two short sentences. */
	lead: 'Wire101 opens a real WebSocket from your browser and takes apart every byte that crosses the connection. 101 is the status code that switches protocols.',
	openWorkbench: 'Open the workbench',
	readRfc: 'Read RFC 6455',
	whatYouSee: 'What you can see here',
	captured: {
		title: 'Every byte is captured',
		body: 'The server keeps a copy of what each socket read and wrote, timed in microseconds. Nothing is staged, and a badge says whether you are looking at your own live connection or at a recording.',
		toServer: 'client to server',
		toClient: 'server to client'
	},
	bits: {
		title: 'Down to the bit',
		body: 'Each kind of field has one colour. Choose a field anywhere, and the bits, the bytes and the table mark it together, beside the section of the RFC that defines it.',
		legend: 'Kinds of field',
		fin: 'FIN',
		rsv: 'RSV',
		opcode: 'opcode',
		mask: 'MASK',
		length: 'payload length',
		extended: 'extended length',
		key: 'masking key',
		payload: 'payload'
	},
	states: {
		title: 'Both state machines move',
		body: 'Client and server go from CONNECTING to CLOSED by the rules of the RFC, computed from the bytes alone. Beside them you see what your page’s script was told, and what the server’s code was told.',
		legend: 'States of a connection'
	},
	time: {
		title: 'Time is a slider',
		body: 'Pause, step back one record at a time, play a few milliseconds slowly. Every panel follows the cursor exactly.',
		legend: 'Controls of the player',
		back: 'step back',
		play: 'play',
		next: 'step on'
	}
};
