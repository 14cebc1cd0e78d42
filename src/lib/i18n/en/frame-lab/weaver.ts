/** Words of the fragmentation weaver. */
export const weaver = {
	title: 'Fragments',
	lead: 'Cut one message into frames, put control frames between them, send the pieces in any order or not at all. What a strict receiver would say stands beside each piece before you send.',
	message: {
		title: 'Message',
		kind: 'Kind of message',
		text: 'Text',
		binary: 'Binary',
		textLabel: 'Text of the message',
		hexLabel: 'Bytes of the message in hex',
		badHex: (position: string) => `character ${position} is not a hex digit`,
		halfByte: (position: string) =>
			`half a byte at character ${position}: a byte is written with two digits`,
		tooLong: (limit: string) =>
			`the weaver draws every byte, so a message has at most ${limit}; the rest was left out`,
		size: (bytes: string, characters: string) => `${bytes}, characters: ${characters}`,
		bytesOnly: (bytes: string) => bytes
	},
	bar: {
		title: 'Cuts',
		hint: 'Press between two bytes to cut, drag a cut to move it.',
		keys: 'Arrow keys move a cut by one byte, Delete takes it away.',
		label: 'Bytes of the message and the cuts between its fragments',
		add: 'Add a cut',
		remove: 'Remove this cut',
		clear: 'Remove all cuts',
		cut: (number: string) => `Cut ${number}`,
		at: (offset: string, total: string) => `after byte ${offset} of ${total}`,
		inside: (offset: string, total: string, character: string) =>
			`after byte ${offset} of ${total}, inside ${character}`,
		fragment: (number: string, bytes: string) => `fragment ${number}, ${bytes}`,
		fragmentShort: (number: string) => `${number}`,
		empty: 'The message is empty: it is one frame without payload. Write something to cut.',
		split: (character: string, before: string, after: string) =>
			`${character} lies in two fragments: ${before} in one, ${after} in the next. That is legal: a text message has to be UTF-8 as a whole, a single fragment need not be.`
	},
	order: {
		title: 'In sending order',
		hint: 'Drag a frame by its handle, or move it with the arrows.',
		list: 'Frames in sending order',
		control: 'Put a control frame between',
		add: { ping: 'Ping', pong: 'Pong', close: 'Close' },
		addHint: 'Press to put it behind the selected frame, or drag it into the list.',
		restore: 'Restore order and lost frames',
		grip: (name: string) => `Move ${name}`,
		up: (name: string) => `${name} one place earlier`,
		down: (name: string) => `${name} one place later`,
		lose: 'Lose',
		loseNamed: (name: string) => `Lose ${name}: it is not sent`,
		found: 'Restore',
		foundNamed: (name: string) => `Restore ${name}`,
		remove: (name: string) => `Take ${name} out`,
		select: (name: string) => `Select ${name}`,
		fragment: (number: string, count: string) => `fragment ${number} of ${count}`,
		whole: 'the whole message',
		lost: 'lost, not sent',
		unread: 'not read any more',
		partOf: (character: string, bytes: string, all: string) =>
			`${character}: ${bytes} of its ${all} bytes`,
		controlNames: { ping: 'ping', pong: 'pong', close: 'close' },
		more: (bytes: string) => `and ${bytes} more`,
		due: (code: string) => `close code due: ${code}`,
		ignored: 'nothing is due: the receiver does not read it',
		moved: (name: string, place: string) => `${name} is number ${place} now`
	},
	send: {
		title: 'Send it',
		role: 'Who you are',
		client: 'Client, to ws',
		server: 'Server, to this browser',
		send: 'Send',
		cancel: 'Cancel',
		running: 'Sending…',
		editor: 'To the frame editor',
		capture: 'See the captured bytes',
		keys: 'Each sending draws new masking keys; the bytes above are the ones sent last.',
		unmasked: 'A server sends its frames unmasked.',
		noServer: 'The lab server cannot be reached: nothing can be sent now.',
		off: 'This server does not let pages play the server.',
		verdict: 'What came of it',
		changed: 'You have changed the weave since; this is the verdict on what was sent.'
	}
};
