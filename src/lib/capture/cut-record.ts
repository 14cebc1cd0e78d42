/**
 * A record as it stood before all of its bytes had come.
 */
import { FrameStream } from '#lib/protocol/frames/frame-stream.ts';
import { Frame } from '#lib/protocol/frames/frame.ts';
import { readHead } from '#lib/protocol/http/read-head.ts';
import type { ConversationRecord } from './conversation-record.ts';
import { CutFrameRecord } from './frame-record.ts';

/** Bytes of the longest header (§5.2): 2, an extended length of 8, a masking key of 4. */
const LONGEST_HEADER = 14;

export interface Cut {
	/** Bytes of the record that had come; at least 1, less than all. */
	readonly bytesLength: number;
	/** When the last of them came, and with which event. */
	readonly tEnd: number;
	readonly lastEvent: number;
}

export function cutRecord(record: ConversationRecord, cut: Cut): ConversationRecord {
	const { bytesLength } = cut;
	const common = { ...cut, isComplete: false };
	if (record.kind === 'frame') {
		const { index, offset, t, firstEvent } = record;
		const frame = cutFrame(record.frame, bytesLength);
		const last = { t: cut.tEnd, eventIndex: cut.lastEvent };
		return new CutFrameRecord({ index, t, firstEvent }, offset, frame, null, last);
	}
	if (record.kind === 'request') {
		const head = readHead('request', record.head.bytes.subarray(0, bytesLength));
		return head.kind === 'request' ? { ...record, ...common, head, verdict: null } : record;
	}
	if (record.kind === 'response') {
		const head = readHead('response', record.head.bytes.subarray(0, bytesLength));
		return head.kind === 'response' ? { ...record, ...common, head, verdict: null } : record;
	}
	if (record.kind === 'body' || record.kind === 'stray') {
		const isComplete = record.kind === 'stray';
		return { ...record, ...common, isComplete, bytes: record.bytes.subarray(0, bytesLength) };
	}
	return record;
}

/** Violations stand on bits: those beyond the cut had not been seen. */
function cutFrame(frame: Frame, bytesLength: number): Frame {
	const bytes = frame.bytes.subarray(0, bytesLength);
	const header = new FrameStream({ direction: frame.direction });
	header.push(bytes.subarray(0, LONGEST_HEADER));
	const pending = header.pending;
	const seen = frame.violations.filter(
		({ bitOffset, bitLength }) => bitOffset + bitLength <= bytesLength * 8
	);
	return new Frame(
		frame.direction,
		bytes,
		0,
		bytesLength,
		pending?.headerLength ?? frame.headerLength,
		pending?.payloadLength ?? frame.payloadLength,
		false,
		frame.compressed,
		seen
	);
}
