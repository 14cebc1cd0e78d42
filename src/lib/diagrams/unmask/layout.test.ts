import { mask } from '#lib/protocol/frames/masking.ts';
import { describe, expect, it } from 'vitest';
import { formatBits, layoutCharacters, layoutUnmask } from './layout.ts';

const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const wire = (bytes: Uint8Array | string) =>
	mask(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, KEY);

describe('layoutUnmask', () => {
	it('takes the key bytes in turn and XORs', () => {
		const cells = layoutUnmask(wire('Hello'), KEY, 0, 16);
		expect(cells.map(({ keyIndex }) => keyIndex)).toEqual([0, 1, 2, 3, 0]);
		expect(cells[0]).toMatchObject({ wire: 0x7f, key: 0x37, result: 0x48 });
		expect(String.fromCharCode(...cells.map(({ result }) => result))).toBe('Hello');
	});

	it('keeps the turn of the key in a window that does not begin at a multiple of four', () => {
		const cells = layoutUnmask(wire('Hello world'), KEY, 6, 5);
		expect(String.fromCharCode(...cells.map(({ result }) => result))).toBe('world');
	});
});

describe('layoutCharacters', () => {
	it('spans each character over its bytes', () => {
		const cells = layoutCharacters(wire('o 你好'), KEY, 0, 16);
		expect(cells.map(({ index, span }) => [index, span])).toEqual([
			[0, 1],
			[1, 1],
			[2, 3],
			[5, 3]
		]);
	});

	it('shows the part of a character that lies in the window', () => {
		const cells = layoutCharacters(wire('ab你好'), KEY, 4, 2);
		expect(cells).toMatchObject([
			{ index: 4, span: 1, point: { value: 0x4f60, start: 2 } },
			{ index: 5, span: 1, point: { value: 0x597d, start: 5 } }
		]);
	});

	it('reads the first two bytes of a close frame as its code', () => {
		const payload = wire(Uint8Array.of(0x0b, 0xb8, 0x62, 0x79, 0x65));
		const cells = layoutCharacters(payload, KEY, 0, 16, { isClose: true });
		expect(cells[0]).toMatchObject({ span: 2, closeCode: 3000 });
		expect(cells.slice(1).map(({ point }) => point?.value)).toEqual([0x62, 0x79, 0x65]);
	});

	it('does not call a character wrong that a frame border cuts', () => {
		const [first, , last] = layoutCharacters(
			wire(Uint8Array.of(0xbd, 0xa0, 0x41, 0xe5)),
			KEY,
			0,
			16,
			{
				mayBeginInside: true,
				mayEndInside: true
			}
		);
		expect(first?.point).toMatchObject({ isCut: true, length: 2 });
		expect(last?.point).toMatchObject({ isCut: true });
	});
});

it('writes a byte as two groups of four bits', () => {
	expect(formatBits(0x37)).toBe('0011 0111');
});
