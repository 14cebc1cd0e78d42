import { describe, expect, it } from 'vitest';
import { decodeFrame } from './decode-frame.ts';
import type { FrameContext } from './header-rules.ts';

const CONTEXT: FrameContext = {
	direction: 'server',
	hasDeflate: false,
	isInMessage: false,
	isAfterClose: false
};
const bytes = Uint8Array.of(0xff, 0x81, 0x02, 0x68, 0x69, 0xff);

describe('decodeFrame', () => {
	it('reads the frame at an offset and nothing beyond it', () => {
		const decoded = decodeFrame(bytes, 1, CONTEXT);
		expect(decoded).toMatchObject({ kind: 'frame', frame: { isComplete: true, violations: [] } });
		expect(decoded.frame?.bytes).toEqual(Uint8Array.of(0x81, 0x02, 0x68, 0x69));
	});

	it.each([
		['nothing', [], 2],
		['half a header', [0x81], 1],
		['a header', [0x81, 5], 5],
		['half an extended length', [0x82, 127, 0, 0], 6]
	])('says how many bytes it needs after %s', (_, values, needed) => {
		expect(decodeFrame(Uint8Array.from(values), 0, CONTEXT)).toMatchObject({
			kind: 'incomplete',
			needed
		});
	});

	it('says a length beyond 2^53 exactly', () => {
		const header = Uint8Array.of(0x82, 127, 0x7f, 255, 255, 255, 255, 255, 255, 255, 1);
		expect(decodeFrame(header, 0, CONTEXT)).toMatchObject({ needed: 2n ** 63n - 2n });
	});

	it('finds what the frame alone breaks', () => {
		const { frame } = decodeFrame(Uint8Array.of(0x88, 2, 0x03, 0xed), 0, CONTEXT);
		expect(frame?.violations.map(({ code }) => code)).toEqual(['close-code-not-on-wire']);
	});
});
