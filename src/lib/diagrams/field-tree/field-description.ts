/** What can be said of any field, of a frame or of a head. */
import type { Text } from '#lib/i18n/text.ts';
import type { Field } from '#lib/protocol/field.ts';
import { formatHex } from '#lib/protocol/hex.ts';
import { genericId, insideWords } from './field-name.ts';
import { formatCount } from './format.ts';

export interface FieldDescription {
	readonly name: string;
	readonly value: string;
	/** What this value says in this record. */
	readonly meaning: string;
	/** What the field is for, whatever its value. */
	readonly about: string;
}

/** Longest text value shown in a row or a readout, in characters. */
const LONGEST_VALUE = 240;

export function fieldValue(text: Text, { id, kind, value }: Field): string {
	if (value === null || value === undefined) return text.fields.meanings.absent;
	if (value instanceof Uint8Array) {
		if (kind === 'key') return formatHex(value);
		return text.fields.meanings.bytesCount(value.length, formatCount(value.length));
	}
	if (typeof value === 'string') return clip(value);
	if (id === 'opcode') return `0x${value.toString(16)}`;
	if (kind === 'length' || kind === 'extended') return formatCount(value);
	return String(value);
}

function clip(value: string): string {
	return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
}

/** What the field is for, whatever its value. */
export function about(text: Text, field: Field): string {
	const words: Readonly<Record<string, string>> = text.fields.about;
	const generic = genericId(field.id);
	return words[field.id] ?? words[generic] ?? insideWords(text)?.about[generic] ?? '';
}
