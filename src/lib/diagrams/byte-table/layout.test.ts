import type { Field } from '#lib/protocol/field.ts';
import { describe, expect, it } from 'vitest';
import { fieldSpans } from '../selection/field-spans.ts';
import { countByteRows, firstBitIn, layoutByteRow } from './layout.ts';

function field(id: string, bitOffset: number, bitLength: number): Field {
	return { id, kind: 'payload', bitOffset, bitLength, value: null, section: '5.2' };
}

const fields = [field('fin', 0, 1), field('opcode', 4, 4), field('key', 16, 32)];
const source = {
	bytes: Uint8Array.of(0x81, 0x00, 0x37, 0xfa, 0x21, 0x3d, 0x41),
	spans: fieldSpans(fields),
	violations: []
};

describe('layoutByteRow', () => {
	const { cells } = layoutByteRow(source, 0, 16);

	it('names every field of a byte that several share', () => {
		expect(cells[0]?.fields.map(({ id }) => id)).toEqual(['fin', 'opcode']);
	});

	it('takes the field with the most bits as the main one', () => {
		expect(cells[0]?.main?.id).toBe('opcode');
	});

	it('leaves bytes between fields without one', () => {
		expect(cells[1]?.main).toBeNull();
	});

	it('finds where a run of one field begins and ends', () => {
		expect(cells.filter(({ isRunStart }) => isRunStart).map(({ index }) => index)).toContain(2);
		expect(cells[3]).toMatchObject({ isRunStart: false, isRunEnd: false });
		expect(cells[5]).toMatchObject({ isRunStart: false, isRunEnd: true });
	});

	it('shows printable ASCII only', () => {
		expect(cells.map(({ glyph }) => glyph)).toEqual([null, null, '7', null, '!', '=', 'A']);
	});

	it('marks the bytes that a violation touches', () => {
		const violation = { code: 'x', section: '5.2', closeCode: 1002, bitOffset: 20, bitLength: 8 };
		const row = layoutByteRow({ ...source, violations: [violation] }, 0, 16);
		expect(row.cells.filter((cell) => cell.hasViolation).map(({ index }) => index)).toEqual([2, 3]);
	});

	it('cuts the last row where the bytes end', () => {
		expect(countByteRows(20, 16)).toBe(2);
		const bytes = new Uint8Array(20);
		expect(layoutByteRow({ ...source, bytes }, 1, 16).cells).toHaveLength(4);
	});
});

it('chooses the first bit of a field inside a byte', () => {
	expect(firstBitIn(field('opcode', 4, 4), 0)).toBe(4);
	expect(firstBitIn(field('key', 16, 32), 4)).toBe(32);
});
