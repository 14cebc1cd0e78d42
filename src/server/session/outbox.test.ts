import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeBatch, type ChannelEvent } from '#lib/channel/batch.ts';
import { Outbox, type OutboxLine } from './outbox.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

class Line implements OutboxLine {
	bufferedAmount = 0;
	readonly sent: (Uint8Array | string)[] = [];
	readonly drained: (() => void)[] = [];

	send(data: Uint8Array | string, onSent: () => void): void {
		this.sent.push(data);
		this.drained.push(onSent);
	}
}

function open(options: { maxBytes?: number } = {}) {
	const bytes = { held: 0, recorded: 0 };
	const outbox = new Outbox({
		now: () => Math.floor(performance.now() * 1000),
		window: 8,
		maxBytes: options.maxBytes ?? Infinity,
		bytes,
		maxHeldBytes: Infinity,
		share: 0
	});
	const line = new Line();
	outbox.attach(line);
	return { outbox, line, bytes };
}

function data(size: number, t = Math.floor(performance.now() * 1000)): ChannelEvent {
	return { kind: 'data', t, connection: 1, direction: 'client', bytes: new Uint8Array(size) };
}

function batches(line: Line) {
	return line.sent.map((message) =>
		typeof message === 'string' ? JSON.parse(message) : decodeBatch(message)
	);
}

describe('the outbox', () => {
	it('sends a lone event at the end of the same turn', () => {
		const { outbox, line } = open();
		outbox.append(data(1));
		vi.advanceTimersByTime(0);
		expect(line.sent).toHaveLength(1);
	});

	it('sends what a command leads to at the end of its turn, though an answer has just left', () => {
		const { outbox, line } = open();
		outbox.answer({ type: 'reply', id: 1, result: {} });
		outbox.append(data(1));
		vi.advanceTimersByTime(0);
		expect(line.sent).toHaveLength(2);
	});

	it('sends at the end of the turn what somebody waits for', () => {
		const { outbox, line } = open();
		outbox.append(data(1));
		vi.advanceTimersByTime(1);
		outbox.append(data(2));
		outbox.hurry();
		vi.advanceTimersByTime(0);
		expect(line.sent).toHaveLength(2);
		vi.advanceTimersByTime(20);
		expect(line.sent).toHaveLength(2);
	});

	it('sends nothing for a hurry without an event', () => {
		const { outbox, line } = open();
		outbox.hurry();
		vi.advanceTimersByTime(20);
		expect(line.sent).toHaveLength(0);
	});

	it('sends the events of one turn as one message', () => {
		const { outbox, line } = open();
		for (let count = 0; count < 100; count++) outbox.append(data(10));
		vi.advanceTimersByTime(20);
		expect(batches(line).map((batch) => batch.events.length)).toEqual([100]);
	});

	it('makes at most 126 messages of 3,000 events in a second', () => {
		const { outbox, line } = open();
		for (let count = 0; count < 3000; count++) {
			outbox.append(data(20));
			if (count % 3 === 2) vi.advanceTimersByTime(1);
		}
		vi.advanceTimersByTime(8);
		expect(line.sent.length).toBeLessThanOrEqual(126);
		expect(batches(line).flatMap((batch) => batch.events)).toHaveLength(3000);
	});

	it('divides a flood into batches of about 256 KiB', () => {
		const { outbox, line } = open();
		for (let count = 0; count < 64; count++) outbox.append(data(16_384));
		vi.advanceTimersByTime(0);
		expect(line.sent.length).toBeGreaterThan(3);
		expect(line.sent.every((message) => message.length < 300_000)).toBe(true);
	});

	it('sends no event before a watermark that is earlier, but for one held back', () => {
		const { outbox, line } = open();
		const heldBack = new Set<number>();
		for (let count = 0; count < 200; count++) {
			vi.advanceTimersByTime(1 + (count % 5));
			const now = Math.floor(performance.now() * 1000);
			const t = count % 3 === 0 ? Math.max(0, now - 4001) : now;
			if (t < now) heldBack.add(t);
			outbox.append(data(5000, t));
			if (count % 20 === 0) outbox.answer({ type: 'reply', id: count, result: {} });
		}
		vi.advanceTimersByTime(20);
		let until = 0;
		for (const message of batches(line)) {
			for (const event of message.events ?? []) {
				if (!heldBack.has(event.t)) expect(event.t).toBeGreaterThanOrEqual(until);
				expect(event.t).toBeLessThanOrEqual(message.until);
			}
			expect(message.until).toBeGreaterThanOrEqual(until);
			until = message.until;
		}
	});

	it('puts an answer behind the events before it', () => {
		const { outbox, line } = open();
		outbox.append(data(1));
		outbox.answer({ type: 'reply', id: 1, result: {} });
		outbox.append(data(2));
		vi.advanceTimersByTime(20);
		expect(batches(line).map((message) => message.seq)).toEqual([1, 2, 3]);
		expect(batches(line)[1]).toMatchObject({ type: 'reply', id: 1 });
	});

	it('waits while a megabyte is buffered, and goes on when it has drained', () => {
		const { outbox, line } = open();
		line.bufferedAmount = 2 ** 20;
		outbox.append(data(1));
		vi.advanceTimersByTime(20);
		outbox.append(data(2));
		vi.advanceTimersByTime(20);
		expect(line.sent).toHaveLength(0);
		line.bufferedAmount = 0;
		outbox.answer({ type: 'reply', id: 1, result: {} });
		expect(line.sent).toHaveLength(3);
	});

	it('goes on by itself when a message has left', () => {
		const { outbox, line } = open();
		outbox.append(data(1));
		vi.advanceTimersByTime(20);
		line.bufferedAmount = 2 ** 20;
		outbox.append(data(2));
		vi.advanceTimersByTime(20);
		line.bufferedAmount = 0;
		line.drained[0]?.();
		expect(line.sent).toHaveLength(2);
	});

	it('sends again to another line what was not acknowledged, and nothing else', () => {
		const { outbox } = open();
		for (let id = 1; id <= 4; id++) outbox.answer({ type: 'reply', id, result: {} });
		outbox.acknowledge(2);
		const line = new Line();
		outbox.attach(line);
		expect(batches(line).map((message) => message.seq)).toEqual([3, 4]);
	});

	it.each([
		['less than before', 1],
		['more than was made', 5]
	])('does not believe an acknowledgement of %s', (_name, received) => {
		const { outbox } = open();
		for (let id = 1; id <= 4; id++) outbox.answer({ type: 'reply', id, result: {} });
		expect(outbox.acknowledge(2)).toBe(true);
		expect(outbox.acknowledge(received)).toBe(false);
	});

	it('counts what it holds, down to nothing', () => {
		const { outbox, bytes } = open({ maxBytes: 1000 });
		outbox.append(data(2000));
		expect(outbox.isFull).toBe(true);
		vi.advanceTimersByTime(20);
		expect(outbox.isFull).toBe(true);
		outbox.acknowledge(1);
		expect([outbox.isFull, outbox.heldBytes, bytes.held]).toEqual([false, 0, 0]);
	});

	it('frees everything when it is cleared', () => {
		const { outbox, line, bytes } = open();
		outbox.answer({ type: 'reply', id: 1, result: {} });
		outbox.append(data(10));
		outbox.clear();
		vi.advanceTimersByTime(20);
		expect(line.sent).toHaveLength(1);
		expect(bytes.held).toBe(0);
	});
});
