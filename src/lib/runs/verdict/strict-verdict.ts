/**
 * The RFC's judge: what a receiver that follows RFC 6455 and RFC 7692 to the letter owes the
 * frames that one side wrote.
 *
 * Its first fatal finding decides, for with it the connection has failed (§7.1.7). A close frame
 * decides too: what follows it is discarded unread (§1.4).
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-7.1.7
 */
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { Conversation } from '#lib/capture/conversation.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import type { Frame } from '#lib/protocol/frames/frame.ts';
import { CLOSE } from '#lib/protocol/frames/opcode.ts';
import { FRAME_RULES, type FrameRuleCode } from '#lib/protocol/violation.ts';
import { recordSource } from './fold-records.ts';
import { foldPerList } from './growing-fold.ts';
import type { StrictVerdict } from './verdict.ts';

/** What comes after the last complete frame. */
export interface FramesRest {
	/** The frame whose beginning is there. */
	readonly pending: Frame | null;
	/** Whether the last data frame leaves its message open. */
	readonly unfinished: boolean;
}

/** What the verdict on one direction's frames rests on. */
interface StrictFacts {
	/** Complete frames. */
	frames: number;
	/** The first of them that decides. */
	decision: StrictVerdict | null;
	isMessageOpen: boolean;
	pending: Frame | null;
}

/** Judges complete frames of one direction, in order, and what comes after them. */
export function verdictOfFrames(frames: readonly Frame[], rest: FramesRest): StrictVerdict {
	const facts = noFacts();
	for (const frame of frames) addComplete(facts, frame);
	return verdictOf({ ...facts, pending: rest.pending, isMessageOpen: rest.unfinished });
}

const factsOf = foldPerList<Conversation, ConversationRecord, Record<Direction, StrictFacts>>({
	begin: () => ({ client: noFacts(), server: noFacts() }),
	copy: ({ client, server }) => ({ client: { ...client }, server: { ...server } }),
	add: (facts, record) => {
		if (record.kind !== 'frame') return;
		const { frame, direction } = record;
		if (frame.isComplete) addComplete(facts[direction], frame);
		else facts[direction].pending = frame;
	}
});

/**
 * Judges what one side has sent.
 * @param cursor events of the recording applied; default: all
 */
export function strictVerdict(
	conversation: Conversation,
	role: Direction,
	cursor = Infinity
): StrictVerdict {
	return verdictOf(factsOf(conversation).at(recordSource(conversation, cursor))[role]);
}

function noFacts(): StrictFacts {
	return { frames: 0, decision: null, isMessageOpen: false, pending: null };
}

function addComplete(facts: StrictFacts, frame: Frame): void {
	facts.decision ??= failureOf(frame, facts.frames) ?? closeOf(frame);
	facts.frames += 1;
	// More fragments are due: the last data frame is not final (§5.4).
	if (!frame.isControl) facts.isMessageOpen = !frame.fin;
}

function verdictOf({ frames, decision, isMessageOpen, pending }: StrictFacts): StrictVerdict {
	if (decision) return decision;
	const failure = pending && failureOf(pending, frames);
	if (failure) return failure;
	if (pending) return { kind: 'unfinished', within: 'frame' };
	if (isMessageOpen) return { kind: 'unfinished', within: 'message' };
	return { kind: frames > 0 ? 'legal' : 'nothing' };
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
