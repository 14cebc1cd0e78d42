/**
 * A run's script on its way over the lab channel: bytes in base64.
 */
import { base64ToBytes, bytesToBase64 } from '#lib/capture/base64-bytes.ts';
import type { RunScript, RunStep } from '#lib/runs/run-script.ts';
import type { ScriptMessage } from './messages.ts';

type StepMessage = ScriptMessage['steps'][number];

export function encodeScript({ steps, gap }: RunScript): ScriptMessage {
	return { steps: steps.map(encodeStep), gap };
}

/** The script, or null where a step's bytes are not base64. */
export function decodeScript({ steps, gap }: ScriptMessage): RunScript | null {
	const decoded: RunStep[] = [];
	for (const step of steps) {
		if (step.kind !== 'write') decoded.push(step);
		else {
			const bytes = base64ToBytes(step.bytes);
			if (bytes === null) return null;
			decoded.push({ ...step, bytes });
		}
	}
	return { steps: decoded, gap };
}

function encodeStep(step: RunStep): StepMessage {
	return step.kind === 'write' ? { ...step, bytes: bytesToBase64(step.bytes) } : step;
}
