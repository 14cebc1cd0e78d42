/** A masking key for each piece of a weave (RFC 6455 §5.3: a fresh one for each frame). */
import type { WeavePiece } from '#lib/runs/weave.ts';

export type PieceKeys = ReadonlyMap<number, Uint8Array>;

export const NO_KEYS: PieceKeys = new Map();

/** Keys for the pieces that have none yet; the same map where none is missing. */
export function fillKeys(
	keys: PieceKeys,
	pieces: readonly WeavePiece[],
	newKey: () => Uint8Array
): PieceKeys {
	const missing = pieces.filter(({ id }) => !keys.has(id));
	if (missing.length === 0) return keys;
	return new Map([...keys, ...missing.map(({ id }) => [id, newKey()] as const)]);
}
