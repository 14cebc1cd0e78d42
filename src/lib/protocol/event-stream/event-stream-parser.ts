/**
 * text/event-stream from bytes that arrive in any cuts: the lines, with the bytes they lie at, and
 * the events that blank lines dispatch. Never throws on bytes; holds at most one line and one event.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
import { isLineIgnored, readEventStreamLine, type EventStreamLine } from './event-stream-line.ts';
import { eventStreamViolation, type EventStreamViolation } from './event-stream-rules.ts';
import { LineBytes } from './line-bytes.ts';

const CR = 0x0d;
const LF = 0x0a;
const MEBIBYTE = 2 ** 20;

export interface ServerSentEvent {
	/** Position among the dispatched events, from 0. */
	readonly index: number;
	/** `message` where the stream names none. */
	readonly type: string;
	/** The values of its data lines, joined by LF. */
	readonly data: string;
	/** What `Last-Event-ID` would say after it. */
	readonly lastEventId: string;
	/** Its first line; comments before it count as its own. */
	readonly firstLine: number;
	/** The blank line that dispatched it. */
	readonly lastLine: number;
	/** Bytes of the stream before its first line. */
	readonly start: number;
	/** Where the blank line stands, which is as long as its line end. */
	readonly end: number;
}

export interface EventStreamOutput {
	/** Whole lines, in order. */
	readonly lines: readonly EventStreamLine[];
	readonly events: readonly ServerSentEvent[];
}

export interface EventStreamOptions {
	/** Bytes of one line. Default 1 MiB; a longer line is ignored. */
	readonly maxLineBytes?: number;
	/** UTF-16 units of one event's data. Default 4 Mi; an event with more is not dispatched. */
	readonly maxEventLength?: number;
}

export class EventStreamParser {
	readonly #maxEventLength: number;
	readonly #held: LineBytes;
	/** Bytes pushed so far. */
	#offset = 0;
	#lineStart = 0;
	#lineCount = 0;
	#eventCount = 0;
	/** The last byte was a CR: an LF now belongs to it. */
	#isAfterCr = false;
	#data: string[] = [];
	#dataLength = 0;
	#type = '';
	#id = '';
	#lastEventId = '';
	#retry: number | null = null;
	#firstLine = -1;
	#eventStart = 0;
	#isTooLarge = false;

	/** @throws RangeError when a bound is not a positive integer */
	constructor({ maxLineBytes = MEBIBYTE, maxEventLength = 4 * MEBIBYTE }: EventStreamOptions = {}) {
		checkBound('maxLineBytes', maxLineBytes);
		checkBound('maxEventLength', maxEventLength);
		this.#maxEventLength = maxEventLength;
		this.#held = new LineBytes(maxLineBytes);
	}

	/** The id that a client names when it connects again: of the last blank line. */
	get lastEventId(): string {
		return this.#lastEventId;
	}

	/** Milliseconds to wait before connecting again, as the stream last said; null: it did not. */
	get retry(): number | null {
		return this.#retry;
	}

	/** The line that is arriving, as far as it has come; null between lines. */
	get pendingLine(): EventStreamLine | null {
		return this.#held.length === 0 ? null : this.#line();
	}

	/** Takes the next bytes of the stream. */
	push(bytes: Uint8Array): EventStreamOutput {
		const lines: EventStreamLine[] = [];
		const events: ServerSentEvent[] = [];
		let from = 0;
		if (this.#isAfterCr && bytes.length > 0) {
			this.#isAfterCr = false;
			if (bytes[0] === LF) this.#lineStart = this.#offset + ++from;
		}
		for (let at = from; at < bytes.length; at++) {
			if (bytes[at] !== LF && bytes[at] !== CR) continue;
			this.#held.push(bytes.subarray(from, at));
			const line = this.#interpret(this.#line(), events);
			lines.push(line);
			this.#held.clear();
			if (bytes[at] === CR) {
				if (bytes[at + 1] === LF) at++;
				else this.#isAfterCr = at + 1 === bytes.length;
			}
			from = at + 1;
			this.#lineStart = this.#offset + from;
		}
		this.#held.push(bytes.subarray(from));
		this.#held.settle();
		this.#offset += bytes.length;
		return { lines, events };
	}

	/** What is discarded if the stream ends here; null: nothing. */
	end(): EventStreamViolation | null {
		if (this.#firstLine < 0 && this.#held.length === 0) return null;
		const start = this.#firstLine < 0 ? this.#lineStart : this.#eventStart;
		return eventStreamViolation('event-unfinished', start, this.#offset);
	}

	#line(): EventStreamLine {
		const { bytes, length } = this.#held;
		const hasBom = this.#lineStart === 0 && startsWithBom(bytes);
		const start = this.#lineStart + (hasBom ? 3 : 0);
		const place = { index: this.#lineCount, start, end: this.#lineStart + length };
		return readEventStreamLine(hasBom ? bytes.subarray(3) : bytes, place);
	}

	#interpret(line: EventStreamLine, events: ServerSentEvent[]): EventStreamLine {
		this.#lineCount += 1;
		if (line.kind === 'blank') return this.#dispatch(line, events);
		if (this.#firstLine < 0) {
			this.#firstLine = line.index;
			this.#eventStart = line.start;
		}
		if (isLineIgnored(line)) return line;
		if (line.kind === 'event') this.#type = line.value;
		else if (line.kind === 'id') this.#id = line.value;
		else if (line.kind === 'retry') this.#retry = Number(line.value);
		else if (line.kind === 'data') return this.#append(line);
		return line;
	}

	#append(line: EventStreamLine): EventStreamLine {
		const length = this.#dataLength + line.value.length + 1;
		if (length <= this.#maxEventLength + 1 && !this.#isTooLarge) {
			this.#data.push(line.value);
			this.#dataLength = length;
			return line;
		}
		this.#isTooLarge = true;
		this.#data = [];
		const violation = eventStreamViolation('event-too-large', line.start, line.end);
		return { ...line, violations: [...line.violations, violation] };
	}

	#dispatch(line: EventStreamLine, events: ServerSentEvent[]): EventStreamLine {
		this.#lastEventId = this.#id;
		const hasData = this.#data.length > 0;
		const isWithoutData = !hasData && this.#type !== '' && !this.#isTooLarge;
		if (hasData) {
			events.push({
				index: this.#eventCount++,
				type: this.#type === '' ? 'message' : this.#type,
				data: this.#data.join('\n'),
				lastEventId: this.#lastEventId,
				firstLine: this.#firstLine,
				lastLine: line.index,
				start: this.#eventStart,
				end: line.end
			});
		}
		const start = this.#eventStart;
		this.#reset();
		if (!isWithoutData) return line;
		const violation = eventStreamViolation('event-without-data', start, line.end);
		return { ...line, violations: [...line.violations, violation] };
	}

	#reset(): void {
		this.#data = [];
		this.#dataLength = 0;
		this.#type = '';
		this.#firstLine = -1;
		this.#isTooLarge = false;
	}
}

function startsWithBom(bytes: Uint8Array): boolean {
	return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function checkBound(name: string, value: number): void {
	if (Number.isSafeInteger(value) && value > 0) return;
	throw new RangeError(`${name}: ${value} is not a positive integer`);
}
