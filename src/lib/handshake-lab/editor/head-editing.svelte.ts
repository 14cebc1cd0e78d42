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
	setStartPart,
	splice
} from '#lib/handshakes/draft/edit-draft.ts';
import type { StartPart } from '#lib/handshakes/draft/draft-parts.ts';
import { HANDSHAKE_LIMITS, type HandshakeDraft } from '#lib/handshakes/draft/handshake-draft.ts';
import type { DraftLine, DraftReading, LineEnding } from '#lib/handshakes/draft/read-draft.ts';
import type { PresetContext } from '#lib/handshakes/presets/preset.ts';
import type { HttpViolation } from '#lib/protocol/http/http-violation.ts';
import type { DraftState } from '#lib/state/handshake-lab/draft-state.svelte.ts';
import { faultsByLine, faultsOf } from './line-faults.ts';
import type { Gap } from './line-parts.ts';

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
		const draft = splice(this.draft, { start, end }, [insert]);
		return this.change(draft, `from-${start}`);
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

	/**
	 * @param at index of the line before which the new header stands; never between folded lines
	 * @returns index of its line
	 */
	insert(at: number, name: string, value: string): number {
		const place = behindFolds(this.lines, at, 1);
		this.change(insertHeader(this.draft, place, name, value));
		if (this.open !== null && this.open >= place) this.open += 1;
		return place;
	}

	/** A header behind all others, before the blank line. */
	append(name: string, value: string): number {
		return this.insert(this.headerEnd, name, value);
	}

	/** Of a header, its folded lines with it. Returns index of the copy. */
	duplicate(line: number): number {
		const length = blockLength(this.lines, line);
		this.change(duplicateLine(this.draft, line));
		if (this.open !== null && this.open >= line + length) this.open += length;
		return line + length;
	}

	remove(line: number): void {
		const isEnd = line === this.headerEnd && line === this.lines.length - 1;
		const length = blockLength(this.lines, line);
		this.change(isEnd ? removeBlankLine(this.draft) : removeLine(this.draft, line));
		if (this.open === null || this.open < line) return;
		this.open = this.open < line + length ? null : this.open - length;
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
	 * Moves a line, a header with its folded lines.
	 * @param to index among the other lines; where folded lines would be torn off, beyond them
	 * @returns where it stands now
	 */
	move(from: number, to: number, mergeKey: string | null = null): number {
		const length = blockLength(this.lines, from);
		const others = this.lines.toSpliced(from, length);
		const isFold = this.lines[from]?.kind === 'fold';
		const wanted = Math.max(this.headerStart, Math.min(this.headerEnd - length, to));
		const at = isFold ? wanted : behindFolds(others, wanted, to < from ? -1 : 1);
		if (!this.isMovable(from) || at === from) return from;
		this.change(moveLine(this.draft, from, at), mergeKey);
		if (this.open !== null) this.open = movedIndex(this.open, from, at, length);
		return at;
	}
}

/** The nearest index from `at` on, in that direction, at which no folded line goes on. */
function behindFolds(lines: readonly DraftLine[], at: number, by: 1 | -1): number {
	let place = at;
	while (lines[place]?.kind === 'fold') place += by;
	return place;
}

/** Lines that move together: a header and what is folded under it. */
export function blockLength(lines: readonly DraftLine[], line: number): number {
	let length = 1;
	if (lines[line]?.kind === 'fold') return length;
	while (lines[line + length]?.kind === 'fold') length += 1;
	return length;
}

/** Where the line that was at `index` stands after `length` lines moved. */
function movedIndex(index: number, from: number, to: number, length: number): number {
	if (index >= from && index < from + length) return to + index - from;
	const left = index < from ? index : index - length;
	return left < to ? left : left + length;
}
