/**
 * Opcodes: what the payload of a frame is (RFC 6455 §5.2, registry in §11.8).
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2
 */

export const CONTINUATION = 0x0;
export const TEXT = 0x1;
export const BINARY = 0x2;
export const CLOSE = 0x8;
export const PING = 0x9;
export const PONG = 0xa;

type OpcodeName = 'continuation' | 'text' | 'binary' | 'close' | 'ping' | 'pong' | 'reserved';

export interface Opcode {
	/** The four bits, 0 to 15. */
	readonly value: number;
	readonly name: OpcodeName;
	/** Bit 3 tells control frames from data frames, for reserved opcodes too (§5.2). */
	readonly kind: 'data' | 'control';
	/** Section of RFC 6455 that defines it. */
	readonly section: string;
}

const DEFINED: Readonly<Record<number, readonly [OpcodeName, string]>> = {
	[CONTINUATION]: ['continuation', '5.4'],
	[TEXT]: ['text', '5.6'],
	[BINARY]: ['binary', '5.6'],
	[CLOSE]: ['close', '5.5.1'],
	[PING]: ['ping', '5.5.2'],
	[PONG]: ['pong', '5.5.3']
};

/** All sixteen values, in order; the reserved ones are there too. */
export const OPCODES: readonly Opcode[] = Array.from({ length: 16 }, (_, value) => {
	const [name, section] = DEFINED[value] ?? ['reserved', '5.2'];
	return { value, name, kind: value & 0x8 ? 'control' : 'data', section };
});

/** Whether an opcode is of a control frame: its most significant bit is 1 (§5.5). */
export function isControlOpcode(opcode: number): boolean {
	return (opcode & 0x8) !== 0;
}

/** Whether no specification has given the opcode a meaning (§5.2: 3–7 and B–F). */
export function isReservedOpcode(opcode: number): boolean {
	return (opcode & 0x7) > 2;
}
