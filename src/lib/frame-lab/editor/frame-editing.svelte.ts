/**
 * One frame being edited: its bytes are the truth, every form reads them and writes new ones.
 */
import type { Selection } from '#lib/capture/selection.ts';
import { fieldSpans, spanAt, type FieldSpan } from '#lib/diagrams/selection/field-spans.ts';
import {
	changeParts,
	flipBit,
	readParts,
	type FrameChange,
	type FrameParts
} from '#lib/runs/frame-parts.ts';
import { RUN_LIMITS } from '#lib/runs/run.ts';
import type { RunDraft } from '#lib/state/frame-lab/run-draft.svelte.ts';
import { DRAFT_RECORD, readDraftFrame, type DraftFrame } from './draft-frame.ts';

const NO_BYTES = new Uint8Array(0);
const NO_READING_ID = -1;

/** Longest header: two bytes, eight of length, four of masking key. */
const MAX_HEADER = 14;

/** Longest payload that a frame of a draft can carry, in bytes. */
export const MAX_PAYLOAD = RUN_LIMITS.frameBytes - MAX_HEADER;

export class FrameEditing {
	readonly #draft: () => RunDraft;
	/** Field and bit that all forms light. */
	selection = $state.raw<Selection | null>(null);
	/** What was refused last for its size, and the bytes that stayed instead. */
	#refused = $state.raw<{ readonly length: number; readonly kept: Uint8Array } | null>(null);

	constructor(draft: () => RunDraft) {
		this.#draft = draft;
	}

	readonly bytes: Uint8Array<ArrayBuffer> = $derived.by(
		() => this.#draft().selected?.bytes ?? NO_BYTES
	);

	/** Bytes of what was refused for its size; null once the frame is another. */
	readonly refused: number | null = $derived.by(() =>
		this.#refused?.kept === this.bytes ? this.#refused.length : null
	);

	readonly parts: FrameParts = $derived.by(() => readParts(this.bytes));

	readonly frame: DraftFrame = $derived.by(() => {
		const { selected, reading, run } = this.#draft();
		return readDraftFrame(selected ?? { id: NO_READING_ID, bytes: NO_BYTES }, run, reading);
	});

	readonly spans: readonly FieldSpan[] = $derived.by(() => fieldSpans(this.frame.fields));

	/** Chooses a bit, counted from the frame's first, and the field that owns it. */
	choose(bit: number): void {
		const field = spanAt(this.spans, bit)?.field.id;
		if (field) this.selection = { record: DRAFT_RECORD, field, bit };
	}

	/** Turns one bit over; the first of a draft without bytes makes the header. */
	flip(bit: number): void {
		this.setBytes(flipBit(this.bytes, bit));
	}

	/**
	 * @param mergeKey changes with the same key that follow one another are undone as one
	 * @returns whether the frame could be written
	 */
	change(change: FrameChange, mergeKey?: string): boolean {
		try {
			return this.setBytes(changeParts(this.bytes, change), mergeKey);
		} catch (error) {
			if (error instanceof RangeError) return false;
			throw error;
		}
	}

	/** Refuses what is longer than a draft may be. */
	setBytes(bytes: Uint8Array<ArrayBuffer>, mergeKey?: string): boolean {
		const fits = bytes.length <= RUN_LIMITS.frameBytes;
		this.#refused = fits ? null : { length: bytes.length, kept: this.bytes };
		if (fits) this.#draft().setBytes(bytes, mergeKey);
		return fits;
	}

	/** One more byte at the end, which an honest length counts. */
	addByte(): void {
		this.fill(1);
	}

	/** As many zeros at the end, such as the header announces and that are not there. */
	fill(count: number): void {
		const { payload } = this.parts;
		const longer = new Uint8Array(payload.length + count);
		longer.set(payload);
		this.change({ payload: longer });
	}
}
