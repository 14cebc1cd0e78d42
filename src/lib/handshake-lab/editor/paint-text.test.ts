import { showText } from '#lib/handshakes/draft/draft-text.ts';
import type { HandshakeDraft } from '#lib/handshakes/draft/handshake-draft.ts';
import { readDraft } from '#lib/handshakes/draft/read-draft.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paintText } from './paint-text.ts';

function paint(bytes: Uint8Array<ArrayBuffer>, role: HandshakeDraft['role'] = 'client') {
	const reading = readDraft({ role, bytes, pace: 'whole', gap: 0, end: null, protocols: [] });
	const { lines, verdict } = reading;
	return paintText({
		bytes,
		lines,
		violations: verdict.violations,
		hasHoles: role === 'server'
	});
}

const ofLatin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const painted = (text: string, role?: HandshakeDraft['role']) => paint(ofLatin1(text), role) ?? [];
const HEAD = fc.array(
	fc.constantFrom(
		'GET / HTTP/1.1',
		'\r\n',
		'\n',
		'\r',
		'A: b',
		' ',
		':',
		'\0',
		'\xe4\xbd\xa0',
		'\xff'
	),
	{ maxLength: 24 }
);

describe('paintText', () => {
	test('adds up to the text that stands above it, whatever the bytes', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					HEAD.map((parts) => ofLatin1(parts.join(''))),
					fc.uint8Array()
				),
				(bytes) => {
					const own = Uint8Array.from(bytes);
					const text = paint(own)
						?.map((run) => run.text)
						.join('');
					expect(text).toBe(showText(own));
				}
			)
		);
	});

	test('knows names from values, and the words of the start line', () => {
		const runs = painted('GET /a HTTP/1.1\r\nHost : b\r\n\r\n').filter(({ kind }) => kind);
		expect(runs.map(({ text, kind }) => [text, kind])).toEqual([
			['GET', 'header-name'],
			['/a', 'header-value'],
			['HTTP/1.1', 'header-name'],
			['Host', 'header-name'],
			['b', 'header-value']
		]);
	});

	test('marks the bytes of a broken rule, and no line for what is missing', () => {
		const broken = painted('GET / HTTP/1.1\r\nHost : b\r\n\r\n').filter(({ isBroken }) => isBroken);
		expect(broken.map(({ text }) => text)).toEqual([' ']);
	});

	test('says how each line ends', () => {
		const ends = painted('GET / HTTP/1.1\r\nA: b\n\r\n').flatMap(({ ending }) => ending ?? []);
		expect(ends).toEqual(['crlf', 'lf', 'crlf']);
	});

	test.each([
		['server', ['{accept}']],
		['client', []]
	] as const)('finds the place of the Accept in what the %s writes', (role, found) => {
		const runs = painted('HTTP/1.1 101 X\r\nSec-WebSocket-Accept: {accept}\r\n\r\n', role);
		expect(runs.filter(({ isHole }) => isHole).map(({ text }) => text)).toEqual(found);
	});
});
