/** Where a rule is broken, in words: bits of a frame, bytes of a head. */
import type { Text } from '#lib/i18n/text.ts';
import type { Violation } from '#lib/protocol/violation.ts';
import { formatCount } from '../field-tree/format.ts';

export function placeOf(text: Text, { bitOffset, bitLength }: Violation, isHead: boolean): string {
	const words = text.anatomy.violation;
	const last = bitOffset + Math.max(1, bitLength) - 1;
	if (isHead) return words.byteRange(formatCount(bitOffset >> 3), formatCount(last >> 3));
	if (last === bitOffset) return words.bit(formatCount(bitOffset));
	return words.bitRange(formatCount(bitOffset), formatCount(last));
}
