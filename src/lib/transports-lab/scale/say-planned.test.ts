import { describe, expect, it } from 'vitest';
import { en } from '#lib/i18n/en/index.ts';
import { createFormats } from '#lib/i18n/format.ts';
import { zh } from '#lib/i18n/zh/index.ts';
import { TRANSPORTS } from '#lib/transports/transport.ts';
import { loadResult } from '../../../../tests/support/load-results.ts';
import { clientsAt, PLANNED_CLIENTS, SLIDER_STEPS, stepOf } from './clients-scale.ts';
import { figure, rough } from './figure.ts';
import { loadTable } from './load-table.ts';
import { sayAssumed } from './say-assumed.ts';
import { sayPlanned, type PlannedFigure } from './say-planned.ts';

const format = createFormats('en');
const words = en.transportsLab.scale.planned;
const RESULT = loadResult('websocket', {
	cpu: {
		...loadResult('websocket').cpu,
		waiting: { user: 120, system: 0, elapsed: 3000 }
	}
});
const planned = (result = RESULT) => sayPlanned(result, 1_000_000, words, format);
const of = (name: PlannedFigure['name'], result = RESULT) =>
	planned(result).find((each) => each.name === name);

describe('a plan for a million clients', () => {
	it.each([
		['memory', '100,000,000 B + 1,000,000 × 10,000 B', '9.41\u00a0GiB'],
		['heap', '20,000,000 B + 1,000,000 × 4,000 B', '3.74\u00a0GiB'],
		['idle-cores', '1,000,000 × 0.03 ms/s ÷ 1,000', '30'],
		['event-seconds', '1,000,000 × 6 ms ÷ 1,000 ÷ 1,000', '6'],
		['connect-seconds', '1,000,000 × 0.3 ms ÷ 1,000', '300 s'],
		['files', '1,000,000 × 1', '1,000,000'],
		['idle-requests', '1,000,000 × 1/s', '1,000,000/s'],
		['idle-up', '1,000,000 × 200 B/s', '191\u00a0MiB/s'],
		['idle-down', '1,000,000 × 100 B/s', '95.4\u00a0MiB/s']
	] as const)('writes %s out: %s is %s', (name, sum, shown) => {
		expect(of(name)).toEqual({ name, sum, shown, note: null });
	});

	it('takes the heap for the least where resident memory was used again', () => {
		const waiting = { rss: 101e6, heapUsed: 24e6, external: 1e6 };
		const result = { ...RESULT, memory: { ...RESULT.memory, waiting } };
		expect(of('memory', result)).toEqual({
			name: 'memory',
			sum: '20,000,000 B + 1,000,000 × 4,000 B',
			shown: '> 3.74\u00a0GiB',
			note: words.reusedNote
		});
	});

	it('gives only a bound where the cost is lost in what the process does anyway', () => {
		const result = { ...RESULT, cpu: { ...RESULT.cpu, waiting: RESULT.cpu.before } };
		const idle = of('idle-cores', result);
		expect(idle?.shown).toBe('< 10');
		expect(idle?.sum).toBe('1,000,000 × < 0.01 ms/s ÷ 1,000');
		expect(idle?.note).toContain('10\u00a0µs');
	});

	it('says why delivering cost nothing beyond waiting', () => {
		const delivering = { user: 20, system: 0, elapsed: 2000 };
		const events = of('event-seconds', { ...RESULT, cpu: { ...RESULT.cpu, delivering } });
		expect([events?.shown, events?.note]).toEqual(['0', words.beyondNone]);
	});

	it('knows nothing of deliveries where there were none', () => {
		const events = of('event-seconds', { ...RESULT, delivered: 0, due: 0 });
		expect([events?.shown, events?.sum]).toEqual([words.unknown, '']);
	});
});

describe('what is assumed', () => {
	it.each([
		[
			'short-polling',
			words.assumed.interval('1,000', '1,000,000', '191\u00a0MiB', '95.4\u00a0MiB')
		],
		['long-polling', words.assumed.hold('10', '1,000,000', '191\u00a0MiB', '95.4\u00a0MiB')],
		['server-sent-events', words.assumed['keep-alive']('95.4\u00a0MiB')],
		['websocket', words.assumed['no-heartbeat']('33,300', '65.1\u00a0KiB', '195\u00a0KiB')],
		['socket-io', words.assumed.heartbeat('95.4\u00a0MiB', '191\u00a0MiB')]
	] as const)('of %s names what it sends while nothing happens', (transport, sentence) => {
		expect(sayAssumed(loadResult(transport), 1_000_000, words, format)).toContain(sentence);
	});

	it('says what an event to all weighs', () => {
		const sentence = words.assumed['fan-out']('1,000,000', '64\u00a0B', '61\u00a0MiB');
		expect(sayAssumed(RESULT, 1_000_000, words, format)).toContain(sentence);
	});

	it('is said of each transport in both languages', () => {
		for (const transport of TRANSPORTS) {
			const result = loadResult(transport, { isCollected: false, delivered: 9 });
			const english = sayAssumed(result, 1_000_000, words, format);
			const chinese = sayAssumed(result, 1_000_000, zh.transportsLab.scale.planned, format);
			expect(chinese).toHaveLength(english.length);
			expect(english.join()).not.toMatch(/undefined|NaN/);
		}
	});
});

describe('the slider', () => {
	it('goes over four decades in figures of two digits', () => {
		expect([0, 25, 50, 75, SLIDER_STEPS].map(clientsAt)).toEqual([
			PLANNED_CLIENTS.least,
			10_000,
			100_000,
			1_000_000,
			PLANNED_CLIENTS.most
		]);
		expect(clientsAt(26)).toBe(11_000);
	});

	it('stands where its clients are', () => {
		for (let step = 0; step <= SLIDER_STEPS; step++) expect(stepOf(clientsAt(step))).toBe(step);
	});
});

it.each([
	[0, '0'],
	[0.012345, '0.0123'],
	[0.00001, '< 0.0001'],
	[4.5678, '4.57'],
	[12_382.4, '12,382']
])('the figure %d is written %s', (value, said) => {
	expect(figure(value, format)).toBe(said);
});

it('what is carried on is written with three digits', () => {
	expect([1_000_053, 948.2, 0.98765].map((value) => rough(value, format))).toEqual([
		'1,000,000',
		'948',
		'0.988'
	]);
});

it('the table that is copied has a bare figure in each column', () => {
	const [heads, row] = loadTable([RESULT], en, format);
	expect(row).toHaveLength(heads?.length ?? 0);
	expect(row?.slice(0, 6)).toEqual([
		'WebSocket',
		'10 events of 64\u00a0B, 5 a second',
		'1000',
		'10000',
		'4000',
		'0'
	]);
});
