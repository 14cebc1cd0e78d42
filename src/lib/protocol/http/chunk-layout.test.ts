import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chunkContent, layoutChunks } from './chunk-layout.ts';
import { HttpBodyStream } from './http-body.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const layout = (text: string) => layoutChunks(bytesOf(text));

it('finds sizes and content at their bytes', () => {
	const { chunks, contentLength, isComplete } = layout('5\r\nhello\r\n3;x=1\r\n 你\r\n0\r\n\r\n');
	expect(
		chunks.map(({ sizeStart, sizeEnd, size, dataStart, dataEnd }) => [
			sizeStart,
			sizeEnd,
			size,
			dataStart,
			dataEnd
		])
	).toEqual([
		[0, 1, 5, 3, 8],
		[10, 11, 3, 17, 20]
	]);
	expect([contentLength, isComplete]).toEqual([8, false]);
});

it.each([
	['', false],
	['0\r\n', false],
	['0\r\n\r\n', true],
	['0\n\n', true],
	['0\r\nTrailer: 1\r\n\r\n', true],
	['0\r\nTrailer: 1\r\n', false],
	['2\r\nab', false],
	['2\r\nab\r\n', false]
])('%j is complete: %s', (text, isComplete) => {
	expect(layout(text)).toMatchObject({ isComplete, violation: null });
});

it.each([
	['x\r\n', 0],
	['2\r\nabc\r\n', 5],
	['fffffffffffffffff\r\n', 0]
])('%j breaks the coding at byte %i', (text, at) => {
	expect(layout(text).violation).toMatchObject({ code: 'chunk-malformed', bitOffset: at * 8 });
});

it('gives back what was sent in chunks, and agrees with the reader that finds the end', () => {
	fc.assert(
		fc.property(
			fc.array(fc.uint8Array({ minLength: 1, maxLength: 20 })),
			fc.nat(),
			(pieces, cut) => {
				const wire = Buffer.concat([
					...pieces.flatMap((piece) => [
						bytesOf(`${piece.length.toString(16)}\r\n`),
						piece,
						bytesOf('\r\n')
					]),
					bytesOf('0\r\n\r\n')
				]);
				const whole = layoutChunks(wire);
				expect(Buffer.from(chunkContent(wire, whole))).toEqual(Buffer.concat(pieces));
				const part = wire.subarray(0, cut % (wire.length + 1));
				const stream = new HttpBodyStream({ kind: 'chunked' });
				stream.push(part);
				expect(layoutChunks(part)).toMatchObject({
					isComplete: stream.isComplete,
					violation: null
				});
			}
		)
	);
});

it('never throws, whatever the bytes', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
			const found = layoutChunks(bytes);
			expect(chunkContent(bytes, found)).toHaveLength(found.contentLength);
		})
	);
});
