import { expect, test } from 'vitest';
import { clockText, exactText, spanText } from './time-text.ts';

test.each([
	[0, '0.000'],
	[12_865, '12.865'],
	[9_999_999, '9999.999'],
	[12_345_678, '12345.68'],
	[123_456_789, '123456.8'],
	[9_876_543_210, '9876543']
])('%s µs on a narrow clock are %s ms', (time, text) => {
	expect(clockText(time)).toBe(text);
});

test('the exact time keeps its microseconds', () => {
	expect(exactText(123_456_789)).toBe('123456.789');
});

test.each([
	[340, '340 µs'],
	[999.6, '1 ms'],
	[9840, '9.8 ms'],
	[34_055, '34.1 ms'],
	[120_400, '120 ms'],
	[1_250_000, '1.25 s'],
	[60_000_000, '1 min'],
	[200_000_000, '3 min 20 s']
])('a span of %s µs is %s', (span, text) => {
	expect(spanText(span)).toBe(text);
});
