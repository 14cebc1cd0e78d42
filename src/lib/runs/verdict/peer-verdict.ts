/**
 * The real peer's verdict on a run, as it can be read from the capture: what it put on the wire,
 * and what its own code was told. Nothing is predicted.
 *
 * TCP keeps the order, so an answer to the last frame shows that all before it was taken. Silence
 * is known only once the server has waited for it. What the student does after that (hanging up)
 * changes no verdict.
 */
import type { Conversation } from '#lib/capture/conversation.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { PING, PONG } from '#lib/protocol/frames/opcode.ts';
import { endsMessage, readFacts, type PeerFacts, type SideFacts } from './peer-verdict-facts.ts';
import type { PeerVerdict } from './verdict.ts';

type Kind = PeerVerdict['kind'];

/** The first close code that says that something is wrong (§7.4.1). */
const FIRST_ERROR_CODE = 1002;

/**
 * Judges what the peer of one side has done.
 * @param role who the student is; the peer is the other side
 * @param cursor events of the recording applied; default: all
 */
export function peerVerdict(
	conversation: Conversation,
	role: Direction,
	cursor = Infinity
): PeerVerdict {
	const facts = readFacts(conversation, role, cursor);
	const { end } = facts.own;
	if (end) {
		const before = verdictOf(readFacts(conversation, role, end.at));
		if (before.kind !== 'waiting') return before;
	}
	return verdictOf(facts);
}

function verdictOf(facts: PeerFacts): PeerVerdict {
	const { peer, told } = facts;
	const close = peer.close?.what.close;
	return {
		kind: kindOf(facts),
		...(close && { closeCode: close.code, closeReason: close.reason }),
		...(told.errorCode !== undefined && { errorCode: told.errorCode }),
		...(told.pageClose && { pageClose: told.pageClose }),
		hasPageError: told.hasPageError,
		end: peer.end?.what ?? null,
		messages: told.messages,
		pongs: peer.pongs
	};
}

function kindOf(facts: PeerFacts): Kind {
	const { own, peer, told, run } = facts;
	if (!run.hasEnded) return 'waiting';
	if (peer.close) return isTold(facts) ? closingKind(facts) : 'waiting';
	if (peer.end || own.end) return isTold(facts) ? endingKind(facts) : 'waiting';
	// Bytes handed to the kernel may still be on their way.
	if (facts.bytes < run.bytes) return 'waiting';
	if (isAnswered(facts)) return 'accepted';
	if (!run.isUnanswered) return 'waiting';
	const hasTakenSome = told.messages + told.pings + told.pongs + peer.pongs > 0;
	return hasTakenSome ? 'accepted' : 'silent';
}

/** Whether the peer's code knows of the end: what it is told belongs to the verdict. */
function isTold({ role, own, peer, told, run }: PeerFacts): boolean {
	if (told.hasClosed || run.isUnanswered) return true;
	if (role === 'client') return peer.end !== null || told.errorCode !== undefined;
	return !told.isThere && peer.end !== null && own.end !== null;
}

function closingKind({ own, peer, told }: PeerFacts): Kind {
	const at = peer.close?.at ?? 0;
	const code = peer.close?.what.close?.code ?? null;
	const isAsked = own.close !== null && own.close.at <= at;
	if (told.errorCode?.startsWith('WS_ERR') || told.hasPageError) return 'failed';
	if (told.closeCallAt !== null && told.closeCallAt < at) return isAsked ? 'closed' : 'accepted';
	if (isAsked && (own.close?.what.close?.code ?? null) === code) return 'closed';
	if (code !== null && code >= FIRST_ERROR_CODE) return 'failed';
	return isAsked ? 'closed' : 'accepted';
}

/** TCP ended without a close frame of the peer's. */
function endingKind({ own, peer, told }: PeerFacts): Kind {
	if (told.errorCode?.startsWith('WS_ERR')) return 'failed';
	const isPeerFirst = peer.end !== null && (own.end === null || peer.end.at < own.end.at);
	return isPeerFirst ? 'failed' : 'ended';
}

/** Whether the last frame asks for an answer, and all answers due have come. */
function isAnswered({ role, own, peer, told }: PeerFacts): boolean {
	const { last } = own;
	if (!last || own.isCut) return false;
	const isPong = last.opcode === PONG && role === 'client';
	if (!endsMessage(last) && last.opcode !== PING && !isPong) return false;
	const messages = role === 'client' ? peer.messages : told.messages;
	if (messages < own.messages || !arePingsAnswered(own, peer)) return false;
	return !isPong || told.pongs >= own.pongs;
}

/** A pong may answer the last of several pings alone (§5.5.3). */
function arePingsAnswered(own: SideFacts, peer: SideFacts): boolean {
	if (peer.pongs >= own.pings) return true;
	const asked = own.lastPing?.unmaskedPayload();
	const answered = peer.lastPong?.unmaskedPayload();
	return answered !== undefined && asked !== undefined && isEqual(asked, answered);
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
