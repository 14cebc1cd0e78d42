/** Bytes as text that can be pasted elsewhere: hex, or a literal of a programming language. */
import { formatByte, formatHex } from '#lib/protocol/hex.ts';

export const LISTINGS = ['hex', 'c', 'javascript', 'python'] as const;
export type Listing = (typeof LISTINGS)[number];

const PER_LINE = { hex: 16, c: 12, javascript: 12, python: 12 } as const;

/** Several lines, without a line break at the end. */
export function listBytes(bytes: Uint8Array, format: Listing): string {
	const lines: Uint8Array[] = [];
	for (let at = 0; at < bytes.length; at += PER_LINE[format]) {
		lines.push(bytes.subarray(at, at + PER_LINE[format]));
	}
	if (format === 'hex') return lines.map((line) => formatHex(line)).join('\n');
	if (format === 'c') return enclose('const unsigned char frame[] = {', lines.map(numbers), '};');
	if (format === 'python') return lines.length > 0 ? pythonBytes(lines) : "frame = b''";
	return enclose('const frame = new Uint8Array([', lines.map(numbers), ']);');
}

function enclose(opening: string, lines: readonly string[], closing: string): string {
	return lines.length > 0 ? `${opening}\n${lines.join(',\n')}\n${closing}` : opening + closing;
}

function numbers(line: Uint8Array): string {
	return `\t${Array.from(line, (byte) => `0x${formatByte(byte)}`).join(', ')}`;
}

/** Adjacent literals are one in Python. */
function pythonBytes(lines: readonly Uint8Array[]): string {
	const literals = lines.map((line) => `    b'\\x${formatHex(line, '\\x')}'`);
	return `frame = (\n${literals.join('\n')}\n)`;
}
