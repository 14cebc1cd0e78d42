import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { compileRun, cutWrites } from './compile-run.ts';
import {
	appendItem,
	setGap,
	setJoinsNext,
	setTimes,
	setUnit,
	toggleCut,
	writeAllAtOnce,
	writeEachFrame
} from './edit-run.ts';
import { runFaults } from './run-faults.ts';
import { MAX_PAUSE, type RunScript } from './run-script.ts';
import { EMPTY_RUN, newFrame, type Run } from './run.ts';

const TWO = [1, 2].reduce(
	(run, first) => appendItem(run, newFrame(Uint8Array.of(first, first, first))),
	EMPTY_RUN
);
const BOUNDS = { maxBytes: 1000, maxWrites: 100, maxSeconds: 5 };

/** Each step in a few characters: bytes as digits, `*` and times, `~` byte by byte. */
function steps({ steps }: RunScript): string[] {
	return steps.map((step) => {
		if (step.kind === 'pause') return `pause ${step.ms}`;
		if (step.kind === 'end') return step.how;
		if (step.kind !== 'write') return step.kind;
		const times = step.times > 1 ? `*${step.times}` : '';
		return `${step.bytes.join('')}${times}${step.unit === 'byte' ? '~' : ''}`;
	});
}

const BETWEEN = appendItem(TWO, { kind: 'pause', ms: 20 }, 1);

describe('compileRun', () => {
	it.each<[string, Run, string[]]>([
		['each frame', TWO, ['111', '222']],
		['a cut', toggleCut(TWO, 1, 1), ['1', '11', '222']],
		['two frames in one write', writeAllAtOnce(TWO), ['111222']],
		[
			'a cut away from the frame’s end',
			toggleCut(setJoinsNext(TWO, 1, true), 2, 2),
			['11122', '2']
		],
		['a pause that divides', writeAllAtOnce(BETWEEN), ['111', 'pause 20', '222']],
		['repetitions', setTimes(TWO, 1, 300), ['111*300', '222']],
		['repetitions with a cut', setTimes(toggleCut(TWO, 1, 1), 1, 2), ['1', '11', '1', '11', '222']],
		['repetitions in one write', setJoinsNext(setTimes(TWO, 1, 2), 1, true), ['111111222']],
		['repetitions behind a join', setJoinsNext(setTimes(TWO, 2, 3), 1, true), ['111222', '222*2']],
		['byte by byte', setUnit(toggleCut(TWO, 1, 1), 'byte'), ['111~', '222~']],
		['the end', appendItem(TWO, { kind: 'end', how: 'rst' }), ['111', '222', 'rst']]
	])('writes %s', (_, run, expected) => {
		expect(steps(compileRun(run, null))).toEqual(expected);
	});

	it('writes the head first, and waits for the peer’s', () => {
		const script = compileRun(setGap(TWO, 7), Uint8Array.of(9));
		expect(steps(script)).toEqual(['9', 'await-head', '111', '222']);
		expect(script.gap).toBe(7);
	});

	it('writes the same bytes whatever the cuts and joins', () => {
		const cuts = fc.array(fc.tuple(fc.constantFrom(1, 2), fc.integer({ min: 1, max: 2 })));
		fc.assert(
			fc.property(cuts, fc.boolean(), fc.integer({ min: 1, max: 4 }), (cuts, joins, times) => {
				const run = cuts.reduce((run, [id, at]) => toggleCut(run, id, at), TWO);
				const { steps } = compileRun(setTimes(setJoinsNext(run, 1, joins), 1, times), null);
				const written = steps.flatMap((step) =>
					step.kind === 'write' ? Array.from({ length: step.times }, () => step.bytes) : []
				);
				expect(joinBytes(written).join('')).toBe('111'.repeat(times) + '222');
			})
		);
	});

	it('throws for what is over the bounds, and makes no more than they allow', () => {
		const bytes = new Uint8Array(2 ** 16);
		const run = setTimes(writeAllAtOnce(appendItem(EMPTY_RUN, newFrame(bytes))), 1, 20_000);
		expect(() => compileRun(run, null)).toThrow(RangeError);
	});
});

describe('cutWrites', () => {
	it('numbers the writes, and gives one number to pieces that go out together', () => {
		const run = toggleCut(setJoinsNext(TWO, 1, true), 2, 1);
		expect(cutWrites(run)).toEqual([
			{ item: 1, from: 0, to: 3, write: 0 },
			{ item: 2, from: 0, to: 1, write: 0 },
			{ item: 2, from: 1, to: 3, write: 1 }
		]);
	});

	it('has as many writes as the script', () => {
		const run = toggleCut(writeAllAtOnce(BETWEEN), 1, 1);
		const writes = compileRun(run, null).steps.filter(({ kind }) => kind === 'write');
		expect(new Set(cutWrites(run).map(({ write }) => write)).size).toBe(writes.length);
	});
});

describe('runFaults', () => {
	const big = appendItem(EMPTY_RUN, newFrame(new Uint8Array(2 ** 17 + 1)));
	const many = Array.from({ length: 257 }).reduce<Run>(
		(run) => appendItem(run, newFrame(Uint8Array.of(1))),
		EMPTY_RUN
	);
	const cut = appendItem(EMPTY_RUN, {
		...newFrame(new Uint8Array(5000)),
		cuts: Array.from({ length: 4000 }, (_, i) => i + 1)
	});

	it.each<[string, Run, string[]]>([
		['a run within all bounds', TWO, []],
		['a frame that is too long', big, ['frame-bytes', 'draft-bytes', 'run-bytes']],
		['too many items', many, ['items', 'run-writes']],
		['too many frames', setTimes(TWO, 1, 20_000), ['frames', 'run-bytes', 'run-writes']],
		[
			'a pause too long',
			appendItem(TWO, { kind: 'pause', ms: MAX_PAUSE + 1 }),
			['pause', 'run-seconds']
		],
		['too many cuts', cut, ['steps', 'run-bytes', 'run-writes']],
		['a run that takes too long', setGap(TWO, 6000), ['run-seconds']],
		['too many single bytes', setTimes(setUnit(TWO, 'byte'), 1, 40), ['run-writes']]
	])('tells about %s', (_, run, kinds) => {
		const faults = runFaults(run, BOUNDS).map(({ kind }) => kind);
		expect(faults).toEqual(expect.arrayContaining(kinds));
		if (kinds.length === 0) expect(faults).toEqual([]);
	});

	it('leaves the server’s bounds out while they are not known', () => {
		expect(runFaults(setGap(TWO, 6000), null)).toEqual([]);
	});

	it('lets through whatever compiles', () => {
		expect(runFaults(writeEachFrame(TWO), BOUNDS)).toEqual([]);
	});
});
