import type { ServerTerms } from '#lib/channel/messages.ts';
import { formatHex } from '#lib/protocol/hex.ts';
import { RUN_LIMITS } from '#lib/runs/run.ts';
import { describe, expect, it } from 'vitest';
import { EXPERIMENTS, planOf } from './experiments.ts';

const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const TERMS: ServerTerms = {
	maxMessageBytes: 2 ** 20,
	runs: { maxBytes: 4 * 2 ** 20, maxWrites: 65_536, maxSeconds: 60 },
	hasRawServer: true,
	hasTls: false,
	addresses: [],
	hasLoad: false
};
const plan = (id: (typeof EXPERIMENTS)[number], terms = TERMS) => planOf(id, terms, KEY);

it.each(EXPERIMENTS)('%s keeps to the bounds of the page and of a server as it comes', (id) => {
	const { faults, frames, bytes } = plan(id);
	expect(faults).toEqual([]);
	expect(frames).toBeLessThanOrEqual(RUN_LIMITS.frames);
	expect(bytes).toBeLessThanOrEqual(TERMS.runs.maxBytes);
});

describe('the first bytes', () => {
	it.each([
		['announced', '82 ff 00 00 00 00 00 10 00 01 37 fa 21 3d'],
		['huge', '82 ff 7f ff ff ff ff ff ff ff 37 fa 21 3d'],
		['sum', '02 fe 80 00 37 fa 21 3d'],
		['fragments', '02 81 37 fa 21 3d 37'],
		['pings', '89 81 37 fa 21 3d 37'],
		['unfinished', '82 fe 03 e8 37 fa 21 3d']
	] as const)('of %s are its header', (id, hex) => {
		expect(formatHex(plan(id).head)).toMatch(new RegExp(`^${hex}`));
	});
});

describe('a message over the limit', () => {
	it('sends far less than it announces', () => {
		expect(plan('announced').bytes).toBe(30);
	});

	it('is a sum of fragments just over it', () => {
		expect(plan('sum').frames).toBe(33);
	});

	it('is a sum where the limit is small, too', () => {
		expect(plan('sum', { ...TERMS, maxMessageBytes: 1024 }).frames).toBe(9);
	});

	it('cannot be sent where a run may not be as long', () => {
		const [fault] = plan('sum', { ...TERMS, maxMessageBytes: 64 * 2 ** 20 }).faults;
		expect(fault?.kind).toBe('run-bytes');
	});
});

it('drips for at most half of the time that a run may take', () => {
	const terms = { ...TERMS, runs: { ...TERMS.runs, maxSeconds: 4 } };
	expect(plan('drip', terms).pauses).toBeLessThanOrEqual(2000);
	expect(plan('drip').writes).toBe(plan('drip').bytes);
});
