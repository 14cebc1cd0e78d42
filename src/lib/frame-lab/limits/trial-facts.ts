/** What a try shows in figures, read from the capture. */
import type { Conversation, ConversationRecord } from '#lib/capture/conversation.ts';
import { CLOSE } from '#lib/protocol/opcode.ts';

export interface TrialFacts {
	/** Bytes of frames that the server's socket has read, as far as is captured. */
	readonly arrived: number;
	/** As many of them had been read when the peer ended it; null: it has not. */
	readonly taken: number | null;
	/** µs from the first of these bytes to the peer's close frame or end; null: none came. */
	readonly endedAfter: number | null;
	/** µs from the first to the last event so far; null: none of these bytes has arrived. */
	readonly lasted: number | null;
	/** How the run ended, and how many bytes were handed to the kernel; null: it is on. */
	readonly outcome: 'written' | 'cancelled' | 'peer-ended' | 'timed-out' | null;
	readonly handed: number;
}

/** Facts of a conversation in which the student is the raw client. */
export function readFacts(conversation: Conversation): TrialFacts {
	const { records, runs } = conversation;
	const now = conversation.at(Infinity);
	const head = records.find(({ kind }) => kind === 'request')?.bytesLength ?? 0;
	const first = records.find((record) => isClients(record));
	const end = records.find((record) => isPeersEnd(record));
	const told = runs.findLast(({ event }) => event.told.name === 'end')?.event.told;
	return {
		arrived: Math.max(0, now.bytes.client - head),
		taken: end ? Math.max(0, conversation.at(end.firstEvent).bytes.client - head) : null,
		endedAfter: first && end ? end.t - first.t : null,
		lasted: first ? Math.max(0, now.time - first.t) : null,
		outcome: told?.name === 'end' ? told.outcome : null,
		handed: told?.name === 'end' ? told.bytes : 0
	};
}

function isClients({ kind, direction }: ConversationRecord): boolean {
	return direction === 'client' && (kind === 'frame' || kind === 'stray');
}

function isPeersEnd(record: ConversationRecord): boolean {
	if (record.direction !== 'server') return false;
	if (record.kind === 'frame') return record.frame.opcode === CLOSE;
	return record.kind === 'fin' || record.kind === 'rst';
}
