/** The records of a conversation, and what its code was told, as lists to be folded. */
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { Conversation, ToldEvent } from '#lib/capture/conversation.ts';
import { bisect } from '#lib/capture/bisect.ts';
import type { FoldSource } from './growing-fold.ts';

export function recordSource(
	conversation: Conversation,
	cursor: number
): FoldSource<ConversationRecord> {
	const view = conversation.at(cursor);
	const { records } = conversation;
	return {
		cursor,
		length: view.recordIndex + 1,
		item: (index) => view.record(index),
		settledAt: (index) => {
			const record = records[index];
			return record?.isComplete ? record.lastEvent : Infinity;
		}
	};
}

export function toldSource({ told }: Conversation, cursor: number): FoldSource<ToldEvent> {
	const eventAt = (index: number): number => told[index]?.eventIndex ?? Infinity;
	return {
		cursor,
		length: bisect(told.length, (index) => eventAt(index) >= cursor),
		item: (index) => told[index] ?? null,
		settledAt: eventAt
	};
}
