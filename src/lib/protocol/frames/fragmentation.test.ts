import { describe, expect, it } from 'vitest';
import { encodeFrame } from './encode-frame.ts';
import { fragment } from './fragmentation.ts';
import { formatHex } from '../hex.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('fragment', () => {
	it('cuts the Hello of RFC 6455 §5.7', () => {
		const frames = fragment('text', utf8('Hello'), { sizes: [3] });
		expect(frames.map((frame) => formatHex(encodeFrame(frame)))).toEqual([
			'01 03 48 65 6c',
			'80 02 6c 6f'
		]);
	});

	it('sets RSV1 on the first frame only (RFC 7692 §7.2.3.1)', () => {
		const payload = Uint8Array.of(0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00);
		const frames = fragment('text', payload, { sizes: [3], isCompressed: true });
		expect(frames.map((frame) => formatHex(encodeFrame(frame)))).toEqual([
			'41 03 f2 48 cd',
			'80 04 c9 c9 07 00'
		]);
	});

	it('leaves a message whole where no sizes are given', () => {
		expect(fragment('binary', utf8('a'), { sizes: [] })).toMatchObject([{ fin: true, opcode: 2 }]);
	});

	it.each([[[-1]], [[0.5]], [[4, 2]]])('refuses the sizes %s', (sizes) => {
		expect(() => fragment('text', utf8('Hello'), { sizes })).toThrow(/^sizes /);
	});
});
