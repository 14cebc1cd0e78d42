import { expect, it } from 'vitest';
import { areAcceptPlacesRight, fillAccept, hasAcceptPlaces } from './fill-accept.ts';
import { measureScript, type RunScript, type RunStep } from './run-script.ts';

const ACCEPT = 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=';
const text = new TextDecoder();

function scriptOf(bytes: string, acceptAt?: readonly number[], times = 1): RunScript {
	const write = { kind: 'write', bytes: new TextEncoder().encode(bytes), unit: 'whole' } as const;
	return { steps: [{ ...write, times, acceptAt }, { kind: 'await-head' }], gap: 3 };
}

const written = (step: RunStep | undefined): string =>
	step?.kind === 'write' ? text.decode(step.bytes) : '';

it.each<[string, readonly number[] | undefined, string]>([
	['ab', undefined, 'ab'],
	['ab', [], 'ab'],
	['ab', [1], `a${ACCEPT}b`],
	['ab', [0, 2], `${ACCEPT}ab${ACCEPT}`],
	['ab', [1, 1], `a${ACCEPT}${ACCEPT}b`],
	['', [0], ACCEPT]
])('in %j at %j the Accept makes %j', (bytes, places, expected) => {
	const filled = fillAccept(scriptOf(bytes, places), ACCEPT);
	expect(written(filled.steps[0])).toBe(expected);
});

it('leaves no places, and everything else as it was', () => {
	const filled = fillAccept(scriptOf('ab', [1], 3), ACCEPT);
	expect(hasAcceptPlaces(filled)).toBe(false);
	expect(filled).toMatchObject({
		gap: 3,
		steps: [{ unit: 'whole', times: 3 }, { kind: 'await-head' }]
	});
});

it('does not change the script that it fills', () => {
	const script = scriptOf('ab', [1]);
	fillAccept(script, ACCEPT);
	expect(script).toEqual(scriptOf('ab', [1]));
});

it.each([[[3]], [[-1]], [[2, 1]], [[0.5]], [[Number.NaN]]])(
	'has no place at %j of two bytes',
	(places) => {
		expect(areAcceptPlacesRight(scriptOf('ab', places))).toBe(false);
		expect(() => fillAccept(scriptOf('ab', places), ACCEPT)).toThrow(RangeError);
	}
);

it('makes what was measured before', () => {
	const script = scriptOf('ab', [0, 1, 2], 5);
	expect(measureScript(fillAccept(script, ACCEPT))).toEqual(measureScript(script));
});
