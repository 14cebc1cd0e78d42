/**
 * How the network panel of a browser's developer tools shows a WebSocket, computed from what was
 * captured: what the panel is given of a handshake and of messages.
 *
 * Chromium gives its panel nothing of a response that it refuses, not even the status, and a text in
 * its place; neither does it give control frames or masking keys. Header names are capitalized.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Network/#event-webSocketCreated
 */
import type { ConversationView } from '#lib/capture/conversation-view.ts';
import type { Conversation } from '#lib/capture/conversation.ts';
import { secretSpans } from '#lib/capture/secrets.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import type { HttpHead } from '#lib/protocol/http/http-head.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import type { BrowserAnswer } from '../verdict/browser-answer.ts';

/** Messages that are made. */
export const MOST_MESSAGES = 100;
/** Characters of one. */
const LONGEST = 200;

export interface DevtoolsHeader {
	/** As the panel writes it: `Sec-Websocket-Key`. */
	readonly name: string;
	readonly value: string;
	/** Our field of its value. */
	readonly field: string;
}

export interface DevtoolsHead {
	readonly record: number;
	/** In the order of the alphabet. */
	readonly headers: readonly DevtoolsHeader[];
	/** Behind “Raw”: as on the wire. */
	readonly raw: string;
}

export interface DevtoolsMessage {
	readonly direction: Direction;
	/** Text; null: “Binary message”. */
	readonly text: string | null;
	/** Characters of a text, bytes of binary data. */
	readonly length: number;
	/** µs of the recording. */
	readonly t: number;
	/** Record of the frame that ends it. */
	readonly record: number;
}

export interface DevtoolsView {
	/** Last part of the path, with the query. */
	readonly name: string;
	readonly url: string;
	/** `refused`: shown as “Finished”, without a status; `pending`: no answer yet. */
	readonly status:
		| { readonly kind: 'status'; readonly code: number; readonly reason: string }
		| { readonly kind: 'refused' | 'pending' };
	/** µs from `new WebSocket()` to the end; null: “Pending”. */
	readonly time: number | null;
	readonly request: DevtoolsHead | null;
	/** Null where the panel is given none. */
	readonly response: DevtoolsHead | null;
	readonly messages: readonly DevtoolsMessage[];
	/** Frames that crossed the wire and are no messages: ping, pong, close. */
	readonly hiddenFrames: number;
}

/** @returns null where no page opened a WebSocket: a raw client is in no panel */
export function devtoolsView(
	conversation: Conversation,
	view: ConversationView,
	answer: BrowserAnswer
): DevtoolsView | null {
	const asked = pageEvent(conversation, view.cursor, 'new');
	if (!asked || asked.told.name !== 'new') return null;
	const ended = pageEvent(conversation, view.cursor, 'close');
	const { request, response } = view;
	const url = urlOf(asked.told.url, request?.head.target ?? null);
	const isOpened = answer.kind === 'opened';
	const { messages, hiddenFrames } = messagesOf(view);
	return {
		name: nameOf(url),
		url,
		status: statusOf(answer),
		time: ended ? ended.t - asked.t : null,
		request: request && headOf(request.head, request.index),
		response: isOpened && response ? headOf(response.head, response.index) : null,
		messages: isOpened ? messages : [],
		hiddenFrames
	};
}

function pageEvent({ told }: Conversation, cursor: number, name: 'new' | 'close') {
	const found = told.find(({ event }) => event.kind === 'page' && event.told.name === name);
	return found && found.eventIndex < cursor && found.event.kind === 'page' ? found.event : null;
}

/** As it was asked for: the page's own idea of it leaves the lab's ticket out. */
function urlOf(told: string, target: string | null): string {
	const [origin = ''] = /^wss?:\/\/[^/?#]*/.exec(told) ?? [];
	return target?.startsWith('/') ? origin + target : told;
}

function nameOf(url: string): string {
	const path = url.replace(/^wss?:\/\/[^/]*/, '').replace(/#.*$/, '');
	const [before = '', query] = path.split('?', 2);
	const last = before.slice(before.lastIndexOf('/') + 1);
	return `${last || before}${query === undefined ? '' : `?${query}`}`;
}

function statusOf({ kind, head }: BrowserAnswer): DevtoolsView['status'] {
	if (kind === 'opened' && head?.status) {
		return { kind: 'status', code: head.status, reason: head.reason };
	}
	return { kind: kind === 'failed' ? 'refused' : 'pending' };
}

function headOf(head: HttpHead, record: number): DevtoolsHead {
	const bytes = head.bytes.slice();
	for (const { start, end } of secretSpans(bytes)) bytes.fill(0x2a, start, end);
	const headers = head.headers.map(({ name, valueStart, valueEnd }, index) => ({
		name: capitalized(name),
		value: latin1(bytes, valueStart, valueEnd),
		field: `header-${index}-value`
	}));
	return {
		record,
		headers: headers.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
		raw: latin1(bytes)
	};
}

/** Each part of the name: the panel's own spelling, not that of the wire. */
function capitalized(name: string): string {
	return name.toLowerCase().replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

function messagesOf(view: ConversationView) {
	const messages: DevtoolsMessage[] = [];
	let hiddenFrames = 0;
	for (let index = 0; index <= view.recordIndex && messages.length < MOST_MESSAGES; index += 1) {
		const record = view.record(index);
		if (record?.kind !== 'frame' || !record.isComplete) continue;
		if (record.frame.isControl) hiddenFrames += 1;
		const { message, direction, tEnd: t } = record;
		if (!message?.isValid) continue;
		const text =
			message.kind === 'text' && message.isKept ? new TextDecoder().decode(message.data()) : null;
		messages.push({
			direction,
			text: text === null ? null : text.slice(0, LONGEST),
			length: text === null ? message.size : text.length,
			t,
			record: index
		});
	}
	return { messages, hiddenFrames };
}
