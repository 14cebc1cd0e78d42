import { describe, expect, it } from 'vitest';
import { generatePayload } from './generate-payload.ts';

const none = () => undefined;
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('generatePayload', () => {
	it('makes zeros', () => {
		expect([...generatePayload('zeros', 3, '', none)]).toEqual([0, 0, 0]);
	});

	it('counts, and begins anew after ff', () => {
		expect([...generatePayload('counting', 258, '', none).subarray(254)]).toEqual([254, 255, 0, 1]);
	});

	it.each([
		['to the length', 'abc', 8, 'abcabcab'],
		['longer than the length', 'abcdef', 3, 'abc'],
		['of one letter', 'a', 5, 'aaaaa']
	])('repeats a text %s', (_, unit, length, made) => {
		expect(text(generatePayload('repeated', length, unit, none))).toBe(made);
	});

	it('repeats nothing as zeros', () => {
		expect([...generatePayload('repeated', 2, '', none)]).toEqual([0, 0]);
	});

	it('asks for random bytes in portions that the browser gives', () => {
		const portions: number[] = [];
		const made = generatePayload('random', 140_000, '', (bytes) => {
			portions.push(bytes.length);
			bytes.fill(9);
		});
		expect(portions).toEqual([65_536, 65_536, 8_928]);
		expect(made.every((byte) => byte === 9)).toBe(true);
	});

	it.each([-1, 1.5, NaN])('refuses a length of %d', (length) => {
		expect(() => generatePayload('zeros', length, '', none)).toThrow(RangeError);
	});
});
