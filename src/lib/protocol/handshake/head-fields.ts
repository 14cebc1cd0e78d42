/**
 * The fields of an HTTP head, for the same diagrams that show a frame's.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-2.1
 */
import type { Field, FieldKind } from '../field.ts';
import { headerUse, type FindHeaderUse } from './headers.ts';
import type { HttpHead } from '../http/http-head.ts';

/** A field of bytes `start` to `end` (exclusive); absent where there are none. */
function field(
	id: string,
	kind: FieldKind,
	{ text, start, end }: { text: string; start: number; end: number },
	section: string
): Field {
	if (end === start) return { id, kind, bitOffset: -1, bitLength: 0, value: null, section };
	return { id, kind, bitOffset: start * 8, bitLength: (end - start) * 8, value: text, section };
}

/** Name and value alternate in colour, as the parts of the start line do. */
function startLineFields(head: HttpHead): Field[] {
	if (head.kind === 'request') {
		const { method, target, version } = head.startLine;
		return [
			field('method', 'header-name', method, 'RFC 9112 3.1'),
			field('target', 'header-value', target, 'RFC 9112 3.2'),
			field('version', 'header-name', version, 'RFC 9112 2.3')
		];
	}
	const { version, status, reason } = head.startLine;
	const statusField = field('status', 'header-value', status, 'RFC 9112 4');
	return [
		field('version', 'header-name', version, 'RFC 9112 2.3'),
		head.status === null ? statusField : { ...statusField, value: head.status },
		field('reason', 'header-name', reason, 'RFC 9112 4')
	];
}

/**
 * Fields in wire order: `method target version` or `version status reason`, then `header-N-name`
 * and `header-N-value` for each header. Values are text; a status is a number.
 *
 * @param useOf knows the section that defines a header
 */
export function headFields(head: HttpHead, useOf: FindHeaderUse = headerUse): readonly Field[] {
	const fields = startLineFields(head);
	for (const [i, header] of head.headers.entries()) {
		const section = useOf(header.name, head.kind)?.section ?? 'RFC 9110 5';
		const { name, nameStart, nameEnd, value, valueStart, valueEnd } = header;
		const nameSpan = { text: name, start: nameStart, end: nameEnd };
		const valueSpan = { text: value, start: valueStart, end: valueEnd };
		fields.push(field(`header-${i}-name`, 'header-name', nameSpan, section));
		fields.push(field(`header-${i}-value`, 'header-value', valueSpan, section));
	}
	return fields;
}
