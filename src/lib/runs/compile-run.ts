/** From what a student composed to what the server carries out: writes and pauses. */
import type { RunScript } from './run-script.ts';
import type { Run } from './run.ts';

/** Part of a frame that goes out in one write. */
export interface WritePiece {
	/** Id of the frame's item. */
	readonly item: number;
	/** Byte offsets in the item's bytes. */
	readonly from: number;
	readonly to: number;
	/** Which write, from 0: pieces with the same number go out together. */
	readonly write: number;
}

/**
 * The run as a script.
 *
 * @param head request or response head to be written first; null: the connection is open already
 */
export function compileRun(run: Run, head: Uint8Array | null): RunScript {
	const frames = run.items.filter((item) => item.kind === 'frame');
	const steps: RunScript['steps'] = frames.map(({ bytes, times }) => ({
		kind: 'write',
		bytes,
		unit: 'whole',
		times
	}));
	if (!head) return { steps, gap: run.gap };
	const first = { kind: 'write', bytes: head, unit: 'whole', times: 1 } as const;
	return { steps: [first, { kind: 'await-head' }, ...steps], gap: run.gap };
}

/** The writes of `unit: 'as-cut'`, each frame once; byte by byte, every byte is one. */
export function cutWrites(run: Run): readonly WritePiece[] {
	return run.items.flatMap((item, write) =>
		item.kind === 'frame' ? [{ item: item.id, from: 0, to: item.bytes.length, write }] : []
	);
}
