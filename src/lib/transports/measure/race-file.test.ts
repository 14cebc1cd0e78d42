import { describe, expect, it } from 'vitest';
import { laneResult, raceResult, steadyDelays } from '../../../../tests/support/race-results.ts';
import { readComparison, writeComparison } from './comparison-file.ts';
import { plainLane } from './race-plan.ts';
import { readRaceFile, writeRaceFile } from './race-file.ts';
import { tableOf, toMarkdown, toTsv, type TableWords } from './race-table.ts';

const RESULT = raceResult([
	laneResult(plainLane('short-polling'), { up: 1000, down: 640, delays: steadyDelays(12_345) }),
	laneResult(plainLane('websocket'), { down: 800 })
]);
const json = JSON.parse(writeRaceFile(RESULT)) as Record<string, unknown>;
const write = (change: Record<string, unknown>): string => JSON.stringify({ ...json, ...change });

describe('a result as a file', () => {
	it('comes back as it was', () => {
		expect(readRaceFile(writeRaceFile(RESULT))).toEqual({ isOk: true, result: RESULT });
	});

	it('may be of the time before unsent requests were counted', () => {
		const [lane] = RESULT.lanes;
		const { code: _code, ...old } = { ...lane, queued: { requests: 2, longest: 9 } };
		const text = write({ plan: { ...RESULT.plan, lanes: [lane?.planned] }, lanes: [old] });
		expect(readRaceFile(text)).toMatchObject({
			isOk: true,
			result: { lanes: [{ queued: { requests: 2, unsent: 0, longest: 9 }, code: 'there' }] }
		});
	});

	it.each([
		['no JSON', '{', 'not-json'],
		['another thing', '{"version":1}', 'not-a-run'],
		['null', 'null', 'not-a-run'],
		['a later version', write({ version: 2 }), 'too-new'],
		['too much', ' '.repeat(2 ** 20 + 1), 'too-large'],
		['a negative number', write({ mostHeld: -1 }), 'not-a-run'],
		['lanes that the plan has not', write({ lanes: [] }), 'not-a-run'],
		['a plan out of bounds', write({ plan: { ...RESULT.plan, lanes: [] } }), 'not-a-run']
	])('is refused where it is %s', (_what, text, fault) => {
		expect(readRaceFile(text)).toEqual({ isOk: false, fault });
	});
});

describe('the comparison as a file', () => {
	it('comes back as it was', () => {
		const runs = [{ id: 'rare', result: RESULT }] as const;
		expect(readComparison(writeComparison(runs))).toEqual({ isOk: true, runs });
	});

	it.each([
		['[', 'not-json'],
		['null', 'not-a-run'],
		['{"version":2,"runs":[]}', 'too-new'],
		['{"version":1,"runs":[{"id":"rare","result":{}}]}', 'not-a-run'],
		[`{"version":1,"runs":[{"id":"other","result":${writeRaceFile(RESULT)}}]}`, 'not-a-run']
	])('is refused where it is %s', (text, fault) => {
		expect(readComparison(text)).toEqual({ isOk: false, fault });
	});
});

describe('a result as a table', () => {
	const columns = new Proxy({}, { get: (_, name) => name }) as TableWords['columns'];
	const words: TableWords = {
		columns,
		laneName: (lane) => `lane ${lane}`,
		settings: ({ planned }) => `a|b\t${planned.transport}`
	};
	const table = tableOf(RESULT, words);

	it('has a row for each lane, and bare numbers', () => {
		const [head = [], first = []] = table;
		const cell = (column: string): string | undefined => first[head.indexOf(column)];
		expect(table).toHaveLength(3);
		expect(['up', 'perEvent', 'overhead', 'median', 'heads'].map(cell)).toEqual([
			'1000',
			'164',
			'100',
			'12.35',
			'0'
		]);
	});

	it('has a tab between cells and none inside', () => {
		const rows = toTsv(table).split('\n');
		expect(new Set(rows.map((row) => row.split('\t').length))).toEqual(new Set([17]));
	});

	it('escapes what Markdown would read as the end of a cell', () => {
		expect(toMarkdown(table).split('\n')[2]).toContain('a\\|b short-polling');
	});
});
