import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrPath } from '#lib/transports-lab/login/qr-path.ts';
import { modulesOf, readQr } from './read-qr.ts';

const ADDRESS = 'http://127.0.0.1:3000/zh/phone#';

test.each([0, 5, 22, 40, 60])(
	'the text of a drawn code is read again: %i more characters',
	(more) => {
		const text = ADDRESS + 'aZ09-_'.repeat(10).slice(0, more);
		expect(readQr(modulesOf(qrPath(text).path))).toBe(text);
	}
);

test.each([0, 1, 2, 3, 4, 5, 6, 7])('a code is read behind mask %i', (maskPattern) => {
	const { data } = encode(ADDRESS, { ecc: 'L', border: 0, maskPattern });
	expect(readQr(data)).toBe(ADDRESS);
});

test('what is no QR code of a known kind is refused', () => {
	expect(() => readQr([[true]])).toThrow('version -4');
});
