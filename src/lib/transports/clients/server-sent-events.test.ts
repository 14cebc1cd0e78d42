import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientTrouble, EventClientOptions } from './event-client.ts';
import { createServerSentEvents } from './server-sent-events.ts';

/** An EventSource of which the test is the other side. */
class ScriptedEventSource extends EventTarget {
	static all: ScriptedEventSource[] = [];
	onopen: () => void = () => undefined;
	onerror: () => void = () => undefined;
	onmessage: (event: MessageEvent<string>) => void = () => undefined;
	readyState = 0;
	readonly url: string;

	constructor(url: string) {
		super();
		this.url = url;
		ScriptedEventSource.all.push(this);
	}

	close(): void {
		this.readyState = 2;
	}

	message(lastEventId: string, data: string): void {
		this.onmessage(new MessageEvent('message', { data, lastEventId }));
	}

	named(type: string, data: string): void {
		this.dispatchEvent(new MessageEvent(type, { data }));
	}

	/** The connection is lost; the browser tries again by itself. */
	lose(): void {
		this.readyState = 0;
		this.onerror();
	}

	giveUp(): void {
		this.readyState = 2;
		this.onerror();
	}
}

beforeEach(() => {
	vi.useFakeTimers();
	ScriptedEventSource.all = [];
});
afterEach(() => vi.useRealTimers());

const latest = () => {
	const source = ScriptedEventSource.all.at(-1);
	if (!source) throw new Error('no EventSource was made');
	return source;
};

function setUp(answer: () => Response = () => new Response(null, { status: 200 })) {
	const ids: number[] = [];
	const told: [string, ClientTrouble | null][] = [];
	const options: EventClientOptions = {
		origin: 'http://lab.test',
		lane: 'key',
		settings: { interval: 1_000, hold: 25, usesEtag: false },
		random: () => 0,
		fetch: () => Promise.resolve(answer()),
		EventSource: ScriptedEventSource as unknown as typeof EventSource,
		onevent: ({ id }) => ids.push(id),
		onstate: (state, trouble) => told.push([state, trouble])
	};
	const client = createServerSentEvents(options);
	client.start();
	return { client, ids, told };
}

describe('the client of server-sent events', () => {
	it('leaves reconnects to the browser as long as it tries', async () => {
		const { told } = setUp();
		latest().onopen();
		latest().lose();
		expect(told.at(-1)).toEqual(['waiting', { kind: 'network' }]);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(ScriptedEventSource.all).toHaveLength(1);
		latest().onopen();
		expect(told.at(-1)).toEqual(['open', null]);
	});

	it('makes a new EventSource after the last event where the browser has given up', async () => {
		const { ids } = setUp();
		expect(latest().url).toBe('http://lab.test/lab/events/stream?lane=key&after=0');
		latest().message('1', 'a');
		latest().giveUp();
		await vi.advanceTimersByTimeAsync(250);
		expect(latest().url).toBe('http://lab.test/lab/events/stream?lane=key&after=1');
		latest().message('1', 'a');
		latest().message('2', 'b');
		expect(ids).toEqual([1, 2]);
	});

	it('stops for good where the answer to its question says why', async () => {
		const { told } = setUp(() => new Response(null, { status: 404 }));
		latest().giveUp();
		await vi.advanceTimersByTimeAsync(0);
		expect(told.at(-1)).toEqual(['stopped', { kind: 'unknown-lane' }]);
	});

	it('waits as long as a full server asks for', async () => {
		const headers = { 'retry-after': '5' };
		const { told } = setUp(() => new Response(null, { status: 503, headers }));
		latest().giveUp();
		await vi.advanceTimersByTimeAsync(5_249);
		expect(told.at(-1)).toEqual(['waiting', { kind: 'busy', retryAfter: 5_000 }]);
		await vi.advanceTimersByTimeAsync(1);
		expect(ScriptedEventSource.all).toHaveLength(2);
	});

	it('says that the server shuts down where it said so', () => {
		const { told } = setUp();
		latest().named('closing', '{}');
		latest().lose();
		expect(told.at(-1)).toEqual(['waiting', { kind: 'closing' }]);
	});

	it.each([
		['an event without an id', () => latest().message('', 'a')],
		['an id that is no number', () => latest().message('x', 'a')],
		['a json event without JSON', () => latest().named('json', 'a')],
		['a gap without ids', () => latest().named('gap', '{}')]
	])('gives up a stream with %s', (_, send) => {
		const { told } = setUp();
		send();
		expect(latest().readyState).toBe(2);
		expect(told.at(-1)).toEqual(['waiting', { kind: 'bad-answer' }]);
	});

	it('closes its EventSource and keeps no timer when it is stopped', async () => {
		const { client, told, ids } = setUp();
		latest().onopen();
		await client.stop();
		latest().message('1', 'a');
		expect([latest().readyState, vi.getTimerCount(), ids]).toEqual([2, 0, []]);
		expect(told.at(-1)).toEqual(['stopped', null]);
	});
});
