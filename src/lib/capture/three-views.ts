/**
 * Three views of one event, aligned by cause: what the page was told, what crossed the wire, what
 * the server's code was told.
 *
 * The n-th call to send made the n-th data message of its direction; the n-th message told was the
 * n-th data message. What a side is never told of stands there as "not told".
 */
import type { Conversation, ToldEvent } from './conversation.ts';
import { hooksOf, hookOfTold, isOptional, type Hook, type Hooks } from './three-views-hooks.ts';
import { NumberColumn } from './number-column.ts';
import {
	RowTable,
	type Cell,
	type RowList,
	type Side,
	type ThreeViewsRow
} from './three-views-rows.ts';

export type { Cell, RowList, ThreeViewsRow } from './three-views-rows.ts';

const SIDES = ['page', 'server'] as const satisfies readonly Side[];
const NONE = { kind: 'none' } as const;

/** Rows that wait for their other half: records for what was told, or what was told for records. */
interface Queue {
	readonly records: number[];
	readonly told: number[];
	recordsTaken: number;
	toldTaken: number;
}

export class ThreeViews {
	readonly #conversation: Conversation;
	readonly #rows: RowTable;
	/** Row of each record. */
	readonly #rowOfRecord = new NumberColumn();
	readonly #queues = new Map<Hook, Queue>();
	#recordsRead = 0;
	#toldRead = 0;
	/** A response whose status had not arrived when its row was made; -1: none. */
	#unsettled = -1;
	/** Row of the last 101; -1: none. */
	#switching = -1;

	constructor(conversation: Conversation) {
		this.#conversation = conversation;
		this.#rows = new RowTable(conversation.records, conversation.told);
	}

	get conversation(): Conversation {
		return this.#conversation;
	}

	/** Append-only, but a row is replaced when one of its cells is filled. */
	get rows(): RowList {
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
				this.#addTold(next, this.#toldRead);
				this.#toldRead += 1;
			} else return;
		}
	}

	/** Number of rows that have begun at a cursor: O(log n). */
	countAt(cursor: number): number {
		return this.#rows.countAt(cursor);
	}

	/** A record goes into the row of the call that made it, else into a row of its own. */
	#addRecord(index: number, recordEvent: number): void {
		const record = this.#conversation.records[index];
		if (!record) return;
		if (record.kind === 'response' && !record.isComplete) this.#unsettled = index;
		const hooks = hooksOf(record);
		const waiting = this.#takeTold(hooks.page) ?? this.#takeTold(hooks.server);
		const row = waiting ?? this.#rows.add(recordEvent);
		this.#rows.setRecord(row, index);
		this.#rowOfRecord.push(row);
		this.#expect(row, hooks);
	}

	/** What each side may still be told of a row's record. */
	#expect(row: number, hooks: Hooks): void {
		if (hooks.page === 'page-open') this.#switching = row;
		for (const side of SIDES) {
			const hook = hooks[side];
			if (hook && !this.#rows.isTold(row, side)) this.#queue(hook).records.push(row);
			this.#rows.expect(row, side, hook !== null && !isOptional(hook));
		}
	}

	#settle(): void {
		if (this.#unsettled < 0) return;
		const record = this.#conversation.records[this.#unsettled];
		if (!record?.isComplete || this.#unsettled >= this.#rowOfRecord.length) return;
		const row = this.#rowOfRecord.at(this.#unsettled);
		this.#unsettled = -1;
		this.#expect(row, hooksOf(record));
	}

	#addTold({ event, eventIndex }: ToldEvent, index: number): void {
		const hook = hookOfTold(event);
		const known = (hook && this.#takeRecord(hook, event.kind)) ?? this.#rowOfFault(event);
		const row = known ?? this.#rows.add(eventIndex);
		this.#rows.fill(row, event.kind, index);
		if (hook && known === null) this.#queue(hook).told.push(row);
	}

	/**
	 * An error goes beside the frame that broke a rule, or the response that refused, or the 101 that
	 * opened nothing.
	 */
	#rowOfFault(event: ToldEvent['event']): number | null {
		if (event.told.name !== 'error') return null;
		const fault = this.#conversation.faultOf(event.kind === 'page' ? 'server' : 'client');
		const record = fault >= 0 ? fault : this.#conversation.refusal;
		if (record >= this.#rowOfRecord.length) return null;
		const unopened = event.kind === 'page' ? this.#switching : -1;
		const row = record >= 0 ? this.#rowOfRecord.at(record) : unopened;
		return row < 0 || this.#rows.isTold(row, event.kind) ? null : row;
	}

	#takeTold(hook: Hook | null): number | null {
		const queue = hook && this.#queues.get(hook);
		if (!queue || queue.toldTaken === queue.told.length) return null;
		return queue.told[queue.toldTaken++] ?? null;
	}

	/** The oldest row whose record waits for this; a cell that an error took meanwhile is passed. */
	#takeRecord(hook: Hook, side: Side): number | null {
		const queue = this.#queues.get(hook);
		while (queue && queue.recordsTaken < queue.records.length) {
			const row = queue.records[queue.recordsTaken++];
			if (row !== undefined && !this.#rows.isTold(row, side)) return row;
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
