import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DROP_REASONS, type LaneTold } from '#lib/transports/lane-told.ts';
import { decodeBatch, encodeBatch, type ChannelEvent } from './batch.ts';

const hex = (text: string): Uint8Array =>
	Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const direction = fc.constantFrom('client', 'server');
const common = { connection: fc.integer({ min: 1, max: 2 ** 40 }), t: fc.constant(0) };
const size = fc.nat();
const event: fc.Arbitrary<ChannelEvent> = fc.oneof(
	fc.record({ ...common, kind: fc.constant('accepted') }),
	fc.record({ ...common, kind: fc.constant('data'), direction, bytes: fc.uint8Array() }),
	fc.record({ ...common, kind: fc.constantFrom('fin', 'rst'), direction }),
	fc.record({
		...common,
		kind: fc.constant('stopped'),
		bound: fc.constantFrom('connection', 'session')
	}),
	fc.record({
		...common,
		kind: fc.constant('server'),
		told: fc.oneof(
			fc.record({
				name: fc.constant('connection'),
				protocol: fc.string(),
				extensions: fc.string()
			}),
			fc.record({ name: fc.constantFrom('message', 'send'), data: fc.constant('text'), size }),
			fc.record({ name: fc.constantFrom('ping', 'pong', 'ping-call'), size }),
			fc.record({ name: fc.constant('close-call'), code: fc.option(size), reason: fc.string() }),
			fc.record({ name: fc.constant('error'), code: fc.string(), message: fc.string() }),
			fc.record({ name: fc.constant('close'), code: size, reason: fc.string() }),
			fc.record({ name: fc.constant('refused'), status: size, message: fc.string() })
		)
	}),
	fc.record({
		...common,
		kind: fc.constant('run'),
		direction,
		told: fc.oneof(
			fc.record({ name: fc.constant('begin'), bytes: size, writes: size }),
			fc.record({
				name: fc.constant('end'),
				outcome: fc.constantFrom('written', 'cancelled', 'peer-ended', 'timed-out'),
				bytes: size
			}),
			fc.record({ name: fc.constant('unanswered'), after: size })
		)
	}),
	fc.record({
		...common,
		kind: fc.constant('lane'),
		connection: fc.nat(2 ** 31 - 1),
		told: fc.oneof(
			fc.record({ name: fc.constant('exchange'), lane: size, socket: size }),
			fc.record({ name: fc.constant('counted'), direction, bytes: fc.maxSafeNat() }),
			fc.record({ name: fc.constant('done') }),
			fc.record({ name: fc.constant('socket-closed'), socket: size }),
			fc.record({ name: fc.constant('emitted'), stream: size, id: size, size }),
			fc.record({ name: fc.constant('source-ended'), stream: size }),
			fc.record({ name: fc.constant('received'), lane: size, size }),
			fc.record({
				name: fc.constant('dropped'),
				lane: size,
				reason: fc.constantFrom(...DROP_REASONS)
			})
		)
	})
) as fc.Arbitrary<ChannelEvent>;
const timed = fc
	.array(fc.tuple(event, fc.nat(2 ** 30)))
	.map((pairs) => pairs.map(([one, t]) => ({ ...one, t })).toSorted((a, b) => a.t - b.t));

describe('a batch', () => {
	it('is laid out as documented', () => {
		const events: ChannelEvent[] = [
			{ kind: 'accepted', connection: 1, t: 200 },
			{ kind: 'data', connection: 1, t: 500, direction: 'server', bytes: hex('81 02 48 69') },
			{ kind: 'stopped', connection: 300, t: 500, bound: 'session' }
		];
		expect(toHex(encodeBatch(7, 200, 1000, events))).toBe(
			toHex(hex('01 07 c801 e807 00 01 00 11 01 d804 04 81024869 14 ac02 00'))
		);
	});

	it('decodes to the events it was made of', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1 }), timed, (seq, events) => {
				const bytes = encodeBatch(seq, 0, 2 ** 31, events);
				expect(decodeBatch(bytes)).toEqual({ seq, until: 2 ** 31, size: bytes.length, events });
			})
		);
	});

	it('carries times below 2^52', () => {
		const t = 2 ** 52 - 1;
		const bytes = encodeBatch(1, 0, t, [{ kind: 'accepted', connection: 1, t }]);
		expect(decodeBatch(bytes)).toMatchObject({ until: t, events: [{ t }] });
	});

	it('keeps the time of an event that was held back', () => {
		const events: ChannelEvent[] = [
			{ kind: 'accepted', connection: 1, t: 50 },
			{ kind: 'accepted', connection: 2, t: 300 },
			{ kind: 'accepted', connection: 3, t: 200 }
		];
		const batch = decodeBatch(encodeBatch(1, 100, 400, events));
		expect(batch?.events.map((one) => one.t)).toEqual([50, 300, 200]);
	});

	it('does not copy chunks', () => {
		const events: ChannelEvent[] = [
			{ kind: 'data', connection: 1, t: 0, direction: 'client', bytes: new Uint8Array(10) }
		];
		const bytes = encodeBatch(1, 0, 0, events);
		const [decoded] = decodeBatch(bytes)?.events ?? [];
		expect(decoded?.kind === 'data' && decoded.bytes.buffer).toBe(bytes.buffer);
	});

	it('is refused when it is cut anywhere inside an entry', () => {
		const bytes = encodeBatch(1, 0, 9, [
			{ kind: 'data', connection: 1, t: 9, direction: 'client', bytes: new Uint8Array(5) }
		]);
		const whole = Array.from(bytes.keys(), (length) => decodeBatch(bytes.subarray(0, length)));
		// The first four bytes alone are a batch without events.
		expect(whole.map((batch) => batch !== null)).toEqual(
			Array.from(bytes.keys(), (length) => length === 4)
		);
	});

	it.each([
		['nothing', ''],
		['another version', '02 01 00 00'],
		['sequence number 0', '01 00 00 00'],
		['an unknown kind', '01 01 00 00 08 01 00 02 7b 7d'],
		['an unknown flag', '01 01 00 00 20 01 00'],
		['a number over 2^53 − 1', '01 ff ff ff ff ff ff ff ff 7f 00 00'],
		['an event after the watermark', '01 01 00 05 00 01 0c'],
		['an event before the beginning', '01 01 00 05 00 01 01'],
		['an event that is not JSON', '01 01 00 00 05 01 00 02 7b 7b'],
		['an event of no known shape', '01 01 00 00 05 01 00 02 7b 7d'],
		['a run of no known shape', '01 01 00 00 06 01 00 02 7b 7d'],
		['a lane of no known shape', '01 01 00 00 07 01 00 02 7b 7d'],
		['an event that is not UTF-8', '01 01 00 00 05 01 00 01 ff'],
		['a block longer than the batch', '01 01 00 00 01 01 00 7f 00']
	])('is refused with %s', (_name, bytes) => {
		expect(decodeBatch(hex(bytes))).toBeNull();
	});

	it('never makes decoding throw, whatever the bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				decodeBatch(Uint8Array.of(1, ...bytes));
			})
		);
	});

	it('never makes decoding throw where one of its bytes is another', () => {
		fc.assert(
			fc.property(timed, fc.nat(), fc.nat(255), (events, place, byte) => {
				const bytes = encodeBatch(1, 0, 2 ** 31, events);
				bytes[place % bytes.length] = byte;
				for (const one of decodeBatch(bytes)?.events ?? []) {
					expect(one.connection).toBeGreaterThanOrEqual(0);
				}
			})
		);
	});

	it.each<[string, object]>([
		['a negative count of bytes', { name: 'counted', direction: 'client', bytes: -1 }],
		['a fraction of a byte', { name: 'counted', direction: 'client', bytes: 0.5 }],
		['more bytes than can be added up', { name: 'counted', direction: 'server', bytes: 2 ** 53 }],
		['another direction', { name: 'counted', direction: 'up', bytes: 1 }],
		['a reason that there is not', { name: 'dropped', lane: 1, reason: 'whim' }],
		['an exchange of no lane', { name: 'exchange', socket: 1 }]
	])('is refused with a lane event that tells %s', (_name, told) => {
		const events = [{ kind: 'lane' as const, t: 0, connection: 1, told: told as LaneTold }];
		expect(decodeBatch(encodeBatch(1, 0, 0, events))).toBeNull();
	});
});
