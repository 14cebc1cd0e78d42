/**
 * All frame-decoding vectors. `VECTORS=file.json npm run test:vectors` takes another file of the
 * same schema; passed and failed counts, and the ids that fail, are printed either way.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { judgeVector } from './judge-vector.ts';
import { readVectors } from './vector.ts';

const OWN = fileURLToPath(new URL('frames.json', import.meta.url));
// npm runs in the package's folder; a relative path is meant from where the command was given.
const { VECTORS, INIT_CWD = '.' } = process.env;
const vectors = readVectors(VECTORS ? resolve(INIT_CWD, VECTORS) : OWN);

describe('frame decoding', () => {
	const failed: string[] = [];

	afterAll(() => {
		const lines = [`${vectors.length - failed.length} passed, ${failed.length} failed`, ...failed];
		process.stdout.write(`\n${lines.join('\n')}\n`);
	});

	for (const vector of vectors) {
		it(`agrees with ${vector.id} ${vector.title}`, () => {
			const problems = judgeProblems(vector);
			if (problems.length > 0) failed.push(vector.id);
			expect(problems).toEqual([]);
		});
	}
});

/** A vector whose hex cannot be read fails alone. */
function judgeProblems(vector: (typeof vectors)[number]): string[] {
	try {
		return judgeVector(vector);
	} catch (error) {
		return [(error as Error).message];
	}
}
