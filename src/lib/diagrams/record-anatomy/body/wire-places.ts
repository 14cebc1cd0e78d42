/**
 * Where the content of a body lies on the wire. In chunks, a field of the content may lie in
 * several: then it is several fields of one name.
 */
import type { Field } from '#lib/protocol/field.ts';
import type { Chunk } from '#lib/protocol/http/chunk-layout.ts';

/** The sizes of the chunks, and what they hold. */
export function chunkFields(chunks: readonly Chunk[]): Field[] {
	return chunks.flatMap(({ index, sizeStart, sizeEnd, size, dataStart, dataEnd }) => {
		const common = { section: 'RFC 9112 7.1' };
		const sizeField: Field = {
			...common,
			id: `chunk-${index}-size`,
			kind: 'length',
			value: size,
			bitOffset: sizeStart * 8,
			bitLength: (sizeEnd - sizeStart) * 8
		};
		if (dataEnd === dataStart) return [sizeField];
		const data: Field = {
			...common,
			id: `chunk-${index}-data`,
			kind: 'payload',
			value: null,
			bitOffset: dataStart * 8,
			bitLength: (dataEnd - dataStart) * 8
		};
		return [sizeField, data];
	});
}

/** A field of the content as it lies in the chunks, each piece inside its chunk's data. */
export function placeInChunks(field: Field, chunks: readonly Chunk[]): Field[] {
	const start = field.bitOffset / 8;
	const end = start + field.bitLength / 8;
	const pieces: Field[] = [];
	for (let at = chunkAt(chunks, start); at < chunks.length; at++) {
		const chunk = chunks[at];
		if (!chunk || chunk.contentOffset >= end) break;
		const length = chunk.dataEnd - chunk.dataStart;
		const from = Math.max(start - chunk.contentOffset, 0);
		const to = Math.min(end - chunk.contentOffset, length);
		if (to <= from) continue;
		pieces.push({
			...field,
			bitOffset: (chunk.dataStart + from) * 8,
			bitLength: (to - from) * 8,
			parent: `chunk-${chunk.index}-data`
		});
	}
	return pieces;
}

/** The last chunk that begins at or before a byte of the content, by bisection. */
function chunkAt(chunks: readonly Chunk[], offset: number): number {
	let low = 0;
	let high = chunks.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((chunks[middle]?.contentOffset ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}
