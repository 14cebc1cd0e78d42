import { describe, expect, it } from 'vitest';
import { LoadLane } from '../load/load-lane.ts';
import { EventLog } from './event-log.ts';
import type { Lane } from './lane.ts';
import { Lanes } from './lanes.ts';

function laneWith(conditions: { delay?: number; jitter?: number }): Lane {
	const lane = new LoadLane(new EventLog(), 'websocket', () => undefined);
	return Object.assign(lane, { settings: { ...lane.settings, ...conditions } });
}

describe('the lanes of a server', () => {
	it.each([
		['delay', { delay: 1 }, true],
		['jitter', { jitter: 1 }, true],
		['neither', {}, false]
	])('with %s on one of them: whether they have conditions', (_name, conditions, expected) => {
		const lanes = new Lanes();
		lanes.add(laneWith({}));
		lanes.add(laneWith(conditions));
		expect(lanes.haveConditions).toBe(expected);
	});

	it('have none any more once the last with some has gone, also where it goes twice', () => {
		const lanes = new Lanes();
		const keys = [lanes.add(laneWith({ delay: 1 })), lanes.add(laneWith({ jitter: 1 }))];
		for (const key of [keys[0], keys[0]]) lanes.delete(String(key));
		expect(lanes.haveConditions).toBe(true);
		lanes.delete(String(keys[1]));
		expect(lanes.haveConditions).toBe(false);
	});
});
