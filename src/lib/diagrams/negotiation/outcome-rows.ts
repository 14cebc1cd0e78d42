/** The rows of the three tables: from what was judged to shapes and words. */
import type { JudgedLine } from '#lib/handshakes/negotiation/negotiation-due.ts';
import type {
	JudgedSubprotocol,
	SubprotocolOutcome
} from '#lib/handshakes/negotiation/judge-subprotocols.ts';
import type { Text } from '#lib/i18n/text.ts';
import type { DeclineReason, JudgedOffer } from '#lib/protocol/handshake/negotiate-deflate.ts';
import { violationText } from '../violation/violation-text.ts';
import type { Tone } from './Outcome.svelte';
import type { OutcomeRow } from './OutcomeTable.svelte';

type Words = Text['handshakeLab']['negotiation']['table'];

const NAME_TONES: Readonly<Record<SubprotocolOutcome, Tone>> = {
	chosen: 'ok',
	'not-spoken': 'quiet',
	'not-reached': 'quiet',
	repeated: 'violation',
	'not-token': 'violation',
	empty: 'violation',
	'refused-with-list': 'quiet'
};

export function protocolRows(words: Words, offered: readonly JudgedSubprotocol[]): OutcomeRow[] {
	return offered.map(({ name, outcome }) => ({
		text: name,
		tone: NAME_TONES[outcome],
		outcome,
		label: words.outcomes[outcome],
		reasons: [words.reasons[outcome]]
	}));
}

const OFFER_TONES = {
	accepted: 'ok',
	declined: 'quiet',
	malformed: 'violation',
	'not-reached': 'quiet'
} as const;

/** @param texts the offers as they are written, in the same order */
export function offerRows(
	words: Words,
	offers: readonly JudgedOffer[],
	texts: readonly string[]
): OutcomeRow[] {
	return offers.map(({ offer, outcome, reasons }, at) => ({
		text: texts[at] ?? offer.name,
		tone: OFFER_TONES[outcome],
		outcome,
		label: words.offerOutcomes[outcome],
		reasons:
			outcome === 'accepted' || outcome === 'not-reached'
				? [words.offerReasons[outcome]]
				: [...new Set(reasons.map((reason) => explain(words, reason)))]
	}));
}

function explain({ offerReasons }: Words, { code, parameter }: DeclineReason): string {
	const found = offerReasons[code];
	return typeof found === 'function' ? found(parameter ?? '') : found;
}

export function lineRows(text: Text, lines: readonly JudgedLine[]): OutcomeRow[] {
	const { table, answer } = text.handshakeLab.negotiation;
	const names = { protocol: answer.protocol, extensions: answer.extensions };
	return lines.map(({ header, value, violations }) => {
		const line = `${names[header]}: ${value}`;
		const outcome = outcomeOf(violations);
		const tone = LINE_TONES[outcome];
		const label = table.lineOutcomes[outcome];
		if (violations === null) return { text: line, tone, outcome, label, reasons: [table.lineOpen] };
		const faults = violations.map(({ code }) => violationText(text, code).rule);
		const reasons = faults.length > 0 ? [...new Set(faults)] : [table.lineTaken[header]];
		return { text: line, tone, outcome, label, reasons };
	});
}

const LINE_TONES = {
	taken: 'ok',
	failed: 'violation',
	overlooked: 'warning',
	open: 'quiet'
} as const;

function outcomeOf(violations: JudgedLine['violations']): keyof typeof LINE_TONES {
	if (violations === null) return 'open';
	if (violations.length === 0) return 'taken';
	return violations.some(({ isFatal }) => isFatal) ? 'failed' : 'overlooked';
}
