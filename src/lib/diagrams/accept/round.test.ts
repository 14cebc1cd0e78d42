import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainAccept, WEBSOCKET_GUID } from '#lib/protocol/handshake/sec-websocket-accept.ts';
import { traceSha1 } from '#lib/protocol/handshake/sha1.ts';
import { functionBits, roundStep, ROUNDS, stateAfter, VARIABLES } from './round.ts';
import { scheduleSources, scheduleUses } from './schedule.ts';
import { formatWord, rotateLeft, showWord, wordBits } from './word-view.ts';

// FIPS 180-4's own example (“abc”), its block and the states it prints.
const abc = traceSha1(new TextEncoder().encode('abc')).blocks[0];
if (!abc) throw new Error('no block');

const latin1Text = fc.string({ unit: fc.nat(255).map((code) => String.fromCharCode(code)) });

describe('a block, place by place', () => {
	it('begins with the five constants of §5.3.1', () => {
		expect(VARIABLES.map((name) => formatWord(stateAfter(abc, 0)[name]))).toEqual([
			'67452301',
			'efcdab89',
			'98badcfe',
			'10325476',
			'c3d2e1f0'
		]);
	});

	it.each([
		[1, '0116fc33 67452301 7bf36ae2 98badcfe 10325476'],
		[80, '42541b35 5738d5e1 21834873 681e6df6 d8fdf6ad']
	])('stands after %i rounds where the standard’s example does', (step, expected) => {
		const state = stateAfter(abc, step);
		expect(VARIABLES.map((name) => formatWord(state[name])).join(' ')).toBe(expected);
	});

	it('ends after round 80', () => {
		expect(roundStep(abc, ROUNDS)).toBeNull();
	});
});

describe('roundStep', () => {
	it('adds five words to a′, and counts what does not fit into 32 bits', () => {
		fc.assert(
			fc.property(latin1Text, fc.nat(79), (key, t) => {
				const block = explainAccept(key).sha1.blocks[0];
				const step = block && roundStep(block, t);
				if (!step) throw new Error('no step');
				const total = step.summands.reduce((sum, { value }) => sum + value, 0);
				expect(total - step.carries * 2 ** 32).toBe(step.round.a);
				expect(step.carries).toBeLessThan(5);
			})
		);
	});

	it('moves the others on, b rotated by 30', () => {
		const step = roundStep(abc, 0);
		expect([step?.round.b, step?.round.c]).toEqual([0x67452301, step?.rotatedB]);
		expect(formatWord(step?.rotatedB ?? 0)).toBe('7bf36ae2');
	});

	it('leads to the digest that node:crypto computes, for any key', () => {
		fc.assert(
			fc.property(latin1Text, (key) => {
				const { blocks } = explainAccept(key).sha1;
				const last = blocks.at(-1);
				const words = VARIABLES.map((name) => {
					const begun = last?.initial[name] ?? 0;
					return ((last ? stateAfter(last, ROUNDS)[name] : 0) + begun) >>> 0;
				});
				const hash = createHash('sha1').update(key + WEBSOCKET_GUID, 'latin1');
				expect(words.map(formatWord).join('')).toBe(hash.digest('hex'));
			})
		);
	});
});

describe('functionBits', () => {
	const state = { a: 0, b: 0b1100, c: 0b1010, d: 0b0110, e: 0 };
	const low = (flags: readonly boolean[] | undefined) =>
		flags?.slice(-4).map(Number).join('') ?? '';

	it.each([
		['Ch', 0b1010, ['0000', '1100', '0011']],
		['Maj', 0b1110, ['1101', '1011', '0111']],
		['Parity', 0b0000, ['1100', '1010', '0110']]
	] as const)('marks the bits that decide %s', (name, f, marks) => {
		expect(functionBits(name, state, f).rows.map(({ decides }) => low(decides))).toEqual(marks);
	});

	it('of Ch marks one of c and d for each bit, which is the result', () => {
		fc.assert(
			fc.property(latin1Text, fc.nat(19), (key, t) => {
				const block = explainAccept(key).sha1.blocks[0];
				const step = block && roundStep(block, t);
				if (!step) throw new Error('no step');
				const { rows, result } = functionBits('Ch', step.before, step.round.f);
				const [, c, d] = rows;
				for (let bit = 0; bit < 32; bit++) {
					const chosen = c?.decides[bit] ? c : d;
					expect(chosen?.decides[bit] && chosen.bits[bit]).toBe(result[bit]);
				}
			})
		);
	});
});

describe('the schedule', () => {
	it('makes each later word of four before it, rotated by one', () => {
		for (let t = 16; t < 80; t++) {
			const mixed = (scheduleSources(t) ?? []).reduce(
				(sum, source) => sum ^ (abc.schedule[source] ?? 0),
				0
			);
			expect(rotateLeft(mixed, 1)).toBe(abc.schedule[t]);
		}
	});

	it('has no sources for the block’s own words', () => {
		expect([scheduleSources(15), scheduleSources(16)]).toEqual([null, [13, 8, 2, 0]]);
	});

	it('names the words that are made with one', () => {
		expect(scheduleUses(0)).toEqual([16]);
		expect(scheduleUses(13)).toEqual([16, 21, 27, 29]);
		expect(scheduleUses(79)).toEqual([]);
	});
});

describe('a word', () => {
	it.each([
		['hex', '64000a7e'],
		['text', 'd··~'],
		['binary', '01100100 00000000 00001010 01111110']
	] as const)('reads in %s', (view, shown) => {
		expect(showWord(0x64000a7e, view)).toBe(shown);
	});

	it('has 32 digits in bits', () => {
		expect(wordBits(1)).toBe('1'.padStart(32, '0'));
		expect(wordBits(0xffffffff)).toBe('1'.repeat(32));
	});
});
