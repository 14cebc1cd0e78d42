/**
 * Whether the strict reading of a handshake and the real peer agree, and why they part.
 *
 * An explanation follows from what both said, never from the name of a preset. Two refusals never
 * disagree: §4.2.1 asks for "an appropriate HTTP error code" and names 400 as an example.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4
 */
import type { Direction } from '#lib/protocol/direction.ts';
import type { HandshakeVerdict } from '#lib/protocol/handshake/opening-handshake.ts';
import type { HandshakeAnswer } from './answer.ts';
import type { BrowserAnswer } from './browser-answer.ts';
import type { HandshakeAgreement } from './explanation.ts';
import { compareRequest } from './request-agreement.ts';
import { compareResponse } from './response-agreement.ts';

export {
	EXPLANATION_SECTIONS,
	EXPLANATIONS,
	type ExplanationId,
	type HandshakeAgreement
} from './explanation.ts';

/**
 * @param strict of the captured head; null while that is not whole
 * @param role who the student is: 'client' compares a request with the server's answer, 'server' a
 * response with what the page was told
 */
export function compareHandshake(
	strict: HandshakeVerdict | null,
	answer: HandshakeAnswer,
	role: 'client'
): HandshakeAgreement;
export function compareHandshake(
	strict: HandshakeVerdict | null,
	answer: BrowserAnswer,
	role: 'server'
): HandshakeAgreement;
export function compareHandshake(
	strict: HandshakeVerdict | null,
	answer: HandshakeAnswer | BrowserAnswer,
	role: Direction
): HandshakeAgreement {
	return role === 'client'
		? compareRequest(strict, answer as HandshakeAnswer)
		: compareResponse(strict, answer as BrowserAnswer);
}
