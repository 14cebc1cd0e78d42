/** What each judge says, line by line. */
import type { Text } from '#lib/i18n/text.ts';
import type { PeerVerdict, StrictVerdict } from '#lib/runs/verdict/verdict.ts';
import { closeCodeText } from '../field-tree/close-code-text.ts';
import { violationText } from '../violation/violation-text.ts';

export interface JudgeRow {
	readonly name: string;
	/** A code or a number; beside it, words. */
	readonly code?: string;
	readonly words?: string;
	/** Of the words, where they are not in the page's language. */
	readonly lang?: string;
}

export function strictRows(text: Text, strict: StrictVerdict): readonly JudgeRow[] {
	const { rows, due, frame } = text.frameLab.verdicts;
	if (strict.kind === 'fail') {
		return [
			{ name: rows.rule, words: violationText(text, strict.code).short },
			{ name: rows.frame, words: frame(String(strict.frame + 1)) },
			{ name: rows.due, words: due.fail },
			closeRow(text, strict.closeCode)
		];
	}
	if (strict.kind === 'close') {
		return [{ name: rows.due, words: due.answerClose }, closeRow(text, strict.code)];
	}
	if (strict.kind === 'legal') return [{ name: rows.due, words: due.take }];
	if (strict.kind === 'nothing') return [{ name: rows.due, words: due.nothing }];
	return [{ name: rows.due, words: strict.within === 'frame' ? due.waitFrame : due.waitMessage }];
}

/** Only what was seen: a line for nothing that did not come. */
export function peerRows(text: Text, peer: PeerVerdict): readonly JudgeRow[] {
	const { rows, noReason, pageClose, pageError } = text.frameLab.verdicts;
	const found: JudgeRow[] = [{ name: rows.answer, words: answerOf(text, peer) }];
	if (peer.closeCode !== undefined) {
		found.push(closeRow(text, peer.closeCode));
		found.push({ name: rows.reason, words: peer.closeReason || noReason });
	}
	if (peer.errorCode !== undefined) found.push({ name: rows.code, code: peer.errorCode });
	if (peer.pageClose) {
		const { code, wasClean, reason } = peer.pageClose;
		const words = [reason, peer.hasPageError ? pageError : ''].filter(Boolean).join(' · ');
		found.push({ name: rows.page, code: pageClose(String(code), wasClean), words });
	}
	return found;
}

function answerOf(text: Text, { kind, messages, pongs, closeCode, end }: PeerVerdict): string {
	const { answers } = text.frameLab.verdicts;
	const parts: string[] = [];
	if (messages > 0) parts.push(answers.message(String(messages)));
	if (pongs > 0) parts.push(answers.pong(String(pongs)));
	if (closeCode !== undefined) parts.push(answers.close);
	if (end) parts.push(answers[end]);
	if (parts.length > 0) return answers.inOrder(parts);
	return kind === 'waiting' ? answers.waiting : answers.none;
}

function closeRow(text: Text, code: number | null): JudgeRow {
	const { rows, noCode } = text.frameLab.verdicts;
	if (code === null) return { name: rows.close, words: noCode };
	return { name: rows.close, code: String(code), words: closeCodeText(text, code).name };
}
