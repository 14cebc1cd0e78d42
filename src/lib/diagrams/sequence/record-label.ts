/** A record in words: what its row says, and its whole name for those who do not see the row. */
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { Text } from '#lib/i18n/text.ts';
import { CLOSE, CONTINUATION, OPCODES } from '#lib/protocol/frames/opcode.ts';
import type { Violation } from '#lib/protocol/violation.ts';
import { formatCount } from '../field-tree/format.ts';
import { exactText } from '../player/time-text.ts';
import { previewOf, visibleText, type Previewed } from './preview.ts';

type Words = Text['sequence'];

export type RecordNote = 'compressed' | 'unfinished' | 'fragment' | 'final';

export interface RecordLabel {
	/** In the field's words: an opcode's name, a method, a status. */
	readonly title: string;
	/** Plain text, bounded; quoted where it was carried as text. */
	readonly detail: string;
	readonly isQuoted: boolean;
	/** What is worth knowing besides; null: nothing. */
	readonly note: RecordNote | null;
	/** Bytes on the wire; empty for what has none. */
	readonly size: string;
}

const LONGEST_DETAIL = 120;

export function labelOf(record: ConversationRecord, words: Words): RecordLabel {
	const size = record.bytesLength > 0 ? words.bytes(formatCount(record.bytesLength)) : '';
	const plain = { title: kindTitle(record, words), detail: '', isQuoted: false, note: null, size };
	switch (record.kind) {
		case 'request':
			return { ...plain, title: bounded(record.head.method), detail: bounded(record.head.target) };
		case 'response':
			return {
				...plain,
				title: String(record.head.status ?? words.kinds.response),
				detail: bounded(record.head.reason)
			};
		case 'frame':
			return { ...plain, ...frameLabel(record, words) };
		case 'stopped':
			return { ...plain, detail: words.stopped[record.bound] };
		default:
			return record.isComplete ? plain : { ...plain, note: 'unfinished' };
	}
}

/** The row as one sentence: number, time, direction, what, size, faults, and where the cursor is. */
export function nameOf(
	record: ConversationRecord,
	at: 'past' | 'cursor' | 'partial' | 'future',
	words: Words,
	origin = 0,
	label = labelOf(record, words)
): string {
	const faults = violationsOf(record).length;
	const parts = [
		record.direction ? words.directions[record.direction] : '',
		label.title,
		label.isQuoted ? words.quoted(label.detail) : label.detail,
		label.note ? words[label.note] : '',
		label.size,
		faults > 0 ? words.violations(faults) : '',
		words.at[at]
	];
	const said = parts.filter((part) => part !== '').join(words.comma);
	return words.name(record.index, exactText(record.t - origin), said);
}

/** What the record breaks by itself. */
export function violationsOf(record: ConversationRecord): readonly Violation[] {
	if (record.kind === 'frame') return record.frame.violations;
	if (record.kind === 'request' || record.kind === 'response') {
		return record.verdict ? record.verdict.violations : record.head.violations;
	}
	return [];
}

function kindTitle(record: ConversationRecord, words: Words): string {
	return record.kind === 'frame' ? '' : words.kinds[record.kind];
}

/** Of a frame that stands in a record, or in a draft. */
export function frameLabel(
	record: Previewed,
	words: Words
): Pick<RecordLabel, 'title' | 'detail' | 'isQuoted' | 'note'> {
	const preview = previewOf(record);
	return {
		title: frameTitle(record, words),
		detail: preview?.text ?? '',
		isQuoted: preview?.form === 'text',
		note: frameNote(record)
	};
}

function frameTitle({ frame }: Previewed, words: Words): string {
	if (frame.opcode === CLOSE) {
		const code = frame.close?.code ?? null;
		return code === null ? `close (${words.noCode})` : `close ${code}`;
	}
	const name = OPCODES[frame.opcode]?.name ?? 'reserved';
	return name === 'reserved' ? `0x${frame.opcode.toString(16)} ${words.reserved}` : name;
}

function frameNote({ frame }: Previewed): RecordNote | null {
	if (!frame.isComplete) return 'unfinished';
	if (frame.isControl) return null;
	if (!frame.fin) return 'fragment';
	if (frame.opcode === CONTINUATION) return 'final';
	return frame.compressed ? 'compressed' : null;
}

function bounded(text: string): string {
	return visibleText(text.length > LONGEST_DETAIL ? `${text.slice(0, LONGEST_DETAIL)}…` : text);
}
