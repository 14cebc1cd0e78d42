/**
 * Accept as a table of steps: bytes by their part, words in hex, six-bit groups, and where two
 * values part.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2
 */
import type { Base64Group } from '#lib/protocol/base64.ts';
import { formatByte } from '#lib/protocol/hex.ts';
import type { Sha1Padding, Sha1State, Sha1Trace } from '#lib/protocol/sha1.ts';

export type PaddedPart = 'message' | 'one' | 'length';

export interface PaddedByte {
	readonly index: number;
	readonly hex: string;
	readonly part: PaddedPart;
}

/** All bytes that SHA-1 reads, with the part each belongs to. */
export function layoutPadding({ padded, markerOffset, lengthOffset }: Sha1Padding): PaddedByte[] {
	return [...padded].map((byte, index) => ({
		index,
		hex: formatByte(byte),
		part: index < markerOffset ? 'message' : index < lengthOffset ? 'one' : 'length'
	}));
}

/** A 32-bit word in eight hex digits. */
export function formatWord(word: number): string {
	return (word >>> 0).toString(16).padStart(8, '0');
}

/** The working variables before round `t` of a block, 0 to 79. */
export function stateBefore(trace: Sha1Trace, block: number, t: number): Sha1State | null {
	const { initial, rounds } = trace.blocks[block] ?? {};
	return (t === 0 ? initial : rounds?.[t - 1]) ?? null;
}

export interface SixBits {
	/** Six digits; bits that only fill up are `·`. */
	readonly bits: string;
	/** 0 to 63; null for padding. */
	readonly value: number | null;
	readonly character: string;
}

export interface SixBitGroup {
	readonly byteOffset: number;
	/** Up to three bytes, each with its eight digits. */
	readonly bytes: readonly { readonly hex: string; readonly bits: string }[];
	readonly characters: readonly SixBits[];
}

/** Three bytes above, four letters below, over the same 24 bits. */
export function layoutBase64(groups: readonly Base64Group[]): readonly SixBitGroup[] {
	return groups.map(({ byteOffset, bytes, characters }) => ({
		byteOffset,
		bytes: [...bytes].map((byte) => ({
			hex: formatByte(byte),
			bits: byte.toString(2).padStart(8, '0')
		})),
		characters: characters.map(({ character, value, bitLength }) => {
			const digits = (value ?? 0).toString(2).padStart(6, '0').slice(0, bitLength);
			return { character, value, bits: digits.padEnd(6, '·') };
		})
	}));
}

export type Comparison =
	| { readonly kind: 'equal' }
	/** `at`: index of the first character that differs. */
	| {
			readonly kind: 'differs';
			readonly at: number;
			readonly expected: string;
			readonly got: string;
	  }
	/** `at`: index of the first character that is missing. */
	| { readonly kind: 'short'; readonly at: number };

export function compareAccept(expected: string, sent: string): Comparison {
	if (expected === sent) return { kind: 'equal' };
	for (let at = 0; at < sent.length; at++) {
		if (sent[at] !== expected[at]) {
			return { kind: 'differs', at, expected: expected[at] ?? '', got: sent[at] ?? '' };
		}
	}
	return { kind: 'short', at: sent.length };
}
