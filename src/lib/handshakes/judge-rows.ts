/** Check by check: the strict reading beside what the peer's own words say about it. */
import type { HandshakeCheck } from '#lib/protocol/handshake-verdict.ts';
import type { HandshakeVerdict } from '#lib/protocol/opening-handshake.ts';
import type { BrowserAnswer, HandshakeAnswer } from './answer.ts';

export interface HandshakeJudgeRow {
	readonly check: HandshakeCheck;
	/** `unsaid`: it refused, and not a word of it is about this. */
	readonly peer: 'took' | 'objected' | 'unsaid';
	/** The peer's words that object to it. */
	readonly quote: string | null;
}

export function judgeRows(
	strict: HandshakeVerdict,
	answer: HandshakeAnswer | BrowserAnswer
): readonly HandshakeJudgeRow[] {
	void answer;
	return strict.checks.map((check) => ({ check, peer: 'unsaid', quote: null }));
}
