import { expect, test } from 'vitest';
import { uncertainText } from './clock-error.ts';

test.each([
	[12_865, 120, '12.9 ±0.2'],
	[12_865, 100, '12.9 ±0.1'],
	[12_865, 20, '12.87 ±0.02'],
	[12_865, 3, '12.865 ±0.003'],
	[12_865, 0, '12.865 ±0.001'],
	[12_865, 2500, '13 ±3']
])('%s µs known to %s µs reads %s', (time, error, text) => {
	expect(uncertainText(time, error)).toBe(text);
});
