import { describe, expect, it } from 'vitest';
import { EmittedLog } from '../measure/emitted-log.ts';
import { GrowingExchange } from '../measure/lane-exchange.ts';
import { findBearer } from './find-bearer.ts';
import { GameMeter } from './game-meter.ts';

const MS = 1000;

function emittedEvery(ms: number, count: number): EmittedLog {
	const log = new EmittedLog();
	for (let id = 1; id <= count; id++) log.add(id, 10, id * ms * MS);
	return log;
}

describe('the age of the picture', () => {
	it('rises from the delay of one snapshot until the next one comes, weighed by time', () => {
		const meter = new GameMeter(emittedEvery(50, 4));
		for (const id of [1, 2, 3]) meter.show(id, (id * 50 + 10) * MS);
		expect(meter.summary).toMatchObject({
			snapshots: 3,
			time: 100 * MS,
			meanAge: 35 * MS,
			worstAge: 60 * MS
		});
		expect(meter.ageAt(200 * MS)).toBe(50 * MS);
	});

	it('of many that come at once is the age of the newest', () => {
		const meter = new GameMeter(emittedEvery(50, 20));
		for (const id of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) meter.show(id, 500 * MS);
		for (const id of [11, 12, 13, 14, 15, 16, 17, 18, 19, 20]) meter.show(id, 1000 * MS);
		expect(meter.summary).toMatchObject({ meanAge: 250 * MS, worstAge: 500 * MS });
		expect(meter.changes.at(-1)).toMatchObject({ after: 0 });
	});

	it('is known once the server has told when the snapshot was made', () => {
		const emitted = new EmittedLog();
		const meter = new GameMeter(emitted);
		meter.show(1, 60 * MS);
		expect(meter.ageAt(100 * MS)).toBeNull();
		emitted.add(1, 10, 50 * MS);
		meter.settle();
		expect(meter.ageAt(100 * MS)).toBe(50 * MS);
	});

	it('is never below zero, whatever two clocks say', () => {
		const meter = new GameMeter(emittedEvery(50, 2));
		meter.show(1, 40 * MS);
		meter.show(2, 90 * MS);
		expect(meter.changes).toEqual([{ t: 90 * MS, before: 40 * MS, after: 0 }]);
	});

	it('does not go on while another transport carries the game', () => {
		const meter = new GameMeter(emittedEvery(50, 400));
		meter.show(1, 50 * MS);
		meter.show(2, 100 * MS);
		meter.pause();
		meter.show(300, 15_000 * MS);
		expect(meter.summary).toMatchObject({ time: 50 * MS, worstAge: 50 * MS });
	});
});

it('the effect of a key is the median of those measured', () => {
	const meter = new GameMeter(new EmittedLog());
	expect(meter.summary.effect).toBeNull();
	for (const ms of [40, 900, 50]) meter.addEffect(ms * MS);
	expect(meter.summary).toMatchObject({ effect: 50 * MS, effects: 3 });
});

describe('the bearer of a snapshot', () => {
	const bytes = (text: string) => new TextEncoder().encode(text);
	function exchange(number: number, ...chunks: string[]): GrowingExchange {
		const made = new GrowingExchange(number, 1, 1, 0);
		for (const [t, text] of chunks.entries()) {
			const event = { kind: 'data', t, connection: number, direction: 'server' } as const;
			made.chunk({ ...event, bytes: bytes(text) }, true);
		}
		return made;
	}

	it('is the chunk in which its very bytes stand', () => {
		const exchanges = [
			exchange(7, '{"data":"812|a|b|"}', '{"data":"813|a|b|"}'),
			exchange(8, '{}')
		];
		expect(findBearer(exchanges, '813|a|b|')).toMatchObject({
			exchange: { number: 7 },
			chunk: { t: 1 },
			offset: 9,
			length: 8
		});
	});

	it('is not known where the bytes were not kept', () => {
		expect(findBearer([exchange(7, 'HTTP/1.1 200 OK')], '813|a|b|')).toBeNull();
		expect(findBearer([], '813|a|b|')).toBeNull();
	});
});
