import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodePollBody } from '../wire/poll-body.ts';
import type { ClientTrouble, EventClientOptions } from './event-client.ts';
import { createLongPolling } from './long-polling.ts';
import { createShortPolling } from './short-polling.ts';

interface Asked {
	readonly url: URL;
	readonly headers: Headers;
	readonly at: number;
	readonly signal: AbortSignal;
	answer(status: number, body?: string | null, headers?: Record<string, string>): Promise<void>;
	fail(): Promise<void>;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function settle(): Promise<void> {
	await vi.advanceTimersByTimeAsync(0);
}

function setUp(settings: Partial<EventClientOptions['settings']> = {}) {
	const asked: Asked[] = [];
	const ids: number[] = [];
	const told: [string, ClientTrouble | null][] = [];
	const start = performance.now();
	const ask: typeof fetch = (input, init) =>
		new Promise((resolve, reject) => {
			const signal = init?.signal as AbortSignal;
			signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
			asked.push({
				url: new URL(String(input)),
				headers: new Headers(init?.headers),
				at: performance.now() - start,
				signal,
				answer(status, body = null, headers = {}) {
					resolve(new Response(body, { status, headers }));
					return settle();
				},
				fail() {
					reject(new TypeError('network'));
					return settle();
				}
			});
		});
	const options: EventClientOptions = {
		origin: 'http://lab.test',
		lane: 'key',
		settings: { interval: 1_000, hold: 25, usesEtag: false, ...settings },
		random: () => 0,
		fetch: ask,
		onevent: ({ id }) => ids.push(id),
		onstate: (state, trouble) => told.push([state, trouble])
	};
	const last = () => {
		const latest = asked.at(-1);
		if (!latest) throw new Error('nothing was asked');
		return latest;
	};
	return { options, asked, ids, told, last };
}

const NOTHING = encodePollBody({ last: 0, gap: null, events: [] });
const TWO = {
	last: 2,
	gap: null,
	events: [
		{ id: 1, data: 'a' },
		{ id: 2, data: 'b' }
	]
};
const two = encodePollBody(TWO);

describe('short polling', () => {
	it('asks at fixed times, however long the answers take', async () => {
		const { options, asked, last } = setUp();
		const client = createShortPolling(options);
		client.start();
		await vi.advanceTimersByTimeAsync(300);
		await last().answer(200, NOTHING);
		await vi.advanceTimersByTimeAsync(1_400);
		await last().answer(200, NOTHING);
		await vi.advanceTimersByTimeAsync(1_000);
		expect(asked.map(({ at }) => at)).toEqual([0, 1_000, 2_000]);
		await client.stop();
	});

	it('never asks twice at a time: after a late answer it asks at once', async () => {
		const { options, asked, last } = setUp();
		const client = createShortPolling(options);
		client.start();
		await vi.advanceTimersByTimeAsync(3_500);
		expect(asked).toHaveLength(1);
		await last().answer(200, NOTHING);
		expect(asked.map(({ at }) => at)).toEqual([0, 3_500]);
		await client.stop();
	});

	it('asks at once for what did not fit into the answer, and then at its times again', async () => {
		const { options, asked, last } = setUp();
		const client = createShortPolling(options);
		client.start();
		await last().answer(200, encodePollBody({ ...TWO, more: true }));
		expect(asked.map(({ at }) => at)).toEqual([0, 0]);
		expect(last().url.searchParams.get('after')).toBe('2');
		await last().answer(200, NOTHING);
		await vi.advanceTimersByTimeAsync(1_000);
		expect(asked.map(({ at }) => at)).toEqual([0, 0, 1_000]);
		await client.stop();
	});

	it('asks after the last event it was given', async () => {
		const { options, last, ids } = setUp();
		const client = createShortPolling(options);
		client.start();
		expect(last().url.search).toBe('?lane=key&after=0');
		await last().answer(200, two);
		await vi.advanceTimersByTimeAsync(1_000);
		expect(last().url.search).toBe('?lane=key&after=2');
		expect(ids).toEqual([1, 2]);
		await client.stop();
	});

	it('names the last event in If-None-Match where it is to, and takes 304 for nothing new', async () => {
		const { options, last, told } = setUp({ usesEtag: true });
		const client = createShortPolling({ ...options, after: 7 });
		client.start();
		expect(last().headers.get('if-none-match')).toBe('W/"7"');
		await last().answer(304);
		expect([client.last, told.at(-1)]).toEqual([7, ['open', null]]);
		await client.stop();
	});
});

describe('long polling', () => {
	it('says how long it may be held, and asks again at once, without a timer', async () => {
		const { options, asked, last } = setUp();
		const client = createLongPolling(options);
		client.start();
		expect(last().url.search).toBe('?lane=key&after=0&hold=25');
		await last().answer(200, two);
		expect(asked.map(({ at }) => at)).toEqual([0, 0]);
		await client.stop();
	});

	it('gives up a question that is not answered long after it had to be', async () => {
		const { options, last, told } = setUp();
		const client = createLongPolling(options);
		client.start();
		await vi.advanceTimersByTimeAsync(54_999);
		expect(last().signal.aborted).toBe(false);
		await vi.advanceTimersByTimeAsync(1);
		expect(last().signal.aborted).toBe(true);
		expect(told.at(-1)).toEqual(['waiting', { kind: 'network' }]);
		await client.stop();
	});
});

describe('a poll that goes wrong', () => {
	it('is asked again after longer and longer pauses, which end with an answer', async () => {
		const { options, asked, last } = setUp({ interval: 200 });
		const client = createShortPolling(options);
		client.start();
		for (let failure = 0; failure < 8; failure++) {
			await last().fail();
			await vi.advanceTimersToNextTimerAsync();
		}
		const pauses = asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0));
		expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 7_500, 7_500, 7_500]);
		await last().answer(200, NOTHING);
		await vi.advanceTimersToNextTimerAsync();
		await last().fail();
		await vi.advanceTimersToNextTimerAsync();
		expect(last().at - (asked.at(-2)?.at ?? 0)).toBe(250);
		await client.stop();
	});

	it.each([
		[503, '5', 5_000],
		[503, null, 1_000],
		[503, 'Wed, 21 Oct 2026 07:28:00 GMT', 1_000],
		[503, '999999', 60_000],
		[429, '2', 2_000]
	])('with %i and Retry-After %s waits that long', async (status, header, retryAfter) => {
		const { options, asked, last, told } = setUp();
		const client = createShortPolling(options);
		client.start();
		await last().answer(status, '', header === null ? {} : { 'retry-after': header });
		expect(told.at(-1)).toEqual(['waiting', { kind: 'busy', retryAfter }]);
		await vi.advanceTimersByTimeAsync(retryAfter + 249);
		expect(asked).toHaveLength(1);
		await vi.advanceTimersByTimeAsync(1);
		expect(asked).toHaveLength(2);
		await client.stop();
	});

	it.each([
		[404, { kind: 'unknown-lane' }],
		[400, { kind: 'refused', status: 400 }],
		[403, { kind: 'refused', status: 403 }],
		[421, { kind: 'refused', status: 421 }]
	])('with %i stops for good', async (status, trouble) => {
		const { options, asked, last, told } = setUp();
		createShortPolling(options).start();
		await last().answer(status, '');
		expect(told.at(-1)).toEqual(['stopped', trouble]);
		expect(vi.getTimerCount()).toBe(0);
		expect(asked).toHaveLength(1);
	});

	it.each([
		[200, 'not JSON'],
		[200, '{"last":1}'],
		[500, ''],
		[502, '<html>']
	])('with %i and %j is no answer of ours', async (status, body) => {
		const { options, last, told } = setUp();
		const client = createShortPolling(options);
		client.start();
		await last().answer(status, body);
		expect(told.at(-1)).toEqual(['waiting', { kind: 'bad-answer' }]);
		await client.stop();
	});
});

describe('a stopped poll', () => {
	it('aborts its question, keeps no timer, and says nothing of an answer', async () => {
		const { options, last, told, ids } = setUp();
		const client = createLongPolling(options);
		client.start();
		await client.stop();
		await last().answer(200, two);
		expect(last().signal.aborted).toBe(true);
		expect(vi.getTimerCount()).toBe(0);
		expect([ids, told.at(-1)]).toEqual([[], ['stopped', null]]);
	});

	it('keeps no timer where it waited to ask again', async () => {
		const { options, last } = setUp();
		const client = createShortPolling(options);
		client.start();
		await last().fail();
		await client.stop();
		expect(vi.getTimerCount()).toBe(0);
	});

	it('gives no more events when it is stopped by the first', async () => {
		const { options, last, ids } = setUp();
		const client = createShortPolling({
			...options,
			onevent({ id }) {
				ids.push(id);
				void client.stop();
			}
		});
		client.start();
		await last().answer(200, two);
		expect(ids).toEqual([1]);
	});

	it('is not started again', async () => {
		const { options } = setUp();
		const client = createShortPolling(options);
		client.start();
		expect(() => client.start()).toThrow(TypeError);
		await client.stop();
		expect(() => client.start()).toThrow(TypeError);
	});
});

describe('messages by POST', () => {
	it('go one at a time, in order, and none twice', async () => {
		const { options, asked, last } = setUp({ interval: 10_000 });
		const client = createShortPolling(options);
		client.start();
		await last().answer(200, NOTHING);
		const outcomes = ['a', 'b', 'c'].map((each) => client.send(each));
		expect(asked).toHaveLength(2);
		await last().answer(204);
		await last().fail();
		await last().answer(413);
		expect(await Promise.all(outcomes)).toEqual([
			{ kind: 'sent', isTaken: true },
			{ kind: 'failed', trouble: { kind: 'network' } },
			{ kind: 'failed', trouble: { kind: 'too-large' } }
		]);
		expect(asked.slice(1).map(({ url }) => url.pathname)).toEqual(
			Array(3).fill('/lab/events/messages')
		);
		await client.stop();
	});

	it('are not sent where too many wait, nor after the client has stopped', async () => {
		const { options } = setUp();
		const client = createShortPolling(options);
		client.start();
		const waiting = Array.from({ length: 257 }, () => client.send('x'));
		expect(await client.send('one too many')).toEqual({ kind: 'not-sent' });
		await client.stop();
		const outcomes = await Promise.all(waiting);
		expect(outcomes.map(({ kind }) => kind)).toEqual(['failed', ...Array(256).fill('not-sent')]);
		expect(await client.send('late')).toEqual({ kind: 'not-sent' });
	});
});
