/** Names of fields, apart from all else that can be said of them: a page may need nothing more. */
import type { Text } from '#lib/i18n/text.ts';
import type { Field } from '#lib/protocol/field.ts';

/** A name from the dictionary. */
export function fieldName(text: Text, field: Field): string {
	const names: Readonly<Record<string, string>> = text.fields.names;
	return names[field.id] ?? names[genericId(field.id)] ?? field.id;
}

/** `header-3-value` is a `header-value`. */
export function genericId(id: string): string {
	return id.replace(/^header-\d+-/, 'header-');
}
