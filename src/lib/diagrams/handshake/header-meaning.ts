/**
 * What a header says, who sets it and who checks it, in words; by its name, which may be anything.
 */
import type { Text } from '#lib/i18n/text.ts';
import type { Field } from '#lib/protocol/field.ts';
import { headerInfo, type HeaderUse } from '#lib/protocol/headers.ts';
import type { HeaderLine, HttpHead } from '#lib/protocol/http-head.ts';
import { headerWords } from './header-words.ts';

/** The header that a field is part of; null for the start line and all else. */
export function headerOf(field: Field, head: HttpHead): HeaderLine | null {
	const index = /^header-(\d+)-/.exec(field.id)?.[1];
	return index === undefined ? null : (head.headers[Number(index)] ?? null);
}

/** Null for a field that is not part of a header. */
export function headerMeaning(text: Text, field: Field, head: HttpHead): string | null {
	const header = headerOf(field, head);
	return header ? meaningOf(text, header.name, head.kind) : null;
}

/** A header outside the table is passed on as it is. */
export function meaningOf(text: Text, name: string, kind: HttpHead['kind']): string {
	const info = headerInfo(name);
	return (info && headerWords(text, info.id, kind)) || text.anatomy.head.unknown;
}

export function headerUse(name: string, kind: HttpHead['kind']): HeaderUse | null {
	return headerInfo(name)?.[kind] ?? null;
}

/** Who it is, in words. */
export function whoText(text: Text, who: HeaderUse['setBy'] | HeaderUse['checkedBy']): string {
	return text.anatomy.head.who[who];
}
