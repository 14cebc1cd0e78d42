/**
 * Three views of one event, aligned by cause: what the page was told, what crossed the wire, what
 * the server's code was told.
 */
import type { Conversation } from './conversation.ts';
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

export class ThreeViews {
	readonly #conversation: Conversation;
	readonly #rows: ThreeViewsRow[] = [];

	constructor(conversation: Conversation) {
		this.#conversation = conversation;
	}

	get conversation(): Conversation {
		return this.#conversation;
	}

	/** Append-only, but a row is replaced when one of its cells is filled. */
	get rows(): readonly ThreeViewsRow[] {
		return this.#rows;
	}

	/** Brings the rows up to what the conversation has folded; costs only what is new. */
	update(): void {}

	/** Number of rows that have begun at a cursor: O(log n). */
	countAt(_cursor: number): number {
		return this.#rows.length;
	}
}

/** A row as it stood at a cursor: what came later is not there. */
export function rowAt(row: ThreeViewsRow, cursor: number): ThreeViewsRow {
	const cut = <Event>(cell: Cell<Event>): Cell<Event> =>
		cell.kind === 'told' && cell.eventIndex >= cursor ? { kind: 'none' } : cell;
	const hasRecord = row.recordEvent !== null && row.recordEvent < cursor;
	return {
		...row,
		page: cut(row.page),
		server: cut(row.server),
		record: hasRecord ? row.record : null,
		recordEvent: hasRecord ? row.recordEvent : null
	};
}
