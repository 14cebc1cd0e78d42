/**
 * What was due beside what really crossed, and why they part. An explanation follows from what was
 * offered and answered, never from the name of a preset.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7692#section-5.1
 */
import { parseExtensions } from '#lib/protocol/handshake/extension.ts';
import { compareHandshake, type ExplanationId } from '../verdict/agreement.ts';
import { explainRefusal, type NegotiationExplanation } from './explain-negotiation.ts';
import type { NegotiationDraft } from './negotiation-draft.ts';
import { answerDue, type NegotiationDue } from './negotiation-due.ts';
import type { NegotiationFound } from './negotiation-found.ts';

/** `open`: one of both is not known yet; `left`: the RFCs leave it open. */
export type Mark = 'same' | 'different' | 'open' | 'left';

export type RowId =
	| 'constructor'
	| 'status'
	| 'protocol'
	| 'extensions'
	| 'page'
	| 'page-protocol'
	| 'page-extensions';

/** Null: none; undefined: not known. */
export type RowValue = string | null | undefined;

export interface ComparedRow {
	readonly id: RowId;
	readonly due: RowValue;
	readonly found: RowValue;
	readonly mark: Mark;
}

export interface NegotiationComparison {
	readonly rows: readonly ComparedRow[];
	/** Why they part, by the server's ways. */
	readonly explanations: readonly NegotiationExplanation[];
	/** The same of the browser's: words of `handshakeLab.verdicts.explanations`. */
	readonly ofPage: readonly ExplanationId[];
}

/** What the page's constructor threw; null: it did not. */
export type Thrown = string | null;

export const SYNTAX_ERROR = 'SyntaxError';

/** @param due of the captured request, where there is one */
export function compareNegotiation(
	draft: NegotiationDraft,
	due: NegotiationDue,
	found: NegotiationFound,
	thrown: Thrown
): NegotiationComparison {
	const rows: ComparedRow[] = [];
	if (draft.way !== 'raw') rows.push(constructorRow(due.throws, thrown));
	if (due.throws || thrown !== null) return { rows, explanations: [], ofPage: [] };
	const explanations: NegotiationExplanation[] = [];
	if (draft.way !== 'own') {
		const answered = answerRows(due, found);
		rows.push(...answered);
		if (answered.some(({ mark }) => mark === 'different')) {
			explanations.push(explainRefusal(draft, due, found));
		}
	}
	const page = pageRows(found);
	return { rows: [...rows, ...page.rows], explanations, ofPage: page.explanations };
}

function constructorRow(throws: boolean, thrown: Thrown): ComparedRow {
	const due = throws ? SYNTAX_ERROR : null;
	return { id: 'constructor', due, found: thrown, mark: due === thrown ? 'same' : 'different' };
}

function answerRows(due: NegotiationDue, found: NegotiationFound): ComparedRow[] {
	const isKnown = found.response !== null;
	const answer = answerDue(due);
	const status = isKnown ? String(found.status) : undefined;
	const listed = (values: readonly string[]) => (isKnown ? values.join(', ') || null : undefined);
	return [
		row('status', String(due.status), status, (a, b) => a === b),
		row('protocol', answer.protocol, listed(found.protocols), (a, b) => a === b),
		row('extensions', answer.extensions, listed(found.extensions), sameExtensions)
	];
}

function row(
	id: RowId,
	due: RowValue,
	found: RowValue,
	isSame: (due: string | null, found: string | null) => boolean
): ComparedRow {
	const isOpen = due === undefined || found === undefined;
	return { id, due, found, mark: isOpen ? 'open' : isSame(due, found) ? 'same' : 'different' };
}

/** The same extensions with the same parameters, however they are spaced and ordered. */
export function sameExtensions(one: string | null, other: string | null): boolean {
	return one === other || normal(one) === normal(other);
}

function normal(text: string | null): string {
	if (text === null || text === '') return '';
	const { extensions } = parseExtensions(text);
	return extensions
		.map(({ name, parameters }) =>
			[name, ...parameters.map((each) => `${each.name}=${each.value ?? ''}`).sort()].join(';')
		)
		.join(',');
}

const MARKS = { agree: 'same', disagree: 'different', open: 'left', none: 'open' } as const;

/** A strict client's reading of the answer beside what this browser told its page. */
function pageRows({ page, strict }: NegotiationFound): {
	readonly rows: readonly ComparedRow[];
	readonly explanations: readonly ExplanationId[];
} {
	if (!page) return { rows: [], explanations: [] };
	const { kind, explanations } = compareHandshake(strict, page, 'server');
	const isKnown = page.kind === 'opened' || page.kind === 'failed';
	const due = strict ? (strict.isAccepted ? 'opened' : 'failed') : undefined;
	const rows: ComparedRow[] = [
		{ id: 'page', due, found: isKnown ? page.kind : undefined, mark: MARKS[kind] }
	];
	if (page.kind === 'opened' && strict) {
		const inUse = page.head && strict.extensions.length > 0 ? listOf(strict.extensions) : null;
		rows.push(
			row('page-protocol', strict.protocol, page.protocol || null, (a, b) => a === b),
			row('page-extensions', inUse, page.extensions || null, sameExtensions)
		);
	}
	return { rows, explanations };
}

function listOf(extensions: ReturnType<typeof parseExtensions>['extensions']): string {
	return extensions
		.map(({ name, parameters }) =>
			[
				name,
				...parameters.map((each) =>
					each.value === null ? each.name : `${each.name}=${each.value}`
				)
			].join('; ')
		)
		.join(', ');
}
