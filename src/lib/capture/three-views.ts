/**
 * Three views of one event, aligned by cause: what the page was told, what crossed the wire, what
 * the server's code was told.
 *
 * The n-th call to send made the n-th data message of its direction; the n-th message told was the
 * n-th data message. What a side is never told of stands there as "not told".
 */
import type { Conversation, ToldEvent } from './conversation.ts';
import { bisect } from './bisect.ts';
import type { PageApiEvent, ServerApiEvent } from './recording-event.ts';
import { hooksOf, hookOfTold, isOptional, type Hook, type Hooks } from './three-views-hooks.ts';

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

const NONE = { kind: 'none' } as const;
const NOT_TOLD = { kind: 'not-told' } as const;

/** Rows that wait for their other half: records for what was told, or what was told for records. */
interface Queue {
	readonly records: number[];
	readonly told: number[];
	recordsTaken: number;
	toldTaken: number;
}

export class ThreeViews {
	readonly #conversation: Conversation;
	readonly #rows: ThreeViewsRow[] = [];
	/** Row of each record. */
	readonly #rowOfRecord: number[] = [];
	readonly #queues = new Map<Hook, Queue>();
	#recordsRead = 0;
	#toldRead = 0;
	/** A response whose status had not arrived when its row was made; -1: none. */
	#unsettled = -1;

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
	update(): void {
		const { records, told } = this.#conversation;
		for (;;) {
			const record = records[this.#recordsRead];
			const next = told[this.#toldRead];
			this.#settle();
			if (record && (!next || record.firstEvent < next.eventIndex)) {
				this.#addRecord(this.#recordsRead, record.firstEvent);
				this.#recordsRead += 1;
			} else if (next) {
				this.#addTold(next);
				this.#toldRead += 1;
			} else return;
		}
	}

	/** Number of rows that have begun at a cursor: O(log n). */
	countAt(cursor: number): number {
		return bisect(this.#rows.length, (index) => (this.#rows[index]?.eventIndex ?? 0) >= cursor);
	}

	/** A record goes into the row of the call that made it, else into a row of its own. */
	#addRecord(index: number, recordEvent: number): void {
		const record = this.#conversation.records[index];
		if (!record) return;
		if (record.kind === 'response' && !record.isComplete) this.#unsettled = index;
		const hooks = hooksOf(record);
		const waiting = this.#takeTold(hooks.page) ?? this.#takeTold(hooks.server);
		const row = waiting ?? this.#rows.length;
		const known = this.#rows[row];
		const eventIndex = known?.eventIndex ?? recordEvent;
		const cells = { page: known?.page ?? NONE, server: known?.server ?? NONE };
		this.#rows[row] = { index: row, eventIndex, record: index, recordEvent, ...cells };
		this.#rowOfRecord.push(row);
		this.#expect(row, hooks);
	}

	/** What each side may still be told of a row's record. */
	#expect(index: number, hooks: Hooks): void {
		const row = this.#rows[index];
		if (!row) return;
		const expect = <Event>(cell: Cell<Event>, hook: Hook | null): Cell<Event> => {
			if (cell.kind === 'told') return cell;
			if (hook) this.#queue(hook).records.push(index);
			return hook && !isOptional(hook) ? NONE : NOT_TOLD;
		};
		const page = expect(row.page, hooks.page);
		this.#rows[index] = { ...row, page, server: expect(row.server, hooks.server) };
	}

	#settle(): void {
		const record = this.#conversation.records[this.#unsettled];
		const row = this.#rowOfRecord[this.#unsettled];
		if (!record?.isComplete || row === undefined) return;
		this.#unsettled = -1;
		this.#expect(row, hooksOf(record));
	}

	#addTold({ event, eventIndex }: ToldEvent): void {
		const hook = hookOfTold(event);
		const row = (hook && this.#takeRecord(hook)) ?? this.#rowOfFault(event);
		if (row !== null) return this.#fill(row, event, eventIndex);
		const index = this.#rows.length;
		const empty = { index, eventIndex, record: null, recordEvent: null };
		this.#rows.push({ ...empty, page: NONE, server: NONE });
		this.#fill(index, event, eventIndex);
		if (hook) this.#queue(hook).told.push(index);
	}

	#fill(index: number, event: PageApiEvent | ServerApiEvent, eventIndex: number): void {
		const row = this.#rows[index];
		if (!row) return;
		this.#rows[index] =
			event.kind === 'page'
				? { ...row, page: { kind: 'told', event, eventIndex } }
				: { ...row, server: { kind: 'told', event, eventIndex } };
	}

	/** An error goes beside the frame that broke a rule, or the response that refused. */
	#rowOfFault(event: PageApiEvent | ServerApiEvent): number | null {
		if (event.told.name !== 'error') return null;
		const fault = this.#conversation.faultOf(event.kind === 'page' ? 'server' : 'client');
		const row = this.#rowOfRecord[fault >= 0 ? fault : this.#conversation.refusal];
		return row !== undefined && this.#rows[row]?.[event.kind].kind !== 'told' ? row : null;
	}

	#takeTold(hook: Hook | null): number | null {
		const queue = hook && this.#queues.get(hook);
		if (!queue || queue.toldTaken === queue.told.length) return null;
		return queue.told[queue.toldTaken++] ?? null;
	}

	/** The oldest row whose record waits for this; a cell that an error took meanwhile is passed. */
	#takeRecord(hook: Hook): number | null {
		const queue = this.#queues.get(hook);
		const side = hook.startsWith('page') ? 'page' : 'server';
		while (queue && queue.recordsTaken < queue.records.length) {
			const row = queue.records[queue.recordsTaken++] ?? -1;
			if (this.#rows[row]?.[side].kind !== 'told') return row;
		}
		return null;
	}

	#queue(hook: Hook): Queue {
		let queue = this.#queues.get(hook);
		if (!queue) {
			queue = { records: [], told: [], recordsTaken: 0, toldTaken: 0 };
			this.#queues.set(hook, queue);
		}
		return queue;
	}
}

/** A row as it stood at a cursor: what came later is not there. */
export function rowAt(row: ThreeViewsRow, cursor: number): ThreeViewsRow {
	const cut = <Event>(cell: Cell<Event>): Cell<Event> =>
		cell.kind === 'told' && cell.eventIndex >= cursor ? NONE : cell;
	const hasRecord = row.recordEvent !== null && row.recordEvent < cursor;
	return {
		...row,
		page: cut(row.page),
		server: cut(row.server),
		record: hasRecord ? row.record : null,
		recordEvent: hasRecord ? row.recordEvent : null
	};
}
