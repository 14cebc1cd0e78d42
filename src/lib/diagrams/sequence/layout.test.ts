import { describe, expect, test } from 'vitest';
import {
	GAP_HEIGHT,
	LONGEST_ROOM,
	microsecondsPerPixel,
	roomBefore,
	ROW_HEIGHT,
	type Timed
} from './layout.ts';

const at = (...times: number[]): Timed[] => times.map((t) => ({ t, tEnd: t }));

describe('compact', () => {
	test.each([
		[4999, 0, false],
		[5000, GAP_HEIGHT, true],
		[34_100_000, GAP_HEIGHT, true]
	])('%s µs of quiet take %s px', (quiet, height, isNamed) => {
		expect(roomBefore(at(0, quiet), 1, null)).toEqual({ quiet, height, isNamed, isCut: false });
	});

	test('quiet is counted from the end of the record before', () => {
		const records = [{ t: 0, tEnd: 9000 }, ...at(20_000)];
		expect(roomBefore(records, 1, null).quiet).toBe(11_000);
	});

	test('there is no room above the first record', () => {
		expect(roomBefore(at(70_000), 0, null).height).toBe(0);
	});

	test('a record that began earlier than the one before has no room', () => {
		expect(roomBefore(at(9000, 1000), 1, null).quiet).toBe(0);
	});
});

describe('to scale', () => {
	test('from arrow to arrow is the time at so many µs a pixel', () => {
		expect(roomBefore(at(0, 10_000), 1, 100).height).toBe(100 - ROW_HEIGHT);
	});

	test('rows never overlap, however close', () => {
		expect(roomBefore(at(0, 1), 1, 100).height).toBe(0);
	});

	test('a long quiet is cut, and says so', () => {
		const room = roomBefore(at(0, 1e9), 1, 100);
		expect([room.height, room.isCut, room.isNamed]).toEqual([LONGEST_ROOM, true, true]);
	});

	test.each([
		[81_443, 11, 100],
		[1_000_000, 10_000, 2],
		[60_000_000, 20, 50_000],
		[0, 5, 0],
		[500, 0, 0]
	])('%s µs over %s records are drawn at %s µs a pixel', (duration, count, perPixel) => {
		expect(microsecondsPerPixel(duration, count)).toBe(perPixel);
	});

	test('the scale keeps still while a recording grows a little', () => {
		expect(microsecondsPerPixel(90_000, 12)).toBe(microsecondsPerPixel(81_443, 11));
	});
});

test('a row reads its own record and the one before, no other', () => {
	const read = new Set<PropertyKey>();
	const records = new Proxy(at(...Array.from({ length: 1000 }, (_, i) => i * 6000)), {
		get: (target, key, receiver) => (read.add(key), Reflect.get(target, key, receiver))
	});
	roomBefore(records, 500, null);
	expect([...read]).toEqual(['500', '499']);
});
