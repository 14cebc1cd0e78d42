/** Words of the compression microscope. */
export const compression = {
	title: 'Compression',
	lead: 'permessage-deflate under the microscope. Agree on it with a real server, send messages, and take what went over the wire apart, down to the bits of the deflate stream.',

	parts: { input: 'What is sent', output: 'What came of it' },

	offer: {
		title: 'What the client offers',
		note: 'the value of Sec-WebSocket-Extensions in the request',
		header: 'Sec-WebSocket-Extensions',
		yourContext: 'client_no_context_takeover',
		yourContextHint: 'You forget your window after each message.',
		serverContext: 'server_no_context_takeover',
		serverContextHint: 'You ask the server to forget its window after each message.',
		yourWindow: 'client_max_window_bits',
		serverWindow: 'server_max_window_bits',
		absent: 'not offered',
		bare: 'without a value',
		bits: (bits: number, bytes: string) => `${bits}, ${bytes}`,
		faults: {
			'not-deflate': 'No permessage-deflate is offered, so nothing will be compressed.',
			'header-unreadable': 'This is not a list of extensions. It is sent as it stands.',
			'header-unsendable': 'A header cannot hold this character.',
			'parameter-unknown': (name: string) => `A server must decline an offer with ${name}.`,
			'parameter-repeated': (name: string) => `${name} stands there twice: a server must decline.`,
			'value-invalid': (name: string) => `The value of ${name} is not legal: a server must decline.`
		}
	},

	messages: {
		title: 'Messages',
		note: 'sent one after the other over one connection',
		samples: 'Examples',
		sample: {
			chat: 'Chat lines',
			prices: 'JSON, one price each',
			far: 'The same words, far apart',
			poem: '中文',
			long: 'One long text'
		},
		nth: (n: number) => `Message ${n}`,
		remove: (n: number) => `Remove message ${n}`,
		add: 'Add a message',
		chatLines:
			'Hello! Shall we look at the frames together?\nYes! Let us look at the frames and the masking key.\nThe masking key is new for each frame, is it not?\nIt is. The masking key is new for each frame, and it is random.\nAnd the frames of the server?\nThe frames of the server have no masking key.',
		phrase: 'A match copies bytes that came before, if the window still holds them. ',
		fragments: 'Fragments a message',
		level: 'Effort of your compressor',
		levels: {
			'0': '0, stores only',
			'1': '1, fastest',
			'6': '6, usual',
			'9': '9, most'
		},
		tooMuch: (limit: string) => `All messages together may have ${limit}. Shorten one.`
	},

	send: 'Negotiate and send',
	sending: 'Sending …',
	edited: 'What is shown below went over the wire before your last change. Send again to renew it.',

	agreed: {
		title: 'What was agreed',
		note: 'read from the captured 101',
		waiting: 'Waiting for the 101.',
		offered: 'offered',
		answered: 'answered',
		nothing: 'no such header',
		none: 'No compression was agreed',
		noneWhy:
			'The response does not name permessage-deflate. The messages went out as they are, with RSV1 at 0.',
		refused: (status: number) => `The server refused the handshake with ${status}`,
		refusedWhy:
			'It could accept none of the offers, and ws then answers 400 instead of doing without compression. Change the offer, then send again.',
		lost: 'The connection ended before an answer came',
		client: 'your messages',
		server: 'the server’s messages',
		window: (bits: number, bytes: string) => `window 2^${bits} = ${bytes}`,
		keeps: 'kept from message to message',
		forgets: 'forgotten after each message',
		bound:
			'Only client_max_window_bits in the offer lets a server ask for a smaller window of yours.'
	},

	wire: {
		title: 'What went over the wire',
		note: 'sizes from the capture, frame headers included',
		caption: 'Each message, and the sizes it had',
		message: 'message',
		original: 'text',
		payload: 'deflated',
		yours: 'your frames',
		echo: 'the echo’s frames',
		waiting: 'not come',
		uncompressed: 'RSV1 0',
		sum: 'all',
		saved: (percent: string) => `${percent} of the text`,
		threshold:
			'The server forgets its window, so ws leaves messages under 1,024 bytes uncompressed: they would hardly shrink. Their RSV1 is 0, which is legal for any message.',
		empty:
			'Nothing sent yet. Press “Negotiate and send”: this page has a real connection opened, and reads from its capture.',
		choose: (n: number) => `Look at message ${n}`
	},

	detail: {
		title: (n: number) => `Message ${n}, byte by byte`,
		side: 'Whose message',
		yours: 'yours',
		echo: 'the echo’s',
		original: 'text, as UTF-8',
		deflated: 'what deflate wrote',
		tail: 'the tail 00 00 ff ff, dropped by the sender (RFC 7692 §7.2.1) and put back by the receiver',
		tailShort: 'dropped',
		onWire: 'on the wire',
		fragment: (n: number, of: number) => `fragment ${n} of ${of}`,
		frame: 'the frame',
		header: 'header',
		key: 'masking key',
		rsv1Set: 'RSV1 is 1: this message is compressed',
		rsv1Rest: 'RSV1 is 0: only the first fragment carries it',
		rsv1Plain: 'RSV1 is 0: this message is not compressed',
		masked: 'payload, masked',
		payload: 'payload',
		notCompressed: 'This message was not compressed, so there is no deflate stream to look at.',
		more: (bytes: string) => `… ${bytes} more`
	},

	stream: {
		title: 'The deflate stream',
		note: (bytes: string) => `${bytes}, the tail put back`,
		tooLong: (limit: string) =>
			`The block structure is shown for streams of up to ${limit}. This one is longer.`
	},

	blocks: {
		label: 'Blocks',
		kinds: {
			stored: 'stored',
			fixed: 'fixed codes',
			dynamic: 'dynamic codes',
			reserved: 'type 11'
		},
		says: {
			stored:
				'Stored: the bytes as they are, after their length and its complement. What cannot shrink is sent so, and an empty one marks the end of a message.',
			fixed:
				'Fixed codes: the Huffman codes that the RFC prints, so that none need be sent. Good for short messages.',
			dynamic:
				'Dynamic codes: the block begins with codes made for its own bytes, frequent ones short. Worth it for longer messages.',
			reserved: 'Type 11 is reserved. A reader stops here.'
		},
		bits: (bits: string) => `${bits} bits`,
		fieldNames: {
			BFINAL: 'BFINAL',
			BTYPE: 'BTYPE',
			padding: 'padding',
			LEN: 'LEN',
			NLEN: 'NLEN',
			HLIT: 'HLIT, literal and length codes',
			HDIST: 'HDIST, distance codes',
			HCLEN: 'HCLEN, code length codes',
			'code-length-lengths': 'lengths of the code length code',
			'code-lengths': 'lengths of both codes'
		},
		codes: 'The codes of this block',
		literalCodes: 'Literals and lengths',
		distanceCodes: 'Distances',
		endOfBlock: 'end of block',
		length: (range: string) => `length ${range}`
	},

	tokens: {
		label: 'Tokens of the stream',
		literal: 'literal',
		stored: 'stored',
		end: 'end of block',
		matchLabel: (shown: string, length: number, distance: number) =>
			`match ${shown}, ${length} bytes from ${distance} back`,
		kinds: { literal: 'literal', match: 'match', stored: 'stored bytes', end: 'end of block' },
		literalMeaning: (hex: string) => `one byte, ${hex}, by its own code`,
		matchMeaning: (length: number, distance: number) =>
			`copies ${length} bytes from ${distance} bytes back`,
		fromEarlier: ', out of an earlier message: that is context takeover',
		copiesItself: ', more than its distance, so it goes on with what it has just written',
		storedMeaning: (length: number) => `${length} bytes, copied as they are`,
		endMeaning: 'symbol 256 ends every block that has codes',
		parts: {
			'literal-length-code': 'literal/length code, symbol',
			'length-extra': 'extra bits of the length, value',
			'distance-code': 'distance code, symbol',
			'distance-extra': 'extra bits of the distance, value',
			'stored-bytes': 'bytes'
		},
		bytesLabel: 'The bytes that hold these bits',
		byte: (index: number) => `byte ${index}`,
		order: (bit: number, length: number) =>
			`From bit ${bit} of the stream, ${length} bits. Each byte is filled from its right end, so a code reads from right to left in it.`,
		earlier: 'from earlier messages',
		page: (from: number, to: number, total: number) => `tokens ${from}–${to} of ${total}`,
		keys: '← → token, ↑ ↓ match, Home and End. Point at a match to see what it copies.'
	},

	faults: {
		where: (bit: number, byte: number, made: number) =>
			`At bit ${bit}, in byte ${byte} of the stream; ${made} bytes had come out before.`,
		codes: {
			'block-type-reserved': 'Block type 11 does not exist',
			'stored-length-mismatch': 'LEN and NLEN of a stored block do not fit each other',
			'too-many-symbols': 'The block announces codes for symbols that do not exist',
			'code-oversubscribed': 'The code lengths ask for more codes than there are',
			'code-incomplete': 'The code lengths leave codes unused',
			'repeat-without-previous': 'A code length is to be repeated before there is one',
			'repeat-too-long': 'A repeated code length runs past the end of the list',
			'end-of-block-missing': 'The code has no symbol for the end of the block',
			'symbol-invalid': 'No symbol belongs to these bits',
			'distance-too-far': 'A match reaches back before the first byte',
			'distance-beyond-window': 'A match reaches further back than the agreed window',
			'ends-inside': 'The data end inside a block',
			'too-much': 'More comes out than is shown here'
		}
	},

	compare: {
		title: 'The same messages, otherwise agreed',
		note: 'deflated in this page with each setting: payload bytes, without frame headers',
		kept: 'window kept',
		forgotten: 'window forgotten',
		inUse: 'agreed',
		each: 'Message by message, with the window you chose',
		chart: 'Payload bytes of each message, window kept and forgotten',
		reach:
			'A compressor seldom uses its window whole: zlib reaches back 262 bytes less than it holds, so with 9 bits 250 bytes.',
		original: 'text',
		row: (bits: number) => `2^${bits}`
	},

	broken: {
		title: 'Break it',
		note: 'one frame with RSV1 and data that are no deflate stream, on a connection of its own',
		how: 'What is broken',
		ways: {
			'reserved-type': 'Block type 11',
			'plain-text': 'Plain text, not compressed',
			'flipped-bit': 'One bit of good data flipped',
			'cut-short': 'The last half cut off',
			'lost-window': 'A match into a message that was never sent'
		},
		why: {
			'reserved-type': 'The first three bits say: last block, type 11, which no one has defined.',
			'plain-text':
				'RSV1 promises deflate data, but the payload is the text itself. Its first letters are read as a block header.',
			'flipped-bit':
				'The first message, well compressed, with one bit in its middle turned over. Often it still inflates, to something else: deflate has no checksum.',
			'cut-short':
				'The first half of a compressed message. With the tail put back the stream ends inside a block.',
			'lost-window':
				'The first message compressed as if it had been sent once already: one match into a window that only one side has.'
		},
		send: 'Send this frame',
		payload: 'payload',
		notAgreed: 'Compression was not agreed, so RSV1 alone already breaks a rule.',
		stream: 'How far the stream can be read'
	},

	trouble: {
		title: 'That did not work',
		notLoaded:
			'A part of this page has not been loaded yet, and the server does not answer. Try again when it is back.'
	},
	conversation: 'The whole conversation, on the frame bench'
};
