/**
 * The rows of the three views as columns of numbers: a recording of 100,000 frames has as many rows,
 * of which a screen shows two dozen. A row becomes an object when it is looked at.
 */
import { bisect } from './bisect.ts';
import type { ToldEvent } from './conversation.ts';
import type { ConversationRecord } from './conversation-record.ts';
import { NumberColumn } from './number-column.ts';
import type { PageApiEvent, ServerApiEvent } from './recording-event.ts';

/** What one side's code did or was told. */
export type Cell<Event> =
	| { readonly kind: 'told'; readonly event: Event; readonly eventIndex: number }
	/** The side's API never tells of such a thing, or hides it on purpose. */
	| { readonly kind: 'not-told' }
	/** Nothing (yet). */
	| { readonly kind: 'none' };

/** Immutable; replaced at its index when a cell is filled later. */
export interface ThreeViewsRow {
	readonly index: number;
	/** The first event of the recording that belongs to it; never decreases along the rows. */
	readonly eventIndex: number;
	readonly page: Cell<PageApiEvent>;
	/** Index of the record on the wire; null where nothing crossed it (yet). */
	readonly record: number | null;
	/** The event with which the record began; null with `record`. */
	readonly recordEvent: number | null;
	readonly server: Cell<ServerApiEvent>;
}

/** What a reader of rows needs; an array of rows is one. */
export interface RowList {
	readonly length: number;
	at(index: number): ThreeViewsRow | undefined;
	slice(start?: number, end?: number): readonly ThreeViewsRow[];
}

export type Side = 'page' | 'server';

/** In a cell's column stands the index of what was told, or one of these. */
const NONE = -1;
const NOT_TOLD = -2;
const EMPTY = { none: { kind: 'none' }, 'not-told': { kind: 'not-told' } } as const;

export class RowTable implements RowList {
	readonly #records: readonly ConversationRecord[];
	readonly #told: readonly ToldEvent[];
	readonly #events = new NumberColumn();
	readonly #record = new NumberColumn();
	readonly #cells = { page: new NumberColumn(), server: new NumberColumn() };
	/** Rows that were looked at, the same object until a cell is filled. */
	readonly #seen = new Map<number, ThreeViewsRow>();

	constructor(records: readonly ConversationRecord[], told: readonly ToldEvent[]) {
		this.#records = records;
		this.#told = told;
	}

	get length(): number {
		return this.#events.length;
	}

	at(index: number): ThreeViewsRow | undefined {
		if (index < 0 || index >= this.length) return undefined;
		let row = this.#seen.get(index);
		if (!row) this.#seen.set(index, (row = this.#make(index)));
		return row;
	}

	slice(start = 0, end = this.length): readonly ThreeViewsRow[] {
		const rows: ThreeViewsRow[] = [];
		for (let index = Math.max(start, 0); index < end; index += 1) {
			const row = this.at(index);
			if (row) rows.push(row);
		}
		return rows;
	}

	/** Number of rows that have begun at a cursor: O(log n). */
	countAt(cursor: number): number {
		return bisect(this.length, (index) => this.#events.at(index) >= cursor);
	}

	/** A row of nothing yet; returns its index. */
	add(eventIndex: number): number {
		const index = this.length;
		this.#events.push(eventIndex);
		this.#record.push(NONE);
		this.#cells.page.push(NONE);
		this.#cells.server.push(NONE);
		return index;
	}

	setRecord(row: number, record: number): void {
		this.#record.set(row, record);
		this.#seen.delete(row);
	}

	isTold(row: number, side: Side): boolean {
		return this.#cells[side].at(row) >= 0;
	}

	/** Whether a side is ever told of what the row is about; a cell that is told stays. */
	expect(row: number, side: Side, isExpected: boolean): void {
		if (this.isTold(row, side)) return;
		this.#cells[side].set(row, isExpected ? NONE : NOT_TOLD);
		this.#seen.delete(row);
	}

	/** @param told index of what the side was told */
	fill(row: number, side: Side, told: number): void {
		this.#cells[side].set(row, told);
		this.#seen.delete(row);
	}

	#make(index: number): ThreeViewsRow {
		const record = this.#record.at(index);
		return {
			index,
			eventIndex: this.#events.at(index),
			page: this.#cell<PageApiEvent>(this.#cells.page.at(index)),
			record: record < 0 ? null : record,
			recordEvent: this.#records[record]?.firstEvent ?? null,
			server: this.#cell<ServerApiEvent>(this.#cells.server.at(index))
		};
	}

	/** Only events of a side are ever filled into its column. */
	#cell<Event extends ToldEvent['event']>(value: number): Cell<Event> {
		const told = this.#told[value];
		if (!told) return value === NOT_TOLD ? EMPTY['not-told'] : EMPTY.none;
		return { kind: 'told', event: told.event as Event, eventIndex: told.eventIndex };
	}
}
