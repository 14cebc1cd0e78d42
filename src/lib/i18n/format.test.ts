import { describe, expect, it } from 'vitest';
import { createFormats } from './format.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('bytes', () => {
	it.each<[number | bigint, string]>([
		[0, '0 B'],
		[18, '18 B'],
		[1023, '1,023 B'],
		[1024, '1 KiB'],
		[1536, '1.5 KiB'],
		[1_048_576, '1 MiB'],
		[1_048_000, '0.999 MiB'],
		[9_223_372_036_854_775_807n, '8 EiB']
	])('writes %s bytes as %s', (count, written) => {
		expect(plain(createFormats('en').bytes(count))).toBe(written);
	});
});

describe('decimals', () => {
	it.each([
		[1234.5, 2, '1,234.50'],
		[0.0996, 3, '0.100'],
		[20974.3, 1, '20,974.3']
	])('writes %d with %i digits as %s', (value, digits, written) => {
		expect(createFormats('zh-CN').decimals(value, digits)).toBe(written);
	});
});

describe('durations', () => {
	it.each([
		[0, '0 µs'],
		[480, '480 µs'],
		[12_418, '12.4 ms'],
		[3_200_000, '3.2 s']
	])('writes %i µs as %s', (microseconds, written) => {
		expect(plain(createFormats('zh').duration(microseconds))).toBe(written);
	});

	it('shows the clock in milliseconds with every microsecond', () => {
		expect(createFormats('en').clock(12_865)).toBe('12.865');
	});
});

describe('dates', () => {
	it('are written as the language writes them', () => {
		const iso = '2026-11-20T12:00:00Z';
		expect(createFormats('zh').dateTime(iso)).toContain('2026年');
		expect(createFormats('en').dateTime(iso)).toContain('Nov');
	});

	it('name the argument that is not a date', () => {
		expect(() => createFormats('en').dateTime('yesterday')).toThrow(/^iso: not a date: yesterday/);
	});
});
