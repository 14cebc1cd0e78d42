import fc from 'fast-check';
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { traceDeflate, traceMessage } from './deflate-blocks.ts';
import { MessageDeflater } from './deflate-message.ts';
import type { DeflateTrace } from './deflate-trace.ts';
import { parseHex } from '../hex.ts';
import { joinBytes } from '../join-bytes.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function bytesOf(hex: string): Uint8Array {
	const parsed = parseHex(hex);
	if (!parsed.ok) throw new TypeError(`hex: ${hex}`);
	return parsed.bytes;
}

function words(trace: DeflateTrace): string[] {
	return trace.blocks.flatMap(({ tokens }) =>
		tokens.map((token) => {
			if (token.kind === 'literal') return String.fromCharCode(token.value);
			if (token.kind === 'match') return `${token.outputLength}<${token.distance}`;
			return token.kind;
		})
	);
}

/** What zlib makes of the data; null where it throws. */
function oracle(data: Uint8Array): Uint8Array | null {
	try {
		return new Uint8Array(inflateRawSync(data, { maxOutputLength: 2 ** 24 }));
	} catch {
		return null;
	}
}

const BIG = { maxOutput: 2 ** 24, maxTokens: 2 ** 24 };

/** Every bit from the first to the last belongs to exactly one field or token. */
function hasNoGap(trace: DeflateTrace): boolean {
	let at = 0;
	for (const block of trace.blocks) {
		// The bits after a final block up to the next byte belong to nothing.
		if (block.bitOffset > at && block.bitOffset - at < 8 && block.bitOffset % 8 === 0) {
			at = block.bitOffset;
		}
		for (const { bitOffset, bitLength } of [...block.fields, ...block.tokens]) {
			if (bitOffset !== at) return false;
			at += bitLength;
		}
		if (at !== block.bitOffset + block.bitLength) return false;
	}
	return at === trace.bitLength;
}

describe('traceMessage reads the examples of RFC 7692 §7.2.3', () => {
	it.each([
		['one block', 'f2 48 cd c9 c9 07 00', 'Hello', ['fixed', 'stored']],
		['a stored block', '00 05 00 fa ff 48 65 6c 6c 6f 00', 'Hello', ['stored', 'stored']],
		['a final block', 'f3 48 cd c9 c9 07 00 00', 'Hello', ['fixed', 'stored']],
		[
			'two blocks',
			'f2 48 05 00 00 00 ff ff ca c9 c9 07 00',
			'Hello',
			['fixed', 'stored', 'fixed', 'stored']
		],
		['an empty message', '00', '', ['stored']],
		['a final block alone, which needs no tail', 'f3 48 cd c9 c9 07 00', 'Hello', ['fixed']]
	])('%s', (_, hex, text, kinds) => {
		const trace = traceMessage(bytesOf(hex));
		expect(new TextDecoder().decode(trace.output)).toBe(text);
		expect(trace.blocks.map(({ kind }) => kind)).toEqual(kinds);
		expect(trace.fault).toBeNull();
	});

	it('a match that reaches into the message before', () => {
		const trace = traceMessage(bytesOf('f2 00 11 00 00'), { window: utf8('Hello') });
		expect(words(trace)).toEqual(['H', '4<5', 'end']);
		expect(new TextDecoder().decode(trace.output)).toBe('Hello');
	});
});

describe('traceDeflate', () => {
	const sentence =
		'and a frame carries a header, perhaps a masking key, and what it is all for: the payload';
	const hello = traceMessage(bytesOf('f2 48 cd c9 c9 07 00'));

	it('says where each token lies in the stream and in the output', () => {
		expect(
			hello.blocks[0]?.tokens.map(({ bitOffset, bitLength, outputOffset }) => [
				bitOffset,
				bitLength,
				outputOffset
			])
		).toEqual([
			[3, 8, 0],
			[11, 8, 1],
			[19, 8, 2],
			[27, 8, 3],
			[35, 8, 4],
			[43, 7, 5]
		]);
	});

	it('takes a match apart into codes and extra bits', () => {
		const trace = traceDeflate(deflateRawSync('abcdefghijklmnopqrstuvwxyz'.repeat(3)));
		const match = trace.blocks[0]?.tokens.find(({ kind }) => kind === 'match');
		expect(match).toMatchObject({ outputLength: 51, distance: 26, bitLength: 7 + 3 + 5 + 3 });
		expect(match?.parts.map(({ name, value }) => [name, value])).toEqual([
			['literal-length-code', 275],
			['length-extra', 0],
			['distance-code', 9],
			['distance-extra', 1]
		]);
	});

	it('copies bytes that the match itself has just made', () => {
		const trace = traceDeflate(deflateRawSync('a'.repeat(9)));
		expect(words(trace)).toEqual(['a', 'a', '7<1', 'end']);
	});

	it('reads the head of a dynamic block field by field', () => {
		const data = deflateRawSync(
			'the rain in Spain stays mainly in the plain, '.repeat(9) + sentence
		);
		const [block] = traceDeflate(data).blocks;
		expect(block?.kind).toBe('dynamic');
		expect(block?.fields.map(({ name }) => name)).toEqual([
			'BFINAL',
			'BTYPE',
			'HLIT',
			'HDIST',
			'HCLEN',
			'code-length-lengths',
			'code-lengths'
		]);
		expect(block?.codes?.literals[256]).toBeGreaterThan(0);
	});
});

describe('a fault in the data', () => {
	it.each([
		['block-type-reserved', '07', 1, 2],
		['stored-length-mismatch', '01 05 00 fa fe', 8, 32],
		['ends-inside', '', 0, 0],
		['ends-inside', 'f2 48', 11, 5],
		['ends-inside', '01 05 00 fa ff 48', 40, 8],
		['distance-too-far', 'f2 00 11 00 00', 11, 13],
		['symbol-invalid', '1b 03 00', 3, 8],
		['too-many-symbols', 'fd ff ff', 3, 10],
		['code-oversubscribed', '05 00 92 04', 17, 12],
		['code-incomplete', '05 00 02 00 00 00', 17, 12]
	])('is data: %s in %s', (code, hex, bitOffset, bitLength) => {
		expect(traceDeflate(bytesOf(hex)).fault).toEqual({ code, bitOffset, bitLength });
	});

	it('leaves what was read before it', () => {
		const data = deflateRawSync('Hello Hello Hello');
		const trace = traceDeflate(data.subarray(0, 4));
		expect(new TextDecoder().decode(trace.output)).toMatch(/^Hel/);
		expect(trace.fault?.code).toBe('ends-inside');
	});

	it('is a match from beyond the agreed window', () => {
		const window = new Uint8Array(1000);
		window.set(utf8('needle in the hay'));
		const payload = new MessageDeflater(15, true);
		payload.deflate(window);
		const second = payload.deflate(utf8('needle in the hay'));
		expect(traceMessage(second, { window, windowBits: 15 }).fault).toBeNull();
		expect(traceMessage(second, { window, windowBits: 9 }).fault?.code).toBe(
			'distance-beyond-window'
		);
	});

	it.each([7, 16, Number.NaN])('is not: window bits of %s are a mistake', (windowBits) => {
		expect(() => traceDeflate(Uint8Array.of(0), { windowBits })).toThrow(/^windowBits /);
	});
});

describe('bounds', () => {
	const bomb = deflateRawSync(new Uint8Array(1_000_000));

	it('stop the output', () => {
		const trace = traceDeflate(bomb, { maxOutput: 1000 });
		expect(trace.fault?.code).toBe('too-much');
		expect(trace.output.length).toBeLessThanOrEqual(1000);
	});

	it('stop the tokens', () => {
		const trace = traceDeflate(bomb, { maxTokens: 100 });
		expect(trace.blocks[0]?.tokens.length).toBe(100);
		expect(trace.fault?.code).toBe('too-much');
	});

	it('stop stored bytes', () => {
		const trace = traceDeflate(deflateRawSync(new Uint8Array(5000), { level: 0 }), {
			maxOutput: 100
		});
		expect([trace.output.length, trace.fault?.code]).toEqual([100, 'too-much']);
	});
});

describe('against zlib', () => {
	const data = fc.oneof(
		fc.uint8Array({ maxLength: 600 }),
		fc
			.array(fc.constantFrom('握手', 'frame ', 'mask', '\u0000', 'aaaa', '🙂'), { maxLength: 400 })
			.map((parts) => utf8(parts.join(''))),
		fc
			.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 300 }))
			.map(([unit, times]) => joinBytes(new Array<Uint8Array>(times).fill(unit)))
	);
	const settings = fc.record({
		level: fc.integer({ min: 0, max: 9 }),
		strategy: fc.constantFrom(
			constants.Z_DEFAULT_STRATEGY,
			constants.Z_FILTERED,
			constants.Z_HUFFMAN_ONLY,
			constants.Z_RLE,
			constants.Z_FIXED
		),
		windowBits: fc.integer({ min: 9, max: 15 }),
		memLevel: fc.integer({ min: 1, max: 9 })
	});

	it('inflates whatever it deflates, at every level and strategy, and owns every bit', () => {
		fc.assert(
			fc.property(data, settings, (bytes, options) => {
				const trace = traceDeflate(deflateRawSync(bytes, options), BIG);
				expect(trace.fault).toBeNull();
				expect(Buffer.from(trace.output).equals(bytes)).toBe(true);
				expect(hasNoGap(trace)).toBe(true);
			}),
			{ numRuns: 300 }
		);
	});

	it('agrees on every stream with a few bits flipped or its end cut off', () => {
		fc.assert(
			fc.property(
				data,
				settings,
				fc.array(fc.nat(), { maxLength: 3 }),
				fc.option(fc.nat()),
				(bytes, options, flips, cut) => {
					const stream = new Uint8Array(deflateRawSync(bytes, options));
					for (const flip of flips) {
						const at = flip % (stream.length * 8);
						stream[at >> 3] = (stream[at >> 3] ?? 0) ^ (1 << (at & 7));
					}
					const broken = cut === null ? stream : stream.subarray(0, cut % (stream.length + 1));
					const expected = oracle(broken);
					const trace = traceDeflate(broken, BIG);
					expect(isWhole(trace)).toBe(expected !== null);
					if (expected) expect(Buffer.from(trace.output).equals(expected)).toBe(true);
				}
			),
			{ numRuns: 1500 }
		);
	});

	it('agrees on streams that are no streams', () => {
		fc.assert(
			fc.property(
				fc.uint8Array({ minLength: 1, maxLength: 200 }),
				fc.integer({ min: 0, max: 3 }),
				(noise, type) => {
					const stream = Uint8Array.from(noise);
					stream[0] = ((stream[0] ?? 0) & 0xf8) | 1 | (type << 1);
					const expected = oracle(stream);
					const trace = traceDeflate(stream, BIG);
					expect(isWhole(trace)).toBe(expected !== null);
					if (expected) expect(Buffer.from(trace.output).equals(expected)).toBe(true);
				}
			),
			{ numRuns: 3000 }
		);
	});

	it('follows a window over any messages, whatever was agreed', () => {
		fc.assert(
			fc.property(
				fc.array(data, { maxLength: 5 }),
				fc.integer({ min: 8, max: 15 }),
				fc.boolean(),
				(messages, windowBits, keepsWindow) => {
					const deflater = new MessageDeflater(windowBits, keepsWindow);
					let window = new Uint8Array(0);
					for (const message of messages) {
						const trace = traceMessage(deflater.deflate(message), { window, windowBits, ...BIG });
						expect(trace.fault).toBeNull();
						expect(Buffer.from(trace.output).equals(message)).toBe(true);
						if (keepsWindow) window = joinBytes([window, message]);
					}
				}
			),
			{ numRuns: 100 }
		);
	});
});

/** zlib wants a final block; ours also ends where the data do. */
function isWhole(trace: DeflateTrace): boolean {
	return trace.fault === null && (trace.blocks.at(-1)?.isFinal ?? false);
}
