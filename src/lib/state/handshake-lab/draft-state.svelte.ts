/**
 * The request or the response being written: what it is now, what it was before, and how it reads.
 *
 * A draft is immutable, so undo is a list of drafts. Consecutive changes with the same merge key
 * (a value typed letter by letter) are one step.
 */
import type { HandshakeDraft } from '#lib/handshakes/draft/handshake-draft.ts';
import { readDraft, type DraftReading } from '#lib/handshakes/draft/read-draft.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import type { HttpHead } from '#lib/protocol/http/http-head.ts';
import { EditHistory } from '../edit-history.ts';

export class DraftState {
	#draft: HandshakeDraft;
	#history = $state.raw(new EditHistory(ownBytes));
	/** The request that a response is judged against; null: none is known yet. */
	request = $state.raw<HttpHead | null>(null);

	/** What a receiver reads in it, strictly. */
	readonly reading: DraftReading = $derived.by(() => readDraft(this.draft, this.request));

	constructor(draft: HandshakeDraft) {
		this.#draft = $state.raw(draft);
	}

	get draft(): HandshakeDraft {
		return this.#draft;
	}

	get canUndo(): boolean {
		return this.#history.canUndo;
	}

	get canRedo(): boolean {
		return this.#history.canRedo;
	}

	/** @param mergeKey consecutive changes with the same key are undone as one */
	change(next: HandshakeDraft, mergeKey: string | null = null): void {
		if (next === this.#draft) return;
		this.#history = this.#history.push(this.#draft, next, mergeKey);
		this.#draft = next;
	}

	/** Takes another draft whole: one step, which undo takes back. */
	load(draft: HandshakeDraft): void {
		this.change(draft);
		this.#history = this.#history.seal();
	}

	/** The next change is a step of its own. */
	seal(): void {
		this.#history = this.#history.seal();
	}

	/** Takes a draft to begin with; nothing where something has been written already. */
	begin(draft: HandshakeDraft): void {
		const isUntouched = !this.canUndo && !this.canRedo && this.#draft.bytes.length === 0;
		if (isUntouched) this.#draft = draft;
	}

	undo(): void {
		this.#step(this.#history.undo(this.#draft));
	}

	redo(): void {
		this.#step(this.#history.redo(this.#draft));
	}

	#step(step: { draft: HandshakeDraft; history: EditHistory<HandshakeDraft> } | null): void {
		if (!step) return;
		this.#draft = step.draft;
		this.#history = step.history;
	}
}

/** Before anything is written. */
export function emptyDraft(role: Direction): HandshakeDraft {
	return { role, bytes: new Uint8Array(0), pace: 'whole', gap: 0, end: null, protocols: [] };
}

/** Drafts that differ only in pace or end share their bytes. */
function ownBytes({ bytes }: HandshakeDraft, after: HandshakeDraft): number {
	return bytes === after.bytes ? 0 : bytes.length;
}
