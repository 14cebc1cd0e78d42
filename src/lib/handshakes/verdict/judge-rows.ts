/**
 * Check by check: the strict reading beside what the peer's own words say about it. `ws` names the
 * header that it objects to; Node names nothing; a browser tells its page not a word.
 */
import type { HandshakeCheckId } from '#lib/protocol/handshake/handshake-rules.ts';
import type { HandshakeCheck } from '#lib/protocol/handshake/handshake-verdict.ts';
import type { HandshakeVerdict } from '#lib/protocol/handshake/opening-handshake.ts';
import { headersNamed } from '#lib/protocol/http/http-head.ts';
import type { HandshakeAnswer } from './answer.ts';
import type { BrowserAnswer } from './browser-answer.ts';

export interface HandshakeJudgeRow {
	readonly check: HandshakeCheck;
	/** `unsaid`: it refused, and not a word of it is about this; or nothing has come yet. */
	readonly peer: 'took' | 'objected' | 'unsaid';
	/** The peer's words that object to it. */
	readonly quote: string | null;
}

/** Longest quote, characters. */
const QUOTED = 120;

/** Words of a body that name what a check looks at; the longer names first. */
const NAMED: readonly (readonly [HandshakeCheckId, RegExp])[] = [
	['key', /Sec-WebSocket-Key/i],
	['version', /Sec-WebSocket-Version/i],
	['subprotocols', /Sec-WebSocket-Protocol/i],
	['extensions', /Sec-WebSocket-Extensions/i],
	['origin', /\borigin\b/i],
	['method', /\bmethod\b/i],
	['upgrade', /\bUpgrade header/i]
];

export function judgeRows(
	strict: HandshakeVerdict,
	answer: HandshakeAnswer | BrowserAnswer
): readonly HandshakeJudgeRow[] {
	if (answer.kind === 'switched' || answer.kind === 'opened') {
		return strict.checks.map((check) => ({ check, peer: 'took', quote: null }));
	}
	const found = answer.kind === 'refused' ? objection(answer) : null;
	return strict.checks.map((check) => {
		const isIt = found?.check === check.id && check.outcome !== 'absent';
		return { check, peer: isIt ? 'objected' : 'unsaid', quote: isIt && found ? found.quote : null };
	});
}

interface Objection {
	readonly check: HandshakeCheckId;
	readonly quote: string;
}

function objection(answer: HandshakeAnswer): Objection | null {
	const { status, author, head } = answer;
	const statusLine = head ? `${status} ${head.reason}`.trim() : '';
	if (author === 'node') return { check: 'request-valid', quote: statusLine };
	const body = answer.body.trim();
	const named = NAMED.find(([, words]) => words.test(body));
	const quote = shorten(body);
	if (author === 'ws' && named) return { check: named[0], quote };
	if (status === 426 && head) {
		const line = headersNamed(head, 'upgrade')[0];
		return line ? { check: 'upgrade', quote: `${line.name}: ${line.value}` } : null;
	}
	// §4.2.2 (4) makes 403 the answer to an Origin that is not wanted.
	if (status === 403) return { check: 'origin', quote: quote || statusLine };
	if (status === 404) return { check: 'target', quote: quote || statusLine };
	if (status === 405) return { check: 'method', quote: quote || statusLine };
	return named ? { check: named[0], quote } : null;
}

function shorten(text: string): string {
	const line = text.split(/[\r\n]/, 1)[0] ?? '';
	return line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line;
}
