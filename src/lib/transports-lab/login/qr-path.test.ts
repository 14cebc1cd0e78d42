import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrPath, QUIET_ZONE } from './qr-path.ts';

const URL = `http://192.168.100.200:3000/zh/phone#${'A'.repeat(22)}`;

/** The modules that a path of boxes one high covers. */
function paint({ size, path }: { readonly size: number; readonly path: string }): boolean[][] {
	const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
	for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
		rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
	}
	return rows;
}

describe('a QR code', () => {
	it('is drawn module for module', () => {
		const { data } = encode(URL, { ecc: 'M', border: QUIET_ZONE });
		expect(paint(qrPath(URL))).toEqual(data);
	});

	it('has a quiet zone on every side', () => {
		const rows = paint(qrPath(URL));
		const zone = [...rows.slice(0, QUIET_ZONE), ...rows.slice(-QUIET_ZONE)].flat();
		const sides = rows.flatMap((row) => [...row.slice(0, QUIET_ZONE), ...row.slice(-QUIET_ZONE)]);
		expect([...zone, ...sides]).not.toContain(true);
	});

	it('stays small enough for a phone across a desk', () => {
		expect(qrPath(URL).size).toBeLessThanOrEqual(45);
	});
});
