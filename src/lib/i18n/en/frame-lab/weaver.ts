/** Words of the fragmentation weaver. */
export const weaver = {
	title: 'Fragments',
	lead: 'Cut one message into frames, put control frames between them, send the pieces in any order or not at all. Beside each frame stands what a strict receiver would say, before anything is sent.',
	message: {
		title: 'Message',
		kind: 'Kind of message',
		text: 'Text',
		binary: 'Binary',
		textLabel: 'Text of the message',
		hexLabel: 'Bytes of the message in hex',
		badHex: (position: string) =>
			`Character ${position} is not a hex digit. Write two digits 0–9 or a–f for each byte.`,
		halfByte: (position: string) =>
			`The byte at character ${position} has one digit only. Write two for each byte.`,
		tooLong: (limit: string) =>
			`Every byte is drawn here, so a message has at most ${limit}. The rest was left out.`,
		size: (bytes: string, characters: string) =>
			characters === '1' ? `${bytes}, 1 character` : `${bytes}, ${characters} characters`,
		bytesOnly: (bytes: string) => bytes
	},
	bar: {
		title: 'Cuts',
		hint: 'Press between two bytes to cut; drag a cut to move it.',
		keys: 'Arrow keys move a cut by one byte, Delete removes it.',
		label: 'Bytes of the message and the cuts between its fragments',
		add: 'Add a cut',
		remove: 'Remove this cut',
		clear: 'Remove all cuts',
		cut: (number: string) => `Cut ${number}`,
		at: (offset: string, total: string) => `after byte ${offset} of ${total}`,
		inside: (offset: string, total: string, character: string) =>
			`after byte ${offset} of ${total}, inside ${character}`,
		fragment: (number: string, bytes: string) => `fragment ${number}, ${bytes}`,
		empty: 'The message is empty: it is one frame without payload. Write something to cut.',
		split: (character: string, before: string, after: string) =>
			`${character} lies in two fragments: ${before} in one, ${after} in the next. That is legal: a text message has to be UTF-8 as a whole, a single fragment need not be.`
	},
	order: {
		title: 'In sending order',
		hint: 'Drag a frame by its handle, or move it with the arrows.',
		list: 'Frames in sending order',
		control: 'Insert a control frame',
		add: { ping: 'Ping', pong: 'Pong', close: 'Close' },
		addHint: 'Press to insert it after the selected frame, or drag it into the list.',
		restore: 'Restore order and lost frames',
		grip: (name: string) => `Move ${name}`,
		up: (name: string) => `${name} one place earlier`,
		down: (name: string) => `${name} one place later`,
		lose: 'Lose',
		loseNamed: (name: string) => `Lose ${name}: it is not sent`,
		found: 'Restore',
		foundNamed: (name: string) => `Restore ${name}`,
		remove: (name: string) => `Remove ${name}`,
		fragment: (number: string, count: string) => `fragment ${number} of ${count}`,
		whole: 'the whole message',
		lost: 'lost, not sent',
		unread: 'no longer read',
		partOf: (character: string, bytes: string, all: string) =>
			`${character}: ${bytes} of its ${all} bytes`,
		controlNames: { ping: 'ping', pong: 'pong', close: 'close' },
		more: (bytes: string) => `and ${bytes} more`,
		due: (code: string) => `close code due: ${code}`,
		ignored: 'no close code is due: the receiver no longer reads',
		moved: (name: string, place: string) => `${name} is now number ${place}`
	},
	send: {
		title: 'Send',
		role: 'Who you are',
		client: 'Client, to ws',
		server: 'Server, to this browser',
		send: 'Send',
		cancel: 'Cancel',
		running: 'Sending…',
		editor: 'Open in the editor',
		capture: 'See the captured bytes',
		keys: 'Each send draws new masking keys. The list then shows the bytes that were sent.',
		unmasked: 'A server sends its frames unmasked.',
		noServer:
			'The lab server cannot be reached, so nothing can be sent now. The page keeps trying.',
		off: 'This server does not let pages play the server. Send as the client instead.',
		verdict: 'What happened',
		changed: 'You have changed the frames since. This is the verdict on what was sent.'
	}
};
