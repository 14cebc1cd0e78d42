/** The RFC's own words for a rule, as short as they can be and still be exact. */
const QUOTES: Readonly<Record<string, string>> = {
	'rsv-without-extension':
		'MUST be 0 unless an extension is negotiated that defines meanings for non-zero values.',
	'reserved-opcode':
		'If an unknown opcode is received, the receiving endpoint MUST Fail the WebSocket Connection.',
	'client-frame-unmasked':
		'The server MUST close the connection upon receiving a frame that is not masked.',
	'server-frame-masked': 'A client MUST close a connection if it detects a masked frame.',
	'length-not-minimal': 'the minimal number of bytes MUST be used to encode the length',
	'length-top-bit-set': 'the most significant bit MUST be 0',
	'control-frame-fragmented': 'Control frames themselves MUST NOT be fragmented.',
	'control-frame-too-long':
		'All control frames MUST have a payload length of 125 bytes or less and MUST NOT be fragmented.',
	'data-frame-inside-message':
		'The fragments of one message MUST NOT be interleaved between the fragments of another message',
	'close-payload-one-byte':
		'If there is a body, the first two bytes of the body MUST be a 2-byte unsigned integer',
	'frame-after-close':
		'The application MUST NOT send any more data frames after sending a Close frame.'
};

/** Null where no short sentence says it. */
export function rfcQuote(code: string): string | null {
	return QUOTES[code] ?? null;
}
