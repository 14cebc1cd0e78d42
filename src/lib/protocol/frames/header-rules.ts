/**
 * The rules that the header of a frame can break, checked as soon as the bytes that break them
 * are there.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-6.1
 */
import type { Direction } from '../direction.ts';
import { NO_VIOLATIONS } from './frame.ts';
import { BINARY, CLOSE, CONTINUATION, isControlOpcode, isReservedOpcode, TEXT } from './opcode.ts';
import { MAX_7_BIT_LENGTH } from './payload-length.ts';
import { frameViolation, type FrameRuleCode, type Violation } from '../violation.ts';

/** What came before decides on some rules. */
export interface FrameContext {
	/** Who sends the frame. */
	readonly direction: Direction;
	/** Whether permessage-deflate was agreed. */
	readonly hasDeflate: boolean;
	/** Whether a message is unfinished. */
	readonly isInMessage: boolean;
	/** Whether this side has sent a close frame. */
	readonly isAfterClose: boolean;
}

const FIN_BIT = 0;
const OPCODE_BIT = 4;
const MASK_BIT = 8;
const LENGTH_BIT = 9;
const EXTENDED_BIT = 16;

/** Collects violations; an array exists only where there is one. */
class Findings {
	list: Violation[] | null = null;

	add(code: FrameRuleCode, bitOffset: number, bitLength: number): void {
		(this.list ??= []).push(frameViolation(code, bitOffset, bitLength));
	}
}

/** Violations of the header bytes between `start` and `end`, in the order of their bits. */
export function checkHeader(
	bytes: Uint8Array,
	start: number,
	end: number,
	context: FrameContext
): readonly Violation[] {
	if (isPlainlyLegal(bytes, start, end, context)) return NO_VIOLATIONS;
	const found = new Findings();
	const available = end - start;
	const first = bytes[start] ?? 0;
	if (available >= 1) checkFirstByte(first, context, found);
	if (available >= 2) checkSecondByte(first, bytes[start + 1] ?? 0, context, found);
	if (available >= 3) checkExtendedLength(bytes, start, end, found);
	return found.list ?? NO_VIOLATIONS;
}

/** The common case in a few comparisons: a data frame that starts a message. */
function isPlainlyLegal(
	bytes: Uint8Array,
	start: number,
	end: number,
	context: FrameContext
): boolean {
	if (end - start < 2 || context.isAfterClose) return false;
	const first = bytes[start] as number;
	const second = bytes[start + 1] as number;
	if (second >> 7 !== (context.direction === 'client' ? 1 : 0)) return false;
	const length = second & 0x7f;
	if (length === 127 || (length === 126 && !isLongEnough16(bytes, start, end))) return false;
	const opcode = first & 0x7f;
	return (opcode === TEXT || opcode === BINARY) && !context.isInMessage;
}

/** Whether a 16-bit length is there and needs its form. */
function isLongEnough16(bytes: Uint8Array, start: number, end: number): boolean {
	if (end - start < 4) return false;
	return bytes[start + 2] !== 0 || (bytes[start + 3] as number) > MAX_7_BIT_LENGTH;
}

function checkFirstByte(first: number, context: FrameContext, found: Findings): void {
	const opcode = first & 0x0f;
	const isControl = isControlOpcode(opcode);
	if (context.isAfterClose) found.add('frame-after-close', OPCODE_BIT, 4);
	if (isControl && !(first & 0x80)) found.add('control-frame-fragmented', FIN_BIT, 1);
	if (first & 0x40) checkRsv1(opcode, isControl, context, found);
	if (first & 0x20) found.add('rsv-without-extension', 2, 1);
	if (first & 0x10) found.add('rsv-without-extension', 3, 1);
	if (isReservedOpcode(opcode)) found.add('reserved-opcode', OPCODE_BIT, 4);
	if (context.isAfterClose) return;
	if (opcode === CONTINUATION && !context.isInMessage) {
		found.add('continuation-without-start', OPCODE_BIT, 4);
	}
	if ((opcode === TEXT || opcode === BINARY) && context.isInMessage) {
		found.add('data-frame-inside-message', OPCODE_BIT, 4);
	}
}

function checkRsv1(
	opcode: number,
	isControl: boolean,
	context: FrameContext,
	found: Findings
): void {
	if (!context.hasDeflate) found.add('rsv-without-extension', 1, 1);
	else if (isControl) found.add('rsv1-on-control-frame', 1, 1);
	else if (opcode === CONTINUATION) found.add('rsv1-on-continuation', 1, 1);
}

function checkSecondByte(
	first: number,
	second: number,
	context: FrameContext,
	found: Findings
): void {
	const isMasked = second >= 0x80;
	if (context.direction === 'client' && !isMasked) found.add('client-frame-unmasked', MASK_BIT, 1);
	if (context.direction === 'server' && isMasked) found.add('server-frame-masked', MASK_BIT, 1);
	const length = second & 0x7f;
	if (isControlOpcode(first) && length > MAX_7_BIT_LENGTH) {
		found.add('control-frame-too-long', LENGTH_BIT, 7);
	}
	if ((first & 0x0f) === CLOSE && length === 1) found.add('close-payload-one-byte', LENGTH_BIT, 7);
}

function checkExtendedLength(bytes: Uint8Array, start: number, end: number, found: Findings): void {
	const form = (bytes[start + 1] ?? 0) & 0x7f;
	const at = start + 2;
	if (form === 126 && end - at >= 2) {
		const length = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
		if (length <= MAX_7_BIT_LENGTH) found.add('length-not-minimal', EXTENDED_BIT, 16);
	}
	if (form !== 127) return;
	if ((bytes[at] ?? 0) & 0x80) found.add('length-top-bit-set', EXTENDED_BIT, 1);
	if (end - at >= 8 && isBelow16Bits(bytes, at)) found.add('length-not-minimal', EXTENDED_BIT, 64);
}

/** Whether the 16-bit form would have carried the 64-bit length at an offset. */
function isBelow16Bits(bytes: Uint8Array, at: number): boolean {
	for (let i = 0; i < 6; i++) if (bytes[at + i] !== 0) return false;
	return true;
}
