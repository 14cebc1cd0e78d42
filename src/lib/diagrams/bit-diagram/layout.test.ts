import { encodeFrame } from '#lib/protocol/frames/encode-frame.ts';
import { frameFields } from '#lib/protocol/frames/frame-fields.ts';
import type { FrameDescription } from '#lib/protocol/frames/encode-frame.ts';
import { FrameStream } from '#lib/protocol/frames/frame-stream.ts';
import type { Frame } from '#lib/protocol/frames/frame.ts';
import { describe, expect, it } from 'vitest';
import { fieldSpans } from '../selection/field-spans.ts';
import { countBitRows, layoutBitRow, type BitSource, type Columns } from './layout.ts';

const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);

function frameOf(description: FrameDescription, cut?: number): Frame {
	const stream = new FrameStream({ direction: 'client' });
	const [output] = stream.push(encodeFrame(description).subarray(0, cut));
	const frame = output?.frame ?? stream.pending;
	if (!frame) throw new Error('no frame');
	return frame;
}

function sourceOf(frame: Frame): BitSource {
	const { bytes, violations } = frame;
	return { bytes, violations, spans: fieldSpans(frameFields(frame)) };
}

function pieces(frame: Frame, row: number, columns: Columns): string[] {
	return layoutBitRow(sourceOf(frame), row, columns).pieces.map(
		({ field, column, width }) => `${field.id} ${column}+${width}`
	);
}

const hello = new TextEncoder().encode('Hello 你好');

describe('layoutBitRow', () => {
	it('places the first row as the figure of RFC 6455 §5.2 does', () => {
		expect(pieces(frameOf({ opcode: 1, maskingKey: KEY, payload: hello }), 0, 32)).toEqual([
			'fin 0+1',
			'rsv1 1+1',
			'rsv2 2+1',
			'rsv3 3+1',
			'opcode 4+4',
			'mask 8+1',
			'payload-length 9+7',
			'masking-key 16+16'
		]);
	});

	it('breaks the masking key where the row ends', () => {
		const frame = frameOf({ opcode: 1, maskingKey: KEY, payload: hello });
		expect(pieces(frame, 1, 32)).toEqual(['masking-key 0+16', 'payload 16+16']);
		expect(pieces(frame, 1, 16)).toEqual(['masking-key 0+16']);
	});

	it('numbers the bytes of a field from its own first byte', () => {
		const frame = frameOf({ opcode: 1, maskingKey: KEY, payload: hello });
		const row = layoutBitRow(sourceOf(frame), 2, 32);
		expect(row.pieces[0]?.bytes).toEqual([2, 5]);
		expect(row.pieces[0]).toMatchObject({ isContinued: true, goesOn: true });
	});

	it('gives each bit its value, most significant first', () => {
		const { cells } = layoutBitRow(sourceOf(frameOf({ opcode: 1, payload: hello })), 0, 32);
		expect(
			cells
				.map(({ value }) => value)
				.join('')
				.slice(0, 16)
		).toBe('1000000100001100');
	});

	it('draws close code and reason as pieces of their own', () => {
		const payload = Uint8Array.of(0x0b, 0xb8, 0x62, 0x79, 0x65);
		const frame = frameOf({ opcode: 8, maskingKey: KEY, payload });
		expect(pieces(frame, 1, 32)).toEqual(['masking-key 0+16', 'close-code 16+16']);
		expect(pieces(frame, 2, 32)).toEqual(['close-reason 0+24']);
	});

	it('draws only the bits that have arrived', () => {
		const frame = frameOf({ opcode: 1, maskingKey: KEY, payload: hello }, 7);
		const source = sourceOf(frame);
		expect(countBitRows(source.bytes.length, 32)).toBe(2);
		expect(layoutBitRow(source, 1, 32).cells).toHaveLength(24);
	});

	it('marks the exact bit of a violation and no other', () => {
		const frame = frameOf({ opcode: 1, rsv2: true, maskingKey: KEY, payload: hello });
		const { cells, faults } = layoutBitRow(sourceOf(frame), 0, 32);
		expect(cells.filter(({ violation }) => violation >= 0).map(({ bit }) => bit)).toEqual([2]);
		expect(faults).toMatchObject([{ column: 2, width: 1, begins: true }]);
	});

	it('carries a violation on into the next row without a second sentence', () => {
		const frame = frameOf({ opcode: 1, maskingKey: KEY, payload: hello, lengthForm: 64 });
		const source = sourceOf(frame);
		const [first, second] = [0, 1].map((row) => layoutBitRow(source, row, 32).faults);
		expect(first).toMatchObject([{ column: 16, width: 16, begins: true }]);
		expect(second).toMatchObject([{ column: 0, width: 32, begins: false }]);
	});

	it('lays out a row in the middle of a frame of 1 MiB by itself', () => {
		const frame = frameOf({ opcode: 2, maskingKey: KEY, payload: new Uint8Array(1 << 20) });
		const row = layoutBitRow(sourceOf(frame), 100_000, 32);
		expect(row.offset).toBe(400_000);
		expect(row.pieces).toMatchObject([{ bytes: [399_986, 399_989] }]);
	});
});
