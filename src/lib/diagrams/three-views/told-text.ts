/**
 * What a side's code did or was told, in the words of its API: calls with parentheses, events
 * without. These are names in a programming language and are the same in every language.
 */
import type { PageTold, ServerTold } from '#lib/capture/recording-event.ts';
import { visibleText } from '../sequence/preview.ts';

export interface ToldText {
	/** Fits a narrow cell. */
	readonly name: string;
	/** All that is known besides; empty if that is nothing. */
	readonly detail: string;
	readonly isFault: boolean;
}

const LONGEST = 200;

export function pageTold(told: PageTold): ToldText {
	switch (told.name) {
		case 'new':
			return plain('new WebSocket()', [told.url, ...told.protocols].join(' '));
		case 'open':
			return plain('open', [told.protocol, told.extensions].filter(Boolean).join(', '));
		case 'send':
			return plain('send()', `${told.data} ${told.size} B`);
		case 'error':
			return fault('error', '');
		case 'exception':
			return fault(told.exception, `${told.call}(): ${told.message}`);
		case 'message':
			return plain('message', `${told.data} ${told.size} B`);
		default:
			return closeTold(told);
	}
}

export function serverTold(told: ServerTold): ToldText {
	switch (told.name) {
		case 'connection':
			return plain('connection', [told.protocol, told.extensions].filter(Boolean).join(', '));
		case 'refused':
			return fault(`refused ${told.status}`, told.message);
		case 'message':
			return plain('message', `${told.data} ${told.size} B`);
		case 'send':
			return plain('send()', `${told.data} ${told.size} B`);
		case 'ping-call':
			return plain('ping()', `${told.size} B`);
		case 'ping':
		case 'pong':
			return plain(told.name, `${told.size} B`);
		case 'error':
			return fault(`error ${told.code}`, `${told.code}: ${told.message}`);
		default:
			return closeTold(told);
	}
}

type CloseTold = Extract<PageTold | ServerTold, { readonly name: 'close' | 'close-call' }>;

function closeTold(told: CloseTold): ToldText {
	if (told.name === 'close') return plain(`close ${told.code}`, told.reason);
	return plain(told.code === null ? 'close()' : `close(${told.code})`, told.reason);
}

function plain(name: string, detail: string): ToldText {
	return { name: bounded(name), detail: bounded(detail), isFault: false };
}

function fault(name: string, detail: string): ToldText {
	return { ...plain(name, detail), isFault: true };
}

/** Reasons and messages come from outside. */
function bounded(text: string): string {
	return visibleText(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
