/**
 * The HTTP message that a body belongs to, and the request of its exchange: what a body is, only
 * their heads say.
 */
import type { RequestHead, ResponseHead } from '#lib/protocol/http/http-head.ts';
import type { Conversation } from './conversation.ts';

export interface MessageHeads {
	/** Of the message itself; null where none came before. */
	readonly head: RequestHead | ResponseHead | null;
	/** Of the exchange; the same one for a request's body. */
	readonly request: RequestHead | null;
}

/** @param index of any record; a frame belongs to the exchange that switched protocols */
export function messageOf(
	{ records, exchanges }: Pick<Conversation, 'records' | 'exchanges'>,
	index: number
): MessageHeads {
	const { direction } = records[index] ?? {};
	for (let at = index; at >= 0; at--) {
		const record = records[at];
		if (record?.direction !== direction) continue;
		if (record?.kind === 'request') return { head: record.head, request: record.head };
		if (record?.kind !== 'response') continue;
		const asked = exchanges.findLast(({ response }) => response === at)?.request ?? -1;
		const request = records[asked];
		return { head: record.head, request: request?.kind === 'request' ? request.head : null };
	}
	return { head: null, request: null };
}
