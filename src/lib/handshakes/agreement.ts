/**
 * Whether the strict reading of a handshake and the real peer agree, and why they part.
 *
 * An explanation follows from what both said, never from the name of a preset.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4
 */
import type { Direction } from '#lib/protocol/direction.ts';
import type { HandshakeVerdict } from '#lib/protocol/opening-handshake.ts';
import type { BrowserAnswer, HandshakeAnswer } from './answer.ts';

/** Names the words of `handshakeLab.verdicts.explanations`. */
export const EXPLANATIONS = [
	// The server took what a strict reading refuses.
	'version-8-taken',
	'version-coerced',
	'http-1-0-taken',
	'ws-target-taken',
	'fragment-taken',
	'host-missing-taken',
	'host-unread',
	'origin-unread',
	'extensions-unread',
	'key-last-bits-taken',
	'http-fault-taken',
	'taken',
	// It refused what a strict reading takes.
	'upgrade-list-refused',
	'extension-offer-refused',
	'upgrade-lost',
	'node-refused',
	'refused',
	// Both refuse.
	'version-8-named',
	'version-status-open',
	'plain-request',
	'node-first',
	'lab-first',
	'other-order',
	// The RFC leaves it to the server.
	'token-demanded',
	'origin-forbidden',
	'no-endpoint',
	'gateway',
	'overloaded',
	// The head is not whole.
	'head-too-large',
	'head-unfinished',
	// No answer.
	'unanswered',
	'ended-unanswered',
	'not-http',
	// The browser and a response.
	'browser-takes-bare-lf',
	'browser-takes-http-fault',
	'browser-takes-http-1-0',
	'browser-takes',
	'subprotocol-owed',
	'browser-refuses',
	'redirect-not-followed',
	'challenge-not-answered',
	'refusal-hidden',
	'browser-waits'
] as const;

export type ExplanationId = (typeof EXPLANATIONS)[number];

export interface HandshakeAgreement {
	/** `open`: the RFCs leave the choice; `none`: there is nothing to compare (yet). */
	readonly kind: 'agree' | 'disagree' | 'open' | 'none';
	/** The first of `explanations`. */
	readonly explanation: ExplanationId | null;
	/** One for each point in which they part; may hold remarks where they agree. */
	readonly explanations: readonly ExplanationId[];
}

/**
 * @param strict null while the head is not whole
 * @param role who the student is: 'client' compares a request with its answer, 'server' a response
 * with what the page was told
 */
export function compareHandshake(
	strict: HandshakeVerdict | null,
	answer: HandshakeAnswer,
	role: 'client'
): HandshakeAgreement;
export function compareHandshake(
	strict: HandshakeVerdict | null,
	answer: BrowserAnswer,
	role: 'server'
): HandshakeAgreement;
export function compareHandshake(
	strict: HandshakeVerdict | null,
	answer: HandshakeAnswer | BrowserAnswer,
	role: Direction
): HandshakeAgreement {
	void strict;
	void answer;
	void role;
	return { kind: 'none', explanation: null, explanations: [] };
}
