/**
 * A run's script on its way over the lab channel: bytes in base64.
 */
import { bytesToBase64 } from '#lib/capture/base64-bytes.ts';
import type { RunScript, RunStep } from '#lib/runs/run-script.ts';
import type { ScriptMessage } from './messages.ts';

type StepMessage = ScriptMessage['steps'][number];

export function encodeScript({ steps, gap }: RunScript): ScriptMessage {
	return { steps: steps.map(encodeStep), gap };
}

function encodeStep(step: RunStep): StepMessage {
	return step.kind === 'write' ? { ...step, bytes: bytesToBase64(step.bytes) } : step;
}
