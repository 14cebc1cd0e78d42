/**
 * What a browser made of a hand-written response, as far as a page can know: a script is told that
 * it opened, or that it failed, and never why.
 *
 * @see https://websockets.spec.whatwg.org/#feedback-from-the-protocol
 */
import type { Conversation } from '#lib/capture/conversation.ts';
import type { PageTold } from '#lib/capture/recording-event.ts';
import type { ResponseHead } from '#lib/protocol/http/http-head.ts';

export interface BrowserAnswer {
	/**
	 * `waiting`: the page has been told nothing yet; `unanswered`: nor will it soon, for the student
	 * has written all there is, and it is no whole response.
	 */
	readonly kind: 'opened' | 'failed' | 'waiting' | 'unanswered';
	/** The final response as it was captured; null while it is not whole. */
	readonly head: ResponseHead | null;
	/** Whether an interim response (1xx) came before it. */
	readonly hasInterim: boolean;
	/** Subprotocols that the page offered. */
	readonly offered: readonly string[];
	/** As told to the page at `open`. */
	readonly protocol: string | null;
	readonly extensions: string | null;
	/** Told to the page at `close`. */
	readonly close: {
		readonly code: number;
		readonly reason: string;
		readonly wasClean: boolean;
	} | null;
	readonly hasError: boolean;
}

/** @param cursor events of the recording applied; default: all */
export function readBrowserAnswer(conversation: Conversation, cursor = Infinity): BrowserAnswer {
	const told = toldTo(conversation, cursor);
	const find = <Name extends PageTold['name']>(name: Name) =>
		told.find((each): each is Extract<PageTold, { name: Name }> => each.name === name) ?? null;
	const { head, hasInterim } = answered(conversation, cursor);
	const opened = find('open');
	const close = find('close');
	const hasError = find('error') !== null;
	const isFailed = close !== null || hasError;
	const pending = head === null && hasWritten(conversation, cursor) ? 'unanswered' : 'waiting';
	return {
		kind: opened ? 'opened' : isFailed ? 'failed' : pending,
		head,
		hasInterim,
		offered: find('new')?.protocols ?? [],
		protocol: opened?.protocol ?? null,
		extensions: opened?.extensions ?? null,
		close: close && { code: close.code, reason: close.reason, wasClean: close.wasClean },
		hasError
	};
}

function toldTo(conversation: Conversation, cursor: number): PageTold[] {
	const told: PageTold[] = [];
	for (const { event, eventIndex } of conversation.told) {
		if (eventIndex >= cursor) break;
		if (event.kind === 'page') told.push(event.told);
		if (told.at(-1)?.name === 'close') break;
	}
	return told;
}

/** What the student's side had sent of responses; nothing of it comes after an upgrade. */
function answered(conversation: Conversation, cursor: number) {
	const view = conversation.at(cursor);
	let hasInterim = false;
	for (let index = 0; index <= view.recordIndex; index++) {
		const record = view.record(index);
		if (record?.kind === 'frame') break;
		if (record?.kind !== 'response' || !record.isComplete) continue;
		const { status } = record.head;
		const isInterim = status !== null && status >= 100 && status < 200 && status !== 101;
		if (!isInterim) return { head: record.head, hasInterim };
		hasInterim = true;
	}
	return { head: null, hasInterim };
}

function hasWritten({ runs }: Conversation, cursor: number): boolean {
	return runs.some(({ event, eventIndex }) => event.told.name === 'end' && eventIndex < cursor);
}
