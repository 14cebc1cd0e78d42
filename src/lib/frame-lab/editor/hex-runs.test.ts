import { fieldSpans } from '#lib/diagrams/selection/field-spans.ts';
import { encodeFrame } from '#lib/protocol/frames/encode-frame.ts';
import { frameFields } from '#lib/protocol/frames/frame-fields.ts';
import { FrameStream } from '#lib/protocol/frames/frame-stream.ts';
import { formatHex } from '#lib/protocol/hex.ts';
import { describe, expect, it } from 'vitest';
import { bitAt, hexRuns, type HexPaint } from './hex-runs.ts';
import { readHex } from './read-hex.ts';

const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const bytes = encodeFrame({ opcode: 1, rsv1: true, maskingKey: KEY, payload: new Uint8Array(20) });

function paint(lit: readonly string[] = []): HexPaint {
	const frame = new FrameStream({ direction: 'client' }).push(bytes)[0]?.frame;
	if (!frame) throw new Error('no frame');
	const spans = fieldSpans(frameFields(frame));
	return { spans, lit: new Set(lit), violations: frame.violations, first: 0 };
}

function runs(text: string, given = paint()): string[] {
	return hexRuns(text, readHex(text), given).map(
		({ from, to, kind, isLit, isBroken }) =>
			`${text.slice(from, to)}|${kind}${isLit ? '|lit' : ''}${isBroken ? '|broken' : ''}`
	);
}

describe('hexRuns', () => {
	it('gives each field one run, however many bytes it has', () => {
		expect(runs(formatHex(bytes))).toEqual([
			'c|fin|broken',
			'1|opcode',
			' |null',
			'9|mask',
			'4|length',
			' |null',
			'37 fa 21 3d|key',
			' |null',
			`${formatHex(bytes.subarray(6))}|payload`
		]);
	});

	it('lights what is chosen, and a flag in its own colour', () => {
		expect(runs(formatHex(bytes), paint(['rsv1']))[0]).toBe('c|rsv|lit|broken');
		expect(runs(formatHex(bytes), paint(['masking-key']))).toContain('37 fa 21 3d|key|lit');
	});

	it('covers all of the text, also what is no byte', () => {
		expect(runs('{ 0xc1, zz }').join('')).toContain(', zz }|null');
	});

	it('colours a window by where it begins', () => {
		expect(runs('21 3d 00', { ...paint(), first: 4 })).toEqual([
			'21 3d|key',
			' |null',
			'00|payload'
		]);
	});
});

describe('bitAt', () => {
	it.each([
		['before the first digit of a byte', 0, 0],
		['between its digits', 1, 4],
		['behind it', 2, 4],
		['before the next byte', 3, 8],
		['at the end', 8, 20]
	])('a caret %s stands for a bit', (_, position, bit) => {
		expect(bitAt(readHex('c1 94 37'), position, 0)).toBe(bit);
	});

	it('counts from the first byte of the window', () => {
		expect(bitAt(readHex('c1 94'), 3, 1024)).toBe(1025 * 8);
	});

	it('stands for nothing before the first byte', () => {
		expect(bitAt(readHex('{ 0xc1 }'), 1, 0)).toBeNull();
	});
});
