/** How a piece of a weave is called, and what of the message it carries. */
import { glyphOf, readCodePoints } from '#lib/diagrams/payload/code-points.ts';
import type { Text } from '#lib/i18n/text.ts';
import { partRange, type Weave, type WeavePiece } from '#lib/runs/weave.ts';

export function pieceName(text: Text, weave: Weave, piece: WeavePiece): string {
	const words = text.frameLab.weaver.order;
	if (piece.kind !== 'fragment') return words.controlNames[piece.kind];
	const count = weave.cuts.length + 1;
	return count === 1 ? words.whole : words.fragment(String(piece.part + 1), String(count));
}

export interface PieceGlyph {
	/** Offset in the message. */
	readonly at: number;
	readonly glyph: string;
	readonly isName: boolean;
	/** Bytes of the character that this fragment carries, of how many; null: all of them. */
	readonly share: { readonly bytes: number; readonly all: number } | null;
}

/** The characters of a text message of which a fragment carries at least a byte. */
export function pieceGlyphs(weave: Weave, part: number): readonly PieceGlyph[] {
	const { from, to } = partRange(weave, part);
	return readCodePoints(weave.data).flatMap(({ start, length, value }) => {
		const bytes = Math.min(start + length, to) - Math.max(start, from);
		if (bytes <= 0) return [];
		const { text: glyph, isName } = value === null ? { text: '✕', isName: true } : glyphOf(value);
		return [{ at: start, glyph, isName, share: bytes < length ? { bytes, all: length } : null }];
	});
}
