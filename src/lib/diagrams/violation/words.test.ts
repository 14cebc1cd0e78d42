import { en } from '#lib/i18n/en/index.ts';
import { zh } from '#lib/i18n/zh/index.ts';
import { HANDSHAKE_RULES } from '#lib/protocol/handshake/handshake-rules.ts';
import { HTTP_RULES } from '#lib/protocol/http/http-violation.ts';
import { OPCODES } from '#lib/protocol/frames/opcode.ts';
import { ENGINE_RULES } from '#lib/protocol/engine-io/engine-rules.ts';
import { EVENT_STREAM_RULES } from '#lib/protocol/event-stream/event-stream-rules.ts';
import { FRAME_RULES } from '#lib/protocol/violation.ts';
import { describe, expect, it } from 'vitest';
import { closeCodeText } from '../field-tree/close-code-text.ts';
import { opcodeText } from '../field-tree/opcode-text.ts';
import { placeOf } from './place.ts';
import { rfcQuote } from './rfc-quotes.ts';
import { violationText } from './violation-text.ts';

const CODES = [FRAME_RULES, HTTP_RULES, HANDSHAKE_RULES, EVENT_STREAM_RULES, ENGINE_RULES].flatMap(
	(rules) => Object.keys(rules)
);

describe.each([
	['en', en],
	['zh', zh]
])('in %s', (_, text) => {
	it.each(CODES)('%s has words of its own', (code) => {
		const { short, rule } = violationText(text, code);
		expect(short).not.toBe(code);
		expect(rule).not.toBe(code);
	});

	it('names every opcode', () => {
		for (const { value } of OPCODES) expect(opcodeText(text, value).meaning).not.toBe('');
	});

	it('tells the reserved control opcodes from the others', () => {
		expect(opcodeText(text, 0xb)).toBe(text.opcodes.reservedControl);
		expect(opcodeText(text, 0x3)).toBe(text.opcodes.reservedData);
	});

	it.each([
		[1000, '1000'],
		[1015, '1015']
	])('close code %i is the registry’s', (code, key) => {
		expect(closeCodeText(text, code)).toBe(text.closeCodes[key as '1000']);
	});

	it.each([
		[0, 'unused'],
		[999, 'unused'],
		[1016, 'protocol'],
		[2999, 'protocol'],
		[3000, 'registered'],
		[4999, 'private'],
		[5000, 'beyond'],
		[65535, 'beyond']
	] as const)('close code %i is in the range %s', (code, range) => {
		expect(closeCodeText(text, code)).toBe(text.closeCodes.ranges[range]);
	});
});

it('shows the code itself where no words are known', () => {
	expect(violationText(en, 'made-up').short).toBe('made-up');
	expect(rfcQuote('made-up')).toBeNull();
});

it('says bits of a frame and bytes of a head', () => {
	const violation = { code: 'x', section: '5.2', closeCode: null, bitOffset: 16, bitLength: 16 };
	expect(placeOf(en, violation, false)).toBe('bits 16–31');
	expect(placeOf(en, violation, true)).toBe('bytes 2–3');
	expect(placeOf(en, { ...violation, bitLength: 1 }, false)).toBe('bit 16');
});
