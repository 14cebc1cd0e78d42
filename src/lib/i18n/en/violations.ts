/**
 * Broken frame rules, by code: `short` for the pin beside the bits, `rule` for the panel.
 * The rules of the opening handshake have their own area.
 */
export const violations = {
	'rsv-without-extension': {
		short: 'a reserved bit is 1 and no extension gave it a meaning',
		rule: 'RSV1 to RSV3 stay 0 unless an extension agreed in the handshake defines what a 1 means. A receiver that cannot know the meaning must fail the connection.'
	},
	'reserved-opcode': {
		short: 'no frame type has this opcode',
		rule: 'Opcodes 3 to 7 and B to F are kept for the future. A receiver that meets one must fail the connection.'
	},
	'client-frame-unmasked': {
		short: 'the client did not mask this frame',
		rule: 'Every frame from client to server is masked, over TLS too. A server that receives an unmasked frame must close the connection.'
	},
	'server-frame-masked': {
		short: 'the server masked this frame',
		rule: 'Frames from server to client are never masked. A client that detects a masked frame must close the connection.'
	},
	'length-not-minimal': {
		short: 'a shorter form would have held this length',
		rule: 'A length is written in the shortest of its three forms: 7 bits up to 125, 16 bits up to 65,535, 64 bits above.'
	},
	'length-top-bit-set': {
		short: 'the top bit of a 64-bit length must be 0',
		rule: 'In the 64-bit form the most significant bit is 0, so lengths end at 2^63 − 1.'
	},
	'control-frame-fragmented': {
		short: 'a control frame cannot be a fragment',
		rule: 'Close, ping and pong travel in one frame each: FIN is always 1.'
	},
	'control-frame-too-long': {
		short: 'a control frame carries at most 125 bytes',
		rule: 'The payload of a close, ping or pong is at most 125 bytes, so its length always fits the 7-bit form.'
	},
	'continuation-without-start': {
		short: 'there is no message to continue',
		rule: 'Opcode 0 continues a message that began with FIN 0. Here none is under way.'
	},
	'data-frame-inside-message': {
		short: 'a new message begins before the last one has ended',
		rule: 'Until the fragment with FIN 1 arrives, only continuation and control frames may follow. Messages are not interleaved.'
	},
	'invalid-utf8': {
		short: 'from here on these bytes are not UTF-8',
		rule: 'Text is UTF-8. A receiver that finds bytes which are not must fail the connection.'
	},
	'close-payload-one-byte': {
		short: 'one byte is too short for a close code',
		rule: 'The payload of a close frame is empty, or begins with a close code of two bytes.'
	},
	'close-code-not-on-wire': {
		short: 'this close code must not stand in a frame',
		rule: '1005, 1006 and 1015 are told to programs only, and 1004 is reserved without a meaning. None of them may be sent.'
	},
	'close-code-unassigned': {
		short: 'nothing is assigned to this close code',
		rule: '0 to 999 are not used. 1000 to 2999 belong to the protocol and its extensions, and a sender uses only those that are defined. Codes end at 4999.'
	},
	'close-reason-invalid-utf8': {
		short: 'from here on the reason is not UTF-8',
		rule: 'The reason after the close code is UTF-8 text.'
	},
	'frame-after-close': {
		short: 'this endpoint had already sent a close frame',
		rule: 'After its close frame an endpoint sends nothing more. Whatever still comes is not read.'
	},
	'message-too-big': {
		short: 'bigger than the reader accepts',
		rule: 'A receiver should limit the size of frames and of whole messages, or a single length field could exhaust its memory.'
	},
	'too-many-fragments': {
		short: 'in more fragments than the reader accepts',
		rule: 'A receiver should limit how many fragments a message may have: empty fragments cost it memory too.'
	},
	'rsv1-on-continuation': {
		short: 'only the first fragment carries RSV1',
		rule: 'RSV1 marks a whole message as compressed, so it is set on the first fragment alone.'
	},
	'rsv1-on-control-frame': {
		short: 'control frames are never compressed',
		rule: 'permessage-deflate works on data messages. A control frame keeps RSV1 at 0.'
	},
	'deflate-data-invalid': {
		short: 'these bytes cannot be inflated',
		rule: 'The payload of a compressed message is DEFLATE data without its last four bytes 00 00 ff ff. This is not.'
	}
};
