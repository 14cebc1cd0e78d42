/**
 * The run being composed: what it is now, what it was before, and which frame is being edited.
 *
 * A run is immutable, so undo is a list of runs. Consecutive changes with the same merge key (a
 * slider dragged, a text typed) are one step.
 */
import type { MakeInflater } from '#lib/protocol/deflate/inflater.ts';
import { appendItem, replaceFrame } from '#lib/runs/edit-run.ts';
import { readRun, type RunReading } from '#lib/runs/read-run.ts';
import { EMPTY_RUN, newFrame, type FrameItem, type Run } from '#lib/runs/run.ts';
import { EditHistory } from '../edit-history.ts';
import { ownFrameBytes, type Draft } from './own-frame-bytes.ts';

const NOTHING: Draft = { run: EMPTY_RUN, selectedId: null };

export class RunDraft {
	/** Reads compressed messages of the reading; without it their data is not read. */
	inflate = $state.raw<MakeInflater | undefined>();
	#draft = $state.raw<Draft>(NOTHING);
	#history = $state.raw(new EditHistory(ownFrameBytes));

	/** What a receiver reads in it, strictly. */
	readonly reading: RunReading = $derived(readRun(this.#draft.run, { inflate: this.inflate }));

	/** The frame being edited; null: none, or a pause or an end is selected. */
	readonly selected: FrameItem | null = $derived.by(() => {
		const { run, selectedId } = this.#draft;
		const item = run.items.find(({ id }) => id === selectedId);
		return item?.kind === 'frame' ? item : null;
	});

	get run(): Run {
		return this.#draft.run;
	}

	/** Of the selected item, whatever its kind; null: none. */
	get selectedId(): number | null {
		return this.#draft.selectedId;
	}

	get canUndo(): boolean {
		return this.#history.canUndo;
	}

	get canRedo(): boolean {
		return this.#history.canRedo;
	}

	/**
	 * Takes a changed run. An item that is new is selected; where the selected one is gone, its
	 * neighbour is.
	 * @param mergeKey consecutive changes with the same key are undone as one
	 */
	change(run: Run, mergeKey: string | null = null): void {
		if (run === this.run) return;
		const draft = { run, selectedId: nextSelected(this.#draft, run) };
		this.#history = this.#history.push(this.#draft, draft, mergeKey);
		this.#draft = draft;
	}

	/** New bytes of the frame being edited; where there is none, of a new frame at the end. */
	setBytes(bytes: Uint8Array<ArrayBuffer>, mergeKey: string | null = null): void {
		const { selected, run } = this;
		const changed = selected
			? replaceFrame(run, selected.id, bytes)
			: appendItem(run, newFrame(bytes));
		this.change(changed, mergeKey);
	}

	/** @param id of an item; one that the run does not have selects nothing */
	select(id: number | null): void {
		const isThere = this.run.items.some((item) => item.id === id);
		this.#draft = { run: this.run, selectedId: isThere ? id : null };
		this.#history = this.#history.seal();
	}

	undo(): void {
		this.#step(this.#history.undo(this.#draft));
	}

	redo(): void {
		this.#step(this.#history.redo(this.#draft));
	}

	/** Takes another run whole: one step, which undo takes back. Its first frame is selected. */
	load(run: Run): void {
		const selectedId = run.items.find(({ kind }) => kind === 'frame')?.id ?? null;
		const draft = { run, selectedId };
		this.#history = this.#history.push(this.#draft, draft, null);
		this.#draft = draft;
	}

	#step(step: { readonly draft: Draft; readonly history: EditHistory<Draft> } | null): void {
		if (!step) return;
		this.#draft = step.draft;
		this.#history = step.history;
	}
}

function nextSelected({ run: before, selectedId }: Draft, run: Run): number | null {
	const known = new Set(before.items.map(({ id }) => id));
	const added = run.items.find(({ id }) => !known.has(id));
	if (added) return added.id;
	if (run.items.some(({ id }) => id === selectedId)) return selectedId;
	const place = before.items.findIndex(({ id }) => id === selectedId);
	return run.items[Math.min(Math.max(place, 0), run.items.length - 1)]?.id ?? null;
}
