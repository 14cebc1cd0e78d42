import { expect, test } from 'vitest';
import { joinChunks } from '#lib/diagrams/race/chunked-path.ts';
import { Deliveries } from '#lib/transports/measure/delivery.ts';
import { LaneBook } from '#lib/transports/measure/lane-book.ts';
import type { LaneTold } from '#lib/transports/lane-told.ts';
import { LaneTrack, SourceTrack } from './race-track.ts';

function setUp() {
	const book = new LaneBook({ origin: 1_000_000 });
	const run = {
		lane: 1,
		deliveries: new Deliveries(book.emitted),
		queuedSince: null as number | null
	};
	const tell = (milliseconds: number, connection: number, told: LaneTold) =>
		book.add({ kind: 'lane', t: 1_000_000 + milliseconds * 1000, connection, told });
	const emit = (milliseconds: number, id: number) =>
		tell(milliseconds, 0, { name: 'emitted', stream: 1, id, size: 3 });
	const deliver = (milliseconds: number, id: number) =>
		run.deliveries.add(id, 3, 1_000_000 + milliseconds * 1000);
	return { book, run, tell, emit, deliver, track: new LaneTrack(book, run) };
}

test('each exchange is one tick, however often the lane is looked at', () => {
	const { tell, track } = setUp();
	tell(10, 7, { name: 'exchange', lane: 1, socket: 1 });
	track.follow(20);
	track.follow(30);
	expect(joinChunks(track.ink.requests)).toBe('M10 8V22');
});

test('a connection is held up to now while its exchange is open, and to its end after that', () => {
	const { tell, track } = setUp();
	tell(10, 7, { name: 'exchange', lane: 1, socket: 1 });
	expect(track.follow(50).open).toBe('M10 24H50');
	tell(80, 7, { name: 'done' });
	expect(track.follow(90).open).toBe('');
	expect(joinChunks(track.ink.held)).toBe('M10 24H80');
});

test('a delivery is drawn with the wait before it', () => {
	const { emit, deliver, track } = setUp();
	emit(100, 1);
	expect(track.follow(150).waiting).toBe('M100 35H150');
	deliver(180, 1);
	expect(track.follow(200).waiting).toBe('');
	expect(joinChunks(track.ink.delivered)).toBe('M180 35h0');
	expect(joinChunks(track.ink.waits)).toBe('M100 35H180');
});

test('a request that waits for a connection is marked from when it began to wait', () => {
	const { run, track } = setUp();
	run.queuedSince = 1_300_000;
	track.follow(350);
	expect(track.follow(400).queueing).toBe('M300 4H400');
	run.queuedSince = null;
	expect(track.follow(500).queueing).toBe('');
	expect(joinChunks(track.ink.queued)).toBe('M300 4H500');
});

test('the events of the source are ticks at their own times', () => {
	const { book, emit } = setUp();
	const source = new SourceTrack(book);
	emit(100, 1);
	source.follow();
	emit(1200, 2);
	source.follow();
	expect(joinChunks(source.ink.events)).toBe('M100 3V17M1200 3V17');
});
