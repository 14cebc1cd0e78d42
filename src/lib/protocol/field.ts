/**
 * A field: a named run of bits with a value and the section that defines it.
 *
 * Frames and HTTP heads are both lists of fields; the decoder, every diagram and the reference
 * read the same table, so that one selection can be shown everywhere.
 */

/** Kinds of field: one colour each, the same on every screen. */
export type FieldKind =
	| 'fin'
	| 'rsv'
	| 'opcode'
	| 'mask'
	| 'length'
	| 'extended'
	| 'key'
	| 'payload'
	| 'header-name'
	| 'header-value';

export interface Field {
	/** Identity inside its record, such as `fin`, `masking-key`, `header-3-value`. */
	readonly id: string;
	readonly kind: FieldKind;
	/** From the first bit of the record; -1 for a field that is absent or derived. */
	readonly bitOffset: number;
	/** 0 for a field that is absent or derived. */
	readonly bitLength: number;
	/** A number where it fits, else bigint; bytes for keys and payloads; text for HTTP. */
	readonly value: number | bigint | string | Uint8Array | null;
	/** Section of RFC 6455, or another RFC's name and section. */
	readonly section: string;
	/** A field whose bits are not on the wire, such as the unmasked text. */
	readonly isDerived?: boolean;
	/** Nested under the field with this id (close code and reason under the payload). */
	readonly parent?: string;
}
