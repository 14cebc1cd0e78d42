import { describe, expect, test } from 'vitest';
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { RecordingEvent } from '#lib/capture/recording-event.ts';
import { Player, type PlayerClock, type Speed } from './player.svelte.ts';

/** A clock that moves when the test says so. */
class HandClock implements PlayerClock {
	time = 0;
	#frames = new Map<number, () => void>();
	#next = 1;

	now(): number {
		return this.time;
	}
	requestFrame(callback: () => void): number {
		this.#frames.set(this.#next, callback);
		return this.#next++;
	}
	cancelFrame(handle: number): void {
		this.#frames.delete(handle);
	}
	get waiting(): number {
		return this.#frames.size;
	}
	/** One frame later by so many ms. */
	tick(ms: number): void {
		this.time += ms;
		const frames = [...this.#frames.values()];
		this.#frames.clear();
		for (const frame of frames) frame();
	}
}

/** Events at the given µs; records as [firstEvent, lastEvent]. */
function setUp(times: number[], spans: [number, number][] = times.map((_, i) => [i, i])) {
	const events = times.map((t): RecordingEvent => ({ t, connection: 1, kind: 'accepted' }));
	const records = spans.map(
		([firstEvent, lastEvent], index) => ({ index, firstEvent, lastEvent }) as ConversationRecord
	);
	const clock = new HandClock();
	const source = { recording: { events }, conversation: { records } };
	return { events, records, clock, player: new Player(() => source, clock) };
}

describe('following', () => {
	test('a new player follows the end', () => {
		const { player, events } = setUp([0, 1000]);
		events.push({ t: 2000, connection: 1, kind: 'accepted' });
		expect([player.isLive, player.cursor, player.time]).toEqual([true, 3, 2000]);
	});

	test('pausing while live holds the cursor where it is', () => {
		const { player, events } = setUp([0, 1000]);
		player.toggle();
		events.push({ t: 2000, connection: 1, kind: 'accepted' });
		expect([player.isLive, player.cursor]).toEqual([false, 2]);
	});

	test('going live leaves the past for the end', () => {
		const { player } = setUp([0, 1000, 2000]);
		player.goToStart();
		player.goLive();
		expect([player.isLive, player.cursor]).toEqual([true, 3]);
	});

	test('an empty recording has a cursor of 0 and no record', () => {
		const { player } = setUp([]);
		expect([player.cursor, player.record, player.time, player.duration]).toEqual([0, -1, 0, 0]);
	});
});

describe('stepping', () => {
	test('a step places the cursor where the record is complete', () => {
		const { player } = setUp(
			[0, 1000, 2000, 3000],
			[
				[0, 0],
				[1, 2],
				[3, 3]
			]
		);
		player.goToStart();
		player.step(1);
		player.step(1);
		expect([player.record, player.cursor, player.time]).toEqual([1, 3, 2000]);
	});

	test('records of one chunk are stepped through one by one', () => {
		const { player } = setUp(
			[0, 1000],
			[
				[0, 0],
				[1, 1],
				[1, 1],
				[1, 1]
			]
		);
		player.goToRecord(1);
		const seen = [player.record];
		player.step(1);
		seen.push(player.record);
		player.step(1);
		seen.push(player.record);
		expect([seen, player.cursor]).toEqual([[1, 2, 3], 2]);
	});

	test('before the first record lies the empty beginning', () => {
		const { player } = setUp([0, 1000]);
		player.goToRecord(0);
		player.step(-1);
		expect([player.record, player.cursor]).toEqual([-1, 0]);
	});

	test('the beginning is that of the connection, not of the recording', () => {
		const { player } = setUp(
			[0, 1000, 9000, 9500],
			[
				[2, 2],
				[3, 3]
			]
		);
		player.goToStart();
		expect([player.cursor, player.record]).toEqual([2, -1]);
	});

	test('a step past the last record is the end', () => {
		const { player } = setUp(
			[0, 1000, 2000],
			[
				[0, 0],
				[1, 1]
			]
		);
		player.goToRecord(1);
		player.step(1);
		expect([player.cursor, player.isLive]).toEqual([3, false]);
	});

	test('stepping stops playing', () => {
		const { player, clock } = setUp([0, 1000]);
		player.play();
		player.step(1);
		expect([player.isPlaying, clock.waiting]).toEqual([false, 0]);
	});
});

describe('playing', () => {
	test.each<[Speed, number, number]>([
		[1, 20, 20_000],
		[0.1, 20, 2000],
		[0.001, 20, 20]
	])('at ×%s, %s ms of clock are %s µs of recording', (speed, ms, time) => {
		const { player, clock } = setUp([0, 1_000_000]);
		player.goToRecord(0);
		player.setSpeed(speed);
		player.play();
		clock.tick(ms);
		expect([player.time, player.cursor]).toEqual([time, 1]);
	});

	test('an event is applied when its time has come, not before', () => {
		const { player, clock } = setUp([0, 10_000, 20_000]);
		player.goToRecord(0);
		player.play();
		clock.tick(9);
		const before = player.cursor;
		clock.tick(1);
		expect([before, player.cursor]).toEqual([1, 2]);
	});

	test('playing at the end begins again', () => {
		const { player } = setUp([0, 10_000]);
		player.play();
		expect([player.isPlaying, player.cursor]).toEqual([true, 0]);
	});

	test('at the end it stops', () => {
		const { player, clock } = setUp([0, 10_000]);
		player.goToRecord(0);
		player.play();
		clock.tick(11);
		expect([player.isPlaying, player.cursor, clock.waiting]).toEqual([false, 2, 0]);
	});

	test('a page that slept does not skip what it slept through', () => {
		const { player, clock } = setUp([0, 60_000_000]);
		player.goToRecord(0);
		player.play();
		clock.tick(60_000);
		expect(player.time).toBe(250_000);
	});

	test('one record a second does not depend on recording time', () => {
		const { player, clock } = setUp([0, 1, 90_000_000, 90_000_001]);
		player.goToRecord(0);
		player.setSpeed('record');
		player.play();
		const seen = [];
		for (let i = 0; i < 8; i++) {
			clock.tick(250);
			seen.push(player.record);
		}
		expect(seen).toEqual([0, 0, 0, 1, 1, 1, 1, 2]);
	});

	test('pausing and playing goes on from the very time', () => {
		const { player, clock } = setUp([0, 10_000]);
		player.goToRecord(0);
		player.play();
		clock.tick(3);
		player.toggle();
		clock.tick(100);
		player.toggle();
		clock.tick(2);
		expect(player.time).toBe(5000);
	});

	test('dispose lets go of the clock', () => {
		const { player, clock } = setUp([0, 10_000]);
		player.play();
		player.dispose();
		expect(clock.waiting).toBe(0);
	});
});

describe('scrubbing', () => {
	test.each([
		[-5, 0, 0],
		[0, 0, 1],
		[1500, 1500, 2],
		[99_000, 2000, 3]
	])('seeking %s µs stands at %s µs with %s events applied', (time, at, cursor) => {
		const { player } = setUp([0, 1000, 2000]);
		player.seek(time);
		expect([player.time, player.cursor]).toEqual([at, cursor]);
	});
});

test.each([0, -1, NaN])('a speed of %s is refused', (speed) => {
	const { player } = setUp([0]);
	expect(() => player.setSpeed(speed)).toThrow(RangeError);
});
