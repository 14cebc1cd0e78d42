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
	'body-to-head',
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
	'head-longer-than-read',
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

/** What an explanation rests on: sections of RFC 6455 or of another RFC, or another standard's name. */
export const EXPLANATION_SECTIONS: Readonly<Record<ExplanationId, readonly string[]>> = {
	'version-8-taken': ['4.2.1', '4.4'],
	'version-coerced': ['4.3'],
	'http-1-0-taken': ['4.2.1', 'RFC 9110 7.8'],
	'ws-target-taken': ['4.1', '4.2.1'],
	'fragment-taken': ['3'],
	'host-missing-taken': ['RFC 9112 3.2'],
	'host-unread': ['RFC 9112 3.2'],
	'origin-unread': ['4.2.2', '10.2'],
	'extensions-unread': ['9.1'],
	'http-fault-taken': ['4.2.1'],
	taken: ['4.2.1'],
	'upgrade-list-refused': ['4.2.1', 'RFC 9110 7.8'],
	'extension-offer-refused': ['9.1', 'RFC 7692 5.1', 'RFC 7692 7'],
	'upgrade-lost': ['RFC 9110 7.6.1', 'RFC 9110 7.8'],
	'node-refused': ['RFC 9110 2.5'],
	refused: ['4.2.2'],
	'version-8-named': ['4.4'],
	'version-status-open': ['4.2.2', '4.4', 'RFC 9110 15.5.22'],
	'plain-request': ['4.2.1', 'RFC 9110 15.5.22'],
	'body-to-head': ['RFC 9110 9.3.2'],
	'node-first': ['4.2.1'],
	'lab-first': ['4.2.1'],
	'other-order': ['4.2.1'],
	'token-demanded': ['4.2.2', '10.5'],
	'origin-forbidden': ['4.2.2', '10.2'],
	'no-endpoint': ['4.2.2'],
	'own-rule': ['4.2.2'],
	busy: ['RFC 9110 15.6.4'],
	gateway: ['RFC 9110 15.6.3'],
	'head-too-large': ['RFC 6585 5'],
	'head-unfinished': ['RFC 9110 15.5.9'],
	'head-no-http': ['RFC 9112 2.2'],
	'head-longer-than-read': ['RFC 9110 5.4'],
	unanswered: ['4.2.1', '4.2.2'],
	'ended-unanswered': ['4.2.1'],
	'not-http': ['4.1'],
	'browser-takes-bare-lf': ['RFC 9112 2.2'],
	'browser-takes-http-fault': ['4.1'],
	'browser-takes-http-1-0': ['RFC 9110 15.2'],
	'browser-takes-upgrade-list': ['4.1'],
	'browser-takes-subprotocol': ['4.1'],
	'browser-takes': ['4.1'],
	'subprotocol-owed': ['4.2.2', 'WHATWG WebSockets'],
	'empty-element-refused': ['9.1', 'RFC 9110 5.6.1'],
	'interim-refused': ['RFC 9110 15.2'],
	'browser-refuses': ['4.1'],
	'redirect-not-followed': ['4.1', 'WHATWG WebSockets'],
	'challenge-not-answered': ['4.1'],
	'failure-hidden': ['WHATWG WebSockets'],
	'browser-waits': ['4.1']
};

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
