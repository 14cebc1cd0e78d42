/**
 * What of a captured conversation tells how the peer took a run: the frames and ends of both
 * sides, and what the peer's own code was told, up to a cursor.
 */
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { Conversation, ToldEvent } from '#lib/capture/conversation.ts';
import { opposite, type Direction } from '#lib/protocol/direction.ts';
import type { Frame } from '#lib/protocol/frames/frame.ts';
import { CLOSE, PING, PONG } from '#lib/protocol/frames/opcode.ts';
import { recordSource, toldSource } from './fold-records.ts';
import { foldPerList } from './growing-fold.ts';
import type { PeerVerdict } from './verdict.ts';

interface Placed<T> {
	readonly what: T;
	/** Index of the recording's event that brought it. */
	readonly at: number;
}

/** One side, as the wire has it. */
export interface SideFacts {
	/** The last complete frame. */
	last: Frame | null;
	/** Whether its bytes end inside a frame. */
	isCut: boolean;
	/** Frames that end a data message. */
	messages: number;
	pings: number;
	lastPing: Frame | null;
	pongs: number;
	lastPong: Frame | null;
	/** Its first close frame. */
	close: Placed<Frame> | null;
	end: Placed<'fin' | 'rst'> | null;
}

/** The peer's code: that of `ws`, or the page's script. */
export interface ToldFacts {
	messages: number;
	pings: number;
	pongs: number;
	errorCode: string | undefined;
	hasPageError: boolean;
	pageClose: PeerVerdict['pageClose'];
	hasClosed: boolean;
	/** Where that code itself asked for the end. */
	closeCallAt: number | null;
	/** Whether it was told anything at all. */
	isThere: boolean;
}

export interface RunFacts {
	/** Every run begun has ended. */
	readonly hasEnded: boolean;
	/** Bytes that they handed to the kernel. */
	readonly bytes: number;
	/** The server waited for an answer, and none came. */
	readonly isUnanswered: boolean;
}

export interface PeerFacts {
	readonly role: Direction;
	readonly own: SideFacts;
	readonly peer: SideFacts;
	readonly told: ToldFacts;
	readonly run: RunFacts;
	/** Bytes of the student's side that reached the recording. */
	readonly bytes: number;
}

export function readFacts(conversation: Conversation, role: Direction, cursor: number): PeerFacts {
	const view = conversation.at(cursor);
	const sides = sidesOf(conversation).at(recordSource(conversation, cursor));
	const source = role === 'client' ? 'server' : 'page';
	return {
		role,
		own: sides[role],
		peer: sides[opposite(role)],
		told: toldOf(conversation).at(toldSource(conversation, cursor))[source],
		run: readRuns(conversation, cursor),
		bytes: view.bytes[role]
	};
}

const sidesOf = foldPerList<Conversation, ConversationRecord, Record<Direction, SideFacts>>({
	begin: () => ({ client: noSide(), server: noSide() }),
	copy: ({ client, server }) => ({ client: { ...client }, server: { ...server } }),
	add: (sides, record) => {
		if (!record.direction) return;
		const side = sides[record.direction];
		const { lastEvent, kind } = record;
		if (kind === 'fin' || kind === 'rst') side.end ??= { what: kind, at: lastEvent };
		if (kind === 'frame') addFrame(side, record.frame, lastEvent);
	}
});

function noSide(): SideFacts {
	return {
		last: null,
		isCut: false,
		messages: 0,
		pings: 0,
		lastPing: null,
		pongs: 0,
		lastPong: null,
		close: null,
		end: null
	};
}

function addFrame(side: SideFacts, frame: Frame, at: number): void {
	side.isCut = !frame.isComplete;
	if (side.isCut) return;
	side.last = frame;
	if (endsMessage(frame)) side.messages += 1;
	if (frame.opcode === PING) {
		side.pings += 1;
		side.lastPing = frame;
	}
	if (frame.opcode === PONG) {
		side.pongs += 1;
		side.lastPong = frame;
	}
	if (frame.opcode === CLOSE) side.close ??= { what: frame, at };
}

export function endsMessage(frame: Frame): boolean {
	return frame.fin && !frame.isControl;
}

const toldOf = foldPerList<Conversation, ToldEvent, Record<ToldEvent['event']['kind'], ToldFacts>>({
	begin: () => ({ page: noneTold(), server: noneTold() }),
	copy: ({ page, server }) => ({ page: { ...page }, server: { ...server } }),
	add: (told, { event, eventIndex }) => addTold(told[event.kind], event.told, eventIndex)
});

function noneTold(): ToldFacts {
	return {
		messages: 0,
		pings: 0,
		pongs: 0,
		errorCode: undefined,
		hasPageError: false,
		pageClose: undefined,
		hasClosed: false,
		closeCallAt: null,
		isThere: false
	};
}

function addTold(facts: ToldFacts, told: ToldEvent['event']['told'], at: number): void {
	facts.isThere = true;
	if (told.name === 'message') facts.messages += 1;
	else if (told.name === 'ping') facts.pings += 1;
	else if (told.name === 'pong') facts.pongs += 1;
	else if (told.name === 'close-call') facts.closeCallAt ??= at;
	else if (told.name === 'close') {
		facts.hasClosed = true;
		if ('wasClean' in told) facts.pageClose = told;
	} else if (told.name === 'error') {
		if ('code' in told) facts.errorCode ??= told.code;
		else facts.hasPageError = true;
	}
}

function readRuns(conversation: Conversation, cursor: number): RunFacts {
	let hasEnded = false;
	let isUnanswered = false;
	let bytes = 0;
	for (const { event, eventIndex } of conversation.runs) {
		if (eventIndex >= cursor) break;
		const { told } = event;
		isUnanswered = told.name === 'unanswered';
		hasEnded = told.name !== 'begin';
		if (told.name === 'end') bytes += told.bytes;
	}
	return { hasEnded, bytes, isUnanswered };
}
