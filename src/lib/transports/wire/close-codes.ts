/** Close codes of the WebSocket lane (RFC 6455 §7.4; 4000–4999 are for private use). */
export const EVENTS_CLOSE = {
	/** The stream is closed: its lane's key is worth nothing any more. */
	streamClosed: 1000,
	/** The server shuts down. */
	closing: 1001,
	/** A binary message: events and messages are text. */
	notText: 1003,
	/** Text that is not a message of ours, or more messages than the lane takes. */
	badMessage: 1008,
	/** A message longer than the server takes. */
	tooLarge: 1009,
	/** The client read too slowly; it may come back and resume. */
	slowReader: 1013,
	/** The client's own: what came is no message of ours. */
	badAnswer: 4009
} as const;
