import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeEventMessage } from '../wire/event-message.ts';
import type { ClientTrouble, EventClientOptions } from './event-client.ts';
import { createWebSocket } from './websocket.ts';

/** A WebSocket of which the test is the other side. */
class ScriptedWebSocket {
	static all: ScriptedWebSocket[] = [];
	onopen: () => void = () => undefined;
	onmessage: (event: { data: unknown }) => void = () => undefined;
	onclose: (event: { code: number; reason: string }) => void = () => undefined;
	readyState = 0;
	bufferedAmount = 0;
	readonly sent: string[] = [];
	readonly closes: (number | undefined)[] = [];
	readonly url: string;

	constructor(url: string) {
		this.url = url;
		ScriptedWebSocket.all.push(this);
	}

	send(text: string): void {
		this.sent.push(text);
	}

	close(code?: number): void {
		this.closes.push(code);
	}

	open(): void {
		this.readyState = 1;
		this.onopen();
	}

	end(code: number, reason = ''): void {
		this.readyState = 3;
		this.onclose({ code, reason });
	}
}

beforeEach(() => {
	vi.useFakeTimers();
	ScriptedWebSocket.all = [];
});
afterEach(() => vi.useRealTimers());

const latest = () => {
	const socket = ScriptedWebSocket.all.at(-1);
	if (!socket) throw new Error('no WebSocket was opened');
	return socket;
};

function setUp(status = 200) {
	const ids: number[] = [];
	const told: [string, ClientTrouble | null][] = [];
	const asked: string[] = [];
	const options: EventClientOptions = {
		origin: 'https://lab.test',
		lane: 'key',
		settings: { interval: 1_000, hold: 25, usesEtag: false },
		random: () => 0,
		fetch: (url) => {
			asked.push(String(url));
			return Promise.resolve(new Response(null, { status }));
		},
		WebSocket: ScriptedWebSocket as unknown as typeof WebSocket,
		onevent: ({ id }) => ids.push(id),
		onstate: (state, trouble) => told.push([state, trouble])
	};
	const client = createWebSocket(options);
	client.start();
	return { client, ids, told, asked };
}

describe('the WebSocket client', () => {
	it('opens wss for https, and resumes after the last event', async () => {
		const { told } = setUp();
		expect(latest().url).toBe('wss://lab.test/ws/events?lane=key&after=0');
		latest().open();
		latest().onmessage({ data: encodeEventMessage({ id: 1, data: 'a' }) });
		latest().end(1006);
		expect(told.at(-1)).toEqual(['waiting', { kind: 'network' }]);
		await vi.advanceTimersByTimeAsync(250);
		expect(latest().url).toBe('wss://lab.test/ws/events?lane=key&after=1');
	});

	it.each([
		[1000, { kind: 'unknown-lane' }, 'stopped'],
		[1001, { kind: 'closing' }, 'waiting'],
		[1006, { kind: 'network' }, 'waiting'],
		[1009, { kind: 'too-large' }, 'waiting'],
		[1013, { kind: 'slow-reader' }, 'waiting'],
		[1008, { kind: 'closed', code: 1008, reason: 'why' }, 'waiting']
	])('takes the close code %i for %j', (code, trouble, state) => {
		const { told } = setUp();
		latest().open();
		latest().end(code, 'why');
		expect(told.at(-1)).toEqual([state, trouble]);
	});

	it('asks why a handshake failed, which the browser does not tell', async () => {
		const { told, asked } = setUp(404);
		latest().end(1006);
		await vi.advanceTimersByTimeAsync(0);
		expect(asked).toEqual(['https://lab.test/lab/events/poll?lane=key&after=0']);
		expect(told.at(-1)).toEqual(['stopped', { kind: 'unknown-lane' }]);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('pauses longer and longer while connections open and end at once', async () => {
		setUp();
		const pauses: number[] = [];
		for (let attempt = 0; attempt < 4; attempt++) {
			latest().open();
			latest().end(1006);
			const before = performance.now();
			await vi.advanceTimersToNextTimerAsync();
			pauses.push(performance.now() - before);
		}
		expect(pauses).toEqual([250, 500, 1_000, 2_000]);
	});

	it('pauses shortly again after a connection that lasted', async () => {
		setUp();
		for (const lasted of [0, 0, 6_000]) {
			latest().open();
			await vi.advanceTimersByTimeAsync(lasted);
			latest().end(1006);
			const before = performance.now();
			await vi.advanceTimersToNextTimerAsync();
			if (lasted > 0) expect(performance.now() - before).toBe(250);
		}
	});

	it.each(['{', '{"id":0,"data":""}', new ArrayBuffer(2)])(
		'closes where %j comes, and takes nothing after it',
		(data) => {
			const { ids, told } = setUp();
			latest().open();
			latest().onmessage({ data });
			latest().onmessage({ data: encodeEventMessage({ id: 1, data: '' }) });
			expect(latest().closes).toEqual([4009]);
			latest().end(1006);
			expect([ids, told.at(-1)]).toEqual([[], ['waiting', { kind: 'bad-answer' }]]);
		}
	);

	it('sends only while it is open, and while little waits', async () => {
		const { client } = setUp();
		expect(await client.send('early')).toEqual({ kind: 'not-sent' });
		latest().open();
		expect(await client.send('你好')).toEqual({ kind: 'sent', isTaken: false });
		latest().bufferedAmount = 2 ** 20;
		expect(await client.send('more')).toEqual({ kind: 'not-sent' });
		expect(latest().sent).toEqual(['{"message":"你好"}']);
	});

	it('has stopped when its WebSocket is closed', async () => {
		const { client, told } = setUp();
		latest().open();
		let hasStopped = false;
		const stopped = client.stop().then(() => (hasStopped = true));
		await vi.advanceTimersByTimeAsync(100);
		expect([latest().closes, hasStopped]).toEqual([[1000], false]);
		latest().end(1000);
		await stopped;
		expect(vi.getTimerCount()).toBe(0);
		expect(told.at(-1)).toEqual(['stopped', null]);
		expect(ScriptedWebSocket.all).toHaveLength(1);
	});

	it('does not wait for ever for a close that never comes', async () => {
		const { client } = setUp();
		latest().open();
		const stopped = client.stop();
		await vi.advanceTimersByTimeAsync(2_000);
		await expect(stopped).resolves.toBeUndefined();
	});
});
