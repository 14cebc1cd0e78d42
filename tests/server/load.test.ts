/** Load runs: each transport with 50 subscribers in a real child process; who may start one. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
	LOAD_BOUNDS,
	readLoadLine,
	type LoadMessage
} from '#lib/transports/measure/load-report.ts';
import { extrapolate } from '#lib/transports/measure/extrapolate.ts';
import { TRANSPORTS, type Transport } from '#lib/transports/transport.ts';
import { LoadEndpoint, type LoadEndpointParts } from '#server/load/load-endpoint.ts';
import { SubscribersProcess } from '#server/load/subscribers-process.ts';

vi.setConfig({ testTimeout: 30_000 });

const SUBSCRIBERS_FILE = '../../src/server/load/subscribers.js';
const SUBSCRIBERS = 50;
const EVENTS = 6;

let server: Server | null = null;
let endpoint: LoadEndpoint | null = null;

afterEach(async () => {
	await endpoint?.close();
	server?.closeAllConnections();
	server?.close();
	server = endpoint = null;
});

/** Its address. */
async function serve(parts: Partial<LoadEndpointParts> = {}): Promise<string> {
	const one = new LoadEndpoint({
		isAllowed: true,
		gate: { allowsOrigin: ({ headers }) => headers.origin !== 'http://elsewhere.example' },
		counters: { refused: () => undefined },
		onFault: (error) => {
			throw error;
		},
		run: { idleRound: () => 300 },
		...parts
	});
	endpoint = one;
	server = createServer((request, response) => one.answer(request, response));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/lab/load`;
}

function orderOf(transport: Transport, more: object = {}) {
	const size = { subscribers: SUBSCRIBERS, events: EVENTS, size: 100, rate: 20 };
	return { transport, ...size, interval: 200, hold: 5, ...more };
}

function post(url: string, body: unknown, init: RequestInit = {}): Promise<Response> {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return fetch(url, { method: 'POST', body: text, ...init });
}

/** Lines as they come. */
async function* linesOf(response: Response): AsyncGenerator<LoadMessage> {
	let rest = '';
	const decoder = new TextDecoder();
	for await (const part of response.body ?? []) {
		const lines = (rest + decoder.decode(part as Uint8Array, { stream: true })).split('\n');
		rest = lines.pop() ?? '';
		for (const line of lines) {
			const message = readLoadLine(line);
			if (!message) throw new Error(`no message: ${line}`);
			yield message;
		}
	}
}

async function messagesOf(response: Response): Promise<LoadMessage[]> {
	const messages: LoadMessage[] = [];
	for await (const message of linesOf(response)) messages.push(message);
	return messages;
}

/** Reads until the run is in this phase. */
async function untilPhase(lines: AsyncGenerator<LoadMessage>, phase: LoadMessage['phase']) {
	for (let next = await lines.next(); !next.done; next = await lines.next()) {
		if (next.value.phase === phase) return next.value;
	}
	throw new Error(`it was never ${phase}`);
}

describe.each(TRANSPORTS)('a load run of %s', (transport) => {
	it(
		'delivers every event to every subscriber, and reports each phase',
		{ timeout: 30_000 },
		async () => {
			const messages = await messagesOf(await post(await serve(), orderOf(transport)));
			const last = messages.at(-1);
			if (last?.phase !== 'done') throw new Error(JSON.stringify(last));
			const { result } = last;
			expect([...new Set(messages.map(({ phase }) => phase))]).toEqual([
				'measuring',
				'connecting',
				'waiting',
				'delivering',
				'done'
			]);
			expect(result.delivered).toBe(SUBSCRIBERS * EVENTS);
			expect(result.connections).toBe(SUBSCRIBERS);
			expect(result.requests).toBeGreaterThanOrEqual(SUBSCRIBERS);
			expect(result.memory.waiting.rss).toBeGreaterThan(0);
			expect(result.cpu.delivering.user + result.cpu.delivering.system).toBeGreaterThan(0);
			expect(extrapolate(result, 1_000_000).values.length).toBe(9);
		}
	);
});

describe('the largest load run', () => {
	// The other transports' are benched: 2,000 clients of Socket.IO take a busy machine half a minute.
	it('connects 2,000 WebSockets, each once, and delivers to all of them', async () => {
		const subscribers = LOAD_BOUNDS.subscribers.most;
		const order = orderOf('websocket', { subscribers, events: 2 });
		const messages = await messagesOf(await post(await serve(), order));
		expect(messages.at(-1)).toMatchObject({
			phase: 'done',
			result: { connections: 2000, due: 4000, delivered: 4000 }
		});
	}, 150_000);
});

describe('who may start a load run', () => {
	it('nobody where it is not allowed: the answer says what to do', async () => {
		const response = await post(await serve({ isAllowed: false }), orderOf('websocket'));
		expect(response.status).toBe(403);
		expect(await response.text()).toContain('ALLOW_LOAD=on');
	});

	it('no page of another origin', async () => {
		const headers = { Origin: 'http://elsewhere.example' };
		const response = await post(await serve(), orderOf('websocket'), { headers });
		expect(response.status).toBe(403);
	});

	it('nobody else while one runs', async () => {
		const url = await serve();
		const lines = linesOf(await post(url, orderOf('websocket', { subscribers: 2 })));
		await untilPhase(lines, 'measuring');
		expect((await post(url, orderOf('websocket'))).status).toBe(409);
	});
});

describe('an order', () => {
	it.each([
		['no JSON', '{', 400],
		['another transport', orderOf('pigeon' as Transport), 400],
		['too many subscribers', orderOf('websocket', { subscribers: 2001 }), 400],
		['none', orderOf('websocket', { subscribers: 0 }), 400],
		['too many events', orderOf('websocket', { events: 1001, rate: 200 }), 400],
		['events for too long', orderOf('websocket', { events: 100, rate: 1 }), 400],
		['too large events', orderOf('websocket', { size: 16_385 }), 400],
		['something unknown', orderOf('websocket', { speed: 1 }), 400],
		['more than 4 KiB', ' '.repeat(5000), 413]
	])('with %s is refused', async (_name, body, status) => {
		const response = await post(await serve(), body);
		expect(response.status).toBe(status);
		expect(await response.text()).toMatch(/order/);
	});

	it('that needs more open files than there may be is told so', async () => {
		const run = { filesLeft: () => Promise.resolve(10) };
		const messages = await messagesOf(await post(await serve({ run }), orderOf('websocket')));
		expect(messages).toMatchObject([{ phase: 'failed', reason: 'too-many-files' }]);
		expect(messages[0]).toHaveProperty('text', expect.stringContaining('ulimit -n'));
	});
});

describe('clients that cannot all connect', () => {
	it('end the run when no more of them do, and it says how many had', async () => {
		// None is awaited at all: whether one has come by then is the machine's affair.
		const run = { connect: { standing: 0, inAll: 10_000 } };
		const order = orderOf('socket-io', { subscribers: 500 });
		const messages = await messagesOf(await post(await serve({ run }), order));
		expect(messages.at(-1)).toMatchObject({
			phase: 'failed',
			reason: 'not-connected',
			text: expect.stringMatching(/^\d+ of 500 clients were connected and no more followed for 0 s/)
		});
	});
});

describe('a run that is broken off', () => {
	it('by its page leaves room for the next one', async () => {
		const url = await serve({ run: { idleRound: () => 60_000 } });
		const abort = new AbortController();
		const response = await post(url, orderOf('websocket'), { signal: abort.signal });
		await untilPhase(linesOf(response), 'waiting');
		abort.abort();
		let status = 409;
		while (status === 409) {
			const next = await post(url, orderOf('websocket', { subscribers: 1 }));
			status = next.status;
			await next.body?.cancel();
		}
		expect(status).toBe(200);
	});

	it('by the end of the server says so', async () => {
		const url = await serve({ run: { idleRound: () => 60_000 } });
		const lines = linesOf(await post(url, orderOf('server-sent-events')));
		await untilPhase(lines, 'waiting');
		const closed = endpoint?.close();
		expect(await untilPhase(lines, 'failed')).toMatchObject({ reason: 'closing' });
		await closed;
	});
});

describe('the process with the subscribers', () => {
	it('ends with the process that started it', async () => {
		const child = fork(fileURLToPath(new URL(SUBSCRIBERS_FILE, import.meta.url)), { execArgv: [] });
		await once(child, 'message');
		child.disconnect();
		expect(await once(child, 'exit')).toEqual([0, null]);
	});

	it('ends by its id', async () => {
		let end: () => void = () => undefined;
		const ended = new Promise<void>((resolve) => (end = resolve));
		const child = await new Promise<SubscribersProcess>((resolve) => {
			const one = new SubscribersProcess(() => resolve(one), end);
		});
		await child.end();
		await ended;
		expect(() => process.kill(child.pid ?? 0, 0)).toThrow('ESRCH');
	});
});
