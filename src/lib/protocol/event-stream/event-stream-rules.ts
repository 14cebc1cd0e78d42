/**
 * What a reader of an event stream passes over or repairs, as data.
 *
 * Nothing here ends the stream: the standard ignores what it does not know. The last two are our
 * own bounds, not the standard's.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
import type { Rule, Violation } from '../violation.ts';

const PARSING = 'WHATWG HTML 9.2.5';
const INTERPRETING = 'WHATWG HTML 9.2.6';

export const EVENT_STREAM_RULES = {
	/** Replaced by U+FFFD. */
	'stream-invalid-utf8': { section: PARSING, closeCode: null },
	'field-unknown': { section: INTERPRETING, closeCode: null },
	/** The whole field is ignored, and the last event id stays what it was. */
	'id-with-nul': { section: INTERPRETING, closeCode: null },
	'retry-not-digits': { section: INTERPRETING, closeCode: null },
	/** A blank line ended a block with an event type, but without data: nothing is dispatched. */
	'event-without-data': { section: INTERPRETING, closeCode: null },
	/** The stream ended before the blank line: what was begun is discarded. */
	'event-unfinished': { section: PARSING, closeCode: null },
	'line-too-long': { section: PARSING, closeCode: null },
	'event-too-large': { section: INTERPRETING, closeCode: null }
} as const satisfies Record<string, Rule>;

export type EventStreamRuleCode = keyof typeof EVENT_STREAM_RULES;
export type EventStreamViolation = Violation<EventStreamRuleCode>;

/** At bytes `start` to `end` (exclusive) of the stream; bits are counted from its first bit. */
export function eventStreamViolation(
	code: EventStreamRuleCode,
	start: number,
	end: number
): EventStreamViolation {
	const { section, closeCode } = EVENT_STREAM_RULES[code];
	return { code, section, closeCode, bitOffset: start * 8, bitLength: (end - start) * 8 };
}
