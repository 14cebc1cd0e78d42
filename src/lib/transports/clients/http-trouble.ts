import type { ClientTrouble } from './event-client.ts';

/** Milliseconds: no server makes a client wait longer. */
const LONGEST_RETRY_AFTER = 60_000;

/** What a status means for a client; null where it is success (200, 204, 304). */
export function troubleOfStatus(status: number, retryAfter: number): ClientTrouble | null {
	if (status === 200 || status === 204 || status === 304) return null;
	if (status === 404) return { kind: 'unknown-lane' };
	if (status === 413) return { kind: 'too-large' };
	if (status === 503 || status === 429) return { kind: 'busy', retryAfter };
	return status >= 400 && status < 500 ? { kind: 'refused', status } : { kind: 'bad-answer' };
}

/** Milliseconds of a `Retry-After` in seconds (RFC 9110 §10.2.3), a second where it has none. */
export function readRetryAfter(value: string | null): number {
	const seconds = value !== null && /^\d{1,6}$/.test(value) ? Number(value) : 1;
	return Math.min(LONGEST_RETRY_AFTER, seconds * 1000);
}
