/** What is to be said of a record that has no fields: an event of TCP, or bytes without a frame. */
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { Text } from '#lib/i18n/text.ts';

export interface Explanation {
	readonly lead: string;
	readonly body: readonly string[];
}

export function explainRecord(text: Text, record: ConversationRecord): Explanation {
	const words = text.anatomy.explain;
	switch (record.kind) {
		case 'accepted':
			return { lead: words.accepted.lead, body: [words.accepted.body, words.accepted.next] };
		case 'fin':
		case 'rst': {
			const { body, next, ...leads } = words[record.kind];
			return { lead: leads[record.direction], body: [body, next] };
		}
		case 'body':
		case 'stray':
			return { lead: words[record.kind].lead, body: [words[record.kind].body] };
		case 'stopped':
			return { lead: words.stopped[record.bound], body: [words.stopped.body] };
		default:
			return { lead: '', body: [] };
	}
}
