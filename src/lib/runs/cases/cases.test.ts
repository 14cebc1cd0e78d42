import { describe, expect, it } from 'vitest';
import { FRAME_RULES } from '#lib/protocol/violation.ts';
import { CLIENT_CASES } from './client-cases.ts';
import { SERVER_CASES } from './server-cases.ts';
import type { Case } from './cases.ts';
import { compileRun } from '../compile-run.ts';
import { readRun } from '../read-run.ts';
import { runFaults } from '../run-faults.ts';

const TABLES: readonly (readonly [string, readonly Case[], number])[] = [
	['client', CLIENT_CASES, 45],
	['server', SERVER_CASES, 28]
];

/** Found out only by inflating, by a receiver's own limits, or after the verdict. */
const NOT_FROM_BYTES = [
	'frame-after-close',
	'message-too-big',
	'too-many-fragments',
	'deflate-data-invalid'
];

describe.each(TABLES)('cases of the %s', (role, cases, atLeast) => {
	it(`are ${atLeast} or more`, () => {
		expect(cases.length).toBeGreaterThanOrEqual(atLeast);
	});

	it('have ids of their own', () => {
		expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
	});

	it('are of that side', () => {
		expect(cases.every((each) => each.role === role && each.run.role === role)).toBe(true);
	});

	it.each(cases)('$id keeps to the limits of a run', ({ run }) => {
		expect(runFaults(run, null)).toEqual([]);
		expect(() => compileRun(run, null)).not.toThrow();
	});

	it('are read with more than one verdict', () => {
		const kinds = new Set(cases.map(({ run }) => readRun(run).verdict.kind));
		expect([...kinds].sort()).toEqual(['close', 'fail', 'legal', 'nothing', 'unfinished']);
	});
});

it('break every rule that bytes alone can break', () => {
	const broken = new Set<string>();
	for (const { run } of [...CLIENT_CASES, ...SERVER_CASES]) {
		const { verdict } = readRun(run);
		if (verdict.kind === 'fail') broken.add(verdict.code);
	}
	const due = Object.keys(FRAME_RULES).filter((code) => !NOT_FROM_BYTES.includes(code));
	expect([...broken].sort()).toEqual(due.sort());
});
