/**
 * One side of an opening handshake as a student writes it by hand. Its truth is its bytes: text and
 * table are readings of them.
 *
 * Immutable; every change makes a new draft, so that undo is a list of drafts.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4
 */
import type { Direction } from '#lib/protocol/direction.ts';

export interface HandshakeDraft {
	/** The client writes a request, the server a response. */
	readonly role: Direction;
	/** The head as it goes over the wire, legal or not, complete or not, and what follows it. */
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** Handed to the kernel in one write, line by line, or byte by byte. */
	readonly pace: 'whole' | 'lines' | 'bytes';
	/** Milliseconds between two writes. */
	readonly gap: number;
	/** How the student's side ends after its last byte; null: it stays. */
	readonly end: 'fin' | 'rst' | null;
	/** Subprotocols that the page's WebSocket offers; of a server's draft only. */
	readonly protocols: readonly string[];
}

/**
 * Stands in a response where the Accept for the browser's key is to go: the key is known only when
 * the browser connects.
 */
export const ACCEPT_HOLE = '{accept}';

export const HANDSHAKE_LIMITS = {
	/** Bytes of a draft: more than any server here takes as a head. */
	draftBytes: 2 ** 17,
	/** Lines that can be edited one by one. */
	lines: 512,
	/** Subprotocols that the page offers. */
	protocols: 32
} as const;
