import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { TRANSPORTS } from '../transport.ts';
import { idleRound, loadOrderSchema, readLoadLine, type LoadOrder } from './load-report.ts';

const ORDER: LoadOrder = {
	transport: 'websocket',
	subscribers: 100,
	events: 20,
	size: 64,
	rate: 5,
	interval: 1000,
	hold: 10
};

describe('an order of a load run', () => {
	it.each([
		['its bounds', {}, true],
		['no events', { events: 0 }, true],
		['2,001 subscribers', { subscribers: 2001 }, false],
		['half a subscriber', { subscribers: 1.5 }, false],
		['events for more than 15 s', { events: 76 }, false],
		['events for 15 s', { events: 75 }, true],
		['another field', { more: 1 }, false]
	])('with %s is taken: %j → %j', (_name, more, isTaken) => {
		expect(v.safeParse(loadOrderSchema, { ...ORDER, ...more }).success).toBe(isTaken);
	});
});

describe('the idle round', () => {
	it.each([
		['short-polling', {}, 3000],
		['short-polling', { interval: 5000 }, 10_000],
		['long-polling', {}, 10_000],
		['server-sent-events', {}, 15_000],
		['websocket', {}, 3000],
		['socket-io', {}, 25_000]
	] as const)('of %s %j lasts %i ms', (transport, more, ms) => {
		expect(idleRound({ ...ORDER, ...more, transport })).toBe(ms);
	});

	it('leaves a run within about a minute', () => {
		const rounds = TRANSPORTS.map((transport) => {
			return idleRound({ ...ORDER, transport, interval: 5000, hold: 15 });
		});
		expect(Math.max(...rounds)).toBeLessThanOrEqual(25_000);
	});
});

describe('a line of a load run', () => {
	it.each([
		['{"phase":"connecting","connected":3}', { phase: 'connecting', connected: 3 }],
		['{"phase":"waiting","lasts":3000}', { phase: 'waiting', lasts: 3000 }],
		['{"phase":"connecting","connected":-1}', null],
		['{"phase":"sleeping"}', null],
		['{"phase":', null],
		['', null]
	])('%s is read as %j', (line, message) => {
		expect(readLoadLine(line)).toEqual(message);
	});
});
