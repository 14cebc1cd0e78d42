import { describe, expect, it } from 'vitest';
import type { RunTold } from '#lib/capture/recording-event.ts';
import { Conversation } from '#lib/capture/conversation.ts';
import {
	frame,
	head,
	switching,
	upgradeRequest,
	WireScript
} from '../../../../tests/support/wire-script.ts';
import { readAnswer } from './answer.ts';

const REFUSED = head(
	'HTTP/1.1 400 Bad Request',
	'Connection: close',
	'Content-Type: text/html',
	'Content-Length: 2'
);
const BODY = new TextEncoder().encode('no');
const PLAIN = head('GET / HTTP/1.1', 'Host: localhost');
const OK = head('HTTP/1.1 200 OK', 'Content-Length: 0');

function fold(script: WireScript, told: readonly RunTold[] = []): Conversation {
	const conversation = new Conversation(1);
	const events = script.events();
	events.forEach((event, index) => conversation.append(event, index));
	told.forEach((each, at) => {
		const common = { kind: 'run', connection: 1, direction: 'client', t: 1e6 } as const;
		conversation.append({ ...common, told: each }, events.length + at);
	});
	return conversation;
}

const asked = () => new WireScript().accepted().client(upgradeRequest());
const UNANSWERED: RunTold = { name: 'unanswered', after: 1000 };

describe('the answer to a request', () => {
	it.each<[string, WireScript, string, number | null]>([
		['before anything was sent', new WireScript().accepted(), 'waiting', null],
		['before it came', asked(), 'waiting', null],
		['101', asked().server(switching()), 'switched', 101],
		['101 and frames', asked().server(switching(), frame('server')), 'switched', 101],
		['a refusal', asked().server(REFUSED, BODY), 'refused', 400],
		[
			'200 to a plain request',
			new WireScript().accepted().client(PLAIN).server(OK),
			'answered',
			200
		],
		[
			'200 to CONNECT',
			new WireScript().accepted().client(head('CONNECT a:1 HTTP/1.1', 'Host: a:1')).server(OK),
			'tunnel',
			200
		],
		['an end', asked().fin('server'), 'ended', null],
		['a reset', asked().rst('server'), 'reset', null],
		['its own end first', asked().fin('client').fin('server'), 'abandoned', null],
		[
			'no HTTP',
			asked().server(new TextEncoder().encode('220 smtp')).fin('server'),
			'not-http',
			null
		]
	])('%s', (_name, script, kind, status) => {
		expect(readAnswer(fold(script))).toMatchObject({ kind, status });
	});

	it('is silence once the server has been waited for', () => {
		expect(readAnswer(fold(asked(), [UNANSWERED])).kind).toBe('silent');
	});

	it('holds its body, bounded, and how long it took', () => {
		const long = head('HTTP/1.1 400 Bad Request', 'Content-Length: 9000');
		const body = new Uint8Array(9000).fill(0x61);
		const answer = readAnswer(fold(asked().server(long, body)));
		expect(answer.body).toHaveLength(4096);
		expect(answer.after).toBe(1000);
	});

	it.each([
		['UTF-8 where it is that', [0xc2, 0xa7, 0x34], '§4'],
		['latin1 where it is not', [0xa7, 0x34], '§4'],
		['without a character that was cut through', [0x34, 0xc2], '4']
	])('its body is read as %s', (_name, bytes, body) => {
		const refusal = head('HTTP/1.1 400 Bad Request', `Content-Length: ${bytes.length}`);
		const answer = readAnswer(fold(asked().server(refusal, Uint8Array.from(bytes))));
		expect(answer.body).toBe(body);
	});

	it('is not known before its cursor', () => {
		const conversation = fold(asked().server(REFUSED, BODY));
		expect(readAnswer(conversation, 2)).toMatchObject({ kind: 'waiting', request: 1 });
		expect(readAnswer(conversation, 3)).toMatchObject({ kind: 'refused', response: 2, body: 'no' });
	});

	it('is that of the handshake among pipelined requests', () => {
		const script = new WireScript().accepted().client(PLAIN, upgradeRequest());
		const answer = readAnswer(fold(script.server(OK).server(switching())));
		expect(answer.kind).toBe('switched');
		expect(answer.answers.map(({ kind }) => kind)).toEqual(['answered', 'switched']);
	});

	it('is the one that came, where a second handshake is never read', () => {
		const script = asked().client(upgradeRequest()).server(REFUSED, BODY).fin('server');
		const answer = readAnswer(fold(script));
		expect(answer).toMatchObject({ kind: 'refused', status: 400 });
		expect(answer.answers).toHaveLength(2);
	});

	it('may come before the request is whole', () => {
		const late = head('HTTP/1.1 408 Request Timeout', 'Connection: close');
		const script = new WireScript().accepted().client(new TextEncoder().encode('GET / HTTP/1.1'));
		expect(readAnswer(fold(script.server(late)))).toMatchObject({
			kind: 'refused',
			status: 408,
			author: 'node',
			asked: null,
			after: null
		});
	});
});

describe('who wrote an answer', () => {
	const SNIFF = 'X-Content-Type-Options: nosniff';
	it.each<[string | null, readonly string[]]>([
		[
			'ws',
			[
				'HTTP/1.1 400 Bad Request',
				'Connection: close',
				'Content-Type: text/html',
				'Content-Length: 0'
			]
		],
		['node', ['HTTP/1.1 400 Bad Request', 'Connection: close']],
		['node', ['HTTP/1.1 431 Request Header Fields Too Large', 'Connection: close']],
		[
			'node',
			['HTTP/1.1 400 Bad Request', 'Connection: close', 'Date: now', 'Transfer-Encoding: chunked']
		],
		[
			'lab',
			[
				'HTTP/1.1 404 Not Found',
				'Content-Type: text/plain; charset=utf-8',
				'Content-Length: 0',
				SNIFF
			]
		],
		[null, ['HTTP/1.1 404 Not Found', 'Connection: close']],
		[
			null,
			['HTTP/1.1 400 Bad Request', 'Server: nginx', 'Content-Type: text/html', 'Content-Length: 0']
		],
		[null, ['HTTP/1.1 101 Switching Protocols', 'Connection: Upgrade', 'Upgrade: websocket']]
	])('%s, by %j', (author, lines) => {
		expect(readAnswer(fold(asked().server(head(...lines)))).author).toBe(author);
	});

	it('ws, by the order of its 101', () => {
		expect(readAnswer(fold(asked().server(switching()))).author).toBe('ws');
	});
});
