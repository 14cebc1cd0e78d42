import { describe, expect, it } from 'vitest';
import { traceMessage } from '#lib/protocol/deflate/deflate-blocks.ts';
import { MessageDeflater } from '#lib/protocol/deflate/deflate-message.ts';
import {
	bytesOfBits,
	completedBy,
	labelBytes,
	placeTokens,
	readingOrder,
	sourceOf,
	stretches,
	tokenAfterKey
} from './layout.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function traced(text: string, window = '') {
	const deflater = new MessageDeflater(15, true);
	if (window !== '') deflater.deflate(utf8(window));
	const data = deflater.deflate(utf8(text));
	const trace = traceMessage(data, { window: utf8(window) });
	return { data, trace, tokens: placeTokens(trace) };
}

const words = (pieces: readonly { text: string }[]) => pieces.map(({ text }) => text).join('|');

describe('placeTokens', () => {
	it('counts the tokens through all blocks', () => {
		const { tokens } = traced('Hello');
		expect(tokens.map(({ index, block }) => [index, block])).toEqual([
			[0, 0],
			[1, 0],
			[2, 0],
			[3, 0],
			[4, 0],
			[5, 0]
		]);
	});
});

describe('sourceOf', () => {
	const match = (text: string, window?: string) => {
		const { tokens } = traced(text, window);
		return sourceOf(tokens.find(({ token }) => token.kind === 'match')?.token);
	};

	it('is where the bytes stand that a match copies', () => {
		expect(match('masking, masking')).toEqual({ from: 1, to: 7 });
	});

	it('lies before 0 in an earlier message', () => {
		expect(match('masking', 'masking')).toEqual({ from: -6, to: 0 });
	});

	it('ends where a match begins that copies itself', () => {
		expect(match('aaaaaaaaa')).toEqual({ from: 1, to: 2 });
	});

	it('is null for a literal', () => {
		expect(sourceOf(traced('a').tokens[0]?.token)).toBeNull();
	});
});

describe('labelBytes', () => {
	const bytes = utf8('a 你\n');

	it.each([
		[0, 6, 'a|␣|你|LF'],
		[2, 4, 'e4|bd'],
		[4, 6, 'a0|LF'],
		[2, 5, '你']
	])('writes bytes %i to %i as %s', (from, to, expected) => {
		expect(words(labelBytes(bytes, { from, to }))).toBe(expected);
	});
});

describe('completedBy', () => {
	it('names the character at its last byte alone', () => {
		const { trace, tokens } = traced('你a');
		expect(tokens.map(({ token }) => completedBy(trace.output, token))).toEqual([
			null,
			null,
			'你',
			null,
			null
		]);
	});
});

describe('stretches', () => {
	it('parts what is copied from what stands beside it', () => {
		const parts = stretches(labelBytes(utf8('abcdef'), { from: 0, to: 6 }), { from: 2, to: 4 });
		expect(parts.map(({ pieces, isSource }) => [words(pieces), isSource])).toEqual([
			['a|b', false],
			['c|d', true],
			['e|f', false]
		]);
	});
});

describe('tokenAfterKey', () => {
	const { tokens } = traced('masking, masking, and masking');
	it.each([
		['ArrowRight', 0, 1],
		['ArrowLeft', 0, 0],
		['ArrowDown', 0, 10],
		['ArrowUp', 12, 10],
		['Home', 5, 0],
		['Enter', 5, null]
	])('%s leads from %i to %j', (key, from, to) => {
		expect(tokenAfterKey(tokens, from, key)).toBe(to);
	});
});

describe('bits of a token', () => {
	// RFC 7692 §7.2.3.1: H is the code 01111000 of the fixed alphabet, after three bits of head.
	const data = Uint8Array.of(0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00);

	it('read in order are its code', () => {
		expect(readingOrder(data, 3, 8)).toBe((0x30 + 'H'.charCodeAt(0)).toString(2).padStart(8, '0'));
	});

	it('lie in bytes that are filled from the right', () => {
		const bytes = bytesOfBits(data, { bitOffset: 3, bitLength: 8 });
		expect(
			bytes.map(({ bits }) => bits.map((bit) => (bit.isOfToken ? bit.value : '.')).join(''))
		).toEqual(['11110...', '.....000']);
	});
});
