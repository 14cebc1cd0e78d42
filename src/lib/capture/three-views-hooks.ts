/**
 * What a record on the wire can be paired with: which of a side's calls makes it, or which event
 * tells of it (WHATWG WebSockets; the events of `ws`).
 */
import { CLOSE, PING, PONG } from '#lib/protocol/frames/opcode.ts';
import type { ConversationRecord, FrameRecord } from './conversation-record.ts';
import type { PageApiEvent, PageTold, ServerApiEvent, ServerTold } from './recording-event.ts';

export type Hook =
	| `page-${'new' | 'open' | 'send' | 'message' | 'close-call' | 'close'}`
	| `server-${'connection' | 'refused' | 'message' | 'send' | 'ping' | 'pong' | 'ping-call'}`
	| `server-${'close-call' | 'close'}`;

/** Null: the side is not told. */
export interface Hooks {
	readonly page: Hook | null;
	readonly server: Hook | null;
}

const NEITHER: Hooks = { page: null, server: null };

/** Each side learns that the connection is closed when the other side's bytes end. */
const ENDS: Readonly<Record<'client' | 'server', Hooks>> = {
	client: { page: null, server: 'server-close' },
	server: { page: 'page-close', server: null }
};

export function hooksOf(record: ConversationRecord): Hooks {
	if (record.kind === 'accepted') return { page: 'page-new', server: null };
	if (record.kind === 'frame') return hooksOfFrame(record);
	if (record.kind === 'fin' || record.kind === 'rst') return ENDS[record.direction];
	if (record.kind !== 'response') return NEITHER;
	const { status } = record.head;
	if (status === 101) return { page: 'page-open', server: 'server-connection' };
	// A page is told an error and a close for any refusal, never the status.
	return record.verdict ? { page: null, server: 'server-refused' } : NEITHER;
}

function hooksOfFrame({ direction, frame }: FrameRecord): Hooks {
	const { opcode } = frame;
	const isClient = direction === 'client';
	if (opcode === CLOSE) {
		return {
			page: isClient ? 'page-close-call' : null,
			server: isClient ? null : 'server-close-call'
		};
	}
	if (opcode === PING) return { page: null, server: isClient ? 'server-ping' : 'server-ping-call' };
	// `ws` answers pings by itself and tells nobody.
	if (opcode === PONG) return { page: null, server: isClient ? 'server-pong' : null };
	if (frame.isControl) return NEITHER;
	const isFirst = opcode !== 0;
	const isLast = frame.fin;
	if (isClient)
		return { page: isFirst ? 'page-send' : null, server: isLast ? 'server-message' : null };
	return { page: isLast ? 'page-message' : null, server: isFirst ? 'server-send' : null };
}

/** Null for what has no counterpart of its own on the wire. */
export function hookOfTold(event: PageApiEvent | ServerApiEvent): Hook | null {
	if (event.kind === 'server') return SERVER_HOOKS[event.told.name];
	// What is sent after the closing handshake has begun is thrown away by the browser.
	if (event.told.name === 'send' && event.readyState >= 2) return null;
	return PAGE_HOOKS[event.told.name];
}

const PAGE_HOOKS: Readonly<Record<PageTold['name'], Hook | null>> = {
	new: 'page-new',
	open: 'page-open',
	send: 'page-send',
	message: 'page-message',
	error: null,
	'close-call': 'page-close-call',
	close: 'page-close',
	exception: null
};

const SERVER_HOOKS: Readonly<Record<ServerTold['name'], Hook | null>> = {
	connection: 'server-connection',
	refused: 'server-refused',
	message: 'server-message',
	send: 'server-send',
	ping: 'server-ping',
	pong: 'server-pong',
	'ping-call': 'server-ping-call',
	'close-call': 'server-close-call',
	error: null,
	close: 'server-close'
};

/** A Close frame may be sent without a call: an answer, or the end of a connection that failed. */
export function isOptional(hook: Hook): boolean {
	return hook === 'page-close-call' || hook === 'server-close-call';
}
