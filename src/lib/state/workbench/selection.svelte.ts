/**
 * The one selection: a record, a field of it and perhaps one bit, lit in every view at once.
 *
 * The record is the one at the cursor; a chosen field stays chosen while the cursor moves, so
 * that stepping through frames keeps the eye on, say, the masking key.
 */
import type { Selection } from '#lib/capture/selection.ts';

export interface SelectionCursor {
	/** Index of the record looked at; -1 when there is none. */
	readonly record: number;
	goToRecord(index: number): void;
}

export class SelectionState {
	readonly #cursor: SelectionCursor;
	#chosen = $state.raw<Selection | null>(null);

	constructor(cursor: SelectionCursor) {
		this.#cursor = cursor;
	}

	/** What is lit; null when no field is chosen or no record has begun. */
	get current(): Selection | null {
		const record = this.#cursor.record;
		if (this.#chosen === null || record < 0) return null;
		if (this.#chosen.record === record) return this.#chosen;
		// A bit belongs to its own record: another frame's bit 77 is another field.
		return { record, field: this.#chosen.field };
	}

	/** Chooses; the cursor goes to the selection's record unless it is there already. */
	select(selection: Selection | null): void {
		this.#chosen = selection;
		if (selection && selection.record !== this.#cursor.record) {
			this.#cursor.goToRecord(selection.record);
		}
	}

	/** Goes to a record and keeps the chosen field. */
	selectRecord(index: number): void {
		this.#cursor.goToRecord(index);
	}

	clear(): void {
		this.#chosen = null;
	}
}
