/** A run's script from its message: bytes out of base64, and what it costs within the bounds. */
import { Buffer } from 'node:buffer';
import type { ScriptMessage } from '#lib/channel/messages.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { areAcceptPlacesRight, hasAcceptPlaces } from '#lib/runs/fill-accept.ts';
import {
	measureScript,
	type RunBounds,
	type RunScript,
	type RunStep
} from '#lib/runs/run-script.ts';
import { CommandError } from '../session/command-error.ts';

/**
 * @param role who the student is: only a server has places for the Accept that is due
 * @throws CommandError `bad-argument` for what is no base64 and for places of an Accept that cannot
 * be, `run-too-big` over a bound
 */
export function readScript(
	{ steps, gap }: ScriptMessage,
	bounds: RunBounds,
	role: Direction
): RunScript {
	const script = { steps: steps.map(readStep), gap };
	if (role === 'client' && hasAcceptPlaces(script)) {
		throw new CommandError('bad-argument', 'an Accept is due from a server only');
	}
	if (!areAcceptPlacesRight(script)) {
		throw new CommandError('bad-argument', 'acceptAt must ascend and lie inside its write');
	}
	const { bytes, writes, pauses } = measureScript(script);
	refuseOver('bytes', bytes, bounds.maxBytes);
	refuseOver('writes', writes, bounds.maxWrites);
	refuseOver('seconds', pauses / 1000, bounds.maxSeconds);
	return script;
}

function readStep(step: ScriptMessage['steps'][number]): RunStep {
	return step.kind === 'write' ? { ...step, bytes: decodeBase64(step.bytes) } : step;
}

/** Node reads anything as base64; what it reads otherwise than it was written is none. */
function decodeBase64(text: string): Uint8Array {
	const bytes = Buffer.from(text, 'base64');
	if (bytes.toString('base64') !== text) {
		throw new CommandError('bad-argument', 'bytes are no base64 (RFC 4648 §4)');
	}
	return bytes;
}

function refuseOver(what: string, value: number, most: number): void {
	if (value > most) throw new CommandError('run-too-big', `${value} ${what}, at most ${most}`);
}
