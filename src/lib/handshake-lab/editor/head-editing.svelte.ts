/**
 * One draft being edited: its bytes are the truth, text and table read them and write new ones.
 */
import {
	addBlankLine,
	changeCase,
	duplicateLine,
	insertHeader,
	moveLine,
	removeBlankLine,
	removeLine,
	setBytes,
	setEnding,
	setHeader,
	setRest,
	setStartPart
} from '#lib/handshakes/edit-draft.ts';
import type { StartPart } from '#lib/handshakes/draft-parts.ts';
import { HANDSHAKE_LIMITS, type HandshakeDraft } from '#lib/handshakes/handshake-draft.ts';
import type { DraftLine, DraftReading, LineEnding } from '#lib/handshakes/read-draft.ts';
import type { PresetContext } from '#lib/handshakes/preset.ts';
import type { HttpViolation } from '#lib/protocol/http-violation.ts';
import type { DraftState } from '#lib/state/handshake-lab/draft-state.svelte.ts';
import { faultsByLine, faultsOf } from './line-faults.ts';
import type { Gap } from './line-parts.ts';
import { spliceBytes } from './splice-bytes.ts';

export type HeaderCase = 'lower' | 'upper' | 'canonical';

export class HeadEditing {
	readonly #state: () => DraftState;
	readonly #context: () => PresetContext;
	/** Index of the line whose card is open; null: none. */
	open = $state<number | null>(null);
	/** Bytes of what was refused last for its size, and the draft that stayed instead. */
	#refused = $state.raw<{ readonly length: number; readonly kept: HandshakeDraft } | null>(null);

	constructor(state: () => DraftState, context: () => PresetContext) {
		this.#state = state;
		this.#context = context;
	}

	get state(): DraftState {
		return this.#state();
	}

	get context(): PresetContext {
		return this.#context();
	}

	readonly draft: HandshakeDraft = $derived.by(() => this.#state().draft);
	readonly bytes: Uint8Array<ArrayBuffer> = $derived.by(() => this.draft.bytes);
	readonly reading: DraftReading = $derived.by(() => this.#state().reading);
	readonly lines: readonly DraftLine[] = $derived.by(() => this.reading.lines);
	readonly isRequest: boolean = $derived.by(() => this.draft.role === 'client');

	readonly #faults = $derived.by(() => faultsByLine(this.lines, this.reading.verdict.violations));

	/** Bytes that were refused for being too many; null once the draft is another. */
	readonly refused: number | null = $derived.by(() =>
		this.#refused?.kept === this.draft ? this.#refused.length : null
	);

	faultsOf(line: number): readonly HttpViolation[] {
		return faultsOf(this.#faults, line);
	}

	/**
	 * Refuses what is longer than a draft may be.
	 * @param mergeKey changes with the same key that follow one another are undone as one
	 * @returns whether it was taken
	 */
	change(next: HandshakeDraft, mergeKey: string | null = null): boolean {
		const fits = next.bytes.length <= HANDSHAKE_LIMITS.draftBytes;
		this.#refused = fits ? null : { length: next.bytes.length, kept: this.draft };
		if (fits) this.#state().change(next, mergeKey);
		return fits;
	}

	setBytes(bytes: Uint8Array<ArrayBuffer>, mergeKey?: string): boolean {
		return this.change(setBytes(this.draft, bytes), mergeKey);
	}

	/** Replaces the bytes `start` to `end` (exclusive) of the draft. */
	splice(start: number, end: number, insert: Uint8Array): boolean {
		return this.setBytes(spliceBytes(this.bytes, start, end, insert), `from-${start}`);
	}

	setStart(part: StartPart, text: string): boolean {
		return this.change(setStartPart(this.draft, part, text), `start-${part}`);
	}

	setGap(line: number, gap: Gap, text: string): void {
		this.change(setHeader(this.draft, line, { [gap]: text }));
	}

	setValue(line: number, value: string): void {
		this.change(setHeader(this.draft, line, { value }));
	}

	setCase(line: number, to: HeaderCase): void {
		this.change(changeCase(this.draft, line, to));
	}

	/** The case of all header names. */
	setAllCases(to: HeaderCase): void {
		const draft = this.lines.reduce(
			(changed, { kind, index }) => (kind === 'header' ? changeCase(changed, index, to) : changed),
			this.draft
		);
		this.change(draft);
	}

	setEnding(line: number | 'all', ending: LineEnding): void {
		this.change(setEnding(this.draft, line, ending));
	}

	setRest(bytes: Uint8Array): boolean {
		return this.change(setRest(this.draft, bytes), 'rest');
	}

	/** @returns index of the line that the new header stands on */
	insert(at: number, name: string, value: string): number {
		this.change(insertHeader(this.draft, at, name, value));
		if (this.open !== null && this.open >= at) this.open += 1;
		return at;
	}

	/** A header behind all others, before the blank line. */
	append(name: string, value: string): number {
		return this.insert(this.headerEnd, name, value);
	}

	duplicate(line: number): void {
		this.change(duplicateLine(this.draft, line));
		if (this.open !== null && this.open > line) this.open += 1;
	}

	remove(line: number): void {
		const isEnd = this.lines[line]?.kind === 'blank' && line === this.lines.length - 1;
		this.change(isEnd ? removeBlankLine(this.draft) : removeLine(this.draft, line));
		if (this.open === line) this.open = null;
		else if (this.open !== null && this.open > line) this.open -= 1;
	}

	addBlankLine(): void {
		this.change(addBlankLine(this.draft));
	}

	/** Index of the first line behind the start line. */
	readonly headerStart: number = $derived.by(
		() => this.lines.findIndex(({ kind }) => kind === 'start') + 1
	);

	/** Index behind the last line that is no blank line at the end. */
	readonly headerEnd: number = $derived.by(() => {
		const last = this.lines.length - 1;
		return this.lines[last]?.kind === 'blank' && last >= this.headerStart
			? last
			: this.lines.length;
	});

	/** Whether the line can stand elsewhere among the headers. */
	isMovable(line: number): boolean {
		return line >= this.headerStart && line < this.headerEnd;
	}

	/**
	 * @param to index among the lines without it
	 * @returns where it stands now
	 */
	move(from: number, to: number, mergeKey: string | null = null): number {
		const at = Math.max(this.headerStart, Math.min(this.headerEnd - 1, to));
		if (!this.isMovable(from) || at === from) return from;
		this.change(moveLine(this.draft, from, at), mergeKey);
		if (this.open !== null) this.open = movedIndex(this.open, from, at);
		return at;
	}
}

/** Where the line that was at `index` stands after another one, or itself, was moved. */
export function movedIndex(index: number, from: number, to: number): number {
	if (index === from) return to;
	if (from < index && index <= to) return index - 1;
	if (to <= index && index < from) return index + 1;
	return index;
}
