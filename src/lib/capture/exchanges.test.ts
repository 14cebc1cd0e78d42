/** Requests and their answers on one connection, tunnels and pipelines among them. */
import { describe, expect, it } from 'vitest';
import {
	frame,
	head,
	switching,
	upgradeRequest,
	WireScript
} from '../../../tests/support/wire-script.ts';
import { Conversation } from './conversation.ts';

const encoder = new TextEncoder();
const PLAIN = head('GET /plain HTTP/1.1', 'Host: localhost');
const CONNECT = head('CONNECT localhost:80 HTTP/1.1', 'Host: localhost:80');
const OK = head('HTTP/1.1 200 OK', 'Content-Length: 0');
const REFUSED = head('HTTP/1.1 400 Bad Request', 'Content-Length: 0');
const HELLO = frame('client', { text: 'Hello' });

function fold(script: WireScript): Conversation {
	const conversation = new Conversation(1);
	script.events().forEach((event, index) => conversation.append(event, index));
	return conversation;
}

/** Start lines of each request and its answer. */
function exchanges(conversation: Conversation): string[] {
	const words = (index: number): string => {
		const record = conversation.records[index];
		if (record?.kind === 'request') return `${record.head.method} ${record.head.target}`;
		return record?.kind === 'response' ? String(record.head.status) : '-';
	};
	return conversation.exchanges.map(
		({ request, response, isTunnel }) =>
			`${words(request)} > ${words(response)}${isTunnel ? ' tunnel' : ''}`
	);
}

describe('requests and their answers', () => {
	it('are paired in order where several are pipelined', () => {
		const script = new WireScript().accepted().client(PLAIN, PLAIN, upgradeRequest());
		const conversation = fold(script.server(OK).server(REFUSED).server(switching()));
		expect(exchanges(conversation)).toEqual([
			'GET /plain > 200',
			'GET /plain > 400',
			'GET /ws/echo > 101'
		]);
	});

	it('name the request that is still to be answered', () => {
		const conversation = fold(
			new WireScript().accepted().client(PLAIN, upgradeRequest()).server(OK)
		);
		expect(exchanges(conversation)).toEqual(['GET /plain > 200', 'GET /ws/echo > -']);
	});

	it('pass over interim responses', () => {
		const hints = head('HTTP/1.1 103 Early Hints', 'Link: </x>');
		const conversation = fold(
			new WireScript().accepted().client(upgradeRequest()).server(hints, REFUSED)
		);
		expect(exchanges(conversation)).toEqual(['GET /ws/echo > 400']);
	});

	it('hold an answer to a request that never became whole', () => {
		const late = head('HTTP/1.1 408 Request Timeout', 'Connection: close');
		const script = new WireScript().accepted().client(encoder.encode('GET / HTTP/1.1\r\nHost:'));
		expect(exchanges(fold(script.server(late)))).toEqual(['- > 408']);
	});
});

describe('a tunnel', () => {
	const tunnelled = () => new WireScript().accepted().client(CONNECT).server(OK);

	it('begins with a 2xx to CONNECT, and HTTP begins anew inside', () => {
		const conversation = fold(
			tunnelled().client(upgradeRequest()).server(switching()).client(HELLO)
		);
		expect(exchanges(conversation)).toEqual([
			'CONNECT localhost:80 > 200 tunnel',
			'GET /ws/echo > 101'
		]);
		expect(conversation.records.map(({ kind }) => kind)).toEqual([
			'accepted',
			'request',
			'response',
			'request',
			'response',
			'frame'
		]);
	});

	it('has no body, whatever length its answer names', () => {
		const lying = head('HTTP/1.1 200 Connection established', 'Content-Length: 500');
		const script = new WireScript().accepted().client(CONNECT).server(lying);
		const conversation = fold(script.client(upgradeRequest()).server(switching()));
		expect(conversation.isUpgraded).toBe(true);
	});

	it('leads to a handshake that is judged and that drives the states', () => {
		const conversation = fold(tunnelled().client(upgradeRequest()).server(switching()));
		const view = conversation.at(Infinity);
		expect(view.request?.head.target).toBe('/ws/echo');
		expect(view.response?.verdict?.isAccepted).toBe(true);
		expect(view.client).toBe('OPEN');
	});

	it('is not begun by a refusal, whose body is read as one', () => {
		const forbidden = head('HTTP/1.1 403 Forbidden', 'Content-Length: 2');
		const script = new WireScript()
			.accepted()
			.client(CONNECT)
			.server(forbidden, encoder.encode('no'));
		const conversation = fold(script);
		expect(exchanges(conversation)).toEqual(['CONNECT localhost:80 > 403']);
		expect(conversation.records.at(-1)?.kind).toBe('body');
	});

	it('is what CONNECT means, even with the headers of an upgrade', () => {
		const both = head('CONNECT localhost:80 HTTP/1.1', 'Host: a', 'Upgrade: websocket');
		const conversation = fold(new WireScript().accepted().client(both).server(OK));
		expect(conversation.at(Infinity).request).toBeNull();
		expect(conversation.refusal).toBe(-1);
	});

	it('is the same in any cuts', () => {
		const script = tunnelled().client(upgradeRequest()).server(switching()).client(HELLO);
		const conversation = new Conversation(1);
		script.recut(() => 1).forEach((event, index) => conversation.append(event, index));
		expect(exchanges(conversation)).toEqual(exchanges(fold(script)));
		expect(conversation.records.at(-1)).toMatchObject({ kind: 'frame', isComplete: true });
	});
});
