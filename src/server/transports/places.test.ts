import { describe, expect, it } from 'vitest';
import type { EventLog } from '../streams/event-log.ts';
import type { Lane } from '../streams/lane.ts';
import { Places, type EndCause, type Waiting } from './places.ts';

class TestLane implements Lane {
	readonly number = 1;
	readonly settings = {
		transport: 'long-polling',
		delay: 0,
		jitter: 0,
		compression: false
	} as const;
	isEnded = false;
	ended: (() => void)[] = [];
	declare readonly log: EventLog;

	receive(): boolean {
		return true;
	}

	observe(): void {
		// Nothing crosses a wire here.
	}

	dropped(): void {
		// Nobody is told.
	}

	onEnd(listener: () => void): () => void {
		this.ended.push(listener);
		return () => undefined;
	}

	end(): void {
		this.isEnded = true;
		for (const listener of this.ended) listener();
	}
}

function wait(places: Places, lane: Lane): { waiting: Waiting; causes: EndCause[] } {
	const causes: EndCause[] = [];
	const waiting: Waiting = {
		lane,
		end(cause) {
			causes.push(cause);
			places.leave(waiting);
		}
	};
	places.enter(waiting);
	return { waiting, causes };
}

describe('places', () => {
	it('are bounded for each lane, and for all', () => {
		const places = new Places({ perLane: 2, inAll: 3 });
		const [first, second] = [new TestLane(), new TestLane()];
		wait(places, first);
		wait(places, first);
		expect([places.hasRoom(first), places.hasRoom(second)]).toEqual([false, true]);
		wait(places, second);
		expect([places.hasRoom(second), places.taken]).toEqual([false, 3]);
	});

	it('are left for a lane that has none, where others have taken them all', () => {
		const places = new Places({ perLane: 2, inAll: 2 });
		const [greedy, late] = [new TestLane(), new TestLane()];
		wait(places, greedy);
		wait(places, greedy);
		expect(places.hasRoom(late)).toBe(true);
		wait(places, late);
		expect([places.hasRoom(late), places.taken]).toEqual([false, 3]);
	});

	it('are given back once', () => {
		const places = new Places({ perLane: 2, inAll: 2 });
		const lane = new TestLane();
		wait(places, lane);
		const { waiting } = wait(places, lane);
		places.leave(waiting);
		places.leave(waiting);
		expect([places.taken, places.hasRoom(lane)]).toEqual([1, true]);
	});

	it('end with their lane, others do not', () => {
		const places = new Places({ perLane: 8, inAll: 8 });
		const [lane, other] = [new TestLane(), new TestLane()];
		const ending = [wait(places, lane), wait(places, lane)];
		const staying = wait(places, other);
		lane.end();
		expect(ending.map(({ causes }) => causes)).toEqual([['lane-ended'], ['lane-ended']]);
		expect([staying.causes, places.taken]).toEqual([[], 1]);
	});

	it('end with the server', () => {
		const places = new Places({ perLane: 8, inAll: 8 });
		const all = [wait(places, new TestLane()), wait(places, new TestLane())];
		places.endAll();
		expect(all.map(({ causes }) => causes)).toEqual([['closing'], ['closing']]);
		expect(places.taken).toBe(0);
	});
});
