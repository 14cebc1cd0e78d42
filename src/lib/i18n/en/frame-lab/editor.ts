/** Words of the frame editor: fields, bits, hex, payload, presets, listings. */
export const editor = {
	title: 'Frame editor',
	meta: (opcode: string, size: string) => `${opcode} frame, ${size}`,
	noBytes: 'no bytes yet',
	tools: {
		presets: 'Presets',
		legal: 'Legal',
		mistake: 'Classic mistakes',
		needsDeflate: 'with deflate',
		undo: 'Undo',
		redo: 'Redo'
	},
	presets: {
		text: 'Text',
		'text-utf8': 'Text beyond ASCII',
		binary: 'Binary',
		empty: 'Empty text',
		ping: 'Ping',
		pong: 'Unsolicited pong',
		close: 'Close 1000',
		'close-with-reason': 'Close with a reason',
		'close-without-code': 'Close without a code',
		fragments: 'Text in two fragments',
		'ping-between-fragments': 'Ping between fragments',
		'character-across-fragments': 'Character across fragments',
		'length-16': '126 bytes: 16-bit length',
		'length-64': '65,536 bytes: 64-bit length',
		'wrong-mask': 'Wrong MASK for the role',
		rsv1: 'RSV1 set',
		rsv2: 'RSV2 set',
		rsv3: 'RSV3 set',
		'reserved-data-opcode': 'Reserved opcode 0x3',
		'reserved-control-opcode': 'Reserved opcode 0xb',
		'length-16-not-minimal': '5 bytes, 16-bit length',
		'length-64-not-minimal': '5 bytes, 64-bit length',
		'length-top-bit': 'Top bit of the length set',
		'length-huge': '2⁶³ − 1 bytes announced',
		'length-too-long': 'Announces more than it carries',
		'length-too-short': 'Announces less than it carries',
		'ping-fragmented': 'Ping with FIN 0',
		'ping-too-long': 'Ping of 126 bytes',
		'continuation-without-start': 'Continuation of nothing',
		'text-inside-message': 'Text inside a message',
		'message-unfinished': 'Message without an end',
		'invalid-utf8': 'Text that is not UTF-8',
		surrogate: 'Surrogate in UTF-8',
		'character-cut-short': 'Text ends inside a character',
		'close-one-byte': 'Close with one byte',
		'close-1005': 'Close 1005',
		'close-999': 'Close 999',
		'close-reason-invalid-utf8': 'Close reason not UTF-8',
		'frame-after-close': 'Text after close',
		'rsv1-on-continuation': 'RSV1 on a continuation',
		'rsv1-on-ping': 'RSV1 on a ping',
		'deflate-invalid': 'Broken deflate data'
	},
	listing: {
		title: 'Copy as',
		format: 'Format of the listing',
		formats: { hex: 'Hex', c: 'C array', javascript: 'JavaScript', python: 'Python' },
		clipped: (shown: string, all: string) => `The first ${shown} of ${all} bytes; all are copied.`,
		copy: 'Copy'
	},
	bits: {
		note: (columns: number) =>
			columns === 32 ? 'press a bit to flip it' : `press a bit to flip it; ${columns} a row`,
		label: (bits: string) => `Bits of the draft, ${bits} in all`,
		move: 'move',
		space: 'Space',
		flip: 'flip',
		addByte: 'Add a zero byte'
	},
	notes: {
		title: 'By the RFC',
		meta: 'this frame, at its place in the run',
		label: 'What this frame breaks',
		due: (code: string, name: string) => `close code due: ${code} ${name}`,
		fine: 'Breaks no rule.',
		fineMore: 'A receiver that follows the RFCs to the letter accepts this frame.',
		ghost: 'No bytes yet.',
		ghostMore: 'Flip any bit: that makes the two bytes of the shortest header.',
		unread: 'No receiver reads this as a frame.',
		unreadMore: {
			swallowed:
				'An earlier frame announces more bytes than it carries, so these bytes are read as part of that frame.',
			'after-end': 'The run ends TCP before this frame, so it is never sent.'
		},
		missing: (count: string) => `${count} missing.`,
		missingMore:
			'A receiver waits for the rest, and reads whatever is sent next as part of this payload.',
		headerMore: 'The header is cut off: a receiver cannot tell yet what this frame is.',
		fill: (count: string) => `Add ${count} of zeros`,
		completeHeader: 'Complete the header with zeros',
		following: (count: string) => `${count} after the frame.`,
		followingMore: 'What lies beyond the announced length is read as the next frame.',
		refused: (count: string) => `Not taken: ${count} would be too many.`,
		refusedMore: (count: string) =>
			`A frame carries at most ${count} here. To send more, let the run repeat a frame.`
	},
	fields: {
		note: 'any value can be written, legal or not',
		lengthForm: 'Form of the length',
		form: (bits: number) => (bits === 7 ? '7 bits' : `${bits} bits`),
		announced: 'Announced length in bytes',
		lies: (announced: string, carried: string) =>
			`lies: announces ${announced}, carries ${carried}`,
		makeHonest: 'Make honest',
		lengthFault: 'A whole number from 0 to 2⁶⁴ − 1',
		newKey: 'New masking key',
		maskWithKey: 'Mask with a new key',
		keyFault: 'Four bytes in hex, such as 37 fa 21 3d',
		closeCodeFault: 'A whole number from 0 to 65535, or nothing',
		noCloseCode: 'none: an empty payload, or a single byte',
		reasonNotText: 'Not plain text: edit the payload as hex, so that nothing is lost.'
	},
	payload: {
		form: 'Form of the payload',
		forms: { text: 'Text', hex: 'Hex', file: 'File', generator: 'Generate' },
		unmaskedSize: (size: string) => `${size}, shown unmasked`,
		textLabel: 'Payload as text',
		hexLabel: 'Payload as hex, unmasked',
		tooLong: (size: string) =>
			`${size} is too long for a text box. Edit a part of it as hex, or replace it with new text.`,
		carriageReturn:
			'This text has carriage returns, which a text box would turn into line feeds. Edit it as hex, so that nothing is lost.',
		notUtf8: (byte: number) =>
			`Not UTF-8 from byte ${byte} on. Edit it as hex, so that nothing is lost.`,
		closePayload:
			'This payload begins with a close code of two bytes, which is not text. Use the boxes for code and reason, or edit all of it as hex.',
		editHex: 'Edit as hex',
		replaceText: 'Replace with new text',
		chooseFile: 'Choose a file',
		fileHint: (limit: string) => `Its bytes become the payload; ${limit} at most.`,
		fileTaken: (name: string, size: string) => `${name}, ${size}, is the payload now.`,
		fileTooBig: (name: string, size: string, limit: string) =>
			`${name} was not taken: it has ${size}, and a payload here has ${limit} at most.`,
		fileLost: (name: string) => `${name} could not be read. Choose it again.`,
		generator: 'Content',
		generators: {
			zeros: 'zeros',
			counting: 'counting bytes 00–ff',
			repeated: 'repeated text',
			random: 'random bytes'
		},
		unit: 'Text',
		length: 'Bytes',
		make: 'Generate payload'
	},
	hex: {
		title: 'Hex',
		note: 'the bytes on the wire; paste hex, a C array, JavaScript or Python',
		label: 'Bytes of the frame in hex',
		placeholder: '81 05 48 65 6c 6c 6f',
		window: (first: string, last: string, total: string) => `bytes ${first}–${last} of ${total}`,
		notHex: (position: string, character: string, read: string) =>
			`Character ${position} (${character}) is not a hex digit. Bytes read up to there: ${read}.`,
		halfByte: (position: string, character: string, read: string) =>
			`Character ${position} (${character}) is half a byte: write two digits. Bytes read up to there: ${read}.`,
		tooLong: (limit: string) => `Not taken: a frame has at most ${limit} bytes here.`
	}
};
