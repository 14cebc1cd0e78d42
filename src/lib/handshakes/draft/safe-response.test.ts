import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latin1Bytes } from '#lib/protocol/latin1.ts';
import { compileDraft } from './compile-draft.ts';
import { ACCEPT_HOLE } from './handshake-draft.ts';
import {
	ACTING_HEADERS,
	actingHeaders,
	actingHeadersIn,
	actingHeadersOf
} from './safe-response.ts';

const response = (line: string) =>
	latin1Bytes(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n${line}\r\n\r\n`);

describe('headers that act beyond their connection', () => {
	it.each(ACTING_HEADERS)('%s is found in any case', (name) => {
		expect(actingHeaders(response(`${name}: a`))).toContain(name);
		expect(actingHeaders(response(`${name.toUpperCase()}: a`))).toContain(name);
	});

	it.each([
		['a space before the colon', 'Set-Cookie : a'],
		['no space behind it', 'Set-Cookie:a'],
		['a line end that is LF alone', 'X: y\nSet-Cookie: a'],
		['a line end that is CR alone', 'X: y\rSet-Cookie: a'],
		['a folded line', 'X: y\r\n Set-Cookie: a'],
		['a name that is folded', 'Set-\r\n Cookie: a'],
		['a NUL in its name', 'Set-\0Cookie: a'],
		['a NUL before its line', 'X: y\0\r\nSet-Cookie: a'],
		['a letter that is none', 'Set-\xa0Cookie: a'],
		['the place of an Accept in it', 'Set-====Cookie: a'],
		['no colon', 'Set-Cookie'],
		['an older name', 'Set-Cookie2: a'],
		['the body', '\r\nSet-Cookie: a']
	])('are found through %s', (_, line) => {
		expect(actingHeaders(response(line))).toEqual(['set-cookie']);
	});

	it.each([
		['a response without any', 'Server: handwritten'],
		['words that hold a short name', 'X-Kernels: tunnel refreshed, blinks, links'],
		['nothing', '']
	])('are not found in %s', (_, line) => {
		expect(actingHeaders(response(line))).toEqual([]);
	});

	it('are told each once, whatever their number', () => {
		const lines = 'Set-Cookie: a\r\nset-cookie: b\r\nRefresh: 0\r\nWWW-Authenticate: Basic';
		expect(actingHeaders(response(lines))).toEqual(['set-cookie', 'www-authenticate', 'refresh']);
	});
});

describe('headers written in parts', () => {
	const part = (text: string, times = 1) => ({ bytes: latin1Bytes(text), times });
	const joined = (parts: readonly ReturnType<typeof part>[]) =>
		parts.flatMap(({ bytes, times }) => Array.from({ length: times }, () => [...bytes])).flat();

	it.each([
		['letter by letter', Array.from('Set-Cookie: a', (letter) => part(letter)), 'set-cookie'],
		['with a part repeated', [part('Set-C'), part('o', 2), part('kie')], 'set-cookie'],
		['in a part and its repetition', [part('lt-svc: h3 A', 3)], 'alt-svc'],
		[
			'with nothing in between, a million times',
			[part('n'), part('\r\n', 1e6), part('el:')],
			'nel'
		],
		['behind a million repetitions', [part('x', 1e6), part('NEL: a')], 'nel']
	])('are found %s', (_, parts, name) => {
		expect(actingHeadersIn(parts)).toEqual([name]);
	});

	it.each(['whole', 'lines', 'bytes'] as const)(
		'are found around the place of an Accept, written as %s',
		(pace) => {
			const bytes = Uint8Array.from(response(`Set-${ACCEPT_HOLE}Cookie: a`));
			const draft = { role: 'server', bytes, pace, gap: 0, end: null, protocols: [] } as const;
			expect(actingHeadersOf(compileDraft(draft))).toEqual(['set-cookie']);
		}
	);

	it('are those of the bytes that are written, whatever is repeated', () => {
		const piece = fc.constantFrom(
			'n',
			'e',
			'l',
			':',
			'ne',
			'el:',
			'refresh',
			're',
			'fresh:',
			'-',
			'='
		);
		const pieces = fc.array(fc.tuple(piece, fc.integer({ min: 1, max: 80 })), { maxLength: 6 });
		fc.assert(
			fc.property(pieces, (list) => {
				const parts = list.map(([text, times]) => part(text, times));
				expect(actingHeadersIn(parts)).toEqual(actingHeaders(Uint8Array.from(joined(parts))));
			})
		);
	});

	it('cost no more for being repeated', () => {
		const parts = Array.from({ length: 2000 }, () => part('a'.repeat(100), 2 ** 40));
		expect(actingHeadersIn(parts)).toEqual([]);
	});
});
