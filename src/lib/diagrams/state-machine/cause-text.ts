/** What caused a step, in words: with the status, the close code or the rule that its record holds. */
import type { PlacedTransition } from '#lib/capture/conversation-view.ts';
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { Text } from '#lib/i18n/text.ts';
import { violationsOf } from '../sequence/record-label.ts';

export function causeText(
	transition: PlacedTransition,
	records: readonly ConversationRecord[],
	text: Text
): string {
	const detail = detailOf(transition, records[transition.record], text);
	return text.states.causes[transition.cause](detail);
}

function detailOf(
	{ cause }: PlacedTransition,
	record: ConversationRecord | undefined,
	text: Text
): string {
	if (!record) return '';
	if (cause.startsWith('violation-') || cause === 'request-invalid') return ruleOf(record, text);
	if (record.kind === 'response') return String(record.head.status ?? '');
	if (record.kind === 'frame' && cause.startsWith('close-frame-')) {
		const code = record.frame.close?.code ?? null;
		return code === null ? text.states.noCode : String(code);
	}
	return '';
}

function ruleOf(record: ConversationRecord, text: Text): string {
	const code = violationsOf(record)[0]?.code;
	if (code === undefined) return '';
	const rules: Readonly<Record<string, { readonly short: string }>> = text.violations;
	return rules[code]?.short ?? code;
}
