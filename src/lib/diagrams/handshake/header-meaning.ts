/**
 * What a header says, who sets it and who checks it, in words; by its name, which may be anything.
 */
import type { Text } from '#lib/i18n/text.ts';
import type { Field } from '#lib/protocol/field.ts';
import { headerInfo, type HeaderUse } from '#lib/protocol/handshake/headers.ts';
import type { HttpHead } from '#lib/protocol/http/http-head.ts';
import { headerWords } from './header-words.ts';

/** Null for a field that is not part of a header. */
export function headerMeaning(text: Text, field: Field, head: HttpHead): string | null {
	const name = headerName(field, head);
	return name === null ? null : meaningOf(text, name);
}

/** What happens without this header; null for a field that is not part of a known one. */
export function withoutHeader(text: Text, field: Field, head: HttpHead): string | null {
	const name = headerName(field, head);
	const info = name === null ? null : headerInfo(name);
	const words = info && headerWords(text, info.id);
	return words ? text.anatomy.head.without(words.without) : null;
}

/** The name of the header that a field is part of, as sent; null for all else. */
export function headerName(field: Field, head: HttpHead): string | null {
	const index = /^header-(\d+)-/.exec(field.id)?.[1];
	return index === undefined ? null : (head.headers[Number(index)]?.name ?? null);
}

/** A header outside the table is passed on as it is. */
export function meaningOf(text: Text, name: string): string {
	const info = headerInfo(name);
	return (info && headerWords(text, info.id)?.meaning) || text.anatomy.head.unknown;
}

/** Who it is, in words. */
export function whoText(text: Text, who: HeaderUse['setBy'] | HeaderUse['checkedBy']): string {
	return text.anatomy.head.who[who];
}
