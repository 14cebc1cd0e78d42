/**
 * The records of one conversation and the columns by which a cursor finds its place among them.
 */
import type { Direction } from '#lib/protocol/direction.ts';
import type { ConversationRecord } from './conversation-record.ts';
import { bisect } from './bisect.ts';
import { EventColumn } from './event-column.ts';
import { NumberColumn } from './number-column.ts';

export class RecordLog {
	readonly records: ConversationRecord[] = [];
	/** Event of each completion, in the order in which records complete. */
	readonly #completions = new NumberColumn();
	/** Records that were cut when they began, the only ones that can be pending at some cursor. */
	readonly #cut = { client: new EventColumn(), server: new EventColumn() };

	/** The index that the next record gets. */
	get length(): number {
		return this.records.length;
	}

	add(record: ConversationRecord): void {
		this.records.push(record);
		const { index, direction, firstEvent, lastEvent, isComplete } = record;
		if (isComplete) this.#completions.push(lastEvent);
		else if (direction) this.#cut[direction].add(index, firstEvent);
	}

	/** Puts a longer version of a record in its place. */
	replace(record: ConversationRecord): void {
		const before = this.records[record.index];
		this.records[record.index] = record;
		if (record.isComplete && !before?.isComplete) this.#completions.push(record.lastEvent);
	}

	/** Number of records begun in the first `cursor` events. */
	begunAt(cursor: number): number {
		const { records } = this;
		return bisect(records.length, (index) => (records[index]?.firstEvent ?? 0) >= cursor);
	}

	completedAt(cursor: number): number {
		return this.#completions.countBelow(cursor);
	}

	/** Cursors stand behind events: an event completes its record at the cursor one higher. */
	completionAfter(cursor: number): number | null {
		const next = this.#completions.countBelow(cursor);
		return next < this.#completions.length ? this.#completions.at(next) + 1 : null;
	}

	completionBefore(cursor: number): number | null {
		const count = this.#completions.countBelow(cursor - 1);
		return count === 0 ? null : this.#completions.at(count - 1) + 1;
	}

	/** Index of a direction's last record that was cut when it began; -1 before the first. */
	lastCut(direction: Direction, cursor: number): number {
		return this.#cut[direction].lastAt(cursor);
	}
}
