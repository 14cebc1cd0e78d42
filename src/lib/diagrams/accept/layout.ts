/**
 * Accept as a table of steps: bytes by their part, six-bit groups over the same bits, and where two
 * values part.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2
 */
import type { Base64Group } from '#lib/protocol/base64.ts';
import type { FieldKind } from '#lib/protocol/field.ts';
import { formatByte } from '#lib/protocol/hex.ts';
import type { Sha1Padding } from '#lib/protocol/handshake/sha1.ts';
import type { KeyReading } from './read-key.ts';
import { byteBits, byteText } from './word-view.ts';

/** FIPS 180-4 §5.1.1: `marker` is the byte 0x80, the one bit behind the message. */
export type PaddedPart = 'key' | 'guid' | 'marker' | 'zero' | 'length';

/** Kind of field whose colour a part has; what only fills up has none. */
export const PART_KINDS: { readonly [part in PaddedPart]: FieldKind | undefined } = {
	key: 'header-value',
	guid: 'rsv',
	marker: undefined,
	zero: undefined,
	length: 'length'
};

export interface PaddedByte {
	readonly index: number;
	readonly byte: number;
	readonly part: PaddedPart;
}

/**
 * The bytes from `start` to `end` of all that SHA-1 reads, with the part each belongs to.
 * @param keyLength bytes of the key, which the GUID follows
 */
export function layoutPadding(
	padding: Sha1Padding,
	keyLength: number,
	start = 0,
	end = padding.padded.length
): PaddedByte[] {
	return [...padding.padded.subarray(start, end)].map((byte, at) => {
		const index = start + at;
		return { index, byte, part: partOf(padding, keyLength, index) };
	});
}

function partOf(padding: Sha1Padding, keyLength: number, index: number): PaddedPart {
	if (index < keyLength) return 'key';
	if (index < padding.markerOffset) return 'guid';
	if (index === padding.markerOffset) return 'marker';
	return index < padding.lengthOffset ? 'zero' : 'length';
}

export interface BitLetter {
	readonly character: string;
	/** 0 to 63; null for padding, and for what is no digit. */
	readonly value: number | null;
	readonly isPadding: boolean;
	readonly isFault: boolean;
}

/** 24 bits, the three bytes and the four letters over them. */
export interface BitGroup {
	/** Of the first byte. */
	readonly byteOffset: number;
	/** Up to three; fewer at the end, none where the letters are no base64. */
	readonly bytes: readonly { readonly hex: string; readonly text: string }[];
	/** 24 characters: `0`, `1`, and `·` where there is no bit. */
	readonly bits: string;
	/** How many of them come from bytes. */
	readonly known: number;
	readonly letters: readonly BitLetter[];
}

/** From bytes to letters: what fills the last letter up is `·`. */
export function layoutBase64(groups: readonly Base64Group[]): readonly BitGroup[] {
	return groups.map(({ byteOffset, bytes, characters }) => {
		const bits = [...bytes].map(byteBits).join('');
		return {
			byteOffset,
			bytes: [...bytes].map((byte) => ({ hex: formatByte(byte), text: byteText(byte) })),
			bits: bits.padEnd(24, '·'),
			known: bits.length,
			letters: characters.map(({ character, value }) => ({
				character,
				value,
				isPadding: value === null,
				isFault: false
			}))
		};
	});
}

/** From letters to bytes, four letters a group, however wrong they are. */
export function layoutKey({ characters, bytes }: KeyReading, most: number): readonly BitGroup[] {
	const count = Math.min(most, Math.ceil(characters.length / 4));
	return Array.from({ length: count }, (_, at) => {
		const letters = characters.slice(at * 4, at * 4 + 4);
		const own = bytes?.subarray(at * 3, at * 3 + 3) ?? new Uint8Array(0);
		const bits = letters
			.map(({ value }) => value?.toString(2).padStart(6, '0') ?? '······')
			.join('');
		return {
			byteOffset: at * 3,
			bytes: [...own].map((byte) => ({ hex: formatByte(byte), text: byteText(byte) })),
			bits: bits.padEnd(24, '·'),
			known: own.length * 8,
			letters: letters.map(({ text, value, isPadding, isFault }) => ({
				character: text,
				value,
				isPadding,
				isFault
			}))
		};
	});
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
