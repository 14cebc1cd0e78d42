import { describe, expect, it } from 'vitest';
import { formatHex } from '../hex.ts';
import {
	encodeExtendedLength,
	lengthFormOf,
	MAX_64_BIT_LENGTH,
	minimalLengthForm,
	readLength64
} from './payload-length.ts';

describe('payload length', () => {
	it.each([
		[0, 7],
		[125, 7],
		[126, 16],
		[127, 16],
		[65_535, 16],
		[65_536, 64],
		[MAX_64_BIT_LENGTH, 64]
	] as const)('writes %s bytes in the %s-bit form', (length, form) => {
		expect(minimalLengthForm(length)).toBe(form);
	});

	it.each([
		[0, 7],
		[125, 7],
		[126, 16],
		[127, 64]
	] as const)('reads the seven bits %s as the %s-bit form', (sevenBits, form) => {
		expect(lengthFormOf(sevenBits)).toBe(form);
	});

	it.each([
		[16, 5, '00 05'],
		[64, 65_536, '00 00 00 00 00 01 00 00'],
		[64, MAX_64_BIT_LENGTH, '7f ff ff ff ff ff ff ff']
	] as const)('encodes in the %s-bit form %s', (form, length, bytes) => {
		expect(formatHex(encodeExtendedLength(form, length))).toBe(bytes);
	});

	it.each([
		[0xffff_ffff, 'number'],
		[Number.MAX_SAFE_INTEGER, 'number'],
		[2n ** 53n, 'bigint'],
		[MAX_64_BIT_LENGTH, 'bigint'],
		[2n ** 64n - 1n, 'bigint']
	] as const)('reads back %s as a %s', (length, type) => {
		const read = readLength64(encodeExtendedLength(64, length), 0);
		expect([read, typeof read]).toEqual([length, type]);
	});
});
