import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLink, sealLink } from '#lib/runs/link-envelope.ts';
import { encodeRunLink } from '#lib/runs/run-link.ts';
import { EMPTY_RUN } from '#lib/runs/run.ts';
import { decodeDraftLink, encodeDraftLink } from './draft-link.ts';
import type { HandshakeDraft } from './handshake-draft.ts';
import { clientDraft } from '../presets/write-head.ts';

const anyDraft: fc.Arbitrary<HandshakeDraft> = fc.record({
	role: fc.constantFrom('client', 'server'),
	bytes: fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from(bytes)),
	pace: fc.constantFrom('whole', 'lines', 'bytes'),
	gap: fc.integer({ min: 0, max: 10_000 }),
	end: fc.constantFrom('fin', 'rst', null),
	protocols: fc.array(fc.string({ maxLength: 20 }), { maxLength: 4 })
});
const PLAIN = { role: 'client', head: 'R0VU' };

describe('a draft’s link', () => {
	it('leads back to the draft', async () => {
		await fc.assert(
			fc.asyncProperty(anyDraft, async (draft) => {
				const link = await encodeDraftLink(draft);
				expect(link).toMatch(/^[\w-]+$/);
				expect(await decodeDraftLink(`#${link}`)).toEqual({ ok: true, draft });
			})
		);
	});

	it('says no more than it must', async () => {
		const link = await encodeDraftLink(clientDraft(Uint8Array.from([0x47, 0x45, 0x54])));
		expect(await openLink(link)).toEqual({ ok: true, json: PLAIN });
	});

	it('holds a draft as long as drafts may be', async () => {
		// Bytes that do not compress: a generator of its own, since nothing here is random.
		let state = 1;
		const bytes = Uint8Array.from({ length: 2 ** 17 }, () => {
			state = (Math.imul(state, 1103515245) + 12345) >>> 0;
			return state >>> 24;
		});
		const draft = clientDraft(bytes);
		expect(await decodeDraftLink(await encodeDraftLink(draft))).toEqual({ ok: true, draft });
	});

	it.each([
		['a role that does not exist', { ...PLAIN, role: 'proxy' }],
		['bytes that are not base64', { ...PLAIN, head: '!' }],
		['a pace that does not exist', { ...PLAIN, pace: 'words' }],
		['a gap without end', { ...PLAIN, gap: 1e9 }],
		['a subprotocol that is none', { ...PLAIN, protocols: [1] }],
		['null', null]
	])('is refused for %s', async (_, value) => {
		const decoded = await decodeDraftLink(await sealLink(value));
		expect(decoded).toEqual({ ok: false, fault: 'not-a-draft' });
	});

	it.each([
		['bytes', { ...PLAIN, head: 'AAAA'.repeat(2 ** 17 / 3 + 1) }],
		['subprotocols', { ...PLAIN, protocols: Array(33).fill('a') }]
	])('is refused for too many %s', async (_, value) => {
		const decoded = await decodeDraftLink(await sealLink(value));
		expect(decoded).toEqual({ ok: false, fault: 'too-big' });
	});

	it('is not that of a run', async () => {
		const decoded = await decodeDraftLink(await encodeRunLink(EMPTY_RUN));
		expect(decoded).toEqual({ ok: false, fault: 'not-a-draft' });
	});

	it.each([
		['text that is anything', '#hello', 'not-a-draft'],
		['nothing', '', 'not-a-draft'],
		['a version to come', 'Ag', 'newer-version'],
		['too long a text', 'A'.repeat(2 ** 18 + 1), 'too-big']
	])('is refused for %s', async (_, text, fault) => {
		expect(await decodeDraftLink(text)).toEqual({ ok: false, fault });
	});
});
