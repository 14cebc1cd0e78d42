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
	if (step.kind !== 'write') return step;
	const { bytes, unit, times, acceptAt } = step;
	const message = { kind: 'write', bytes: bytesToBase64(bytes), unit, times } as const;
	return acceptAt === undefined ? message : { ...message, acceptAt: [...acceptAt] };
}
