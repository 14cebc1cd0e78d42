import { expect, test } from 'vitest';
import { joinChunks } from './chunked-path.ts';
import { LaneInk, openLines, SourceInk } from './lane-ink.ts';

test('a request is a tick above the line, at its millisecond', () => {
	const ink = new LaneInk();
	ink.request(12.34);
	expect(joinChunks(ink.requests)).toBe('M12.3 8V22');
});

test('a delivery is a dot, and a line from the event to it', () => {
	const ink = new LaneInk();
	ink.deliver(100, 350);
	expect(joinChunks(ink.delivered)).toBe('M350 35h0');
	expect(joinChunks(ink.waits)).toBe('M100 35H350');
});

test('events that waited for one answer share one line', () => {
	const ink = new LaneInk();
	ink.deliver(100, 350);
	ink.deliver(200, 350);
	ink.deliver(300, 400);
	expect(joinChunks(ink.waits)).toBe('M100 35H350M350 35H400');
});

test('an event that waits now is a line up to now, from where the last wait ended', () => {
	const ink = new LaneInk();
	expect(ink.waiting(null, 500)).toBe('');
	expect(ink.waiting(100, 500)).toBe('M100 35H500');
	ink.deliver(100, 600);
	expect(ink.waiting(550, 700)).toBe('M600 35H700');
});

test('connections held at the same time are one line, as long as the longest', () => {
	expect(openLines([], 100)).toBe('');
	expect(openLines([30, 10, 20], 100)).toBe('M10 24H100');
});

test('a request that had to queue is marked from the question to its leaving', () => {
	const ink = new LaneInk();
	ink.queue(10, 250);
	expect(joinChunks(ink.queued)).toBe('M10 4H250');
});

test('an event is a tick of the source, and a guide behind the lanes', () => {
	const ink = new SourceInk();
	ink.emit(1500);
	expect(joinChunks(ink.events)).toBe('M1500 3V17');
	expect(joinChunks(ink.guides)).toBe('M1500 0V48');
});
