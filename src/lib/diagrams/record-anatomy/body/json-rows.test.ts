import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonFields, layoutJson } from './json-rows.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const lines = (text: string) =>
	layoutJson(bytesOf(text))?.map(({ depth, key, value, bracket, hasComma }) =>
		[
			' '.repeat(depth),
			key ? `${key.text}: ` : '',
			value?.text ?? bracket,
			hasComma ? ',' : ''
		].join('')
	);

it('lays a poll’s body out line by line', () => {
	expect(lines('{"last":12,"gap":null,"events":[{"id":11,"data":"a,b]"}]}')).toEqual([
		'{',
		' "last": 12,',
		' "gap": null,',
		' "events": [',
		'  {',
		'   "id": 11,',
		'   "data": "a,b]"',
		'  }',
		' ]',
		'}'
	]);
});

it.each([
	['[]', ['[]']],
	['{ }', ['{}']],
	[' 1e400 ', ['1e400']],
	['"\\u4f60\\"x"', ['"\\u4f60\\"x"']],
	['[1.0, {}]', ['[', ' 1.0,', ' {}', ']']],
	['{"a":{"b":[]}}', ['{', ' "a": {', '  "b": []', ' }', '}']]
])('%s keeps what was captured', (text, expected) => {
	expect(lines(text)).toEqual(expected);
});

it.each(['', '{', '{"a":}', '\ufeff{}', 'ok'])('%j is no JSON', (text) => {
	expect(layoutJson(bytesOf(text))).toBeNull();
});

it('names keys and values at their bytes', () => {
	const rows = layoutJson(bytesOf('{"é":[1]}')) ?? [];
	expect(
		jsonFields(rows).map(({ id, bitOffset, bitLength }) => [id, bitOffset / 8, bitLength / 8])
	).toEqual([
		['json-1-key', 1, 4],
		['json-2-value', 7, 1]
	]);
});

it('loses nothing of any JSON', () => {
	fc.assert(
		fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
			const text = JSON.stringify(value, null, indent);
			const joined = (lines(text) ?? []).join('');
			expect(JSON.parse(joined)).toEqual(JSON.parse(text));
		})
	);
});

it('lays out only so many rows', () => {
	const rows = layoutJson(bytesOf(`[${'1,'.repeat(20_000)}1]`)) ?? [];
	expect(rows).toHaveLength(5_000);
});
