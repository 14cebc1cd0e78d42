/**
 * One line of an event stream: a comment, a field, or the blank line that ends an event.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
import { findInvalidUtf8 } from '../frames/utf8.ts';
import { eventStreamViolation, type EventStreamViolation } from './event-stream-rules.ts';

const COLON = 0x3a;
const SPACE = 0x20;
const KNOWN = ['data', 'event', 'id', 'retry'] as const;

export type EventStreamLineKind =
	| 'blank'
	| 'comment'
	| (typeof KNOWN)[number]
	/** A field that the standard does not know: ignored. */
	| 'unknown'
	/** Longer than our bound: only its first bytes were looked at, and it is ignored. */
	| 'too-long';

export interface EventStreamLine {
	/** Position in the stream, from 0. */
	readonly index: number;
	readonly kind: EventStreamLineKind;
	/** As sent; empty for a comment and a blank line. */
	readonly name: string;
	/** Without the one space after the colon; of a comment, what stands behind the colon. */
	readonly value: string;
	/** Bytes of the stream before the line; the byte order mark at its very start is passed over. */
	readonly start: number;
	/** Behind its last byte; the line end (LF, CR or CRLF) follows. */
	readonly end: number;
	readonly nameEnd: number;
	readonly valueStart: number;
	/** What was passed over or repaired. */
	readonly violations: readonly EventStreamViolation[];
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads a line without its end. `bytes` may be fewer than it had: then it is too long. */
export function readEventStreamLine(
	bytes: Uint8Array,
	{ index, start, end }: { index: number; start: number; end: number }
): EventStreamLine {
	const violations: EventStreamViolation[] = [];
	const common = { index, start, end, violations };
	if (bytes.length < end - start) {
		violations.push(eventStreamViolation('line-too-long', start + bytes.length, end));
		const span = { name: '', nameEnd: start, valueStart: start };
		return { ...common, ...span, kind: 'too-long', value: decoder.decode(bytes) };
	}
	const bad = findInvalidUtf8(bytes);
	if (bad >= 0) {
		const at = Math.min(bad, bytes.length - 1);
		violations.push(eventStreamViolation('stream-invalid-utf8', start + at, start + at + 1));
	}
	const colon = bytes.indexOf(COLON);
	const nameLength = colon < 0 ? bytes.length : colon;
	const valueAt = colon < 0 ? bytes.length : colon + (bytes[colon + 1] === SPACE ? 2 : 1);
	const name = decoder.decode(bytes.subarray(0, nameLength));
	const value = decoder.decode(bytes.subarray(valueAt));
	const kind = kindOf(bytes.length, colon, name);
	const span = { name, nameEnd: start + nameLength, valueStart: start + valueAt };
	const line = { ...common, ...span, kind, value };
	checkField(line, violations);
	return line;
}

function kindOf(length: number, colon: number, name: string): EventStreamLineKind {
	if (length === 0) return 'blank';
	if (colon === 0) return 'comment';
	return KNOWN.find((known) => known === name) ?? 'unknown';
}

function checkField(
	{ kind, value, start, nameEnd, valueStart, end }: EventStreamLine,
	violations: EventStreamViolation[]
): void {
	if (kind === 'unknown') violations.push(eventStreamViolation('field-unknown', start, nameEnd));
	else if (kind === 'id' && value.includes('\0')) {
		violations.push(eventStreamViolation('id-with-nul', valueStart, end));
	} else if (kind === 'retry' && !/^[0-9]+$/.test(value)) {
		const from = valueStart === end ? start : valueStart;
		violations.push(eventStreamViolation('retry-not-digits', from, end));
	}
}

/** Whether the standard takes the line for what it says. */
export function isLineIgnored({ kind, violations }: EventStreamLine): boolean {
	if (kind === 'unknown' || kind === 'too-long') return true;
	return violations.some(({ code }) => code === 'id-with-nul' || code === 'retry-not-digits');
}
