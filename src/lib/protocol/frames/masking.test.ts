import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mask } from './masking.ts';

const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);

describe('mask', () => {
	it('masks the Hello of §5.7', () => {
		const hello = new TextEncoder().encode('Hello');
		expect(mask(hello, KEY)).toEqual(Uint8Array.of(0x7f, 0x9f, 0x4d, 0x51, 0x58));
	});

	it('is undone by itself', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 600 }), (payload) => {
				expect(mask(mask(payload, KEY), KEY)).toEqual(payload);
			})
		);
	});

	it('takes octet i with key octet i mod 4, at any length and offset', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 600 }), fc.nat(9), (payload, offset) => {
				const expected = payload.map((byte, i) => byte ^ (KEY[(i + offset) % 4] ?? 0));
				expect(mask(payload, KEY, offset)).toEqual(expected);
			})
		);
	});

	it('leaves the payload as it was', () => {
		const payload = Uint8Array.of(1, 2, 3);
		mask(payload, KEY);
		expect(payload).toEqual(Uint8Array.of(1, 2, 3));
	});

	it('refuses a key of another length', () => {
		expect(() => mask(new Uint8Array(1), new Uint8Array(3))).toThrow(RangeError);
	});
});
