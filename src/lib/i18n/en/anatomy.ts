/** The anatomy of one record: titles, readouts, tables, explanations. */
import { frameBits } from './frame-bits.ts';

export const anatomy = {
	...frameBits,
	title: {
		frame: (opcode: string) => `${opcode} frame`,
		fragment: (opcode: string) => `${opcode} frame, a fragment`,
		request: 'Request',
		response: 'Response',
		body: 'HTTP body',
		stray: 'Stray bytes',
		accepted: 'TCP accepted',
		fin: 'TCP FIN',
		rst: 'TCP RST',
		stopped: 'Recording stopped'
	},
	meta: (parts: {
		readonly index: string;
		readonly direction: string;
		readonly size: string;
		readonly time: string;
	}) =>
		[`record ${parts.index}`, parts.direction, parts.size, parts.time].filter(Boolean).join(', '),
	direction: { client: 'client to server', server: 'server to client' },
	ms: (value: string) => `${value} ms`,
	copyHex: 'Copy hex',
	copied: 'Copied',
	copyFailed: 'The browser denied access to the clipboard',
	hex: {
		title: 'Bytes',
		asCaptured: 'as captured',
		stillMasked: 'as captured, still masked',
		secretsHidden: 'as captured, secrets hidden',
		caption: 'Bytes in hex and text',
		offset: 'offset',
		text: 'text',
		byte: (index: string, value: string, fields: string) =>
			fields ? `byte ${index}, ${value}, ${fields}` : `byte ${index}, ${value}`
	},
	tree: {
		title: 'Fields',
		caption: (index: string) => `Fields of record ${index}`,
		field: 'field',
		bits: 'bits',
		value: 'value',
		meaning: 'meaning',
		section: 'section'
	},
	unmask: {
		title: 'Unmask',
		formula: 'payload[i] XOR key[i mod 4]',
		caption: 'Unmasking, byte by byte',
		row: 'row',
		wire: 'wire',
		wireLong: 'payload[i]',
		key: 'key',
		keyLong: '[i mod 4]',
		bytes: 'bytes',
		utf8: 'UTF-8',
		utf8Long: 'text',
		content: 'code, reason',
		compressed: 'These bytes are still compressed. Inflating comes next.',
		sum: (index: string) => `Byte ${index} in bits`,
		window: (first: string, last: string, total: string) =>
			`payload bytes ${first}–${last} of ${total}`,
		earlier: 'Earlier bytes',
		later: 'Later bytes',
		serverPlain:
			'Nothing to unmask: a server sends its frames as they are. Masking protects proxies from bytes that a web page chooses, and a server’s bytes are not chosen by a page.',
		clientPlain:
			'Nothing to unmask, and that is the fault here: a client masks every frame, so that a page cannot choose the bytes that cross the wire.',
		empty: 'Nothing to unmask: the key is there, and the payload is empty.'
	},
	payload: {
		text: 'Text',
		reason: 'Close reason',
		textNote: (characters: string, bytes: string) => `${characters} code points in ${bytes}`,
		textOfMessage: (frames: string) => `the whole message, from ${frames} frames`,
		textOfFrame: 'of this frame alone; the message is not complete here',
		codePoint: 'code point',
		codePoints: 'Code points and their bytes',
		bytes: 'bytes',
		bits: 'bits',
		bad: (byte: string) => `Byte ${byte} is the first that is not UTF-8.`,
		badByte: 'not UTF-8',
		valid: 'valid UTF-8',
		spilled: 'a character cut by the border of the frame',
		truncated: (shown: string, total: string) =>
			`The first ${shown} of ${total} characters are shown.`,
		window: (first: string, last: string, total: string) => `bytes ${first}–${last} of ${total}`,
		inflated: 'Inflate',
		inflatedNote: 'permessage-deflate undone',
		compressedSize: 'on the wire',
		inflatedSize: 'inflated',
		ratio: (percent: string) => `The wire carried ${percent} of the original size.`,
		inflateBad: 'This message cannot be inflated.',
		inflateWait: 'This message is inflated when its last fragment has arrived.',
		json: 'JSON',
		jsonNote: 'the text parses as JSON',
		jsonCut: (shown: string) => `Only the first ${shown} characters are shown.`
	},
	head: {
		title: 'Headers',
		setBy: 'set by',
		checkedBy: 'checked by',
		unknown: 'The WebSocket handshake does not use this header.',
		occurrence: (n: string) => `occurrence ${n}`,
		secret: 'hidden',
		secretNote: 'Values that could be credentials are hidden. The recording keeps them.',
		show: 'Show secrets',
		hide: 'Hide secrets',
		without: (words: string) => `Without it: ${words}`,
		checks: 'Checks',
		checksNote: (passed: string, total: string) => `${passed} of ${total} hold`,
		checkPassed: 'holds',
		checkFailed: 'fails',
		checkAbsent: 'optional, and not there',
		checkSkipped: 'not reached',
		acceptedRequest: 'A server may answer this request with 101.',
		refusedRequest: 'A server must not switch protocols on this request.',
		acceptedResponse: 'The client has a WebSocket connection from here on.',
		refusedResponse:
			'The client must fail the connection: this response does not open a WebSocket.',
		who: {
			browser: 'browser',
			page: 'the page’s script',
			server: 'server',
			application: 'the site’s own code',
			proxy: 'proxy',
			nobody: 'nobody'
		}
	},
	accept: {
		title: 'Accept, step by step',
		note: 'from this connection’s key',
		noKey: 'The request carries no Sec-WebSocket-Key, so no Accept can be computed.',
		key: 'Key, from the request',
		keyNote: (bytes: string) => `Base64 of ${bytes}; used as text, it is not decoded`,
		keyNotBase64: 'Not the base64 of bytes; used as text all the same',
		guid: 'GUID, fixed by the RFC',
		concatenation: 'Key and GUID, one after the other',
		concatenationNote: (bytes: string) => `${bytes} of ASCII go into SHA-1`,
		digest: 'SHA-1 of that',
		digestNote: '20 bytes, 160 bits',
		base64: 'Base64 of the 20 bytes',
		base64Note: 'the 160 bits cut into groups of six; each group is one character',
		pad: 'pad',
		sent: 'What the server sent',
		equal: 'Equal: the server has read this key.',
		differs: (position: string, expected: string, got: string) =>
			`Different at character ${position}: ${expected} expected, ${got} received.`,
		tooShort: (position: string) => `It ends early: character ${position} is missing.`,
		missing: 'The response carries no Sec-WebSocket-Accept.',
		notDue: 'The response does not switch protocols: no Accept is due.',
		waiting: 'No response has arrived yet.',
		none: 'nothing',
		sha1: {
			title: 'Inside SHA-1',
			note: 'padding, schedule, 80 rounds',
			padding: 'Padding',
			paddingNote: (message: string, blocks: string) =>
				`${message} of message, then the byte 0x80, zeros, and the message’s length in bits in the last 8 bytes: ${blocks} × 64 bytes in all`,
			parts: {
				key: 'key',
				guid: 'GUID',
				marker: '0x80: a one bit, then seven zeros',
				zero: 'zeros',
				length: 'length in bits'
			},
			blockBytes: (n: string) => `The 64 bytes of block ${n}`,
			block: (n: string) => `Block ${n}`,
			schedule: 'Schedule: 80 words',
			scheduleNote:
				'W0 to W15 are the block; each later word is W[t−3] ⊕ W[t−8] ⊕ W[t−14] ⊕ W[t−16], rotated left by one',
			rounds: 'Rounds',
			roundsCaption: (n: string) => `The 80 rounds of block ${n}`,
			round: 'round',
			roundAt: (n: string) => `round ${n}`,
			first: 'First round',
			previous: 'Previous round',
			next: 'Next round',
			last: 'Last round',
			before: 'before',
			after: 'after',
			theSum: 'sum',
			sumCaption: 'The sum of this round',
			summands: {
				rotl: 'a, rotated left by 5',
				f: 'function of b, c and d',
				e: 'as it was',
				K: 'constant of 20 rounds',
				W: 'word of the schedule'
			},
			carries: (n: number) => (n === 0 ? 'it fits in 32 bits' : `${n} × 2³² dropped`),
			roles: { source: 'made from this', use: 'made with it' },
			resultOf: (n: string) => `h0 to h4 after block ${n}`,
			begins: 'began with',
			notLoaded:
				'This part of the page has not been loaded, and the server does not answer. Try again when it is back.',
			formula: 'a′ = rotl5(a) + f(b,c,d) + e + K + W',
			all: 'All 80 rounds in a table'
		}
	},
	violation: {
		title: 'Violation',
		bit: (first: string) => `bit ${first}`,
		bitRange: (first: string, last: string) => `bits ${first}–${last}`,
		byteRange: (first: string, last: string) =>
			first === last ? `byte ${first}` : `bytes ${first}–${last}`,
		code: 'rule',
		closeCode: 'close code due',
		answerDue: 'answer due',
		noCloseCode: 'none: the connection is already closing',
		noCloseCodeHandshake: 'none: there is no WebSocket yet to close',
		show: 'Show these bits',
		showBytes: 'Show these bytes',
		tolerated: 'Tolerable deviation',
		statusDue: (status: string) => `HTTP ${status} is due: there is no WebSocket yet to close`
	},
	explain: {
		accepted: {
			lead: 'The kernel handed this connection to the server.',
			body: 'A server program sees no SYN and no SYN-ACK: the kernel answers them alone and says “accepted” when the three-way handshake is over. That is where this recording begins.',
			next: 'No bytes have crossed yet. The client speaks first: an HTTP request.'
		},
		fin: {
			client: 'The client will send nothing more.',
			server: 'The server will send nothing more.',
			body: 'A FIN ends one direction of the TCP connection; the other stays open until its own FIN. A program learns of it as the end of the stream.',
			next: 'After a clean closing handshake the server sends its FIN first, so that TCP’s TIME_WAIT falls to it (§7.1.1).'
		},
		rst: {
			client: 'The client’s side reset the connection.',
			server: 'The server’s side reset the connection.',
			body: 'A RST ends both directions at once; bytes still under way are lost. A program learns of it as an error such as ECONNRESET.',
			next: 'If no close frame had reached the page’s side before, the page is told close code 1006.'
		},
		body: {
			lead: 'The body of an HTTP message.',
			body: 'These bytes belong to plain HTTP and are no frames. Content-Length or chunked encoding says where the body ends; a response with neither lasts until the connection ends.'
		},
		stray: {
			lead: 'Bytes that belong to nothing.',
			body: 'They are neither an HTTP message nor a frame that could be read, for example what still comes after a refused upgrade. They are kept as they came.'
		},
		stopped: {
			connection: 'This recording reached the limit for one connection.',
			session: 'This recording reached the limit for the whole session.',
			body: 'The connection itself goes on. What crosses from here on is not recorded, so nothing more can be drawn.'
		}
	},
	pendingHead:
		'The head has not ended yet: only what has come is drawn. It ends with an empty line.'
};
