import { createGzip, constants, deflateSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { inflateBody } from './inflate-body.ts';

const text = 'data: hello\n\n'.repeat(100);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

it.each([
	['gzip', gzipSync],
	['deflate', deflateSync]
] as const)('undoes %s', (coding, compress) => {
	const { content, outcome } = inflateBody(compress(text), coding);
	expect([textOf(content), outcome]).toEqual([text, 'ok']);
});

it('reads a stream that goes on as far as it was flushed', async () => {
	const gzip = createGzip();
	gzip.write('data: 1\n\n');
	await new Promise<void>((resolve) => gzip.flush(constants.Z_SYNC_FLUSH, () => resolve()));
	const { content, outcome } = inflateBody(gzip.read() as Uint8Array, 'gzip');
	expect([textOf(content), outcome]).toEqual(['data: 1\n\n', 'ok']);
});

it('keeps no more than it may', () => {
	const { content, outcome } = inflateBody(gzipSync('a'.repeat(1000)), 'gzip', 100);
	expect([content.length, outcome]).toEqual([100, 'cut']);
});

it.each([
	['no gzip', Uint8Array.of(1, 2, 3, 4)],
	['a broken one', Uint8Array.from(gzipSync(text), (byte, at) => (at > 12 ? byte ^ 255 : byte))]
])('says that it is %s', (_, bytes) => {
	expect(inflateBody(bytes, 'gzip').outcome).toBe('invalid');
});

it('of nothing is nothing', () => {
	expect(inflateBody(new Uint8Array(0), 'gzip')).toEqual({
		content: new Uint8Array(0),
		outcome: 'ok'
	});
});
