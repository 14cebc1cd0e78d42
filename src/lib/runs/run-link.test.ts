import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { countedList } from '../../../tests/support/counted-list.ts';
import { base64UrlToBytes, bytesToBase64Url } from './base64-url.ts';
import { deflateBytes, inflateBytes } from './deflate-bytes.ts';
import { MAX_LINK_CHARACTERS } from './link-envelope.ts';
import { decodeRunLink, encodeRunLink } from './run-link.ts';
import { EMPTY_RUN, type Run, type RunItem } from './run.ts';

const ms = fc.integer({ min: 0, max: 10_000 });
const frame = fc
	.tuple(
		fc.uint8Array({ maxLength: 64 }),
		fc.uniqueArray(fc.integer({ min: 1, max: 63 })),
		fc.boolean(),
		fc.integer({ min: 1, max: 50 })
	)
	.map(([bytes, cuts, joinsNext, times]) => ({
		kind: 'frame' as const,
		bytes: Uint8Array.from(bytes),
		cuts: cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b),
		joinsNext,
		times
	}));
const item = fc.oneof(
	frame,
	ms.map((ms) => ({ kind: 'pause' as const, ms })),
	fc.constantFrom('fin', 'rst').map((how) => ({ kind: 'end' as const, how }))
);
const anyRun: fc.Arbitrary<Run> = fc
	.record({
		role: fc.constantFrom('client', 'server'),
		extensions: fc.constantFrom('', 'permessage-deflate; client_max_window_bits'),
		unit: fc.constantFrom('as-cut', 'byte'),
		gap: ms,
		items: fc.array(item, { maxLength: 8 })
	})
	.map((run) => ({ ...run, items: run.items.map((item, i): RunItem => ({ ...item, id: i + 1 })) }));

/** A link of any JSON. */
async function linkOf(value: unknown, version = 1): Promise<string> {
	const deflated = await deflateBytes(new TextEncoder().encode(JSON.stringify(value)));
	return bytesToBase64Url(joinBytes([Uint8Array.of(version), deflated]));
}

const PLAIN = { role: 'client', items: [{ bytes: 'iYA=' }] };

describe('a run’s link', () => {
	it('leads back to the run', async () => {
		await fc.assert(
			fc.asyncProperty(anyRun, async (run) => {
				expect(await decodeRunLink(`#${await encodeRunLink(run)}`)).toEqual({ ok: true, run });
			})
		);
	});

	it('holds a draft as long as drafts may be', async () => {
		// Bytes that do not compress: a generator of its own, since nothing here is random.
		let state = 1;
		const bytes = Uint8Array.from({ length: 2 ** 17 }, () => {
			state = (Math.imul(state, 1103515245) + 12345) >>> 0;
			return state >>> 24;
		});
		const item = { id: 1, kind: 'frame', bytes, cuts: [], joinsNext: false, times: 1 } as const;
		const run: Run = { ...EMPTY_RUN, items: [item] };
		expect(await decodeRunLink(await encodeRunLink(run))).toEqual({ ok: true, run });
	});

	it('never throws for text that is anything', async () => {
		const junk = fc.oneof(
			fc.string(),
			fc.base64String(),
			fc.uint8Array().map((bytes) => bytesToBase64Url(joinBytes([Uint8Array.of(1), bytes])))
		);
		await fc.assert(
			fc.asyncProperty(junk, async (text) => {
				expect(await decodeRunLink(text)).toMatchObject({ ok: false });
			})
		);
	});

	it('never throws for a link with one character changed', async () => {
		const link = await encodeRunLink({ ...EMPTY_RUN, gap: 20 });
		await fc.assert(
			fc.asyncProperty(fc.nat(link.length - 1), fc.constantFrom(...'Aa0_-!'), async (at, to) => {
				const changed = link.slice(0, at) + to + link.slice(at + 1);
				expect(await decodeRunLink(changed)).toHaveProperty('ok');
			})
		);
	});

	it.each([
		['another shape', { role: 'client' }],
		['a role that does not exist', { ...PLAIN, role: 'proxy' }],
		['bytes that are not base64', { ...PLAIN, items: [{ bytes: '!' }] }],
		['a cut outside its frame', { ...PLAIN, items: [{ bytes: 'iYA=', cuts: [2] }] }],
		['cuts out of order', { ...PLAIN, items: [{ bytes: 'iYAAAA==', cuts: [2, 1] }] }],
		['a header line smuggled in', { ...PLAIN, extensions: 'x\r\nHost: y' }],
		['a pause without end', { ...PLAIN, items: [{ pause: 1e9 }] }],
		['null', null]
	])('is refused for %s', async (_, value) => {
		expect(await decodeRunLink(await linkOf(value))).toEqual({ ok: false, fault: 'not-a-run' });
	});

	it.each([
		['items', { ...PLAIN, items: Array.from({ length: 257 }, () => ({ pause: 1 })) }],
		['frames', { ...PLAIN, items: [1, 2].map(() => ({ bytes: 'iYA=', times: 20_000 })) }],
		['bytes', { ...PLAIN, items: [{ bytes: 'A'.repeat(180_000) }] }]
	])('is refused for too many %s', async (_, value) => {
		expect(await decodeRunLink(await linkOf(value))).toEqual({ ok: false, fault: 'too-big' });
	});

	it('is refused before anything is read of it when it is too long', async () => {
		const link = 'A'.repeat(MAX_LINK_CHARACTERS + 1);
		expect(await decodeRunLink(link)).toEqual({ ok: false, fault: 'too-big' });
	});

	it('says that it was written by a newer version', async () => {
		expect(await decodeRunLink(await linkOf(PLAIN, 2))).toEqual({
			ok: false,
			fault: 'newer-version'
		});
	});

	it('refuses a bomb', async () => {
		const bomb = await linkOf({ ...PLAIN, padding: ' '.repeat(100_000_000) });
		expect(bomb.length).toBeLessThan(MAX_LINK_CHARACTERS);
		expect(await decodeRunLink(bomb)).toEqual({ ok: false, fault: 'too-big' });
	});
});

describe('inflating', () => {
	it('stops at the cap: no more is made than that', async () => {
		const original = DecompressionStream;
		let made = 0;
		class Counting extends original {
			override readonly readable = super.readable.pipeThrough(
				new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
					transform(chunk, controller) {
						made += chunk.length;
						controller.enqueue(chunk);
					}
				})
			);
		}
		globalThis.DecompressionStream = Counting;
		try {
			const bomb = await deflateBytes(new Uint8Array(50_000_000));
			expect(await inflateBytes(Uint8Array.from(bomb), 100_000)).toBe('too-big');
		} finally {
			globalThis.DecompressionStream = original;
		}
		expect(made).toBeLessThan(150_000);
	});

	it.each([
		['cut short', (bytes: Uint8Array) => bytes.slice(0, -2)],
		['broken', (bytes: Uint8Array) => bytes.map((byte, i) => (i === 0 ? 0xff : byte))]
	])('gives nothing for data that is %s', async (_, change) => {
		const deflated = await deflateBytes(new TextEncoder().encode('a draft of some length'));
		expect(await inflateBytes(Uint8Array.from(change(deflated)), 1000)).toBeNull();
	});
});

describe('base64url', () => {
	it('leads back to the bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array(), (bytes) => {
				const text = bytesToBase64Url(bytes);
				expect(text).toMatch(/^[\w-]*$/);
				expect(base64UrlToBytes(text)).toEqual(bytes);
			})
		);
	});
});

describe('a link of a hundred thousand items', () => {
	it.each([
		['too many', Array(100_000).fill(0), 'too-big', 0],
		['broken from the first', Array(200).fill(0), 'not-a-run', 1]
	])('that are %s is refused before they are looked through', async (_, list, fault, most) => {
		const { items, read } = countedList(list);
		const text = await linkOf({});
		const parse = vi.spyOn(JSON, 'parse').mockReturnValue({ role: 'client', items });
		const decoded = await decodeRunLink(text).finally(() => parse.mockRestore());
		expect(decoded).toEqual({ ok: false, fault });
		expect(read.size).toBeLessThanOrEqual(most);
	});
});
