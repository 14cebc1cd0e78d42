/** What each judge of a handshake says, line by line: only what was seen. */
import type { BrowserAnswer, HandshakeAnswer } from '#lib/handshakes/verdict/answer.ts';
import type { Text } from '#lib/i18n/text.ts';
import type { HandshakeVerdict } from '#lib/protocol/handshake/opening-handshake.ts';
import type { JudgeRow } from '../judges/judge-rows.ts';
import { spanText } from '../player/time-text.ts';
import { violationText } from '../violation/violation-text.ts';
import type { StrictKind } from './shapes.ts';

export function strictKind(
	strict: HandshakeVerdict | null,
	kind: 'request' | 'response'
): StrictKind {
	if (!strict) return 'unfinished';
	if (strict.isAccepted) return 'accepted';
	return kind === 'request' ? 'refused' : 'failed';
}

export function strictRows(
	text: Text,
	strict: HandshakeVerdict | null,
	kind: 'request' | 'response'
): readonly JudgeRow[] {
	const { rows, due } = text.handshakeLab.verdicts;
	if (!strict) return [{ name: rows.due, words: due.wait }];
	if (strict.isAccepted) {
		return [{ name: rows.due, words: kind === 'request' ? due.switch : due.open }];
	}
	const status = strict.statusDue === null ? null : due.status(String(strict.statusDue));
	const found: JudgeRow[] = [{ name: rows.due, words: status ?? due.fail }];
	const fault = strict.violations.find(({ isFatal }) => isFatal);
	if (fault) found.push({ name: rows.rule, words: violationText(text, fault.code).short });
	return found;
}

export function answerRows(
	text: Text,
	answer: HandshakeAnswer | BrowserAnswer
): readonly JudgeRow[] {
	return isServerAnswer(answer) ? serverRows(text, answer) : browserRows(text, answer);
}

export function isServerAnswer(answer: HandshakeAnswer | BrowserAnswer): answer is HandshakeAnswer {
	return 'author' in answer;
}

function serverRows(text: Text, answer: HandshakeAnswer): readonly JudgeRow[] {
	const words = text.handshakeLab.verdicts;
	const { rows } = words;
	const { head, kind, status, author, after } = answer;
	if (!head) {
		const absent: Readonly<Record<string, string>> = words.answer;
		return [{ name: rows.answer, words: absent[kind] ?? words.nothing }];
	}
	const line = `${status ?? ''} ${head.reason}`.trim();
	const found: JudgeRow[] = [{ name: rows.answer, code: line }];
	if (author) found.push({ name: rows.author, words: words.authors[author] });
	const body = firstLine(answer.body);
	if (body) found.push({ name: rows.body, words: body, lang: 'en' });
	if (after !== null) found.push({ name: rows.after, code: spanText(after) });
	return found;
}

function browserRows(text: Text, answer: BrowserAnswer): readonly JudgeRow[] {
	const { rows, page, nothing } = text.handshakeLab.verdicts;
	const { kind, close, hasError, protocol, extensions } = answer;
	if (kind === 'opened') {
		const found: JudgeRow[] = [
			{ name: rows.answer, words: page.open },
			{ name: rows.protocol, ...(protocol ? { code: protocol } : { words: nothing }) },
			{ name: rows.extensions, ...(extensions ? { code: extensions } : { words: nothing }) }
		];
		if (close) found.push(closeRow(text, close, hasError));
		return found;
	}
	if (close) return [closeRow(text, close, hasError)];
	return [{ name: rows.answer, words: page.nothing }];
}

function closeRow(
	text: Text,
	{ code, reason, wasClean }: NonNullable<BrowserAnswer['close']>,
	hasError: boolean
): JudgeRow {
	const { rows, page } = text.handshakeLab.verdicts;
	const words = [reason, hasError ? page.error : ''].filter(Boolean).join(' · ');
	return { name: rows.page, code: page.close(String(code), wasClean), words };
}

/** Longest quote of a body, characters. */
const QUOTED = 160;

function firstLine(body: string): string {
	const line = body.trim().split(/[\r\n]/, 1)[0] ?? '';
	return line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line;
}
