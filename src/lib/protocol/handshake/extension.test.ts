import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExtensions, type Extension } from './extension.ts';
import { HANDSHAKE_RULES } from './handshake-rules.ts';

const load = createRequire(import.meta.url);
const wsExtension: { parse(value: string): Record<string, Record<string, unknown[]>[]> } = load(
	fileURLToPath(new URL('../../../../node_modules/ws/lib/extension.js', import.meta.url))
);

const codes = (text: string) => parseExtensions(text).faults.map(({ code }) => code);
const isLegal = (text: string) => codes(text).every((code) => !HANDSHAKE_RULES[code].isFatal);
const marked = (text: string) =>
	parseExtensions(text).faults.map(({ code, start, end }) => [code, text.slice(start, end)]);

function wsAccepts(text: string): boolean {
	try {
		wsExtension.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** Our list in the shape that `ws` gives. */
function wsShape(extensions: readonly Extension[]) {
	const shape: Record<string, Record<string, unknown[]>[]> = {};
	for (const { name, parameters } of extensions) {
		const values: Record<string, unknown[]> = {};
		for (const { name, value } of parameters) (values[name] ??= []).push(value ?? true);
		(shape[name] ??= []).push(values);
	}
	return shape;
}

describe('parseExtensions', () => {
	it('reads offers with parameters, in order of preference', () => {
		const { extensions, faults } = parseExtensions(
			'mux; max-channels=4; flow-control, deflate-stream'
		);
		expect(faults).toEqual([]);
		expect(extensions).toEqual([
			{
				name: 'mux',
				parameters: [
					{ name: 'max-channels', value: '4', start: 5, end: 19 },
					{ name: 'flow-control', value: null, start: 21, end: 33 }
				],
				start: 0,
				end: 33
			},
			{ name: 'deflate-stream', parameters: [], start: 35, end: 49 }
		]);
	});

	it('keeps fallbacks of the same extension apart', () => {
		const { extensions } = parseExtensions('a; b=10, a; b, a');
		expect(extensions.map(({ parameters }) => parameters.map(({ value }) => value))).toEqual([
			['10'],
			[null],
			[]
		]);
	});

	it('shifts positions by the offset of the value in its head', () => {
		expect(parseExtensions('a, b c', 100)).toMatchObject({
			extensions: [
				{ start: 100, end: 101 },
				{ start: 103, end: 106 }
			],
			faults: [{ start: 103, end: 106 }]
		});
	});

	it.each([
		['a; b="c"', 'c'],
		['a; b="c\\d"', 'cd'],
		['a; b="\\c"', 'c']
	])('takes the quotes off %j: %s', (text, value) => {
		const { extensions, faults } = parseExtensions(text);
		expect(faults).toEqual([]);
		expect(extensions[0]?.parameters[0]?.value).toBe(value);
	});

	it.each([
		['', [['extension-list-empty', '']]],
		[' , ,', [['extension-list-empty', ' , ,']]],
		['a,,b', [['extension-empty-element', 'a,,b']]],
		['a b', [['extension-name-not-token', 'a b']]],
		['; a', [['extension-name-not-token', '; a']]],
		['a@, b', [['extension-name-not-token', 'a@']]],
		['a; b c', [['extension-parameter-not-token', 'b c']]],
		['a; =c', [['extension-parameter-not-token', '=c']]],
		['a;', [['extension-parameter-not-token', '']]],
		['a; b=', [['extension-value-not-token', '']]],
		['a; b=c=d', [['extension-value-not-token', 'c=d']]],
		['a; b="c,d", e', [['extension-value-not-token', '"c,d"']]],
		['a; b=""', [['extension-value-not-token', '""']]],
		['a; b="c"d', [['extension-value-not-token', '"c"d']]],
		['a; b="c', [['extension-quote-unclosed', '"c']]],
		['a; b="c\\"', [['extension-quote-unclosed', '"c\\"']]]
	])('marks what is wrong with %j', (text, expected) => {
		expect(marked(text)).toEqual(expected);
	});

	it('reads on past a fault', () => {
		const { extensions } = parseExtensions('a b, c; d=");", e');
		expect(extensions.map(({ name }) => name)).toEqual(['a b', 'c', 'e']);
	});

	it('takes any text without a throw, with positions inside it', () => {
		const character = fc.constantFrom(...'ab"\\,;= \t\r\n@\xe9');
		fc.assert(
			fc.property(fc.string({ unit: character, maxLength: 30 }), (text) => {
				const { extensions, faults } = parseExtensions(text);
				const spans = [
					...extensions,
					...extensions.flatMap(({ parameters }) => parameters),
					...faults
				];
				for (const { start, end } of spans) {
					expect(start).toBeGreaterThanOrEqual(0);
					expect(end).toBeGreaterThanOrEqual(start);
					expect(end).toBeLessThanOrEqual(text.length);
				}
			})
		);
	});
});

describe('the extension grammar of ws', () => {
	it.each(['a', 'a, b', 'a;b', 'a ; b ,c', 'a; b=c', 'a; b="c"', 'a; b="\\c"', 'a; b=c; b=d, a'])(
		'agrees that %j is legal, and on what it says',
		(text) => {
			const { extensions } = parseExtensions(text);
			expect(codes(text)).toEqual([]);
			expect(wsShape(extensions)).toEqual({ ...wsExtension.parse(text) });
		}
	);

	it.each([
		'',
		',',
		'a b',
		';a',
		'a;',
		'a;;b',
		'a;=',
		'a;b=',
		'a;b=""',
		'a;b="c',
		'a;b="c d"',
		'a;b=c=d',
		'a;b@',
		'a@',
		'a; b="c"d',
		'a; b=c"d"'
	])('agrees that %j is not', (text) => {
		expect([isLegal(text), wsAccepts(text)]).toEqual([false, false]);
	});

	// Each line is a place where the RFC's grammar and ws differ.
	it.each([
		['a,,b', true, false, 'RFC 2616 §2.1 lets a receiver skip empty elements'],
		[',a', true, false, 'the same at the beginning'],
		['a,', true, false, 'the same at the end'],
		['a; b =c', true, false, 'RFC 2616 §2.1: implied whitespace around ='],
		['a; b= c', true, false, 'the same after it'],
		[' a', true, false, 'whitespace before the first word'],
		['a ', true, false, 'whitespace after the last word']
	])('%j: legal %s, accepted by ws %s (%s)', (text, legal, accepted) => {
		expect([isLegal(text), wsAccepts(text)]).toEqual([legal, accepted]);
	});

	it('accepts whatever ws accepts, and reads the same in it', () => {
		const character = fc.constantFrom(...'ab",;= \\');
		fc.assert(
			fc.property(fc.string({ unit: character, maxLength: 12 }), (text) => {
				fc.pre(wsAccepts(text));
				expect(isLegal(text)).toBe(true);
				expect(wsShape(parseExtensions(text).extensions)).toEqual({ ...wsExtension.parse(text) });
			}),
			{ numRuns: 300 }
		);
	});
});
