/** Why the two judges of a handshake part: every explanation there is, and how they are given. */

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
	// The RFCs leave it to the server.
	'token-demanded',
	'origin-forbidden',
	'no-endpoint',
	'own-rule',
	'busy',
	'gateway',
	// The head is not whole, or longer than the server reads.
	'head-too-large',
	'head-unfinished',
	'head-no-http',
	// No answer.
	'unanswered',
	'ended-unanswered',
	'not-http',
	// A browser and a response.
	'browser-takes-bare-lf',
	'browser-takes-http-fault',
	'browser-takes-http-1-0',
	'browser-takes-upgrade-list',
	'browser-takes-subprotocol',
	'browser-takes',
	'subprotocol-owed',
	'empty-element-refused',
	'interim-refused',
	'browser-refuses',
	'redirect-not-followed',
	'challenge-not-answered',
	'failure-hidden',
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

/** An agreement of this kind, each explanation once. */
export function agreement(
	kind: HandshakeAgreement['kind'],
	...explanations: readonly (ExplanationId | null)[]
): HandshakeAgreement {
	const found = [...new Set(explanations)].filter((each) => each !== null);
	return { kind, explanation: found[0] ?? null, explanations: found };
}
