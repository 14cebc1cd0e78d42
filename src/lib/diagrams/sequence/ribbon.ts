/**
 * The ribbon: a record at a glance on its arrow, one segment a field, as wide as its bytes.
 *
 * It shows without a word that servers do not mask, and how little a header weighs.
 */
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { FieldKind } from '#lib/protocol/field.ts';
import type { Frame } from '#lib/protocol/frames/frame.ts';
import type { HttpHead } from '#lib/protocol/http/http-head.ts';

export interface Segment {
	readonly kind: FieldKind;
	/** Fields whose bits stand in it; the first is what a click chooses. */
	readonly fields: readonly string[];
	/** Width in bytes as drawn, 4 px each. */
	readonly width: number;
	/** Drawn shorter than its bytes ask for. */
	readonly isCut?: boolean;
}

/** A payload to this length is drawn byte by byte; longer ones grow by the logarithm. */
const LONGEST_EXACT = 16;
const LONGEST = 22;
/** All of an HTTP head, whatever its length. */
const HEAD_WIDTH = 24;
const MOST_HEAD_SEGMENTS = 32;

export function ribbonOf(record: ConversationRecord): readonly Segment[] {
	if (record.kind === 'frame') return frameRibbon(record.frame);
	if (record.kind === 'request' || record.kind === 'response') return headRibbon(record.head);
	return [];
}

/** Of a frame that no recording holds, such as a draft. */
export function frameRibbon(frame: Frame): readonly Segment[] {
	const available = frame.bytes.length;
	const extended = Math.min(EXTENDED_BYTES[frame.lengthForm], Math.max(0, available - 2));
	const segments: Segment[] = [
		{ kind: 'opcode', fields: ['opcode', 'fin', 'rsv1', 'rsv2', 'rsv3'], width: 1 }
	];
	if (available > 1)
		segments.push({ kind: 'length', fields: ['payload-length', 'mask'], width: 1 });
	if (extended > 0) {
		segments.push({ kind: 'extended', fields: ['extended-payload-length'], width: extended });
	}
	if (frame.maskingKey) segments.push({ kind: 'key', fields: ['masking-key'], width: 4 });
	const { length } = frame.payload;
	if (length > 0)
		segments.push({ kind: 'payload', fields: PAYLOAD_FIELDS, ...payloadWidth(length) });
	return segments;
}

const EXTENDED_BYTES = { 7: 0, 16: 2, 64: 8 } as const;
const PAYLOAD_FIELDS = ['payload', 'unmasked-text', 'close-code', 'close-reason'];

function payloadWidth(length: number): { width: number; isCut?: boolean } {
	if (length <= LONGEST_EXACT) return { width: length };
	return {
		width: Math.min(LONGEST, LONGEST_EXACT + Math.log2(length / LONGEST_EXACT)),
		isCut: true
	};
}

function headRibbon(head: HttpHead): readonly Segment[] {
	const first = head.headers[0]?.lineStart ?? head.bytes.length;
	const scale = HEAD_WIDTH / Math.max(head.bytes.length, 1);
	const startFields =
		head.kind === 'request' ? ['target', 'method', 'version'] : ['status', 'version', 'reason'];
	const segments: Segment[] = [{ kind: 'header-value', fields: startFields, width: first * scale }];
	for (const [n, line] of head.headers.entries()) {
		if (segments.length + 2 > MOST_HEAD_SEGMENTS) break;
		const name = (line.valueStart - line.lineStart) * scale;
		const value = (line.lineEnd - line.valueStart) * scale;
		segments.push({ kind: 'header-name', fields: [`header-${n}-name`], width: name });
		segments.push({ kind: 'header-value', fields: [`header-${n}-value`], width: value });
	}
	return segments;
}
