/** What of a draft is over which bound: the page's own, and the server's. */
import { isToken } from '#lib/protocol/http/http-token.ts';
import { MAX_ACCEPTS, MAX_PAUSE, type RunBounds } from '#lib/runs/run-script.ts';
import { countHoles, measureDraft } from './compile-draft.ts';
import { readLines } from './draft-lines.ts';
import { HANDSHAKE_LIMITS, type HandshakeDraft } from './handshake-draft.ts';

export interface DraftFault {
	readonly kind:
		/** HANDSHAKE_LIMITS; lines count where they are written one by one. */
		| 'draft-bytes'
		| 'lines'
		| 'protocols'
		/** A subprotocol that no browser offers: not a token, or there already (`item`: its index). */
		| 'protocol-not-token'
		| 'protocol-repeated'
		/** Places for the Accept. */
		| 'accepts'
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
	const faults = [...ownFaults(draft), ...protocolFaults(draft)];
	// What is too big for a script has no cost to tell.
	const isTooBig = faults.some(({ kind }) => kind === 'draft-bytes' || kind === 'lines');
	return bounds && !isTooBig ? [...faults, ...boundFaults(draft, bounds)] : faults;
}

function over(kind: DraftFault['kind'], limit: number, actual: number): DraftFault[] {
	return actual > limit ? [{ kind, limit, actual, item: null }] : [];
}

function ownFaults(draft: HandshakeDraft): DraftFault[] {
	const { bytes, pace, gap, protocols, role } = draft;
	const { draftBytes, lines, protocols: mostProtocols } = HANDSHAKE_LIMITS;
	return [
		...over('draft-bytes', draftBytes, bytes.length),
		...(pace === 'lines' ? over('lines', lines, readLines(bytes).length) : []),
		...(role === 'server' ? over('accepts', MAX_ACCEPTS, countHoles(draft)) : []),
		...over('gap', MAX_PAUSE, gap),
		...over('protocols', mostProtocols, protocols.length)
	];
}

/** A browser's WebSocket throws for these before it asks anybody. */
function protocolFaults({ protocols }: HandshakeDraft): DraftFault[] {
	const faults: DraftFault[] = [];
	for (const [item, name] of protocols.entries()) {
		const fault = { limit: 0, actual: 0, item };
		if (!isToken(name)) faults.push({ kind: 'protocol-not-token', ...fault });
		else if (protocols.indexOf(name) < item) faults.push({ kind: 'protocol-repeated', ...fault });
	}
	return faults;
}

function boundFaults(draft: HandshakeDraft, bounds: RunBounds): DraftFault[] {
	const { bytes, writes, pauses } = measureDraft(draft);
	return [
		...over('run-bytes', bounds.maxBytes, bytes),
		...over('run-writes', bounds.maxWrites, writes),
		...over('run-seconds', bounds.maxSeconds, Math.ceil(pauses / 1000))
	];
}
