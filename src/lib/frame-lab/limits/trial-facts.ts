/** What a try shows in figures, read from the capture. */
import type { Conversation, ConversationRecord } from '#lib/capture/conversation.ts';
import { CLOSE } from '#lib/protocol/frames/opcode.ts';

export interface TrialFacts {
	/** Bytes and whole frames that the server's socket has read until the peer ended it, or so far. */
	readonly arrived: number;
	readonly frames: number;
	/** µs from the first of these bytes to the peer's close frame or end; null: none came. */
	readonly endedAfter: number | null;
	/** µs from the first of these bytes to the last frame of the peer; null: none came. */
	readonly answeredAfter: number | null;
	/** µs without an answer, after which it was given up; null: it was not. */
	readonly silentFor: number | null;
	/** How the run ended; null: it is on. */
	readonly outcome: 'written' | 'cancelled' | 'peer-ended' | 'timed-out' | null;
}

/** Facts of a conversation in which the student is the raw client. */
export function readFacts(conversation: Conversation): TrialFacts {
	const { runs } = conversation;
	const records = beforeHangUp(conversation.records);
	const head = records.find(({ kind }) => kind === 'request')?.bytesLength ?? 0;
	const first = records.find((record) => isOwn(record));
	const end = records.find((record) => isPeersEnd(record));
	const answer = records.findLast(
		({ kind, direction }) => kind === 'frame' && direction === 'server'
	);
	const cursor = end?.firstEvent ?? Infinity;
	const since = (record: ConversationRecord | undefined) =>
		first && record ? record.t - first.t : null;
	let outcome: TrialFacts['outcome'] = null;
	let silentFor: number | null = null;
	for (const { told } of runs.map(({ event }) => event)) {
		if (told.name === 'end') ({ outcome } = told);
		if (told.name === 'unanswered') silentFor = told.after;
	}
	return {
		arrived: Math.max(0, conversation.at(cursor).bytes.client - head),
		frames: records.filter((record) => isOwn(record) && isWhole(record, cursor)).length,
		endedAfter: since(end),
		answeredAfter: since(answer),
		silentFor,
		outcome
	};
}

/** Records until the student's own side ended: what the peer does after that is manners. */
function beforeHangUp(records: readonly ConversationRecord[]): readonly ConversationRecord[] {
	const at = records.findIndex(
		({ kind, direction }) => direction === 'client' && (kind === 'fin' || kind === 'rst')
	);
	return at === -1 ? records : records.slice(0, at);
}

function isOwn({ kind, direction }: ConversationRecord): boolean {
	return direction === 'client' && (kind === 'frame' || kind === 'stray');
}

function isWhole({ kind, isComplete, lastEvent }: ConversationRecord, cursor: number): boolean {
	return kind === 'frame' && isComplete && lastEvent < cursor;
}

function isPeersEnd(record: ConversationRecord): boolean {
	if (record.direction !== 'server') return false;
	if (record.kind === 'frame') return record.frame.opcode === CLOSE;
	return record.kind === 'fin' || record.kind === 'rst';
}
