/** A QR code (ISO/IEC 18004) as one path: each run of dark modules in a row is a box one high. */
import { encode } from 'uqr';

export interface QrPath {
	/** Modules on each side, the quiet zone included. */
	readonly size: number;
	/** Of the dark modules, in modules. */
	readonly path: string;
}

/** Light modules around the code that a reader needs (§9.1). */
export const QUIET_ZONE = 4;

/** @param text at most a few hundred characters */
export function qrPath(text: string): QrPath {
	const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
	const rows = data.map((row, y) =>
		runsOf(row)
			.map(([x, length]) => box(x, y, length))
			.join('')
	);
	return { size, path: rows.join('') };
}

function box(x: number, y: number, length: number): string {
	return `M${x} ${y}h${length}v1h-${length}z`;
}

/** Where dark runs begin, and how long they are. */
function runsOf(row: readonly boolean[]): (readonly [number, number])[] {
	return row.flatMap((isDark, x) => {
		if (!isDark || row[x - 1]) return [];
		const end = row.indexOf(false, x);
		return [[x, (end < 0 ? row.length : end) - x] as const];
	});
}
