/** The words on a piece of the bit diagram. */
import type { Text } from '#lib/i18n/text.ts';
import { formatHex } from '#lib/protocol/hex.ts';
import { formatCount } from '../field-tree/format.ts';
import type { BitPiece } from './layout.ts';

/** Such as `payload, masked 2–5`: the bytes counted from the field's first. */
export function pieceLabel(text: Text, piece: BitPiece, name: string, isMasked: boolean): string {
	const isPayload = piece.field.kind === 'payload';
	const words = isMasked && isPayload ? text.anatomy.bits.masked(name) : name;
	if (!piece.bytes) return words;
	const [first, last] = piece.bytes;
	return text.anatomy.bits.range(words, formatCount(first), formatCount(last));
}

/** The value that a piece has room for; empty where the bits below say it. */
export function pieceValue(piece: BitPiece, bytes: Uint8Array, isFirstRow: boolean): string {
	const { field } = piece;
	if (field.id === 'opcode' && typeof field.value === 'number')
		return `0x${field.value.toString(16)}`;
	if (field.kind === 'length' || (field.kind === 'extended' && !piece.isContinued)) {
		return typeof field.value === 'number' || typeof field.value === 'bigint'
			? formatCount(field.value)
			: '';
	}
	if (field.id === 'close-code' && typeof field.value === 'number') return String(field.value);
	if (!isFirstRow || field.kind !== 'key' || !piece.bytes) return '';
	const start = field.bitOffset / 8;
	return formatHex(bytes.subarray(start + piece.bytes[0], start + piece.bytes[1] + 1));
}
