/** From what a student composed to what is carried out: writes and pauses. */
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { MAX_STEPS, type RunScript, type RunStep } from './run-script.ts';
import { RUN_LIMITS, type FrameItem, type Run } from './run.ts';

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

export interface Compilation {
	readonly script: RunScript;
	/** Bytes of the script as it travels, each repetition that had to be written out included. */
	readonly bytes: number;
	/** The bound at which compiling stopped; null: the script is all of the run. */
	readonly stoppedAt: 'draft-bytes' | 'steps' | null;
}

/**
 * The run as a script.
 *
 * @param head request or response head to be written first; null: the connection is open already
 * @throws RangeError when run is over RUN_LIMITS or MAX_STEPS (`runFaults` tells before)
 */
export function compileRun(run: Run, head: Uint8Array | null): RunScript {
	const { script, stoppedAt } = compileBounded(run);
	if (stoppedAt !== null) throw new RangeError(`run must keep to the bound of ${stoppedAt}`);
	if (!head) return script;
	const first: RunStep[] = [write(head, 'whole', 1), { kind: 'await-head' }];
	return { ...script, steps: [...first, ...script.steps] };
}

/** As far as the bounds allow; never makes more than they do. */
export function compileBounded(run: Run): Compilation {
	const compiler = new Compiler();
	for (const item of run.items) {
		if (compiler.stoppedAt !== null) break;
		if (item.kind === 'pause') compiler.step({ kind: 'pause', ms: item.ms });
		else if (item.kind === 'end') compiler.step({ kind: 'end', how: item.how });
		else if (run.unit === 'byte') compiler.bytewise(item);
		else compiler.frame(item);
	}
	compiler.flush();
	const { steps, bytes, stoppedAt } = compiler;
	return { script: { steps, gap: run.gap }, bytes, stoppedAt };
}

function write(bytes: Uint8Array, unit: 'whole' | 'byte', times: number): RunStep {
	return { kind: 'write', bytes, unit, times };
}

class Compiler {
	readonly steps: RunStep[] = [];
	bytes = 0;
	stoppedAt: Compilation['stoppedAt'] = null;
	/** What goes out with the next write. */
	#open: Uint8Array[] = [];

	/** Anything but a write ends the write before it. */
	step(step: RunStep): void {
		this.flush();
		this.#push(step);
	}

	bytewise({ bytes, times }: FrameItem): void {
		if (bytes.length > 0) this.#push(write(bytes, 'byte', times));
		this.#count(bytes.length);
	}

	frame({ bytes, cuts, joinsNext, times }: FrameItem): void {
		if (bytes.length === 0) return;
		const isPlain = cuts.length === 0 && !joinsNext;
		for (let copy = 0; copy < times && this.stoppedAt === null; copy++) {
			if (isPlain && this.#open.length === 0) {
				this.#push(write(bytes, 'whole', times - copy));
				this.#count(bytes.length);
				return;
			}
			this.#piecewise(bytes, cuts);
			if (!joinsNext) this.flush();
		}
	}

	flush(): void {
		if (this.#open.length === 0) return;
		const [only] = this.#open;
		const bytes = only && this.#open.length === 1 ? only : joinBytes(this.#open);
		this.#open = [];
		this.#push(write(bytes, 'whole', 1));
	}

	#piecewise(bytes: Uint8Array, cuts: readonly number[]): void {
		this.#count(bytes.length);
		for (const [index, from] of [0, ...cuts].entries()) {
			if (index > 0) this.flush();
			this.#open.push(bytes.subarray(from, cuts[index] ?? bytes.length));
		}
	}

	#push(step: RunStep): void {
		this.steps.push(step);
		if (this.steps.length > MAX_STEPS - 2) this.stoppedAt ??= 'steps';
	}

	#count(bytes: number): void {
		this.bytes += bytes;
		if (this.bytes > RUN_LIMITS.draftBytes) this.stoppedAt ??= 'draft-bytes';
	}
}

/** The writes of `unit: 'as-cut'`, each frame once; byte by byte, every byte is one. */
export function cutWrites(run: Run): readonly WritePiece[] {
	const pieces: WritePiece[] = [];
	let number = 0;
	let isOpen = false;
	for (const item of run.items) {
		if (item.kind !== 'frame') {
			if (isOpen) number++;
			isOpen = false;
			continue;
		}
		if (item.bytes.length === 0) continue;
		for (const [index, from] of [0, ...item.cuts].entries()) {
			if (index > 0) number++;
			const to = item.cuts[index] ?? item.bytes.length;
			pieces.push({ item: item.id, from, to, write: number });
		}
		isOpen = item.joinsNext;
		if (!isOpen) number++;
	}
	return pieces;
}
