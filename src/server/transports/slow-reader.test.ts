import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventLog } from '../streams/event-log.ts';
import { SlowReader, type Encoding, type Line } from './slow-reader.ts';

const encoder = new TextEncoder();
const ENCODING: Encoding = {
	event: ({ id, data }) => encoder.encode(`${id}:${data} `),
	gap: ({ from, to }) => encoder.encode(`gap ${from}-${to} `)
};
const BIG = 'x'.repeat(40_000);

/** Takes what it is told to take. */
class TestLine implements Line {
	waiting = 0;
	ids: string[] = [];
	isDropped = false;
	#taken: (() => void)[] = [];

	write(bytes: Uint8Array, taken?: () => void): void {
		this.waiting += bytes.length;
		this.ids.push(new TextDecoder().decode(bytes).split(':')[0] ?? '');
		if (taken) this.#taken.push(taken);
	}

	takeAll(): void {
		this.waiting = 0;
		for (const taken of this.#taken.splice(0)) taken();
	}

	drop(): void {
		this.isDropped = true;
	}
}

let log: EventLog;
let line: TestLine;

function follow(after = 0): SlowReader {
	const reader = new SlowReader(log, after, line, ENCODING, { buffered: 100_000, patience: 1000 });
	log.subscribe((event) => reader.take(event.id, ENCODING.event(event)));
	reader.catchUp();
	return reader;
}

beforeEach(() => {
	vi.useFakeTimers();
	log = new EventLog({ maxEvents: 5 });
	line = new TestLine();
});
afterEach(() => void vi.useRealTimers());

describe('a reader', () => {
	it('gets what it missed, then what comes, in order and once', () => {
		log.append('a');
		log.append('b');
		follow(1);
		log.append('c');
		expect(line.ids).toEqual(['2', '3']);
	});

	it('is told which events are no longer kept', () => {
		for (let count = 0; count < 7; count++) log.append('a');
		follow(1);
		expect(line.ids).toEqual(['gap 2-2 ', '3', '4', '5', '6', '7']);
	});

	it('catches up no faster than it takes, also what comes meanwhile', () => {
		for (let count = 0; count < 3; count++) log.append(BIG);
		follow();
		expect(line.ids).toEqual(['1', '2']);
		log.append('late');
		expect(line.ids).toEqual(['1', '2']);
		line.takeAll();
		expect(line.ids).toEqual(['1', '2', '3', '4']);
		log.append('live');
		expect(line.ids).toEqual(['1', '2', '3', '4', '5']);
	});

	it('is let go of when too much waits for it', () => {
		follow();
		for (let count = 0; count < 4; count++) log.append(BIG);
		expect([line.ids, line.isDropped]).toEqual([['1', '2', '3'], true]);
	});

	it('is let go of when it takes nothing of what it missed', () => {
		for (let count = 0; count < 3; count++) log.append(BIG);
		follow();
		vi.advanceTimersByTime(1000);
		expect(line.isDropped).toBe(true);
		line.takeAll();
		expect(line.ids).toEqual(['1', '2']);
	});

	it('gets nothing more once it is stopped', () => {
		const reader = follow();
		reader.stop();
		log.append('a');
		reader.remark(encoder.encode('!'));
		expect(line.ids).toEqual([]);
	});
});
