import { describe, expect, it } from 'vitest';
import { frameFields } from './frame-fields.ts';
import { FrameStream } from './frame-stream.ts';
import type { Frame } from './frame.ts';
import { parseHex } from '../hex.ts';

function frameOf(text: string, direction: 'client' | 'server' = 'server'): Frame {
	const parsed = parseHex(text);
	const stream = new FrameStream({ direction });
	const [output] = parsed.ok ? stream.push(parsed.bytes) : [];
	const frame = output?.frame ?? stream.pending;
	if (!frame) throw new Error(`no frame: ${text}`);
	return frame;
}

const spans = (frame: Frame) =>
	frameFields(frame).map(({ id, bitOffset, bitLength }) => [id, bitOffset, bitLength]);
const valueOf = (frame: Frame, id: string) =>
	frameFields(frame).find((field) => field.id === id)?.value;

describe('frameFields', () => {
	it('spans the masked Hello of §5.7 bit by bit', () => {
		expect(spans(frameOf('81 85 37 fa 21 3d 7f 9f 4d 51 58', 'client'))).toEqual([
			['fin', 0, 1],
			['rsv1', 1, 1],
			['rsv2', 2, 1],
			['rsv3', 3, 1],
			['opcode', 4, 4],
			['mask', 8, 1],
			['payload-length', 9, 7],
			['extended-payload-length', -1, 0],
			['masking-key', 16, 32],
			['payload', 48, 40],
			['unmasked-payload', -1, 0],
			['unmasked-text', -1, 0]
		]);
	});

	it('keeps the rows of fields that are absent, without a value', () => {
		expect(frameFields(frameOf('8a 00')).filter(({ bitLength }) => bitLength === 0)).toMatchObject([
			{ id: 'extended-payload-length', value: null },
			{ id: 'masking-key', value: null },
			{ id: 'payload', value: null }
		]);
	});

	it.each([
		['fin', 0],
		['rsv1', 1],
		['rsv2', 0],
		['rsv3', 1],
		['opcode', 9],
		['mask', 1],
		['payload-length', 2]
	])('reads %s as %s', (id, value) => {
		expect(valueOf(frameOf('59 82 00 00 00 00 61 62'), id)).toBe(value);
	});

	it('reads the extended length, a bigint where it must be', () => {
		const frame = frameOf('82 7f 40 00 00 00 00 00 00 00');
		expect(valueOf(frame, 'extended-payload-length')).toBe(2n ** 62n);
	});

	it('says what the text is after unmasking', () => {
		const frame = frameOf('81 85 37 fa 21 3d 7f 9f 4d 51 58', 'client');
		expect(valueOf(frame, 'unmasked-text')).toBe('Hello');
	});

	it('nests close code and reason in the payload', () => {
		expect(frameFields(frameOf('88 05 0b b8 62 79 65')).slice(10)).toMatchObject([
			{ id: 'close-code', parent: 'payload', bitOffset: 16, bitLength: 16, value: 3000 },
			{ id: 'close-reason', parent: 'payload', bitOffset: 32, bitLength: 24, value: 'bye' }
		]);
	});

	it('leaves without a value what has not arrived', () => {
		const frame = frameOf('82 fe 01');
		expect(
			frameFields(frame)
				.map(({ id, value }) => [id, value])
				.slice(6)
		).toEqual([
			['payload-length', 126],
			['extended-payload-length', null],
			['masking-key', null],
			['payload', null]
		]);
	});

	it('covers each bit of a frame once', () => {
		const frame = frameOf('82 fe 00 7e 01 02 03 04' + '61'.repeat(126), 'client');
		const covered = frameFields(frame)
			.filter(({ parent, bitLength }) => !parent && bitLength > 0)
			.reduce((at, field) => (expect(field.bitOffset).toBe(at), at + field.bitLength), 0);
		expect(covered).toBe(frame.bytes.length * 8);
	});
});
