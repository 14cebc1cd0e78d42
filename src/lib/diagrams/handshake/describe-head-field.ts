/** A field of an HTTP head in words, apart from those of frames: it needs the table of headers. */
import type { Text } from '#lib/i18n/text.ts';
import type { Field } from '#lib/protocol/field.ts';
import type { HttpHead } from '#lib/protocol/http/http-head.ts';
import { about, fieldValue, type FieldDescription } from '../field-tree/field-description.ts';
import { fieldName } from '../field-tree/field-name.ts';
import type { HeadBook } from './head-book.ts';
import { headerMeaning, headerName, withoutHeader } from './header-meaning.ts';

/** Longest name, for headers that are named by the other side. */
const LONGEST_NAME = 60;

export function describeHeadField(
	text: Text,
	book: HeadBook,
	field: Field,
	head: HttpHead
): FieldDescription {
	const part = book.partOf(field.id) ?? about(text, field);
	return {
		name: nameIn(text, field, head),
		value: fieldValue(text, field),
		meaning: headerMeaning(book, field, head) ?? part,
		about: withoutHeader(text, book, field, head) ?? part
	};
}

/** A header's value goes by the header's own name. */
function nameIn(text: Text, field: Field, head: HttpHead): string {
	const name = field.id.endsWith('-value') ? headerName(field, head) : null;
	return name ? name.slice(0, LONGEST_NAME) : fieldName(text, field);
}
