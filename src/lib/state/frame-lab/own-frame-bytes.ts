/** What a draft of a run keeps alive by itself, for its undo history. */
import type { Run } from '#lib/runs/run.ts';

/** A run and what was selected in it. */
export interface Draft {
	readonly run: Run;
	readonly selectedId: number | null;
}

/** Bytes of its frames that the draft after it does not share. */
export function ownFrameBytes(draft: Draft, after: Draft): number {
	const shared = new Set<Uint8Array>();
	for (const item of after.run.items) if (item.kind === 'frame') shared.add(item.bytes);
	let bytes = 0;
	for (const item of draft.run.items) {
		if (item.kind === 'frame' && !shared.has(item.bytes)) bytes += item.bytes.length;
	}
	return bytes;
}
