/**
 * Reads a QR code as a camera's software does, without repairing errors (ISO/IEC 18004): format,
 * mask, codewords in their zigzag, blocks, and the bytes of one byte-mode segment.
 */

/** Data blocks and data codewords of each, by version and level (table 9); all blocks alike. */
const BLOCKS: Readonly<Record<number, Partial<Record<Level, readonly [number, number]>>>> = {
	2: { L: [1, 34], M: [1, 28], Q: [1, 22], H: [1, 16] },
	3: { L: [1, 55], M: [1, 44], Q: [2, 17], H: [2, 13] },
	4: { L: [1, 80], M: [2, 32], Q: [2, 24], H: [4, 9] },
	5: { L: [1, 108], M: [2, 43] },
	6: { L: [2, 68], M: [4, 27], Q: [4, 19], H: [4, 15] }
};
type Level = 'L' | 'M' | 'Q' | 'H';
/** By the two bits that name them (table 12). */
const LEVELS = ['M', 'L', 'H', 'Q'] as const satisfies readonly Level[];
const FORMAT_MASK = 0b101010000010010;
const BYTE_MODE = 0b0100;

/** Whether a data module at row y, column x is turned over (table 10). */
const MASKS: readonly ((x: number, y: number) => boolean)[] = [
	(x, y) => (x + y) % 2 === 0,
	(_, y) => y % 2 === 0,
	(x) => x % 3 === 0,
	(x, y) => (x + y) % 3 === 0,
	(x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
	(x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
	(x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
	(x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0
];

/** Whether each module is dark, without the quiet zone: rows of columns. */
type Modules = readonly (readonly boolean[])[];

/** The modules that an SVG path of boxes one high covers. */
export function modulesOf(path: string): Modules {
	const boxes = Array.from(path.matchAll(/M(\d+) (\d+)h(\d+)v1/g), ([, ...part]) =>
		part.map(Number)
	) as [x: number, y: number, length: number][];
	// The finder patterns reach to three corners, so dark modules span the whole code.
	const left = Math.min(...boxes.map(([x]) => x));
	const top = Math.min(...boxes.map(([, y]) => y));
	const size = Math.max(...boxes.map(([, y]) => y)) - top + 1;
	const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
	for (const [x, y, length] of boxes) rows[y - top]?.fill(true, x - left, x - left + length);
	return rows;
}

/** @throws Error where the code is none that this reader knows: versions 2 to 6, one text of bytes */
export function readQr(modules: Modules): string {
	const version = (modules.length - 17) / 4;
	const format = readFormat(modules);
	const mask = MASKS[format & 7];
	const layout = BLOCKS[version]?.[LEVELS[(format >> 3) & 3] ?? 'L'];
	if (!mask || !layout) throw new Error(`no QR code of a known kind: version ${version}`);
	return readText(joinBlocks(readCodewords(modules, mask), layout));
}

/** The five bits of level and mask, around the finder at the top left; their check bits are left. */
function readFormat(modules: Modules): number {
	const columns = [0, 1, 2, 3, 4];
	const bits = columns.reduce((sum, x) => (sum << 1) | Number(modules[8]?.[x] ?? false), 0);
	return bits ^ (FORMAT_MASK >> 10);
}

function readCodewords(
	modules: Modules,
	isTurned: (x: number, y: number) => boolean
): readonly number[] {
	const bits: boolean[] = [];
	for (const [x, y] of zigzag(modules.length)) {
		if (!isFunction(x, y, modules.length)) {
			bits.push((modules[y]?.[x] ?? false) !== isTurned(x, y));
		}
	}
	return Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
		bits.slice(8 * at, 8 * at + 8).reduce((sum, bit) => (sum << 1) | Number(bit), 0)
	);
}

/** Pairs of columns from the right, up and down in turn; the timing column is left out. */
function* zigzag(size: number): Generator<readonly [x: number, y: number]> {
	let isUpward = true;
	for (let right = size - 1; right > 0; right -= 2) {
		if (right === 6) right = 5;
		for (let step = 0; step < size; step++) {
			const y = isUpward ? size - 1 - step : step;
			yield [right, y];
			yield [right - 1, y];
		}
		isUpward = !isUpward;
	}
}

/** Finders with their format bits, timing, and the one alignment pattern of versions 2 to 6. */
function isFunction(x: number, y: number, size: number): boolean {
	const isFinder = (x < 9 && (y < 9 || y >= size - 8)) || (x >= size - 8 && y < 9);
	const centre = size - 7;
	const isAlignment = Math.abs(x - centre) <= 2 && Math.abs(y - centre) <= 2;
	return isFinder || isAlignment || x === 6 || y === 6;
}

/** Codewords of the blocks stand in turn; those that repair errors follow, and are not read. */
function joinBlocks(
	codewords: readonly number[],
	[blocks, each]: readonly [number, number]
): readonly number[] {
	return Array.from({ length: blocks }, (_, block) =>
		Array.from({ length: each }, (_, at) => codewords[at * blocks + block] ?? 0)
	).flat();
}

function readText(data: readonly number[]): string {
	const bits = data.map((codeword) => codeword.toString(2).padStart(8, '0')).join('');
	const read = (start: number, length: number) => parseInt(bits.slice(start, start + length), 2);
	if (read(0, 4) !== BYTE_MODE) throw new Error('the first segment of the QR code is no bytes');
	const bytes = Array.from({ length: read(4, 8) }, (_, at) => read(12 + 8 * at, 8));
	return new TextDecoder().decode(Uint8Array.from(bytes));
}
