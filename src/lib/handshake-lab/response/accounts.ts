/** What the page was told of a hand-written response, and what was written. */
import type { ConversationView } from '#lib/capture/conversation-view.ts';
import type { Conversation } from '#lib/capture/conversation.ts';
import type { PageTold } from '#lib/capture/recording-event.ts';
import { latin1 } from '#lib/protocol/latin1.ts';

/** Events that are shown; messages after the handshake may be many. */
const MOST = 12;
/** Characters of a first line that are shown. */
const LONGEST = 120;

/** Events of the page's WebSocket, its own calls left out. */
export function toldEvents({ told }: Conversation, cursor: number): readonly PageTold[] {
	const events: PageTold[] = [];
	for (const { event, eventIndex } of told) {
		if (eventIndex >= cursor || events.length === MOST) break;
		if (event.kind === 'page' && isEvent(event.told)) events.push(event.told);
	}
	return events;
}

function isEvent({ name }: PageTold): boolean {
	return name === 'open' || name === 'message' || name === 'error' || name === 'close';
}

/** First line of what the student wrote, and all its bytes; null before the first. */
export function writtenLine(
	view: ConversationView
): { readonly line: string; readonly bytes: number } | null {
	const bytes = view.bytes.server;
	if (bytes === 0) return null;
	for (let index = 0; index <= view.recordIndex; index += 1) {
		const record = view.record(index);
		if (record?.direction !== 'server') continue;
		if (record.kind === 'response') return { line: firstLine(record.head.bytes), bytes };
		if (record.kind === 'stray') return { line: firstLine(record.bytes), bytes };
	}
	return { line: '', bytes };
}

function firstLine(bytes: Uint8Array): string {
	const text = latin1(bytes.subarray(0, LONGEST));
	return text.split(/\r?\n/, 1)[0] ?? '';
}
