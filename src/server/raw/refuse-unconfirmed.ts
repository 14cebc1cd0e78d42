/**
 * Headers that act beyond the connection on which a student wrote them (a cookie, a password prompt)
 * need the student's second word, and the page is not trusted to have asked for it.
 */
import { actingHeaders } from '#lib/handshakes/draft/safe-response.ts';
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { fillAccept } from '#lib/runs/fill-accept.ts';
import type { RunScript } from '#lib/runs/run-script.ts';
import { CommandError } from '../session/command-error.ts';

/** As long as every Accept, and part of no header's name. */
const ANY_ACCEPT = '='.repeat(28);

/**
 * Refuses a hand-written response with headers that act beyond its connection, unless the student
 * has confirmed them.
 *
 * @throws CommandError `confirm-needed`, naming them
 */
export function refuseUnconfirmed(script: RunScript, isConfirmed: boolean): void {
	if (isConfirmed) return;
	const names = actingHeaders(bytesOf(fillAccept(script, ANY_ACCEPT)));
	if (names.length > 0) throw new CommandError('confirm-needed', names.join(', '));
}

/** All that a script writes, repetitions included: a header may be cut anywhere. */
function bytesOf({ steps }: RunScript): Uint8Array {
	const parts: Uint8Array[] = [];
	for (const step of steps) {
		// Nothing, however often: no bound counts its repetitions.
		if (step.kind !== 'write' || step.bytes.length === 0) continue;
		for (let time = 0; time < step.times; time++) parts.push(step.bytes);
	}
	return joinBytes(parts);
}
