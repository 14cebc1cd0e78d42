/**
 * Who wrote an answer, read from its shape alone: nobody signs.
 *
 * `ws` refuses with Connection: close, a text/html body and its length, whatever it objects to.
 * Node's HTTP parser refuses before any code of ours runs, with a status line and Connection: close
 * and nothing else. What this lab's own code writes is text/plain that may not be sniffed.
 */
import { headerValues, type ResponseHead } from '#lib/protocol/http/http-head.ts';
import { asciiLowerCase } from '#lib/protocol/http/http-token.ts';

export type AnswerAuthor = 'ws' | 'node' | 'lab';

/** The beginning of every 101 of `ws`; a subprotocol and extensions may follow. */
const WS_SWITCH = ['upgrade', 'connection', 'sec-websocket-accept'];
const WS_REFUSAL = ['connection', 'content-type', 'content-length'];
/** Status codes of Node's parser and of its timers. */
const NODE_STATUSES = [400, 408, 413, 417, 431];

export function authorOf(head: ResponseHead): AnswerAuthor | null {
	const names = head.headers.map(({ name }) => asciiLowerCase(name));
	const value = (name: string) => headerValues(head, name).join(', ');
	if (head.status === 101) return WS_SWITCH.every((name, at) => names[at] === name) ? 'ws' : null;
	const isClosing = value('connection') === 'close';
	const type = value('content-type');
	const hasShape = WS_REFUSAL.every((name) => names.includes(name));
	if (isClosing && type === 'text/html' && hasShape && !names.includes('date')) return 'ws';
	if (type.startsWith('text/plain') && value('x-content-type-options') === 'nosniff') return 'lab';
	const isBare = isClosing && names.length === 1;
	return (isBare || isHostRefusal(head, names)) && NODE_STATUSES.includes(head.status ?? 0)
		? 'node'
		: null;
}

/** Node's refusal of a plain request of HTTP/1.1 without Host: it passes through its own response. */
function isHostRefusal({ status }: ResponseHead, names: readonly string[]): boolean {
	return status === 400 && names.join() === 'connection,date,transfer-encoding';
}
