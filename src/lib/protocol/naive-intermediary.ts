/**
 * What a careless intermediary takes for HTTP requests in a stream of bytes it does not understand.
 *
 * A transparent proxy that missed the upgrade may look for a request line anywhere and believe the
 * Host it finds after it. RFC 6455 §10.3 tells of the cache poisoning this allowed, and masks
 * what clients send because of it (https://www.rfc-editor.org/rfc/rfc6455#section-10.3).
 */

export interface SeenRequest {
	/** Offset of the method's first byte in the stream. */
	readonly start: number;
	/** Offset after what was read: the empty line that ends the head, or where the stream ends. */
	readonly end: number;
	/** Offset after the request line, its CR LF not counted. */
	readonly lineEnd: number;
	readonly method: string;
	readonly target: string;
	/** Of the first Host header; null where there is none. */
	readonly host: SeenHost | null;
	/** Whether the empty line that ends a head was found. */
	readonly isWhole: boolean;
}

export interface SeenHost {
	readonly value: string;
	/** Offsets of the value in the stream, [start, end). */
	readonly start: number;
	readonly end: number;
}

/** All that looks like a request, in order. */
export function seeRequests(bytes: Uint8Array): readonly SeenRequest[] {
	void bytes;
	return [];
}
