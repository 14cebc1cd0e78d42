import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha1, traceSha1 } from './sha1.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const oracle = (bytes: Uint8Array) => createHash('sha1').update(bytes).digest('hex');
const word = (value: number | undefined) => (value ?? 0).toString(16).padStart(8, '0');

describe('sha1', () => {
	it.each([0, 1, 54, 55, 56, 57, 60, 63, 64, 65, 118, 119, 120, 121, 127, 128, 129, 1000])(
		'agrees with node:crypto on %i bytes',
		(length) => {
			const bytes = Uint8Array.from({ length }, (_, i) => (i * 151 + length) & 0xff);
			expect(hex(sha1(bytes))).toBe(oracle(bytes));
		}
	);

	it('agrees with node:crypto on random bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
				expect(hex(sha1(bytes))).toBe(oracle(bytes));
			})
		);
	});
});

describe('traceSha1', () => {
	const trace = traceSha1(new TextEncoder().encode('abc'));
	const [block] = trace.blocks;

	// Values of the worked example that NIST publishes for "abc".
	it.each([
		[0, '0116fc33', '67452301', '7bf36ae2', '98badcfe', '10325476'],
		[79, '42541b35', '5738d5e1', '21834873', '681e6df6', 'd8fdf6ad']
	])('shows the variables after round %i', (t, ...expected) => {
		const round = block?.rounds[t];
		expect([round?.a, round?.b, round?.c, round?.d, round?.e].map(word)).toEqual(expected);
	});

	it('names function and constant of each quarter', () => {
		const at = (t: number) => [block?.rounds[t]?.functionName, word(block?.rounds[t]?.k)];
		expect([at(0), at(19)]).toEqual([
			['Ch', '5a827999'],
			['Ch', '5a827999']
		]);
		expect([at(20), at(39)]).toEqual([
			['Parity', '6ed9eba1'],
			['Parity', '6ed9eba1']
		]);
		expect([at(40), at(59)]).toEqual([
			['Maj', '8f1bbcdc'],
			['Maj', '8f1bbcdc']
		]);
		expect([at(60), at(79)]).toEqual([
			['Parity', 'ca62c1d6'],
			['Parity', 'ca62c1d6']
		]);
	});

	it('pads to whole blocks: the marker, zeros, the length in bits', () => {
		expect(trace.padding).toMatchObject({
			markerOffset: 3,
			zeroBytes: 52,
			lengthOffset: 56,
			bitLength: 24
		});
		expect(hex(trace.padding.padded)).toBe(`61626380${'00'.repeat(59)}18`);
	});

	it.each([
		[55, 1, 0],
		[56, 2, 63],
		[63, 2, 56],
		[64, 2, 55],
		[119, 2, 0],
		[120, 3, 63]
	])('pads %i bytes to %i blocks with %i zero bytes', (length, blocks, zeroBytes) => {
		const { padding, blocks: traced } = traceSha1(new Uint8Array(length));
		expect([traced.length, padding.zeroBytes]).toEqual([blocks, zeroBytes]);
	});

	it('makes each block begin with the result of the one before', () => {
		const { blocks } = traceSha1(new Uint8Array(130));
		expect(blocks.slice(1).map(({ initial }) => initial)).toEqual(
			blocks.slice(0, -1).map(({ result }) => result)
		);
	});

	it('takes the words of a round from the schedule, the first 16 from the block', () => {
		expect(block?.rounds.map(({ w }) => w)).toEqual([...(block?.schedule ?? [])]);
		expect(word(block?.schedule[0])).toBe('61626380');
		expect(word(block?.schedule[15])).toBe('00000018');
	});
});
