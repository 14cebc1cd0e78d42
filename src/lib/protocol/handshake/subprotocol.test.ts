import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSubprotocols } from './subprotocol.ts';

const load = createRequire(import.meta.url);
const wsSubprotocol: { parse(value: string): Set<string> } = load(
	fileURLToPath(new URL('../../../../node_modules/ws/lib/subprotocol.js', import.meta.url))
);

const names = (text: string) => parseSubprotocols(text).subprotocols.map(({ name }) => name);
const marked = (text: string) =>
	parseSubprotocols(text).faults.map(({ code, start, end }) => [code, text.slice(start, end)]);

function wsParse(text: string): string[] | null {
	try {
		return [...wsSubprotocol.parse(text)];
	} catch {
		return null;
	}
}

describe('parseSubprotocols', () => {
	it('reads tokens in order of preference, with their places', () => {
		expect(parseSubprotocols('chat, v2.chat', 50)).toEqual({
			subprotocols: [
				{ name: 'chat', start: 50, end: 54 },
				{ name: 'v2.chat', start: 56, end: 63 }
			],
			faults: []
		});
	});

	it('tells names apart by case', () => {
		expect(marked('chat, Chat')).toEqual([]);
	});

	it.each([
		['a, a', [['subprotocol-repeated', 'a']]],
		['a,,b', [['subprotocol-empty', 'a,,b']]],
		['', [['subprotocol-empty', '']]],
		['a,', [['subprotocol-empty', 'a,']]],
		['a b', [['subprotocol-not-token', 'a b']]],
		['a/b, c', [['subprotocol-not-token', 'a/b']]],
		['caf\xe9', [['subprotocol-not-token', 'caf\xe9']]]
	])('marks what is wrong with %j', (text, expected) => {
		expect(marked(text)).toEqual(expected);
	});

	it('finds a name that an earlier line of the header holds', () => {
		const { subprotocols } = parseSubprotocols('a');
		expect(parseSubprotocols('b, a', 0, subprotocols).faults).toMatchObject([
			{ code: 'subprotocol-repeated', start: 3 }
		]);
	});
});

describe('the subprotocol grammar of ws', () => {
	// Each line is a place where the RFC's grammar and ws differ.
	it.each([
		[' a', true, false, 'whitespace around an element, at the beginning'],
		['a ', true, false, 'and at the end']
	])('%j: legal %s, accepted by ws %s (%s)', (text, legal, accepted) => {
		expect([marked(text).length === 0, wsParse(text) !== null]).toEqual([legal, accepted]);
	});

	it('is ours but for whitespace at the edges', () => {
		const character = fc.constantFrom(...'ab, \t@\xe9"');
		fc.assert(
			fc.property(fc.string({ unit: character, maxLength: 12 }), (text) => {
				fc.pre(text.trim() === text);
				expect(marked(text).length === 0 ? names(text) : null).toEqual(wsParse(text));
			}),
			{ numRuns: 500 }
		);
	});
});
