import { mask } from '#lib/protocol/frames/masking.ts';
import { formatHex, parseHex } from '#lib/protocol/hex.ts';
import { describe, expect, it } from 'vitest';
import { MaskDraft } from './masking.svelte.ts';

const bytes = (hex: string) => {
	const parsed = parseHex(hex);
	if (!parsed.ok) throw new RangeError(hex);
	return parsed.bytes;
};

describe('a payload and its key', () => {
	it('make the masked Hello of the RFC’s example (§5.7)', () => {
		const draft = new MaskDraft();
		expect(formatHex(draft.frame?.bytes ?? new Uint8Array())).toBe(
			'81 85 37 fa 21 3d 7f 9f 4d 51 58'
		);
	});

	it('give the payload again when masked twice', () => {
		const draft = new MaskDraft();
		draft.text = 'a你🎈';
		const { payload, key } = draft;
		expect(mask(mask(payload, key), key)).toEqual(payload);
	});

	it.each([
		[0, 'b7 fa 21 3d'],
		[7, '36 fa 21 3d'],
		[8, '37 7a 21 3d'],
		[31, '37 fa 21 3c']
	])('bit %i of the key turns over alone', (bit, hex) => {
		const draft = new MaskDraft();
		draft.flipKeyBit(bit);
		expect(formatHex(draft.key)).toBe(hex);
	});

	it('a key of zeros masks nothing, and says so', () => {
		const draft = new MaskDraft();
		expect(draft.masksNothing).toBe(false);
		draft.key = bytes('00 00 00 00');
		expect(draft.masksNothing).toBe(true);
		expect(draft.frame?.payload).toEqual(draft.payload);
	});

	it('refuse a key of another length', () => {
		expect(() => (new MaskDraft().key = bytes('00 00'))).toThrow(RangeError);
	});
});

describe('the byte looked at', () => {
	it('stays inside a payload that gets shorter', () => {
		const draft = new MaskDraft();
		draft.choose(4);
		draft.text = 'Hi';
		expect(draft.chosen).toBe(1);
	});

	it('is none in an empty payload', () => {
		const draft = new MaskDraft();
		draft.text = '';
		expect(draft.chosen).toBe(-1);
	});
});
