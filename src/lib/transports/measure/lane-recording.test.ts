import { describe, expect, it } from 'vitest';
import { latin1Bytes } from '#lib/protocol/latin1.ts';
import { LaneBook } from './lane-book.ts';
import { exchangesOfSocket, LaneRecording } from './lane-recording.ts';

const STARTED = '2026-11-20T12:00:00.000Z';
const POLL = 'GET /lab/events/poll HTTP/1.1\r\nHost: a\r\n\r\n';
const ANSWER = 'HTTP/1.1 304 Not Modified\r\n\r\n';

function exchange(book: LaneBook, connection: number, socket: number, t: number): void {
	book.add({ kind: 'lane', t, connection, told: { name: 'exchange', lane: 1, socket } });
	book.add({ kind: 'accepted', t, connection });
	book.add({ kind: 'data', t, connection, direction: 'client', bytes: latin1Bytes(POLL) });
	book.add({
		kind: 'data',
		t: t + 10,
		connection,
		direction: 'server',
		bytes: latin1Bytes(ANSWER)
	});
	book.add({ kind: 'lane', t: t + 20, connection, told: { name: 'done' } });
}

describe('a recording of a lane', () => {
	it('is one exchange from its own beginning', () => {
		const book = new LaneBook();
		exchange(book, 7, 1, 2_000_000);
		const { recording, conversation } = new LaneRecording(book.exchanges(1), STARTED);
		expect(recording.startedAt).toBe('2026-11-20T12:00:02.000Z');
		expect(recording.events.map(({ t }) => t)).toEqual([0, 0, 10]);
		expect(conversation.exchanges).toHaveLength(1);
	});

	it('is all that one TCP connection carried for the lane, accepted once', () => {
		const book = new LaneBook();
		exchange(book, 7, 1, 0);
		exchange(book, 8, 2, 100);
		exchange(book, 9, 1, 200);
		const own = exchangesOfSocket(book.exchanges(1), 1);
		const { recording, conversation } = new LaneRecording(own, STARTED);
		expect(recording.events.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
		expect(conversation.exchanges.map(({ response }) => response >= 0)).toEqual([true, true]);
	});

	it('follows an exchange that goes on', () => {
		const book = new LaneBook();
		book.add({ kind: 'lane', t: 0, connection: 7, told: { name: 'exchange', lane: 1, socket: 1 } });
		const live = new LaneRecording(book.exchanges(1), STARTED);
		expect(live.follow()).toBe(false);
		book.add({
			kind: 'data',
			t: 5,
			connection: 7,
			direction: 'client',
			bytes: latin1Bytes(POLL)
		});
		expect(live.follow()).toBe(true);
		expect(live.recording.bytesLength).toBe(POLL.length);
	});

	it('stops where bytes were not kept', () => {
		const book = new LaneBook();
		book.add({ kind: 'lane', t: 0, connection: 7, told: { name: 'exchange', lane: 1, socket: 1 } });
		book.add({
			kind: 'lane',
			t: 1,
			connection: 7,
			told: { name: 'counted', direction: 'client', bytes: 9 }
		});
		exchange(book, 8, 1, 10);
		const { recording } = new LaneRecording(book.exchanges(1), STARTED);
		expect(recording.events.map(({ kind }) => kind)).toEqual(['stopped']);
	});

	it('needs an exchange', () => {
		expect(() => new LaneRecording([], STARTED)).toThrow(RangeError);
	});
});
