import { LaneBook } from '#lib/transports/measure/lane-book.ts';
import { expect, test } from 'vitest';
import { ExchangeCapture } from './exchange-capture.ts';

const STARTED = '2026-11-20T12:00:00.000Z';
const bytesOf = (text: string) => new TextEncoder().encode(text);

function begun() {
	const book = new LaneBook();
	const told = { name: 'exchange', lane: 1, socket: 3 } as const;
	book.add({ kind: 'lane', t: 5_000_000, connection: 7, told });
	const data = (t: number, direction: 'client' | 'server', text: string) =>
		book.add({ kind: 'data', t, connection: 7, direction, bytes: bytesOf(text) });
	data(5_000_100, 'client', 'GET / HTTP/1.1\r\nHost: a\r\n\r\n');
	const [exchange] = book.exchanges(1);
	if (!exchange) throw new Error('no exchange');
	return { book, data, shown: new ExchangeCapture(exchange, { startedAt: STARTED }) };
}

test('time is counted from the begin of the exchange', () => {
	const { capture } = begun().shown;
	expect(capture.recording.startedAt).toBe('2026-11-20T12:00:05.000Z');
	expect(capture.recording.events.map(({ t }) => t)).toEqual([100]);
});

test('what the exchange gains is folded once', () => {
	const { data, shown } = begun();
	data(5_002_000, 'server', 'HTTP/1.1 204 No Content\r\n\r\n');
	shown.follow();
	shown.follow();
	expect(shown.capture.conversation.records.map(({ kind }) => kind)).toEqual([
		'request',
		'response'
	]);
	expect(shown.capture.hasEnded).toBe(false);
});

test('where bytes were only counted, the recording says that it stops there', () => {
	const { book, shown } = begun();
	const told = { name: 'counted', direction: 'server', bytes: 900 } as const;
	book.add({ kind: 'lane', t: 5_003_000, connection: 7, told });
	shown.follow();
	shown.follow();
	expect(shown.capture.conversation.records.map(({ kind }) => kind)).toEqual([
		'request',
		'stopped'
	]);
});

test('an exchange that is over brings nothing more', () => {
	const { book, shown } = begun();
	book.add({ kind: 'lane', t: 5_003_000, connection: 7, told: { name: 'done' } });
	shown.follow();
	expect(shown.capture.hasEnded).toBe(true);
});
