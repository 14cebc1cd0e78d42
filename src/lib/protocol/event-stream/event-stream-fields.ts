/**
 * The fields of an event stream, for the same diagrams that show a frame's and a head's.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
import type { Field } from '../field.ts';
import type { EventStreamLine } from './event-stream-line.ts';

const SECTION = 'WHATWG HTML 9.2.5';

/** `line-N-name` and `line-N-value` of a line, where it has them; N is its index. */
export function eventStreamFields(line: EventStreamLine): readonly Field[] {
	const { index, kind, name, value, start, nameEnd, valueStart, end } = line;
	const fields: Field[] = [];
	if (nameEnd > start) {
		fields.push(span(`line-${index}-name`, 'header-name', name, start, nameEnd));
	}
	if (end > valueStart) {
		const valueKind = kind === 'data' ? 'payload' : 'header-value';
		fields.push(span(`line-${index}-value`, valueKind, value, valueStart, end));
	}
	return fields;
}

function span(id: string, kind: Field['kind'], value: string, start: number, end: number): Field {
	return { id, kind, value, bitOffset: start * 8, bitLength: (end - start) * 8, section: SECTION };
}
