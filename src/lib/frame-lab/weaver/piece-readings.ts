/** The pieces of a weave, with what a strict receiver makes of each. */
import type { Frame } from '#lib/protocol/frames/frame.ts';
import { CLOSE } from '#lib/protocol/frames/opcode.ts';
import type { RunReading } from '#lib/runs/read-run.ts';
import type { Weave, WeavePiece } from '#lib/runs/weave.ts';

export interface PieceReading {
	readonly piece: WeavePiece;
	/** Its frame as it goes over the wire. */
	readonly bytes: Uint8Array;
	/** As the receiver reads it; null where it is lost. */
	readonly frame: Frame | null;
	/** An earlier frame has ended the reading. */
	readonly isUnread: boolean;
}

/** In sending order. @param encode bytes of a piece's frame */
export function readPieces(
	weave: Weave,
	{ frames }: RunReading,
	encode: (piece: WeavePiece) => Uint8Array
): readonly PieceReading[] {
	const byPiece = new Map(frames.map(({ item, frame }) => [item, frame]));
	let isOver = false;
	return weave.pieces.map((piece) => {
		const frame = piece.isLost ? null : (byPiece.get(piece.id) ?? null);
		const isUnread = isOver && !piece.isLost;
		if (frame && endsReading(frame)) isOver = true;
		return { piece, bytes: encode(piece), frame, isUnread };
	});
}

/** A close frame, or a rule broken that fails the connection (§7.1.7). */
function endsReading(frame: Frame): boolean {
	return frame.opcode === CLOSE || frame.violations.some(({ closeCode }) => closeCode !== null);
}
