/** Names of fields, apart from all else that can be said of them: a page may need nothing more. */
import type { Text } from '#lib/i18n/text.ts';
import type { Field } from '#lib/protocol/field.ts';

/** A name from the dictionary. */
export function fieldName(text: Text, field: Field): string {
	const generic = genericId(field.id);
	const names: Readonly<Record<string, string>> = text.fields.names;
	return names[field.id] ?? names[generic] ?? insideWords(text)?.names[generic] ?? field.id;
}

/** `header-3-value` is a `header-value`. */
export function genericId(id: string): string {
	return id.replace(/^(header|chunk|line|json|packet)-\d+-/, '$1-');
}

interface InsideWords {
	readonly names: Readonly<Record<string, string>>;
	readonly about: Readonly<Record<string, string>>;
}

/** Of what is inside bodies and messages: only pages that take those apart have loaded them. */
export function insideWords(text: Text): InsideWords | undefined {
	return text.transportsLab?.lane?.dissect;
}
