/** The cases by name, and what each tries, in one sentence. */
export const caseTable = {
	text: { name: 'Text', about: 'One frame, five ASCII characters.' },
	'text-empty': { name: 'Empty text', about: 'A message of no bytes is a message.' },
	'text-utf8': { name: 'Text beyond ASCII', about: 'Characters of three and four bytes in UTF-8.' },
	binary: { name: 'Binary', about: 'Bytes that are not UTF-8; binary data need not be.' },
	'length-16': { name: '126 bytes', about: 'The first length that needs the 16-bit form.' },
	'length-64': { name: '65,536 bytes', about: 'The first length that needs the 64-bit form.' },
	ping: { name: 'Ping', about: 'Asks for a pong with the same payload.' },
	'ping-empty': { name: 'Empty ping', about: 'A ping without a payload.' },
	'pong-unsolicited': {
		name: 'Unsolicited pong',
		about: 'Legal as a sign of life; no answer is due (§5.5.3).'
	},
	'one-write': {
		name: 'Three frames in one write',
		about: 'Frames have no borders in TCP: the reader finds them.'
	},
	bytewise: { name: 'One byte at a time', about: 'Each byte in a write of its own.' },
	'key-zero': { name: 'Masking key of zeros', about: 'Masked, though the payload looks the same.' },
	unmasked: { name: 'Unmasked text', about: 'A client masks every frame.' },
	'unmasked-ping': { name: 'Unmasked ping', about: 'Control frames are masked as well.' },
	'unmasked-close': { name: 'Unmasked close', about: 'A close frame is masked as well.' },
	'unmasked-second': {
		name: 'The second frame unmasked',
		about: 'One good frame first: does the peer go on checking?'
	},
	masked: { name: 'Masked text', about: 'A server masks no frame.' },
	'masked-ping': {
		name: 'Masked ping',
		about: 'Control frames of a server are not masked either.'
	},
	'masked-close': {
		name: 'Masked close',
		about: 'A close frame with a masking key where none may be.'
	},
	rsv1: { name: 'RSV1 set', about: 'No extension gave the bit a meaning.' },
	rsv2: { name: 'RSV2 set', about: 'No extension gave the bit a meaning.' },
	rsv3: { name: 'RSV3 set', about: 'No extension gave the bit a meaning.' },
	'rsv1-ping': {
		name: 'RSV1 set on a ping',
		about: 'Reserved bits are reserved on control frames too.'
	},
	'opcode-3': { name: 'Opcode 3', about: 'Reserved for a data frame of the future.' },
	'opcode-7': { name: 'Opcode 7', about: 'Reserved for a data frame of the future.' },
	'opcode-b': { name: 'Opcode B', about: 'Reserved for a control frame of the future.' },
	'opcode-f': { name: 'Opcode F', about: 'Reserved for a control frame of the future.' },
	http: {
		name: 'HTTP where a frame is due',
		about: '“GET” read as a header: FIN 0, RSV1 1, opcode 7.'
	},
	'length-16-for-5': {
		name: '5 bytes in the 16-bit form',
		about: 'The shortest form is required.'
	},
	'length-64-for-5': {
		name: '5 bytes in the 64-bit form',
		about: 'The shortest form is required.'
	},
	'length-64-for-300': { name: '300 bytes in the 64-bit form', about: '16 bits would do.' },
	'length-top-bit': {
		name: 'Length of 2^63',
		about: 'The top bit of a 64-bit length has to be 0.'
	},
	'length-2-53': {
		name: 'Length of 2^53',
		about: 'Legal, and more than a JavaScript number can hold exactly.'
	},
	'length-short': {
		name: 'Length too short',
		about: 'Announces 3 of 5 bytes: the rest is read as the next frame.'
	},
	'length-long': {
		name: 'Length too long',
		about: 'Announces 9 bytes, sends 5: the reader waits.'
	},
	'ping-125': { name: 'Ping of 125 bytes', about: 'The longest control frame there may be.' },
	'ping-126': { name: 'Ping of 126 bytes', about: 'One byte more than a control frame may carry.' },
	'pong-126': { name: 'Pong of 126 bytes', about: 'One byte more than a control frame may carry.' },
	'close-126': { name: 'Close of 126 bytes', about: 'Code 1000 and a reason of 124 bytes.' },
	'ping-fragmented': { name: 'Ping with FIN 0', about: 'Control frames must not be fragmented.' },
	'close-fragmented': {
		name: 'Close with FIN 0',
		about: 'Control frames must not be fragmented.'
	},
	'ping-not-minimal': {
		name: 'Ping in the 16-bit form',
		about: '5 bytes, written in a form that no control frame needs.'
	},
	fragments: { name: 'Two fragments', about: 'A message in two frames.' },
	'fragments-empty': {
		name: 'Empty fragments',
		about: 'Three frames without a byte: an empty message.'
	},
	'fragments-ping': {
		name: 'Ping between fragments',
		about: 'Control frames may come in between (§5.4).'
	},
	'fragments-in-character': {
		name: 'Cut inside a character',
		about: '你好, cut in the middle of 你.'
	},
	'continuation-first': {
		name: 'Continuation of nothing',
		about: 'Opcode 0 without a message to continue.'
	},
	'continuation-after-end': {
		name: 'Continuation after the end',
		about: 'The message was finished by the frame before.'
	},
	'data-among-fragments': {
		name: 'Text among fragments',
		about: 'A second message begins before the first is finished.'
	},
	'message-unfinished': {
		name: 'First fragment only',
		about: 'Legal so far; the rest never comes.'
	},
	'utf8-never': { name: 'Bytes ff fe', about: 'These two never occur in UTF-8.' },
	'utf8-surrogate': {
		name: 'Surrogate in UTF-8',
		about: 'ed a0 80 would be U+D800, which is no character.'
	},
	'utf8-overlong': { name: 'Overlong form', about: 'c0 af is “/” written in two bytes.' },
	'utf8-too-high': {
		name: 'Beyond U+10FFFF',
		about: 'f4 90 80 80 is one past the last code point.'
	},
	'utf8-cut-short': { name: 'Character cut short', about: 'The message ends inside a character.' },
	'utf8-in-fragment': {
		name: 'Invalid byte, unfinished message',
		about: 'Can be seen at once; the message is never finished.'
	},
	'utf8-in-last-fragment': {
		name: 'Invalid byte, last fragment',
		about: 'Two fragments, the second with ff.'
	},
	'close-1000': { name: 'Close 1000', about: 'Normal closure with a reason.' },
	'close-empty': {
		name: 'Close without a code',
		about: 'An empty payload is legal; a program is told 1005.'
	},
	'close-1011': { name: 'Close 1011', about: 'Internal error; legal from either side.' },
	'close-1012': {
		name: 'Close 1012',
		about: 'Service restart: registered with IANA after the RFC.'
	},
	'close-3000': { name: 'Close 3000', about: 'The range of libraries and frameworks.' },
	'close-4999': { name: 'Close 4999', about: 'The last code of the private range.' },
	'close-one-byte': { name: 'Close with one byte', about: 'Half a close code.' },
	'close-999': { name: 'Close 999', about: 'Below every range.' },
	'close-1004': { name: 'Close 1004', about: 'Reserved, without a meaning yet.' },
	'close-1005': { name: 'Close 1005', about: 'Stands for “no code”; never on the wire.' },
	'close-1006': { name: 'Close 1006', about: 'Stands for “no close frame”; never on the wire.' },
	'close-1015': { name: 'Close 1015', about: 'Stands for “TLS failed”; never on the wire.' },
	'close-1016': { name: 'Close 1016', about: 'In the range of the protocol, not assigned.' },
	'close-2999': { name: 'Close 2999', about: 'In the range of the protocol, not assigned.' },
	'close-5000': { name: 'Close 5000', about: 'Above every range.' },
	'close-bad-reason': { name: 'Reason not UTF-8', about: 'Code 1000 and the byte ff.' },
	'data-after-close': {
		name: 'Text after close',
		about: 'What follows a close frame is discarded (§1.4).'
	},
	'announced-1-gib': { name: '1 GiB announced', about: 'A header, and not one byte of it.' },
	'fragments-1-gib': {
		name: '1 GiB as a second fragment',
		about: 'A small fragment, then a header for a huge one.'
	},
	'many-fragments': {
		name: '16,402 empty fragments',
		about: 'Not a byte of data, and yet each has its cost.'
	},
	deflate: { name: 'Compressed text', about: 'The RFC’s own example: Hello in 7 bytes.' },
	'deflate-fragments': {
		name: 'Compressed in two fragments',
		about: 'RSV1 on the first fragment only.'
	},
	'deflate-context': {
		name: 'Two messages, one window',
		about: 'The second is a match into the first.'
	},
	'deflate-stored': { name: 'Stored block', about: 'Deflate may carry data as it is.' },
	'deflate-final-block': {
		name: 'Final block',
		about: 'BFINAL 1 and one byte more (RFC 7692 §7.2.3.4).'
	},
	'deflate-two-blocks': { name: 'Two blocks', about: 'A flush inside one message.' },
	'deflate-not-used': { name: 'Not compressed', about: 'RSV1 0: a sender may always do without.' },
	'deflate-bomb': {
		name: '1.6 MB in 2 KB',
		about: 'Zeros that are small on the wire and large once inflated.'
	},
	'deflate-broken': { name: 'RSV1 on plain text', about: '“Hello” is not deflate data.' },
	'deflate-reserved-block': {
		name: 'Reserved block type',
		about: 'BTYPE 11 has no meaning (RFC 1951).'
	},
	'deflate-far-match': {
		name: 'Match before the beginning',
		about: 'Refers to data that never existed.'
	},
	'deflate-cut-short': {
		name: 'Deflate stream cut short',
		about: 'The message ends inside a block.'
	},
	'deflate-bad-utf8': { name: 'Not UTF-8 once inflated', about: 'The bytes ff fe, compressed.' },
	'deflate-rsv1-continuation': {
		name: 'RSV1 on the second fragment too',
		about: 'It belongs on the first only.'
	},
	'deflate-rsv1-late': {
		name: 'RSV1 on the second fragment only',
		about: 'Compression cannot begin in the middle.'
	},
	'deflate-rsv1-ping': { name: 'Compressed ping', about: 'Control frames are never compressed.' },
	'deflate-rsv2': {
		name: 'RSV2 under permessage-deflate',
		about: 'The extension gives a meaning to RSV1 only.'
	},
	fin: { name: 'FIN', about: 'TCP ends without a close frame.' },
	rst: { name: 'RST', about: 'TCP is reset without a close frame.' },
	'text-then-fin': { name: 'Text, then FIN', about: 'A whole message, and no close frame.' },
	'fin-in-frame': { name: 'FIN inside a frame', about: 'Two bytes of the payload are missing.' },
	'rst-in-frame': { name: 'RST inside a frame', about: 'Two bytes of the payload are missing.' },
	'fin-in-message': { name: 'FIN inside a message', about: 'The second fragment never comes.' }
};
