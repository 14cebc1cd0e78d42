import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latin1Bytes } from '#lib/protocol/latin1.ts';
import type { LaneTold } from '../lane-told.ts';
import { encodePollBody } from '../wire/poll-body.ts';
import { LaneBook, type LaneEvent } from './lane-book.ts';

const told = (t: number, connection: number, told: LaneTold): LaneEvent => ({
	kind: 'lane',
	t,
	connection,
	told
});
const begin = (t: number, connection: number, lane = 1, socket = 1): LaneEvent =>
	told(t, connection, { name: 'exchange', lane, socket });
const data = (
	t: number,
	connection: number,
	direction: 'client' | 'server',
	text: string
): LaneEvent => ({ kind: 'data', t, connection, direction, bytes: latin1Bytes(text) });
const counted = (
	t: number,
	connection: number,
	direction: 'client' | 'server',
	bytes: number
): LaneEvent => told(t, connection, { name: 'counted', direction, bytes });
const done = (t: number, connection: number): LaneEvent => told(t, connection, { name: 'done' });

const POLL = 'GET /lab/events/poll?lane=k HTTP/1.1\r\nHost: a\r\n\r\n';
const UPGRADE = 'GET /ws/events?lane=k HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n\r\n';
const SWITCHING = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n';
const ok = (body: string, headers = ''): string =>
	`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n${headers}\r\n${body}`;

function book(...events: readonly LaneEvent[]): LaneBook {
	const made = new LaneBook();
	for (const event of events) made.add(event);
	return made;
}

describe('the book of lanes', () => {
	it('tells heads from bodies', () => {
		const answer = ok('hello');
		const { up, down, headUp, headDown } = book(
			begin(1, 7),
			data(2, 7, 'client', POLL),
			data(3, 7, 'server', answer)
		).totals(1);
		expect({ up, down, headUp, headDown }).toEqual({
			up: POLL.length,
			down: answer.length,
			headUp: POLL.length,
			headDown: answer.length - 5
		});
	});

	it('finds the same heads however the bytes are cut', () => {
		const answer = ok('body');
		fc.assert(
			fc.property(fc.array(fc.nat(answer.length)), (cuts) => {
				const places = [0, ...cuts.sort((one, two) => one - two), answer.length];
				const chunks = places
					.slice(1)
					.map((end, at) => data(at + 3, 7, 'server', answer.slice(places[at], end)));
				const made = book(begin(1, 7), data(2, 7, 'client', POLL), ...chunks);
				expect(made.exchange(7)).toMatchObject({
					status: 200,
					headDown: answer.length - 4,
					down: answer.length
				});
			})
		);
	});

	it('does not know a head of which bytes were not kept, and counts them all the same', () => {
		const made = book(
			begin(1, 7),
			counted(2, 7, 'client', 300),
			data(3, 7, 'server', ok('')),
			done(4, 7)
		);
		expect(made.exchange(7)).toMatchObject({ up: 300, headUp: null, isCut: true });
		expect(made.totals(1)).toMatchObject({ up: 300, headUp: 0, unknownHeads: 1 });
	});

	it.each([
		[ok(encodePollBody({ last: 3, gap: null, events: [] })), 'nothing'],
		[ok(encodePollBody({ last: 3, gap: null, events: [{ id: 3, data: 'a' }] })), 'events'],
		[
			ok(encodePollBody({ last: 3, gap: null, events: [{ id: 3, data: '"events":[]}' }] })),
			'events'
		],
		['HTTP/1.1 304 Not Modified\r\nETag: W/"3"\r\n\r\n', 'nothing'],
		['HTTP/1.1 204 No Content\r\n\r\n', 'nothing'],
		['HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n', 'unknown'],
		[ok('zipped', 'Content-Encoding: gzip\r\n'), 'unknown']
	])('knows what an answer brought: %j', (answer, brought) => {
		const made = book(
			begin(1, 7),
			data(2, 7, 'client', POLL),
			data(3, 7, 'server', answer),
			done(4, 7)
		);
		expect(made.exchange(7)?.answer).toBe(brought);
	});

	it('holds a request from its begin to its end', () => {
		const made = book(begin(1, 7), data(2, 7, 'client', POLL));
		expect(made.totals(1).held).toBe(1);
		made.add(data(3, 7, 'server', ok('')));
		made.add(done(4, 7));
		expect(made.totals(1)).toMatchObject({ held: 0, mostHeld: 1 });
	});

	it('holds no upgrade', () => {
		const made = book(begin(1, 7), data(2, 7, 'client', UPGRADE), data(3, 7, 'server', SWITCHING));
		expect(made.totals(1)).toMatchObject({
			held: 0,
			open: 1,
			upgrades: 1,
			upgradeHeads: UPGRADE.length + SWITCHING.length
		});
		expect(made.underWay).toBe(1);
	});

	it('takes no upgrade for one more held request while its head is on the way', () => {
		const poll = [begin(1, 7), data(1, 7, 'client', POLL)];
		const upgrade = [begin(2, 8, 2, 2), data(2, 8, 'client', UPGRADE)];
		const made = book(...poll, ...upgrade, done(3, 8), done(4, 7));
		expect(made.mostHeld).toBe(1);
		expect(made.totals(2).mostHeld).toBe(0);
	});

	it('holds an upgrade that was refused until it is over', () => {
		const made = book(begin(1, 7), data(2, 7, 'client', UPGRADE), data(3, 7, 'server', ok('')));
		expect(made.totals(1).held).toBe(1);
		made.add(done(4, 7));
		expect(made.totals(1).held).toBe(0);
	});

	it('gives a pooled connection to the lane that it served last', () => {
		const made = book(begin(1, 7, 1, 5), done(2, 7), begin(3, 8, 2, 5));
		expect([made.totals(1).open, made.totals(2).open]).toEqual([0, 1]);
		made.add(told(4, 0, { name: 'socket-closed', socket: 5 }));
		expect([made.totals(1).open, made.totals(2).open]).toEqual([0, 0]);
		expect([made.totals(1).connections, made.totals(2).connections]).toEqual([1, 1]);
	});

	it('counts on where it keeps no more', () => {
		const made = new LaneBook({ laneBytes: 10, laneExchanges: 1 });
		for (const number of [7, 8]) {
			made.add(begin(1, number));
			made.add(data(2, number, 'client', POLL));
			made.add(data(3, number, 'server', ok('hello')));
			made.add(done(4, number));
		}
		expect(made.exchanges(1)).toHaveLength(1);
		expect(made.exchange(8)).toBeNull();
		expect(made.exchange(7)).toMatchObject({ isCut: true, events: [] });
		expect(made.totals(1)).toMatchObject({ requests: 2, up: 2 * POLL.length });
	});

	it('keeps what the source made, in order', () => {
		const made = book(
			told(5, 0, { name: 'emitted', stream: 1, id: 1, size: 3 }),
			told(9, 0, { name: 'emitted', stream: 1, id: 2, size: 4 }),
			told(10, 0, { name: 'source-ended', stream: 1 })
		);
		expect(made.emitted.timeOf(2)).toBe(9);
		expect(made.emitted.timeOf(3)).toBeNull();
		expect([made.emitted.bytes, made.emitted.endedAt]).toEqual([7, 10]);
	});

	it('has the sums that its exchanges have, whatever happens', () => {
		const step = fc.record({
			exchange: fc.nat(5),
			kind: fc.constantFrom('begin', 'up', 'down', 'counted', 'done'),
			bytes: fc.integer({ min: 1, max: 4000 })
		});
		fc.assert(
			fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
				const made = new LaneBook({ laneBytes: 6000 });
				const sums = { up: 0, down: 0, requests: 0 };
				const open = new Set<number>();
				const known = new Set<number>();
				steps.forEach(({ exchange, kind, bytes }, t) => {
					const lane = 1 + (exchange % 2);
					if (kind === 'begin' && !known.has(exchange)) {
						made.add(begin(t, exchange, lane, exchange));
						known.add(exchange);
						open.add(exchange);
						sums.requests += 1;
					} else if (kind === 'done') {
						made.add(done(t, exchange));
						open.delete(exchange);
					} else if (known.has(exchange) && kind !== 'begin') {
						const direction = kind === 'up' ? 'client' : 'server';
						const event =
							kind === 'counted'
								? counted(t, exchange, direction, bytes)
								: data(t, exchange, direction, 'x'.repeat(bytes));
						made.add(event);
						sums[kind === 'up' ? 'up' : 'down'] += bytes;
					}
				});
				const lanes = [made.totals(1), made.totals(2)];
				const total = (name: 'up' | 'down' | 'requests' | 'held') =>
					lanes.reduce((sum, totals) => sum + totals[name], 0);
				expect([total('up'), total('down'), total('requests')]).toEqual([
					sums.up,
					sums.down,
					sums.requests
				]);
				expect([total('held'), made.held, made.underWay]).toEqual([
					open.size,
					open.size,
					open.size
				]);
				const inTime = lanes.flatMap(({ timeline }) => [...timeline.down.values]);
				expect(inTime.reduce((sum, bytes) => sum + bytes, 0)).toBe(sums.down);
			})
		);
	});
});
