import { describe, expect, it } from 'vitest';
import { laneResult, raceResult, steadyDelays } from '../../../../tests/support/race-results.ts';
import type { Finding, FindingKind } from './finding.ts';
import { findFindings } from './findings.ts';
import { plainLane } from './race-plan.ts';
import type { LaneResult, RaceResult } from './race-result.ts';

const short = (numbers: Partial<LaneResult> = {}) =>
	laneResult(plainLane('short-polling'), numbers);
const long = (numbers: Partial<LaneResult> = {}) => laneResult(plainLane('long-polling'), numbers);
const frames = (numbers: Partial<LaneResult> = {}) => laneResult(plainLane('websocket'), numbers);

function find<K extends FindingKind>(
	kind: K,
	result: RaceResult
): Extract<Finding, { kind: K }> | undefined {
	return findFindings(result).find(
		(finding): finding is Extract<Finding, { kind: K }> => finding.kind === kind
	);
}

describe('findings on bytes', () => {
	it('name who spent least on an event, and who most', () => {
		const result = raceResult([short({ up: 8000, down: 2000 }), frames({ up: 500, down: 1500 })]);
		expect(find('bytes-per-event', result)).toMatchObject({
			least: 1,
			leastBytes: 200,
			most: 0,
			mostBytes: 1000
		});
	});

	it('compare no lane that missed events, for it did less', () => {
		const result = raceResult([short({ up: 9000 }), frames({ up: 1, delivered: 1, missing: 9 })]);
		expect(find('bytes-per-event', result)).toBeUndefined();
	});

	it('say what silence costs where no event was made', () => {
		const nothing = { delivered: 0, deliveredBytes: 0 };
		const result = raceResult([short({ up: 300, ...nothing }), frames({ up: 500, ...nothing })], {
			emitted: { count: 0, bytes: 0 }
		});
		expect(find('silence', result)).toMatchObject({ least: 0, leastBytes: 300, mostBytes: 500 });
		expect(find('bytes-per-event', result)).toBeUndefined();
	});

	it('let polling win where it does', () => {
		const result = raceResult([
			short({ up: 900, delays: steadyDelays(4_000_000) }),
			frames({ up: 2000, delays: steadyDelays(1000) })
		]);
		expect(find('polling-cheaper', result)).toEqual({
			kind: 'polling-cheaper',
			lane: 0,
			bytes: 900,
			other: 1,
			otherBytes: 2000,
			delay: 4_000_000,
			otherDelay: 1000
		});
		expect(find('polling-dearer', result)).toBeUndefined();
	});

	it('call polling no later where the clock alone may be the difference', () => {
		const result = raceResult(
			[
				short({ up: 900, delays: steadyDelays(4000) }),
				frames({ up: 2000, delays: steadyDelays(1000) })
			],
			{ clockError: 1500 }
		);
		expect(find('polling-cheaper', result)).toMatchObject({ delay: null, otherDelay: null });
	});

	it('say that short polling gathers events where it took less than long polling', () => {
		const cheap = short({ up: 900, requests: 3 });
		const dear = long({ up: 9000, requests: 10 });
		const expected = { lane: 1, bytes: 900, requests: 3, other: 0, otherBytes: 9000 };
		expect(find('polling-gathers', raceResult([dear, cheap]))).toMatchObject({
			...expected,
			otherRequests: 10
		});
		const often = short({ up: 9001 });
		expect(find('polling-gathers', raceResult([dear, often]))).toBeUndefined();
		expect(find('polling-gathers', raceResult([frames({ up: 9000 }), cheap]))).toBeUndefined();
	});

	it('say from which interval on polling would win', () => {
		// 20 questions of 500 bytes and 640 of data; the frames spent 1,000 more than the data: two
		// questions in 20 s.
		const result = raceResult([
			short({ requests: 20, up: 6000, headUp: 6000, down: 4640, headDown: 4000 }),
			frames({ up: 640, down: 1000 })
		]);
		expect(find('polling-dearer', result)).toMatchObject({
			question: { heads: 500, bodies: 640, breakEven: 10_000_000 }
		});
	});

	it('count what wraps each event in with the data: it does not shrink with the questions', () => {
		// The same 20 questions, but 240 bytes around the events: 1,000 - 240 leave 1.52 questions.
		const polling = short({ requests: 20, up: 6000, headUp: 6000, down: 4880, headDown: 4000 });
		const dearer = (down: number) =>
			find('polling-dearer', raceResult([polling, frames({ up: 640, down })]));
		expect(dearer(1000)?.question?.breakEven).toBeCloseTo(20_000_000 / 1.52);
		// Less than one question would fit, or none at all.
		expect(dearer(739)?.question?.breakEven).toBeNull();
		expect(dearer(100)?.question?.breakEven).toBeNull();
	});

	it('name no price of a question where some heads are not known', () => {
		const polling = short({ requests: 20, up: 9000, headUp: 6000, unknownHeads: 1 });
		const result = raceResult([polling, frames({ up: 640 })]);
		expect(find('polling-dearer', result)).toMatchObject({ question: null });
	});

	it('hold short polling against the cheapest of the others', () => {
		const sse = laneResult(plainLane('server-sent-events'), { up: 700 });
		const result = raceResult([short({ up: 9000 }), frames({ up: 2000 }), sse]);
		expect(find('polling-dearer', result)).toMatchObject({ other: 2, otherBytes: 700 });
	});

	it('count empty answers', () => {
		const result = raceResult([short({ emptyAnswers: 15, fullAnswers: 5 })]);
		expect(find('empty-answers', result)).toMatchObject({ lane: 0, empty: 15, answers: 20 });
	});

	it('count no empty answers where some cannot be told', () => {
		const result = raceResult([short({ emptyAnswers: 15, fullAnswers: 5, unknownAnswers: 1 })]);
		expect(find('empty-answers', result)).toBeUndefined();
	});

	it.each([
		[400, 900],
		[900, 400]
	])('compare a compressed lane (%d bytes) with its plain twin (%d bytes)', (bytes, otherBytes) => {
		const packed = laneResult(plainLane('websocket', { compression: true }), { up: bytes });
		const result = raceResult([packed, frames({ up: otherBytes })]);
		expect(find('compression', result)).toMatchObject({ lane: 0, bytes, other: 1, otherBytes });
	});

	it('compare no compressed lane with one that differs in more', () => {
		const packed = laneResult(plainLane('websocket', { compression: true, delay: 50 }));
		expect(find('compression', raceResult([packed, frames({ up: 9 })]))).toBeUndefined();
	});

	it('tell what Socket.IO adds, once and for each event', () => {
		const socketIo = laneResult(plainLane('socket-io'), {
			up: 1000,
			down: 2000,
			opening: { requests: 4, up: 900, down: 1100 }
		});
		const plain = frames({ down: 1300, opening: { requests: 1, up: 200, down: 300 } });
		expect(find('envelope', raceResult([socketIo, plain]))).toMatchObject({
			opening: 2000,
			otherOpening: 500,
			perEvent: 100,
			otherPerEvent: 80
		});
	});

	it('tell the share of heads, where all are known', () => {
		const lane = { up: 900, down: 100, headUp: 800, headDown: 50 };
		expect(find('heads', raceResult([short(lane)]))).toMatchObject({ heads: 850, bytes: 1000 });
		const result = raceResult([short({ ...lane, unknownHeads: 1 })]);
		expect(find('heads', result)).toBeUndefined();
	});
});

describe('findings on delays', () => {
	const medians = (delay: number, otherDelay: number, clockError: number) =>
		raceResult(
			[long({ delays: steadyDelays(delay) }), frames({ delays: steadyDelays(otherDelay) })],
			{ clockError }
		);

	it.each([
		[1500, 1000, 300, 'same'],
		[1000, 1500, 300, 'same'],
		[1700, 1000, 300, 'slower'],
		[1000, 1700, 300, 'quicker']
	])('medians of %d and %d µs with an error of %d are %s', (delay, other, error, verdict) => {
		expect(find('long-polling-delay', medians(delay, other, error))?.verdict).toBe(verdict);
	});

	it('compare no lanes that had different ways to go', () => {
		const far = laneResult(plainLane('long-polling', { delay: 50 }), {
			delays: steadyDelays(100_000)
		});
		const result = raceResult([far, frames({ delays: steadyDelays(1000) })]);
		expect(find('long-polling-delay', result)).toBeUndefined();
	});

	it('take nothing from a handful of delays', () => {
		const result = raceResult([
			long({ delays: steadyDelays(1000, 3) }),
			frames({ delays: steadyDelays(1000, 3) })
		]);
		expect(find('clock', result)).toBeUndefined();
	});

	it('tell the error of the clock', () => {
		expect(find('clock', medians(1, 1, 777))?.error).toBe(777);
	});
});

describe('findings on events', () => {
	it('say that all arrived', () => {
		const result = raceResult([short(), frames()]);
		expect(find('all-delivered', result)).toMatchObject({ events: 10, lanes: 2 });
	});

	it('say what did not arrive, and what was lost', () => {
		const result = raceResult([short({ delivered: 7, missing: 1, skipped: 2 })]);
		expect(find('lost', result)).toMatchObject({ missing: 1, skipped: 2, events: 10 });
		expect(find('all-delivered', result)).toBeUndefined();
	});

	it('say what came again', () => {
		expect(find('duplicated', raceResult([frames({ duplicates: 2 })]))?.duplicates).toBe(2);
	});

	it('tell of the six connections where they were all held and somebody waited', () => {
		const waits = { tab: 1, requests: 0, delivered: 0, wasConnected: false };
		const lanes = [frames(), laneResult(plainLane('server-sent-events'), waits)];
		const full = raceResult(lanes, { mostHeld: 6 });
		const expected = { isOwn: true, held: 6, never: 1, waited: 0 };
		expect(find('six-connections', full)).toMatchObject(expected);
		expect(find('six-connections', raceResult(lanes, { mostHeld: 5 }))).toBeUndefined();
	});

	it('tell of the six connections where a request waited long, whoever held them', () => {
		const queued = { requests: 1, unsent: 2, longest: 9_000_000 };
		const never = short({ requests: 0, queued: { requests: 0, unsent: 1, longest: 8_000_000 } });
		const result = raceResult([short({ queued }), never, frames()], { mostHeld: 1 });
		expect(find('six-connections', result)).toEqual({
			kind: 'six-connections',
			isOwn: false,
			held: 1,
			waited: 4,
			unsent: 3,
			longest: 9_000_000,
			never: 1
		});
	});

	it.each([
		[900_000, 500],
		[1_050_000, 100_000]
	])('take a wait of %d µs with a clock wrong by %d for no sign of it', (longest, clockError) => {
		const lanes = [short({ queued: { requests: 1, unsent: 0, longest } })];
		const result = raceResult(lanes, { mostHeld: 1, clockError });
		expect(find('six-connections', result)).toBeUndefined();
	});

	it('count no WebSocket among those that waited for one of the six', () => {
		const lanes = [frames({ requests: 0 }), short()];
		expect(find('six-connections', raceResult(lanes, { mostHeld: 6 }))).toBeUndefined();
	});

	it('say whose code was not there when the lanes began', () => {
		const result = raceResult([short(), frames({ requests: 0, code: 'late' })]);
		expect(find('late-code', result)).toMatchObject({ lane: 1, code: 'late' });
		expect(find('late-code', raceResult([short()]))).toBeUndefined();
	});

	it('say when the race ended early', () => {
		expect(find('cut-short', raceResult([], { outcome: 'lost' }))?.outcome).toBe('lost');
	});
});
