import type { Field } from '#lib/protocol/field.ts';
import { layoutChunks } from '#lib/protocol/http/chunk-layout.ts';
import { expect, it } from 'vitest';
import { chunkFields, placeInChunks } from './wire-places.ts';

const { chunks } = layoutChunks(new TextEncoder().encode('3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n'));

function field(start: number, end: number): Field {
	const bits = { bitOffset: start * 8, bitLength: (end - start) * 8 };
	return { id: 'x', kind: 'payload', value: null, section: '', ...bits };
}

it.each([
	[0, 3, [[3, 6, 'chunk-0-data']]],
	[1, 2, [[4, 5, 'chunk-0-data']]],
	[3, 7, [[11, 15, 'chunk-1-data']]],
	[
		2,
		5,
		[
			[5, 6, 'chunk-0-data'],
			[11, 13, 'chunk-1-data']
		]
	]
])('bytes %i to %i of the content lie at %j', (start, end, places) => {
	const placed = placeInChunks(field(start, end), chunks);
	expect(
		placed.map(({ bitOffset, bitLength, parent }) => [
			bitOffset / 8,
			(bitOffset + bitLength) / 8,
			parent
		])
	).toEqual(places);
});

it('names the sizes and the data of chunks', () => {
	expect(chunkFields(chunks).map(({ id, bitOffset, value }) => [id, bitOffset / 8, value])).toEqual(
		[
			['chunk-0-size', 0, 3],
			['chunk-0-data', 3, null],
			['chunk-1-size', 8, 4],
			['chunk-1-data', 11, null],
			['chunk-2-size', 17, 0]
		]
	);
});
