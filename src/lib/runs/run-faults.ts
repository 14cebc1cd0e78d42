/** What of a run is over which bound: the page's own, and the server's. */
import { compileBounded } from './compile-run.ts';
import {
	MAX_PAUSE,
	MAX_SCRIPT_CHARACTERS,
	MAX_STEPS,
	measureScript,
	type RunBounds,
	type RunScript
} from './run-script.ts';
import { RUN_LIMITS, type Run } from './run.ts';

export interface RunFault {
	readonly kind:
		/** RUN_LIMITS. */
		| 'items'
		| 'frame-bytes'
		| 'draft-bytes'
		| 'frames'
		/** MAX_PAUSE, in milliseconds: a pause, or the gap between writes (`item` is null). */
		| 'pause'
		/** MAX_STEPS: cuts and pauses are too many. */
		| 'steps'
		/** MAX_SCRIPT_CHARACTERS: it does not fit one message to the server. */
		| 'script'
		/** The server's bounds; seconds are whole ones. */
		| 'run-bytes'
		| 'run-writes'
		| 'run-seconds';
	readonly limit: number;
	readonly actual: number;
	/** Id of the item at fault; null where it is the run. */
	readonly item: number | null;
}

/** Empty: the run can be sent. @param bounds the server's; null while they are not known */
export function runFaults(run: Run, bounds: RunBounds | null): readonly RunFault[] {
	const { script, bytes, stoppedAt } = compileBounded(run);
	const faults = [...draftFaults(run, bytes)];
	const characters = scriptCharacters(script);
	if (stoppedAt === 'steps') faults.push(over('steps', MAX_STEPS, script.steps.length));
	else if (stoppedAt === null && characters > MAX_SCRIPT_CHARACTERS) {
		faults.push(over('script', MAX_SCRIPT_CHARACTERS, characters));
	}
	return bounds ? [...faults, ...boundFaults(script, bounds)] : faults;
}

function over(
	kind: RunFault['kind'],
	limit: number,
	actual: number,
	item: number | null = null
): RunFault {
	return { kind, limit, actual, item };
}

/** @param bytes as compiled: repetitions that share a write are written out */
function draftFaults(run: Run, bytes: number): RunFault[] {
	const faults: RunFault[] = [];
	const add = (kind: RunFault['kind'], limit: number, actual: number, item?: number) => {
		if (actual > limit) faults.push(over(kind, limit, actual, item));
	};
	let frames = 0;
	for (const item of run.items) {
		if (item.kind === 'pause') add('pause', MAX_PAUSE, item.ms, item.id);
		if (item.kind !== 'frame') continue;
		add('frame-bytes', RUN_LIMITS.frameBytes, item.bytes.length, item.id);
		frames += item.times;
	}
	add('pause', MAX_PAUSE, run.gap);
	add('items', RUN_LIMITS.items, run.items.length);
	add('frames', RUN_LIMITS.frames, frames);
	add('draft-bytes', RUN_LIMITS.draftBytes, bytes);
	return faults;
}

function boundFaults(script: RunScript, bounds: RunBounds): RunFault[] {
	const { bytes, writes, pauses } = measureScript(script);
	const seconds = Math.ceil(pauses / 1000);
	const faults: RunFault[] = [];
	if (bytes > bounds.maxBytes) faults.push(over('run-bytes', bounds.maxBytes, bytes));
	if (writes > bounds.maxWrites) faults.push(over('run-writes', bounds.maxWrites, writes));
	if (seconds > bounds.maxSeconds) faults.push(over('run-seconds', bounds.maxSeconds, seconds));
	return faults;
}

/** Characters of the script as JSON, its bytes in base64, a little more rather than less. */
function scriptCharacters({ steps }: RunScript): number {
	let characters = 128;
	for (const step of steps) {
		characters += 64;
		if (step.kind === 'write') characters += Math.ceil(step.bytes.length / 3) * 4;
	}
	return characters;
}
