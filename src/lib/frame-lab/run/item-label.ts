/** An item of a run in words: what its row says. */
import { formatCount } from '#lib/diagrams/field-tree/format.ts';
import { frameLabel } from '#lib/diagrams/sequence/record-label.ts';
import type { Text } from '#lib/i18n/text.ts';
import type { RunItem } from '#lib/runs/run.ts';
import type { ItemReading } from './read-items.ts';

export interface ItemLabel {
	readonly title: string;
	/** Plain text, bounded; quoted where it would be sent as text. */
	readonly detail: string;
	/** Bytes, or milliseconds; empty for what has neither. */
	readonly size: string;
}

/** @param reading undefined: no frame begins in the item */
export function labelItem(item: RunItem, reading: ItemReading | undefined, text: Text): ItemLabel {
	const words = text.frameLab.runs.items;
	if (item.kind === 'pause') {
		return { title: words.pause, detail: '', size: `${formatCount(item.ms)} ms` };
	}
	if (item.kind === 'end') return { title: words[item.how], detail: '', size: '' };
	const size = text.sequence.bytes(formatCount(item.bytes.length));
	if (item.bytes.length === 0) return { title: words.noBytes, detail: '', size };
	if (!reading?.frame) return { title: words.unread, detail: '', size };
	const { title, detail, isQuoted, note } = frameLabel(
		{ frame: reading.frame, message: null },
		text.sequence
	);
	const shown = isQuoted ? text.sequence.quoted(detail) : detail;
	const remark = note ? text.sequence.short[note] : '';
	return { title: [title, remark].filter(Boolean).join(' '), detail: shown, size };
}
