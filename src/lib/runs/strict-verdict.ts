/**
 * The RFC's judge: what a receiver that follows RFC 6455 and RFC 7692 to the letter owes the
 * frames that one side wrote.
 *
 * Its first fatal finding decides, for with it the connection has failed (§7.1.7). A close frame
 * decides too: what follows it is discarded unread (§1.4).
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-7.1.7
 */
import type { Conversation, ConversationView } from '#lib/capture/conversation.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import type { Frame } from '#lib/protocol/frame.ts';
import { CLOSE } from '#lib/protocol/opcode.ts';
import { FRAME_RULES, type FrameRuleCode } from '#lib/protocol/violation.ts';
import type { StrictVerdict } from './verdict.ts';

/** What comes after the last complete frame. */
export interface FramesRest {
	/** The frame whose beginning is there. */
	readonly pending: Frame | null;
	/** Whether the last data frame leaves its message open. */
	readonly unfinished: boolean;
}

/** Judges complete frames of one direction, in order, and what comes after them. */
export function verdictOfFrames(frames: readonly Frame[], rest: FramesRest): StrictVerdict {
	for (const [index, frame] of frames.entries()) {
		const decision = failureOf(frame, index) ?? closeOf(frame);
		if (decision) return decision;
	}
	const { pending, unfinished } = rest;
	const failure = pending && failureOf(pending, frames.length);
	if (failure) return failure;
	if (pending) return { kind: 'unfinished', within: 'frame' };
	if (unfinished) return { kind: 'unfinished', within: 'message' };
	return { kind: frames.length > 0 ? 'legal' : 'nothing' };
}

/**
 * Judges what one side has sent.
 * @param cursor events of the recording applied; default: all
 */
export function strictVerdict(
	conversation: Conversation,
	role: Direction,
	cursor = Infinity
): StrictVerdict {
	const { frames, pending } = framesOf(conversation.at(cursor), role);
	return verdictOfFrames(frames, { pending, unfinished: leavesMessageOpen(frames) });
}

/** Whether more fragments are due: the last data frame is not final (§5.4). */
export function leavesMessageOpen(frames: readonly Frame[]): boolean {
	const last = frames.findLast((frame) => !frame.isControl);
	return last !== undefined && !last.fin;
}

/** Frames that a side has sent: the complete ones, and the one whose beginning is there. */
export function framesOf(
	view: ConversationView,
	direction: Direction
): { readonly frames: readonly Frame[]; readonly pending: Frame | null } {
	const frames: Frame[] = [];
	let pending: Frame | null = null;
	for (let index = 0; index <= view.recordIndex; index++) {
		const record = view.record(index);
		if (record?.kind !== 'frame' || record.direction !== direction) continue;
		if (record.frame.isComplete) frames.push(record.frame);
		else pending = record.frame;
	}
	return { frames, pending };
}

/** The first rule whose breach fails the connection; the others are its sender's affair. */
function failureOf(frame: Frame, index: number): StrictVerdict | null {
	for (const { code, section, closeCode, bitOffset, bitLength } of frame.violations) {
		if (closeCode === null || !isFrameRule(code)) continue;
		return { kind: 'fail', code, section, closeCode, frame: index, bitOffset, bitLength };
	}
	return null;
}

function closeOf(frame: Frame): StrictVerdict | null {
	if (frame.opcode !== CLOSE) return null;
	return { kind: 'close', code: frame.close?.code ?? null };
}

function isFrameRule(code: string): code is FrameRuleCode {
	return Object.hasOwn(FRAME_RULES, code);
}
