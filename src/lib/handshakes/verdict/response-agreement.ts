/**
 * The strict reading of a response beside what the browser's page was told.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.1
 * @see https://websockets.spec.whatwg.org/#concept-websocket-establish
 */
import type { HttpViolation } from '#lib/protocol/http/http-violation.ts';
import type { HandshakeVerdict } from '#lib/protocol/handshake/opening-handshake.ts';
import type { BrowserAnswer } from './browser-answer.ts';
import { agreement, type ExplanationId, type HandshakeAgreement } from './explanation.ts';

export function compareResponse(
	strict: HandshakeVerdict | null,
	answer: BrowserAnswer
): HandshakeAgreement {
	if (answer.kind === 'waiting') return agreement('none');
	if (answer.kind === 'unanswered') return agreement('open', 'browser-waits');
	if (answer.kind === 'failed') {
		return strict?.isAccepted
			? agreement('disagree', explainFailure(strict, answer))
			: agreeOnFailure(answer);
	}
	// What opened a connection was whole: only our own limit has kept it from being read.
	if (!strict) return agreement('open', 'head-longer-than-read');
	if (strict.isAccepted) return agreement('agree');
	const faults = strict.violations.filter(({ isFatal }) => isFatal);
	return agreement('disagree', ...faults.map(explainLenience));
}

/** The browser refuses what the RFC takes. */
function explainFailure(strict: HandshakeVerdict, answer: BrowserAnswer): ExplanationId {
	if (answer.offered.length > 0 && strict.protocol === null) return 'subprotocol-owed';
	if (answer.hasInterim) return 'interim-refused';
	const isEmpty = strict.violations.some(({ code }) => code === 'extension-empty-element');
	return isEmpty ? 'empty-element-refused' : 'browser-refuses';
}

const REDIRECTS: readonly (number | null)[] = [301, 302, 303, 307, 308];
const CHALLENGES: readonly (number | null)[] = [401, 407];

/** §4.1: after these a client may go on in HTTP; a browser's WebSocket does not. */
function agreeOnFailure({ head }: BrowserAnswer): HandshakeAgreement {
	const status = head?.status ?? null;
	if (REDIRECTS.includes(status)) return agreement('open', 'redirect-not-followed');
	if (CHALLENGES.includes(status)) return agreement('open', 'challenge-not-answered');
	return agreement('agree', 'failure-hidden');
}

const TAKEN: Readonly<Record<string, ExplanationId>> = {
	'bare-lf': 'browser-takes-bare-lf',
	'response-http-version-too-low': 'browser-takes-http-1-0',
	'response-upgrade-not-websocket': 'browser-takes-upgrade-list',
	'subprotocol-not-offered': 'browser-takes-subprotocol'
};

function explainLenience({ code, section }: HttpViolation): ExplanationId {
	const isHttp = section.startsWith('RFC 911');
	return TAKEN[code] ?? (isHttp ? 'browser-takes-http-fault' : 'browser-takes');
}
