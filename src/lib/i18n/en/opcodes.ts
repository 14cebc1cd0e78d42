/** RFC 6455 §5.2: what each opcode says, by its value in hex. */
export const opcodes = {
	'0': { name: 'continuation', meaning: 'continues the message that an earlier frame began' },
	'1': { name: 'text', meaning: 'a text message begins: its bytes must be UTF-8' },
	'2': { name: 'binary', meaning: 'a binary message begins: any bytes' },
	'8': { name: 'close', meaning: 'begins or answers the closing handshake' },
	'9': { name: 'ping', meaning: 'asks for a pong with the same payload' },
	a: { name: 'pong', meaning: 'answers a ping, or is sent unasked as a sign of life' },
	reservedData: { name: 'reserved', meaning: 'reserved for further non-control frames' },
	reservedControl: { name: 'reserved control', meaning: 'reserved for further control frames' }
};
