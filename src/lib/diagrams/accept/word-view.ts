/** Bytes and 32-bit words as text, in hex and in bits. */
import { formatByte } from '#lib/protocol/hex.ts';

export type ByteView = 'text' | 'hex' | 'binary';

export const BYTE_VIEWS = ['text', 'hex', 'binary'] as const satisfies readonly ByteView[];

/** A 32-bit word in eight hex digits. */
export function formatWord(word: number): string {
	return (word >>> 0).toString(16).padStart(8, '0');
}

/** A 32-bit word in 32 digits, the highest bit first. */
export function wordBits(word: number): string {
	return (word >>> 0).toString(2).padStart(32, '0');
}

export function byteBits(byte: number): string {
	return byte.toString(2).padStart(8, '0');
}

/** What is no printable ASCII is a dot. */
export function byteText(byte: number): string {
	if (byte === 0x20) return '␣';
	return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';
}

export function showByte(byte: number, view: ByteView): string {
	if (view === 'text') return byteText(byte);
	return view === 'hex' ? formatByte(byte) : byteBits(byte);
}

/** The four bytes of a word, the highest first. */
export function wordBytes(word: number): readonly [number, number, number, number] {
	return [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255];
}

/** A word of the message; in bits, its bytes stand apart. */
export function showWord(word: number, view: ByteView): string {
	if (view === 'hex') return formatWord(word);
	return wordBytes(word)
		.map((byte) => showByte(byte, view))
		.join(view === 'binary' ? ' ' : '');
}

/** A value that was never text: it stays in hex where text is asked for. */
export function showValue(word: number, view: ByteView): string {
	return showWord(word, view === 'text' ? 'hex' : view);
}

/** FIPS 180-4 §3.2: ROTL. */
export function rotateLeft(word: number, bits: number): number {
	return ((word << bits) | (word >>> (32 - bits))) >>> 0;
}
