/**
 * The strict reading of a request beside the server's answer.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.2
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.4
 */
import { headerValues } from '#lib/protocol/http/http-head.ts';
import type { HttpViolation } from '#lib/protocol/http/http-violation.ts';
import type { HandshakeVerdict } from '#lib/protocol/handshake/opening-handshake.ts';
import type { HandshakeAnswer } from './answer.ts';
import { agreement, type ExplanationId, type HandshakeAgreement } from './explanation.ts';
import { judgeRows } from './judge-rows.ts';

export function compareRequest(
	strict: HandshakeVerdict | null,
	answer: HandshakeAnswer
): HandshakeAgreement {
	if (answer.kind === 'switched') return compareSwitch(strict, answer);
	if (answer.kind === 'refused') {
		if (!strict) return agreement('open', unfinished(answer));
		return strict.isAccepted ? explainRefusal(answer) : compareRefusals(strict, answer);
	}
	if (answer.kind === 'not-http') return agreement('disagree', 'not-http');
	const isEnded = answer.kind === 'ended' || answer.kind === 'reset';
	if (isEnded || answer.kind === 'silent') {
		// A server may wait for the rest of a head, and may stop waiting.
		if (!strict) return agreement('open', 'head-unfinished');
		return agreement('disagree', isEnded ? 'ended-unanswered' : 'unanswered');
	}
	return agreement('none');
}

/** Refused before the head was whole. */
function unfinished({ status }: HandshakeAnswer): ExplanationId {
	if (status === 431 || status === 413) return 'head-too-large';
	return status === 408 ? 'head-unfinished' : 'head-no-http';
}

function compareSwitch(
	strict: HandshakeVerdict | null,
	answer: HandshakeAnswer
): HandshakeAgreement {
	if (!strict) return agreement('open', 'head-longer-than-read');
	if (strict.isAccepted) return agreement('agree');
	const faults = strict.violations.filter(({ isFatal }) => isFatal);
	return agreement('disagree', ...faults.map((fault) => explainLenience(fault, answer)));
}

const TAKEN: Readonly<Record<string, ExplanationId>> = {
	'http-version-too-low': 'http-1-0-taken',
	'version-malformed': 'version-coerced',
	'target-has-fragment': 'fragment-taken',
	'host-missing': 'host-missing-taken',
	'host-duplicated': 'host-unread',
	'host-malformed': 'host-unread',
	'host-empty': 'host-unread',
	'origin-malformed': 'origin-unread',
	'origin-duplicated': 'origin-unread'
};

function explainLenience(
	{ code, section }: HttpViolation,
	{ asked }: HandshakeAnswer
): ExplanationId {
	if (code === 'version-unsupported') {
		const isEight = asked && headerValues(asked, 'sec-websocket-version')[0] === '8';
		return isEight ? 'version-8-taken' : 'taken';
	}
	if (code === 'target-not-resource') {
		return /^wss?:/i.test(asked?.target ?? '') ? 'ws-target-taken' : 'taken';
	}
	if (code.startsWith('extension-')) return 'extensions-unread';
	return TAKEN[code] ?? (section.startsWith('RFC 911') ? 'http-fault-taken' : 'taken');
}

/** A strict reading finds nothing wrong: what the server knows and the reading does not. */
function explainRefusal({ status, author, body }: HandshakeAnswer): HandshakeAgreement {
	const own = policy(status);
	if (own) return agreement('open', own);
	if (status === 426) return agreement('disagree', 'upgrade-lost');
	if (author === 'lab') return agreement('open', 'own-rule');
	if (author === 'node') return agreement('disagree', 'node-refused');
	if (/\bUpgrade header/.test(body)) return agreement('disagree', 'upgrade-list-refused');
	if (body.includes('Sec-WebSocket-Extensions')) {
		return agreement('disagree', 'extension-offer-refused');
	}
	return agreement('disagree', 'refused');
}

/** §4.2.2 (4), §10.1, §10.2, §10.5: a server may have reasons that no request shows. */
function policy(status: number | null): ExplanationId | null {
	if (status === 401 || status === 407) return 'token-demanded';
	if (status === 403) return 'origin-forbidden';
	if (status === 404) return 'no-endpoint';
	if (status === 429 || status === 503) return 'busy';
	if (status === 502 || status === 504) return 'gateway';
	return status === 413 || status === 431 ? 'head-too-large' : null;
}

function compareRefusals(strict: HandshakeVerdict, answer: HandshakeAnswer): HandshakeAgreement {
	const { status, author, head } = answer;
	const named = head ? headerValues(head, 'sec-websocket-version').join() : '';
	const remark = /\b8\b/.test(named) ? 'version-8-named' : null;
	const [reason] = strict.violations.filter(({ isFatal }) => isFatal);
	const isOverVersion = reason?.code === 'version-unsupported';
	if (isOverVersion && (status === 400 || status === 426)) {
		return agreement('open', 'version-status-open', remark);
	}
	const isPlain = status === 426 && author === 'lab' ? 'plain-request' : null;
	if (status === strict.statusDue) {
		const hasBody = answer.asked?.method === 'HEAD' && answer.body !== '';
		const odd = hasBody ? 'body-to-head' : objectsElsewhere(strict, answer) ? 'other-order' : null;
		return agreement('agree', odd, remark, isPlain);
	}
	return agreement('open', policy(status) ?? isPlain ?? first(answer), remark);
}

/** The same status, over another fault than the first of a strict reading. */
function objectsElsewhere(strict: HandshakeVerdict, answer: HandshakeAnswer): boolean {
	const objected = judgeRows(strict, answer).find(({ peer }) => peer === 'objected');
	const broken = strict.checks.find(({ passed }) => !passed);
	return answer.author === 'ws' && objected !== undefined && objected.check.id !== broken?.id;
}

/** Who spoke first, where the request has more than one fault or the judges look in another order. */
function first({ status, author }: HandshakeAnswer): ExplanationId {
	if (status === 408) return 'head-unfinished';
	if (author === 'node') return 'node-first';
	return author === 'lab' ? 'lab-first' : 'other-order';
}
