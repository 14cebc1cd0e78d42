/**
 * An event stream as it is looked at while it grows: each byte is read once, and lines keep their
 * places.
 */
import type { Field } from '#lib/protocol/field.ts';
import { eventStreamFields } from '#lib/protocol/event-stream/event-stream-fields.ts';
import type { EventStreamLine } from '#lib/protocol/event-stream/event-stream-line.ts';
import {
	EventStreamParser,
	type ServerSentEvent
} from '#lib/protocol/event-stream/event-stream-parser.ts';
import type { EventStreamViolation } from '#lib/protocol/event-stream/event-stream-rules.ts';

/** Lines that are taken apart; the rest is in the bytes. */
const MAX_LINES = 20_000;

export interface StreamReading {
	/** Grows in place; the line that is arriving is not among them. */
	readonly lines: readonly EventStreamLine[];
	readonly events: readonly ServerSentEvent[];
	/** Fields of the lines, in wire order. */
	readonly fields: readonly Field[];
	readonly violations: readonly EventStreamViolation[];
	/** The line that is arriving; null between lines. */
	readonly pending: EventStreamLine | null;
	/** There are more lines than are taken apart. */
	readonly isCut: boolean;
}

export class StreamReader {
	#parser = new EventStreamParser();
	#source: unknown = null;
	#length = 0;
	#lines: EventStreamLine[] = [];
	#events: ServerSentEvent[] = [];
	#fields: Field[] = [];
	#violations: EventStreamViolation[] = [];
	#isCut = false;

	/**
	 * @param content all of it so far: where it only grew, what was read is not read again
	 * @param source what the content is of: another one is read from its first byte
	 */
	read(content: Uint8Array, source: unknown): StreamReading {
		if (source !== this.#source || content.length < this.#length) this.#reset();
		this.#source = source;
		const { lines, events } = this.#parser.push(content.subarray(this.#length));
		this.#length = content.length;
		for (const line of lines) this.#add(line);
		const last = this.#lines.at(-1)?.index ?? -1;
		for (const event of events) if (event.lastLine <= last) this.#events.push(event);
		return {
			lines: this.#lines,
			events: this.#events,
			fields: this.#fields,
			violations: this.#violations,
			pending: this.#parser.pendingLine,
			isCut: this.#isCut
		};
	}

	#add(line: EventStreamLine): void {
		if (this.#lines.length >= MAX_LINES) {
			this.#isCut = true;
			return;
		}
		this.#lines.push(line);
		this.#fields.push(...eventStreamFields(line));
		this.#violations.push(...line.violations);
	}

	#reset(): void {
		this.#parser = new EventStreamParser();
		this.#length = 0;
		this.#lines = [];
		this.#events = [];
		this.#fields = [];
		this.#violations = [];
		this.#isCut = false;
	}
}

/** The event that a line belongs to, by bisection; null where the block dispatched none. */
export function eventOfLine(
	events: readonly ServerSentEvent[],
	line: number
): ServerSentEvent | null {
	let low = 0;
	let high = events.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((events[middle]?.lastLine ?? 0) < line) low = middle + 1;
		else high = middle;
	}
	const event = events[low];
	return event && event.firstLine <= line ? event : null;
}

/** The line that a field names (`line-12-value`); null where it names none. */
export function lineOfField(field: string | null | undefined): number | null {
	const index = /^line-(\d+)-/.exec(field ?? '')?.[1];
	return index === undefined ? null : Number(index);
}
