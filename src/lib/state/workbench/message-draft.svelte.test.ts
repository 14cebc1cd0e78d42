import { describe, expect, it } from 'vitest';
import { clientFrameSize, MessageDraft } from './message-draft.svelte.ts';

describe('MessageDraft', () => {
	it('counts the bytes of a text, not its characters', () => {
		expect(new MessageDraft().data).toEqual({ ok: true, data: 'Hello 你好', size: 12 });
	});

	it('reads binary data from hex', () => {
		const draft = new MessageDraft();
		draft.kind = 'binary';
		draft.hex = '00 ff';
		expect(draft.data).toEqual({ ok: true, data: Uint8Array.of(0, 255), size: 2 });
	});

	it('says where the hex goes wrong', () => {
		const draft = new MessageDraft();
		draft.kind = 'binary';
		draft.hex = '00 f';
		expect(draft.data).toMatchObject({ ok: false, fault: { reason: 'half-byte', position: 3 } });
	});

	it('prefers a chosen file to the hex', () => {
		const draft = new MessageDraft();
		draft.kind = 'binary';
		draft.hex = 'not hex';
		draft.file = { name: 'a.bin', bytes: Uint8Array.of(1, 2, 3) };
		expect(draft.data).toMatchObject({ ok: true, size: 3 });
	});

	it('sends JSON as compact text', () => {
		const draft = new MessageDraft();
		draft.kind = 'json';
		draft.json = '{ "a": [1, 2] }';
		expect(draft.data).toMatchObject({ ok: true, data: '{"a":[1,2]}' });
	});

	it('keeps the parser’s own words about broken JSON', () => {
		const draft = new MessageDraft();
		draft.kind = 'json';
		draft.json = '{';
		expect(draft.data).toMatchObject({ ok: false, fault: { kind: 'json' } });
	});

	it('makes burst messages of exactly the size asked for', () => {
		const draft = new MessageDraft();
		draft.kind = 'burst';
		draft.burstSize = 21;
		expect(draft.data).toMatchObject({ ok: true, size: 21 });
	});
});

it.each([
	[0, 6],
	[125, 131],
	[126, 134],
	[65535, 65543],
	[65536, 65550]
])('a client frame around %i bytes of payload has %i bytes', (payload, frame) => {
	expect(clientFrameSize(payload)).toBe(frame);
});
