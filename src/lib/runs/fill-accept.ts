/**
 * Puts the Accept that is due into a server's script (RFC 6455 §4.2.2): what it is becomes known
 * only when the browser has connected with a key.
 */
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import type { RunScript, RunStep } from './run-script.ts';

type WriteStep = Extract<RunStep, { kind: 'write' }>;

/**
 * The script with `accept` in each of its places, and no places left.
 *
 * @throws RangeError for places that lie outside their write or do not ascend
 */
export function fillAccept({ steps, gap }: RunScript, accept: string): RunScript {
	const inserted = new TextEncoder().encode(accept);
	return {
		steps: steps.map((step) => (step.kind === 'write' ? fill(step, inserted) : step)),
		gap
	};
}

/** Whether any write of the script has places for the due Accept. */
export function hasAcceptPlaces({ steps }: RunScript): boolean {
	return steps.some((step) => step.kind === 'write' && (step.acceptAt?.length ?? 0) > 0);
}

/** Whether the places of every write ascend and lie inside it; its end counts as inside. */
export function areAcceptPlacesRight({ steps }: RunScript): boolean {
	return steps.every((step) => step.kind !== 'write' || areRight(step));
}

function areRight({ bytes, acceptAt = [] }: WriteStep): boolean {
	let last = 0;
	return acceptAt.every((at) => {
		const isRight = Number.isSafeInteger(at) && at >= last && at <= bytes.length;
		last = at;
		return isRight;
	});
}

function fill({ acceptAt = [], ...step }: WriteStep, inserted: Uint8Array): WriteStep {
	if (!areRight({ ...step, acceptAt })) {
		throw new RangeError('acceptAt must ascend and lie inside the bytes of its write');
	}
	const parts: Uint8Array[] = [];
	let from = 0;
	for (const at of acceptAt) {
		parts.push(step.bytes.subarray(from, at), inserted);
		from = at;
	}
	parts.push(step.bytes.subarray(from));
	return { ...step, bytes: joinBytes(parts) };
}
