/** The one selection: a field (and perhaps one bit) of one record, lit in every view. */
export interface Selection {
	/** Index of the record in the conversation. */
	readonly record: number;
	/** Identity of the field inside the record. */
	readonly field: string;
	/** One bit of it, counted from the record's first bit, where a bit was chosen. */
	readonly bit?: number;
}
