/** What of a draft is over which bound: the page's own, and the server's. */
import type { RunBounds } from '#lib/runs/run-script.ts';
import type { HandshakeDraft } from './handshake-draft.ts';

export interface DraftFault {
	readonly kind:
		/** HANDSHAKE_LIMITS. */
		| 'draft-bytes'
		| 'lines'
		| 'protocols'
		/** A subprotocol that no browser offers: not a token, or there already (`item`: its index). */
		| 'protocol-not-token'
		| 'protocol-repeated'
		/** MAX_PAUSE, in milliseconds. */
		| 'gap'
		/** The server's bounds; seconds are whole ones. */
		| 'run-bytes'
		| 'run-writes'
		| 'run-seconds';
	/** 0 where the fault is no number. */
	readonly limit: number;
	readonly actual: number;
	readonly item: number | null;
}

/** @param bounds the server's, null where they are not known yet */
export function draftFaults(
	draft: HandshakeDraft,
	bounds: RunBounds | null
): readonly DraftFault[] {
	const limit = bounds?.maxBytes ?? 0;
	const actual = draft.bytes.length;
	return bounds && actual > limit ? [{ kind: 'run-bytes', limit, actual, item: null }] : [];
}
