/**
 * Headers that act beyond the connection on which a student wrote them (a cookie, a password prompt)
 * need the student's second word, and the page is not trusted to have asked for it.
 */
import { actingHeadersOf } from '#lib/handshakes/draft/safe-response.ts';
import type { RunScript } from '#lib/runs/run-script.ts';
import { CommandError } from '../session/command-error.ts';

/**
 * Refuses a hand-written response with headers that act beyond its connection, unless the student
 * has confirmed them.
 *
 * @throws CommandError `confirm-needed`, naming them
 */
export function refuseUnconfirmed(script: RunScript, isConfirmed: boolean): void {
	if (isConfirmed) return;
	const names = actingHeadersOf(script);
	if (names.length > 0) throw new CommandError('confirm-needed', names.join(', '));
}
