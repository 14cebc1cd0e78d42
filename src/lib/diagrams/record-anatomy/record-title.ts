/** What a record is called in the head of its anatomy. */
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { Text } from '#lib/i18n/text.ts';
import { opcodeText } from '../field-tree/opcode-text.ts';

export function recordTitle(text: Text, record: ConversationRecord): string {
	const titles = text.anatomy.title;
	if (record.kind !== 'frame') return titles[record.kind];
	const { frame } = record;
	const { name } = opcodeText(text, frame.opcode);
	const isFragment = !frame.isControl && (!frame.fin || frame.opcode === 0);
	const title = isFragment ? titles.fragment(name) : titles.frame(name);
	return title.charAt(0).toUpperCase() + title.slice(1);
}
