const plural = (n: number, unit: string) => (n === 1 ? `1 ${unit}` : `${n} ${unit}s`);

/** Words of the compression microscope. */
export const compression = {
	title: 'Compression',
	lead: 'permessage-deflate under the microscope. Agree on it with a real server, send messages, and take what went over the wire apart, down to the bits of the deflate stream.',

	parts: { input: 'What is sent', output: 'What happened' },

	offer: {
		title: 'What the client offers',
		note: 'the value of Sec-WebSocket-Extensions in the request',
		header: 'Sec-WebSocket-Extensions',
		yourContext: 'client_no_context_takeover',
		yourContextHint: 'You clear your window after each message.',
		serverContext: 'server_no_context_takeover',
		serverContextHint: 'You ask the server to clear its window after each message.',
		yourWindow: 'client_max_window_bits',
		serverWindow: 'server_max_window_bits',
		absent: 'not offered',
		bare: 'without a value',
		bits: (bits: number, bytes: string) => `${bits}, ${bytes}`,
		faults: {
			'not-deflate': 'No permessage-deflate is offered, so nothing will be compressed.',
			'header-unreadable': 'This is not a legal list of extensions. It is sent as it stands.',
			'header-unsendable': 'A header value cannot hold one of these characters. Remove it to send.',
			'parameter-unknown': (name: string) =>
				`A server must decline an offer that contains ${name}.`,
			'parameter-repeated': (name: string) =>
				`${name} appears twice: a server must decline the offer.`,
			'value-invalid': (name: string) =>
				`The value of ${name} is not legal: a server must decline the offer.`
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
		fragments: 'Fragments per message',
		level: 'Compression level',
		levels: {
			'0': '0, store only',
			'1': '1, fastest',
			'6': '6, default',
			'9': '9, smallest'
		},
		tooMuch: (limit: string) => `All messages together have at most ${limit}. Shorten one.`
	},

	send: 'Negotiate and send',
	sending: 'Sending…',
	edited: 'What is shown went over the wire before your last change. Send again to renew it.',

	agreed: {
		title: 'What was agreed',
		note: 'read from the captured 101',
		waiting: 'Waiting for the 101.',
		offered: 'offered',
		answered: 'answered',
		nothing: 'header absent',
		none: 'No compression was agreed',
		noneWhy:
			'The response does not name permessage-deflate. The messages went out as they are, with RSV1 at 0.',
		refused: (status: number) => `The server refused the handshake with ${status}`,
		refusedWhy:
			'ws answers 400 where it cannot read the header or accepts none of its offers, instead of doing without compression. Change the offer, then send again.',
		lost: 'The connection ended before an answer came. Send again.',
		client: 'your messages',
		server: 'the server’s messages',
		window: (bits: number, bytes: string) => `window 2^${bits} = ${bytes}`,
		keeps: 'kept from message to message',
		forgets: 'cleared after each message',
		bound: 'A server may limit your window only where the offer contains client_max_window_bits.'
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
		waiting: 'not arrived',
		uncompressed: 'RSV1 0',
		sum: 'total',
		saved: (percent: string) => `${percent} of the text`,
		threshold:
			'The server clears its window after each message. ws then leaves messages under 1,024 bytes uncompressed, because they would hardly shrink. Their RSV1 is 0, which is legal for any message.',
		empty:
			'Nothing has been sent yet. Press “Negotiate and send”: a real connection is opened, and its capture is read here.',
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
				'Stored: a length, its complement, then the bytes as they are. Data that would not shrink is sent this way, and an empty stored block marks the end of a message.',
			fixed:
				'Fixed codes: the Huffman codes printed in the RFC, so that none has to be sent. Good for short messages.',
			dynamic:
				'Dynamic codes: the block begins with codes made for its own data, shorter where a symbol is more frequent. Worth it for longer messages.',
			reserved: 'Type 11 is reserved. The stream cannot be read beyond it.'
		},
		bits: (bits: string) => (bits === '1' ? '1 bit' : `${bits} bits`),
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
			`match ${shown}, ${plural(length, 'byte')} from ${plural(distance, 'byte')} back`,
		kinds: { literal: 'literal', match: 'match', stored: 'stored bytes', end: 'end of block' },
		literalMeaning: (hex: string) => `one byte, ${hex}, with a code of its own`,
		matchMeaning: (length: number, distance: number) =>
			`copies ${plural(length, 'byte')} from ${plural(distance, 'byte')} back`,
		fromEarlier: ', from an earlier message: that is context takeover',
		copiesItself: ', more than its distance, so it goes on with what it has just written',
		storedMeaning: (length: number) => `${plural(length, 'byte')}, as in the original`,
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
			`From bit ${bit} of the stream, ${plural(length, 'bit')}. Bytes are filled from their right end, so a code reads from right to left.`,
		earlier: 'from earlier messages',
		page: (from: number, to: number, total: number) => `tokens ${from}–${to} of ${total}`,
		keys: '← → token, ↑ ↓ match, Home and End. Point at a match to see what it copies.'
	},

	faults: {
		where: (bit: number, byte: number, made: number) =>
			`At bit ${bit}, in byte ${byte} of the stream, after ${plural(made, 'byte')} had been inflated.`,
		codes: {
			'block-type-reserved': 'Block type 11 does not exist',
			'stored-length-mismatch': 'LEN and NLEN of a stored block are not complements',
			'too-many-symbols': 'The block announces codes for symbols that do not exist',
			'code-oversubscribed': 'The code lengths ask for more codes than there can be',
			'code-incomplete': 'The code lengths leave codes unused',
			'repeat-without-previous': 'A code length is to be repeated before there is one',
			'repeat-too-long': 'A repeated code length runs past the end of the list',
			'end-of-block-missing': 'The code has no symbol for the end of the block',
			'symbol-invalid': 'No symbol has these bits as its code',
			'distance-too-far': 'A match reaches back before the first byte',
			'distance-beyond-window': 'A match reaches further back than the agreed window',
			'ends-inside': 'The data end inside a block',
			'too-much': 'More comes out than is shown here'
		}
	},

	compare: {
		title: 'The same messages under other agreements',
		note: 'deflated in this page with each setting: payload bytes, without frame headers',
		kept: 'window kept',
		forgotten: 'window cleared',
		inUse: 'agreed',
		each: 'Message by message, with the window you chose',
		reach:
			'A compressor need not reach back over its whole window: zlib stops 262 bytes short of it, so with 9 bits it reaches 250 bytes back.',
		original: 'text',
		row: (bits: number) => `2^${bits}`
	},

	broken: {
		title: 'Break it',
		note: 'one frame with RSV1 at 1 and broken deflate data, on a connection of its own',
		how: 'What is broken',
		ways: {
			'reserved-type': 'Block type 11',
			'plain-text': 'Plain text, not compressed',
			'flipped-bit': 'One bit of good data flipped',
			'cut-short': 'The second half cut off',
			'lost-window': 'A match into a message that was never sent'
		},
		why: {
			'reserved-type': 'The first three bits say: last block, type 11. That type is not defined.',
			'plain-text':
				'RSV1 promises deflate data, but the payload is the text itself. Its first letters are read as a block header.',
			'flipped-bit':
				'The first message, properly compressed, with one bit in the middle flipped. Such data may still inflate, but to something else: deflate has no checksum.',
			'cut-short':
				'The first half of a compressed message. With the tail put back, the stream ends inside a block.',
			'lost-window':
				'The first message compressed as if it had been sent once already: one match into a window that only one side has.'
		},
		send: 'Send this frame',
		payload: 'payload',
		notAgreed: 'Compression was not agreed, so RSV1 at 1 already breaks a rule.',
		stream: 'How far the stream can be read'
	},

	trouble: {
		title: 'That did not work',
		notLoaded:
			'A part of this page has not been loaded yet, and the server does not answer. Try again when it is back.'
	},
	conversation: 'Show the whole conversation in the editor'
};
