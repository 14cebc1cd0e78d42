/**
 * Which record of one side of an intermediary is which of the other side.
 *
 * TCP itself is not handed on: each side has a connection of its own. What is handed on keeps its
 * order, so the n-th is the n-th. A CONNECT is the proxy's own to answer (RFC 9110 §9.3.6).
 */
import type {
	ConversationRecord,
	RequestRecord,
	ResponseRecord
} from '#lib/capture/conversation-record.ts';
import type { Direction } from '#lib/protocol/direction.ts';

type Records = readonly ConversationRecord[];
/** Far records by the index of their near partner. */
export type RecordPairs = ReadonlyMap<number, ConversationRecord>;

interface Exchange {
	readonly request: RequestRecord;
	/** The final response; null while there is none. */
	readonly response: ResponseRecord | null;
}

/**
 * @param near between client and intermediary
 * @param far between intermediary and server
 */
export function pairRecords(near: Records, far: Records): RecordPairs {
	const pairs = new Map<number, ConversationRecord>();
	pairExchanges(exchangesOf(near), exchangesOf(far), pairs);
	for (const direction of ['client', 'server'] as const) {
		for (const kind of ['frame', 'body', 'stray'] as const) {
			pairInOrder(ofKind(near, kind, direction), ofKind(far, kind, direction), pairs);
		}
	}
	return pairs;
}

function pairExchanges(
	near: readonly Exchange[],
	far: readonly Exchange[],
	pairs: Map<number, ConversationRecord>
): void {
	let at = 0;
	for (const { request, response } of near) {
		const partner = far[at];
		if (!partner || !isHandedOn(request, partner.request)) continue;
		at += 1;
		pairs.set(request.index, partner.request);
		if (response && partner.response) pairs.set(response.index, partner.response);
	}
}

/** A proxy may rewrite much of a request, but not its method, and it cannot send it on before. */
function isHandedOn(near: RequestRecord, far: RequestRecord): boolean {
	return near.head.method === far.head.method && far.t >= near.t;
}

function pairInOrder(near: Records, far: Records, pairs: Map<number, ConversationRecord>): void {
	for (const [at, { index }] of near.entries()) {
		const partner = far[at];
		if (partner) pairs.set(index, partner);
	}
}

function ofKind(records: Records, kind: ConversationRecord['kind'], direction: Direction): Records {
	return records.filter((record) => record.kind === kind && record.direction === direction);
}

/** Responses come in the order of their requests (RFC 9112 §9.3.2). */
function exchangesOf(records: Records): Exchange[] {
	const requests = records.filter((record) => record.kind === 'request');
	const responses = records
		.filter((record) => record.kind === 'response')
		.filter(({ head: { status } }) => status === 101 || (status ?? 200) >= 200);
	return requests.map((request, at) => ({ request, response: responses[at] ?? null }));
}
