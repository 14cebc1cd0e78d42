import { describe, expect, it } from 'vitest';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import { ExchangeRecorder } from '../tap/exchange-recorder.ts';
import { LaneExchange } from './lane-exchange.ts';
import { LaneTeller } from './lane-teller.ts';

interface Line {
	readonly events: ChannelEvent[];
	readonly teller: LaneTeller;
	readonly exchange: LaneExchange;
	readonly recorder: ExchangeRecorder;
	/** Bytes that may still be recorded. */
	room: number;
	isFull: boolean;
	overflows: number;
}

function start(room: number): Line {
	const events: ChannelEvent[] = [];
	const outbox = {
		append: (event: ChannelEvent) => void events.push(event),
		get isFull() {
			return line.isFull;
		}
	};
	const teller = new LaneTeller({ outbox, now: () => 50, onOverflow: () => line.overflows++ });
	const exchange = new LaneExchange({
		connection: 9,
		lane: 2,
		socket: 3,
		teller,
		room: {
			fits: (bytes) => bytes <= line.room,
			charge: (bytes) => void (line.room -= bytes)
		}
	});
	const recorder = new ExchangeRecorder(exchange, Infinity);
	const line: Line = { events, teller, exchange, recorder, room, isFull: false, overflows: 0 };
	recorder.accepted(1);
	return line;
}

const bytes = (length: number): Buffer => Buffer.alloc(length, 'x');

/** What was told, in short. */
function toldBy({ events }: Line): string[] {
	return events.map((event) => {
		if (event.kind === 'data') return `${event.direction} ${event.bytes.length}`;
		if (event.kind !== 'lane') return event.kind;
		const { told } = event;
		if (told.name === 'counted') return `counted ${told.direction} ${told.bytes}`;
		return told.name;
	});
}

function total({ events }: Line, direction: 'client' | 'server'): number {
	return events.reduce((sum, event) => {
		if (event.kind === 'data' && event.direction === direction) return sum + event.bytes.length;
		if (event.kind !== 'lane' || event.told.name !== 'counted') return sum;
		return sum + (event.told.direction === direction ? event.told.bytes : 0);
	}, 0);
}

describe('an exchange of a lane', () => {
	it('is announced with its first bytes, recorded, and done', () => {
		const line = start(1000);
		line.recorder.read(bytes(10), 20);
		line.recorder.willWrite('HTTP', 'latin1');
		line.recorder.willEnd();
		line.exchange.end();
		expect(toldBy(line)).toEqual(['exchange', 'accepted', 'client 10', 'server 4', 'fin', 'done']);
		expect(line.events[0]).toEqual({
			kind: 'lane',
			t: 20,
			connection: 9,
			told: { name: 'exchange', lane: 2, socket: 3 }
		});
	});

	it('says nothing of a connection that brought no byte', () => {
		const line = start(1000);
		line.exchange.end();
		expect(line.events).toEqual([]);
	});

	it('is done once, and nothing follows', () => {
		const line = start(1000);
		line.recorder.read(bytes(10), 20);
		line.exchange.end();
		line.exchange.end();
		line.recorder.willDestroy(null, true, false);
		line.recorder.willRead(bytes(5));
		expect(toldBy(line)).toEqual(['exchange', 'accepted', 'client 10', 'done']);
	});

	it('counts what there is no room for, and all that follows it', () => {
		const line = start(15);
		line.recorder.read(bytes(10), 20);
		line.recorder.willWrite(bytes(6), 'latin1');
		line.recorder.willWriteAll([
			{ chunk: 'é', encoding: 'utf8' },
			{ chunk: bytes(1), encoding: 'latin1' }
		]);
		line.recorder.read(bytes(2), 30);
		expect(toldBy(line)).toEqual([
			'exchange',
			'accepted',
			'client 10',
			'counted server 6',
			'counted server 3',
			'counted client 2'
		]);
		expect(line.room).toBe(5);
	});

	it('is counted from its first byte where there is no room at all', () => {
		const line = start(0);
		line.recorder.read(bytes(10), 20);
		line.exchange.end();
		expect(toldBy(line)).toEqual(['exchange', 'accepted', 'counted client 10', 'done']);
	});

	it('adds up its counts while the page does not read', () => {
		const line = start(0);
		line.isFull = true;
		line.recorder.read(bytes(10), 20);
		for (let n = 0; n < 1000; n++) line.recorder.willWrite(bytes(7), 'latin1');
		expect(toldBy(line)).toEqual(['exchange', 'accepted']);
		line.isFull = false;
		line.teller.catchUp();
		line.teller.catchUp();
		expect(toldBy(line).slice(2)).toEqual(['counted client 10', 'counted server 7000']);
	});

	it('tells its counts before it is done, though the page does not read', () => {
		const line = start(0);
		line.isFull = true;
		line.recorder.read(bytes(10), 20);
		line.exchange.end();
		line.isFull = false;
		line.teller.catchUp();
		expect(toldBy(line)).toEqual(['exchange', 'accepted', 'counted client 10', 'done']);
	});

	it('has exact totals, whatever there is room for', () => {
		for (let room = 0; room <= 60; room += 5) {
			const line = start(room);
			for (let n = 1; n <= 6; n++) {
				line.isFull = n % 3 === 0;
				line.recorder.read(bytes(n), 20);
				line.recorder.willWrite('x'.repeat(n * 2), 'latin1');
				line.teller.catchUp();
			}
			line.exchange.end();
			expect([total(line, 'client'), total(line, 'server')]).toEqual([21, 42]);
		}
	});
});

describe('a page that reads nothing', () => {
	it('is noticed once', async () => {
		const line = start(0);
		line.isFull = true;
		for (let n = 0; n < 40_000; n++) line.teller.tell({ name: 'done' }, n);
		await Promise.resolve();
		expect(line.overflows).toBe(1);
	});

	it('is not noticed where it reads now and then', async () => {
		const line = start(0);
		for (let n = 0; n < 40_000; n++) {
			line.isFull = n % 1000 !== 0;
			line.teller.tell({ name: 'done' }, n);
		}
		await Promise.resolve();
		expect(line.overflows).toBe(0);
	});

	it('is told nothing when its session is over', () => {
		const line = start(1000);
		line.recorder.read(bytes(10), 20);
		line.teller.silence();
		line.exchange.end();
		expect(toldBy(line)).toEqual(['exchange', 'accepted', 'client 10']);
	});
});
