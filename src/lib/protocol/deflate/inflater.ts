/**
 * What a decoder needs to inflate messages (RFC 7692 §7.2.2). It is handed in and not imported, so
 * that a page loads the inflater only where permessage-deflate can be agreed.
 */

export interface InflatedPart {
	/** What the given bytes inflate to, as far as it went. */
	readonly data: Uint8Array;
	readonly outcome: 'ok' | 'invalid' | 'too-big';
}

/** Inflates the messages of one direction. */
export interface Inflater {
	/** The window is lost after a fault, and later messages may refer to it: nothing can be read. */
	readonly isBroken: boolean;
	/**
	 * Inflates the payload of one frame.
	 *
	 * @param payload unmasked
	 * @param isLast whether the frame ends its message (FIN)
	 * @param limit most bytes of output; what would go over is never made
	 */
	push(payload: Uint8Array, isLast: boolean, limit: number): InflatedPart;
	/** Forgets the message under way: it was abandoned. */
	abandon(): void;
}

/**
 * @param windowBits base-2 logarithm of the sender's window, 8 to 15
 * @param keepsWindow whether the window lasts from message to message (context takeover)
 */
export type MakeInflater = (windowBits: number, keepsWindow: boolean) => Inflater;
