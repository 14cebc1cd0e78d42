import { describe, expect, test } from 'vitest';
import { EMPTY_RUN, newFrame, type FrameItem, type Run } from '#lib/runs/run.ts';
import { layoutBar, type BarCell } from './layout.ts';

/** Two digits a byte, spaces between. */
const bytesFromHex = (hex: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(hex.split(' ').filter(Boolean), (byte) => parseInt(byte, 16));
const frame = (id: number, hex: string, more: Partial<FrameItem> = {}): FrameItem => ({
	...newFrame(bytesFromHex(hex)),
	id,
	...more
});
const run = (...items: Run['items']): Run => ({ ...EMPTY_RUN, items });
const cells = (made: Run) =>
	layoutBar(made).parts.filter((part): part is BarCell => part.type === 'cell');
const HELLO = '81 85 37 fa 21 3d 7f 9f 4d 51 58';

describe('the cells of a frame', () => {
	test('are its bytes, coloured by the field they belong to', () => {
		expect(cells(run(frame(1, HELLO))).map(({ kind }) => kind)).toEqual([
			'opcode',
			'length',
			...Array(4).fill('key'),
			...Array(5).fill('payload')
		]);
	});

	test.each([
		['a header that is cut short', '81 fe 00', ['opcode', 'length', 'extended']],
		['no bytes', '', []],
		['one byte', '81', ['opcode']]
	])('of %s are what is there', (_, hex, kinds) => {
		expect(cells(run(frame(1, hex))).map(({ kind }) => kind)).toEqual(kinds);
	});

	test('of a long payload are its two ends and one that stands for the rest', () => {
		const long = cells(run(frame(1, `82 7e ff ff ${'00 '.repeat(65_535)}`)));
		const folded = long.filter(({ value }) => value === null);
		expect(folded.map(({ from, to }) => [from, to])).toEqual([[28, 65_531]]);
	});

	test('are so many at most, however many frames there are', () => {
		const many = Array.from({ length: 256 }, (_, id) =>
			frame(id + 1, `82 64 ${'00 '.repeat(100)}`)
		);
		expect(cells(run(...many)).length).toBeLessThanOrEqual(256 * 3);
	});
});

describe('between the cells stand', () => {
	const types = (made: Run) =>
		layoutBar(made)
			.parts.filter(({ type }) => type !== 'cell')
			.map((part) => (part.type === 'cut' ? `${part.place.item}|${part.place.offset}` : part.type));

	test('the cuts inside a frame, and behind it', () => {
		expect(types(run(frame(1, HELLO, { cuts: [1, 4] }), frame(2, '8a 00')))).toEqual([
			'1|1',
			'1|4',
			'1|11'
		]);
	});

	test('nothing where a frame joins the next', () => {
		expect(types(run(frame(1, HELLO, { joinsNext: true }), frame(2, '8a 00')))).toEqual([]);
	});

	test('pauses, repetitions and the end', () => {
		const made = run(
			frame(1, HELLO, { times: 5000 }),
			{ id: 2, kind: 'pause', ms: 20 },
			frame(3, '89 00'),
			{ id: 4, kind: 'end', how: 'rst' }
		);
		expect(types(made)).toEqual(['times', 'pause', 'rst']);
	});

	test('no cuts where every byte is a write of its own', () => {
		const made = run(frame(1, HELLO, { cuts: [3] }), frame(2, '8a 00'));
		expect(types({ ...made, unit: 'byte' })).toEqual([]);
	});

	test('so many cuts at most, and the others are counted', () => {
		const cuts = Array.from({ length: 1000 }, (_, index) => index + 1);
		const made = run(frame(1, `82 7e 03 e8 ${'00 '.repeat(1000)}`, { cuts }));
		expect([types(made).length, layoutBar(made).hiddenCuts]).toEqual([256, 744]);
	});

	test('a cut inside a folded payload, which it divides', () => {
		const made = run(frame(1, `82 7e 03 e8 ${'00 '.repeat(1000)}`, { cuts: [500] }));
		const folded = cells(made).filter(({ value }) => value === null);
		expect(folded.map(({ from, to }) => [from, to])).toEqual([
			[28, 500],
			[500, 996]
		]);
	});
});
