import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { raceText } from './race-text.ts';
import { seededRandom } from './seeded-random.ts';

const text = (length: number, seed = 1): string => raceText(length, seededRandom(seed));

describe('the text of a race', () => {
	it.each([1, 2, 3, 17, 1000, 16_384])('has exactly %i bytes', (length) => {
		expect(Buffer.byteLength(text(length), 'utf8')).toBe(length);
	});

	it('holds nothing that JSON or an event stream would escape, nor space around it', () => {
		for (let seed = 0; seed < 200; seed++) {
			const made = text(1 + ((seed * 37) % 400), seed);
			expect(made).toMatch(/^[\w,.](?:[\w,. ]*[\w,.])?$/);
		}
	});

	it('is the same for the same seed, and another for the next event', () => {
		const random = seededRandom(5);
		const first = raceText(200, random);
		expect(first).toBe(text(200, 5));
		expect(raceText(200, random)).not.toBe(first);
	});

	it('compresses as prose does, to between a third and two thirds', () => {
		const ratio = deflateRawSync(text(4096)).length / 4096;
		expect(ratio).toBeGreaterThan(0.33);
		expect(ratio).toBeLessThan(0.67);
	});
});
