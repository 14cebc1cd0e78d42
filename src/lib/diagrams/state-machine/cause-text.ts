/** What caused a step, in words: with the status, the close code or the rule that its record holds. */
import type { PlacedTransition } from '#lib/capture/conversation-view.ts';
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { Text } from '#lib/i18n/text.ts';
import type { StateCause } from '#lib/protocol/frames/connection-state.ts';
import { CLOSE } from '#lib/protocol/frames/opcode.ts';
import { violationsOf } from '../sequence/record-label.ts';
import { violationText } from '../violation/violation-text.ts';

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
	if (cause === 'violation-received' || cause === 'request-invalid') return ruleOf(record, text);
	if (record.kind === 'response')
		return statusOf(record.head.status, cause) || ruleOf(record, text);
	if (record.kind === 'frame' && HAS_CLOSE_CODE.has(cause)) {
		if (record.frame.opcode !== CLOSE) return '';
		const code = record.frame.close?.code ?? null;
		return code === null ? text.states.noCode : String(code);
	}
	return '';
}

const HAS_CLOSE_CODE: ReadonlySet<StateCause> = new Set([
	'close-frame-sent',
	'close-frame-received',
	'close-frame-answered',
	'violation-answered'
]);

/** A 101 is refused for something other than its status. */
function statusOf(status: number | null, cause: StateCause): string {
	const isBeside = cause === 'response-refused' && status === 101;
	return status === null || isBeside ? '' : String(status);
}

function ruleOf(record: ConversationRecord, text: Text): string {
	const broken = violationsOf(record);
	const rule = broken.find((each) => !('isFatal' in each) || each.isFatal) ?? broken[0];
	return rule ? violationText(text, rule.code).short : '';
}
