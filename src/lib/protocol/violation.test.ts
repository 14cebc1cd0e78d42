import { describe, expect, it } from 'vitest';
import { mayAppearOnWire } from './frames/close-code.ts';
import { FRAME_RULES, frameViolation, type FrameRuleCode } from './violation.ts';

const codes = Object.keys(FRAME_RULES) as FrameRuleCode[];

describe('frame rules', () => {
	it.each(codes)('%s cites a section', (code) => {
		expect(FRAME_RULES[code].section).toMatch(/^(RFC 7692 )?\d+(\.\d+)*$/);
	});

	it.each(codes)('%s is due a close code that may be sent, or none', (code) => {
		const { closeCode } = frameViolation(code, 0, 1);
		expect(closeCode === null || mayAppearOnWire(closeCode)).toBe(true);
	});
});
