/** What a field of a head says, who sets it and who checks it, in words. */
import type { Text } from '#lib/i18n/text.ts';
import type { Field } from '#lib/protocol/field.ts';
import type { HeaderUse } from '#lib/protocol/handshake/headers.ts';
import type { HttpHead } from '#lib/protocol/http/http-head.ts';
import type { HeadBook } from './head-book.ts';

/** Null for a field that is not part of a header. */
export function headerMeaning(book: HeadBook, field: Field, head: HttpHead): string | null {
	const name = headerName(field, head);
	return name === null ? null : book.meaningOf(name);
}

/** What happens without this header; null for a field that is not part of a known one. */
export function withoutHeader(
	text: Text,
	book: HeadBook,
	field: Field,
	head: HttpHead
): string | null {
	const name = headerName(field, head);
	const without = name === null ? null : book.withoutOf(name);
	return without === null ? null : text.anatomy.head.without(without);
}

/** The name of the header that a field is part of, as sent; null for all else. */
export function headerName(field: Field, head: HttpHead): string | null {
	const index = /^header-(\d+)-/.exec(field.id)?.[1];
	return index === undefined ? null : (head.headers[Number(index)]?.name ?? null);
}

/** Who it is, in words. */
export function whoText(text: Text, who: HeaderUse['setBy'] | HeaderUse['checkedBy']): string {
	return text.anatomy.head.who[who];
}
