import { explainAccept } from '#lib/protocol/sec-websocket-accept.ts';
import { describe, expect, it } from 'vitest';
import { compareAccept, formatWord, layoutBase64, layoutPadding, stateBefore } from './layout.ts';

// RFC 6455 §1.3
const steps = explainAccept('dGhlIHNhbXBsZSBub25jZQ==');

describe('layoutPadding', () => {
	const bytes = layoutPadding(steps.sha1.padding);

	it('parts message, 80 and zeros, and length', () => {
		const count = (part: string) => bytes.filter((byte) => byte.part === part).length;
		expect([count('message'), count('one'), count('length')]).toEqual([60, 60, 8]);
	});

	it('puts 80 after the message', () => {
		expect(bytes[60]).toMatchObject({ hex: '80', part: 'one' });
	});
});

it('stacks 24 bits under three bytes and over four letters', () => {
	const [first] = layoutBase64(steps.base64Groups);
	expect(first?.bytes.map(({ hex }) => hex)).toEqual(['b3', '7a', '4f']);
	expect(first?.bytes.map(({ bits }) => bits).join('')).toBe(
		first?.characters.map(({ bits }) => bits).join('')
	);
	expect(first?.characters.map(({ character }) => character).join('')).toBe('s3pP');
});

it('marks the bits of the last group that only fill up', () => {
	const last = layoutBase64(steps.base64Groups).at(-1);
	expect(last?.characters.map(({ bits }) => bits).slice(2)).toEqual(['1010··', '······']);
});

it('begins a block with the state of the block before', () => {
	expect(formatWord(stateBefore(steps.sha1, 0, 0)?.a ?? 0)).toBe('67452301');
	expect(stateBefore(steps.sha1, 1, 0)).toEqual(steps.sha1.blocks[0]?.result);
	expect(stateBefore(steps.sha1, 0, 1)?.b).toBe(0x67452301);
});

describe('compareAccept', () => {
	it.each([
		['abc=', 'abc=', { kind: 'equal' }],
		['abc=', 'abX=', { kind: 'differs', at: 2, expected: 'c', got: 'X' }],
		['abc=', 'ab', { kind: 'short', at: 2 }],
		['abc=', 'abc==', { kind: 'differs', at: 4, expected: '', got: '=' }]
	])('of %s and %s', (expected, sent, comparison) => {
		expect(compareAccept(expected, sent)).toEqual(comparison);
	});
});
