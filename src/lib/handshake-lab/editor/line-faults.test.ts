import { readDraft } from '#lib/handshakes/draft/read-draft.ts';
import { HEADERS } from '#lib/protocol/handshake/headers.ts';
import { HANDSHAKE_RULES } from '#lib/protocol/handshake/handshake-rules.ts';
import { HTTP_RULES } from '#lib/protocol/http/http-violation.ts';
import { describe, expect, test } from 'vitest';
import { faultsByLine, faultsOf, lineAt, missingHeader } from './line-faults.ts';

function read(text: string) {
	const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
	return readDraft({ role: 'client', bytes, pace: 'whole', gap: 0, end: null, protocols: [] });
}

describe('faultsByLine', () => {
	test('puts each broken rule on the line of its bytes, once', () => {
		const { lines, verdict } = read('GET / HTTP/1.1\r\nHost : a\r\nOdd\r\n\r\n');
		const byLine = faultsByLine(lines, [...verdict.violations, ...verdict.violations]);
		const codes = lines.map(({ index }) => faultsOf(byLine, index).map(({ code }) => code));
		expect(codes[1]).toEqual(['space-before-colon']);
		expect(codes[2]).toEqual(['header-without-colon']);
	});

	test('gives what is missing to the start line', () => {
		const { lines, verdict } = read('GET / HTTP/1.1\r\n\r\n');
		const codes = faultsOf(faultsByLine(lines, verdict.violations), 0).map(({ code }) => code);
		expect(codes).toContain('key-missing');
	});

	test('tells a few of one line, however many a draft can have', () => {
		const { lines, verdict } = read(`GET / HTTP/1.1\r\n${'a\n'.repeat(60_000)}`);
		const byLine = faultsByLine(lines, verdict.violations);
		expect(Math.max(...Array.from(byLine.values(), ({ length }) => length))).toBe(8);
	});
});

test.each([
	[0, 0],
	[15, 0],
	[16, 1],
	[99, 1]
])('byte %i belongs to line %i', (byte, line) => {
	expect(lineAt(read('GET / HTTP/1.1\r\nHost: a').lines, byte)).toBe(line);
});

test('every rule about a missing header names that header', () => {
	const codes = Object.keys({ ...HTTP_RULES, ...HANDSHAKE_RULES });
	const missing = codes.filter((code) => missingHeader(code) !== null);
	expect(missing.length).toBeGreaterThan(7);
	for (const code of missing) expect(HEADERS).toHaveProperty([missingHeader(code) ?? '']);
});
