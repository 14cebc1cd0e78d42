import { describe, expect, it } from 'vitest';
import { FRAME_RULES, type FrameRuleCode } from '#lib/protocol/violation.ts';
import { en } from '#lib/i18n/en/index.ts';
import { zh } from '#lib/i18n/zh/index.ts';
import { compareVerdicts, explainDisagreement, EXPLANATIONS } from './agreement.ts';
import type { PeerVerdict, StrictVerdict } from './verdict.ts';

const LEGAL: StrictVerdict = { kind: 'legal' };
const HALF: StrictVerdict = { kind: 'unfinished', within: 'frame' };

const close = (code: number | null): StrictVerdict => ({ kind: 'close', code });

function fail(code: FrameRuleCode): StrictVerdict {
	const { section, closeCode } = FRAME_RULES[code];
	const place = { frame: 0, bitOffset: 0, bitLength: 1 };
	return { kind: 'fail', code, section, closeCode: closeCode ?? 0, ...place };
}

const peer = (kind: PeerVerdict['kind'], rest: Partial<PeerVerdict> = {}): PeerVerdict => ({
	kind,
	hasPageError: false,
	end: null,
	messages: 0,
	pongs: 0,
	...rest
});

const failed = (closeCode: number | null): PeerVerdict => peer('failed', { closeCode });

describe('the judges', () => {
	it.each([
		['legal, accepted', LEGAL, peer('accepted'), 'agree'],
		['legal, silent', LEGAL, peer('silent'), 'agree'],
		['unfinished, silent', HALF, peer('silent'), 'agree'],
		['unfinished, ended', HALF, peer('ended'), 'agree'],
		['legal, refused', LEGAL, failed(1009), 'peer-stricter'],
		['unfinished, refused', HALF, failed(1009), 'peer-stricter'],
		['a failure, refused with its code', fail('reserved-opcode'), failed(1002), 'agree'],
		['a failure, refused with another', fail('invalid-utf8'), failed(1002), 'other-code'],
		[
			'a failure, ended without a close frame',
			fail('reserved-opcode'),
			peer('failed'),
			'other-code'
		],
		['a failure, accepted', fail('length-not-minimal'), peer('accepted'), 'peer-lenient'],
		['a failure, silent', fail('invalid-utf8'), peer('silent'), 'peer-lenient'],
		['a failure, closed as asked', fail('close-code-unassigned'), peer('closed'), 'peer-lenient'],
		['a failure, ended as the student did', fail('reserved-opcode'), peer('ended'), 'open'],
		['a close, closed', close(1000), peer('closed', { closeCode: 1000 }), 'agree'],
		['a close, silent', close(1000), peer('silent'), 'peer-lenient'],
		['a close, refused', close(1012), failed(1002), 'peer-stricter'],
		['nothing, ended', { kind: 'nothing' }, peer('ended'), 'open'],
		['legal, waiting', LEGAL, peer('waiting'), 'open']
	] as const)('on %s', (_, strict, took, agreement) => {
		expect(compareVerdicts(strict, took)).toBe(agreement);
	});
});

describe('why they part', () => {
	const told1005 = peer('closed', {
		closeCode: null,
		pageClose: { code: 1005, reason: '', wasClean: true }
	});

	it.each([
		['length-not-minimal', peer('accepted'), 'length-not-minimal-taken'],
		['length-top-bit-set', failed(1009), 'length-top-bit-as-size'],
		['invalid-utf8', peer('silent'), 'utf8-checked-late'],
		['invalid-utf8', failed(1002), 'utf8-as-protocol-error'],
		['close-reason-invalid-utf8', failed(1002), 'utf8-as-protocol-error'],
		['deflate-data-invalid', failed(1002), 'deflate-as-protocol-error'],
		['deflate-data-invalid', peer('accepted'), 'deflate-end-unchecked'],
		['server-frame-masked', peer('accepted'), 'masked-frame-taken'],
		['close-code-unassigned', peer('closed', { closeCode: 999 }), 'close-code-taken'],
		['close-code-not-on-wire', told1005, 'close-body-unreported'],
		['close-payload-one-byte', told1005, 'close-body-unreported'],
		['reserved-opcode', peer('silent'), 'checked-late'],
		['reserved-opcode', peer('accepted'), 'taken'],
		['reserved-opcode', failed(1011), 'another-code'],
		['reserved-opcode', failed(null), 'closed-without-code'],
		['reserved-opcode', peer('failed'), 'ended-without-close']
	] as const)('%s %#', (rule, took, explanation) => {
		expect(explainDisagreement(fail(rule), took, 'server')).toBe(explanation);
	});

	it.each([
		[LEGAL, failed(1009), 'size-limit'],
		[LEGAL, failed(1008), 'fragment-limit'],
		[LEGAL, failed(1002), 'refused'],
		[close(1012), failed(1002), 'reserved-close-code-refused'],
		[close(1000), failed(1000), 'closed-then-failed'],
		[close(1000), peer('silent'), 'close-unanswered']
	] as const)('%o and a peer that differs %#', (strict, took, explanation) => {
		expect(explainDisagreement(strict, took, 'client')).toBe(explanation);
	});

	it.each([
		[LEGAL, peer('accepted')],
		[fail('reserved-opcode'), failed(1002)],
		[fail('reserved-opcode'), peer('waiting')]
	])('is not asked where they agree or one is still thinking %#', (strict, took) => {
		expect(explainDisagreement(strict, took, 'client')).toBeNull();
	});

	it.each(EXPLANATIONS)('%s has words in both languages', (id) => {
		expect(en.frameLab.verdicts.explanations[id]).not.toBe('');
		expect(zh.frameLab.verdicts.explanations[id]).not.toBe('');
	});
});
