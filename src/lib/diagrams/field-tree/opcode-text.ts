/** The words for an opcode, reserved ones included (RFC 6455 §5.2). */
import type { Text } from '#lib/i18n/text.ts';

export interface NamedMeaning {
	readonly name: string;
	readonly meaning: string;
}

/** @param opcode 0 to 15 */
export function opcodeText(text: Text, opcode: number): NamedMeaning {
	const words: Readonly<Record<string, NamedMeaning>> = text.opcodes;
	const reserved = opcode & 0x8 ? text.opcodes.reservedControl : text.opcodes.reservedData;
	return words[opcode.toString(16)] ?? reserved;
}
