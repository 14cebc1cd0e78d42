/**
 * What the server tells of its streams and lanes, beside the bytes. It travels in the batches of
 * the lab channel as events of kind `lane`.
 *
 * Every HTTP exchange of a lane (an upgrade and all that follows is one) has a connection number
 * of its own, announced by `exchange`; its chunks are the usual `data` events under that number.
 * Where the lane has no room for more bytes, `counted` takes their place: totals stay exact.
 */
export type LaneTold =
	/** An exchange of this lane begins on this TCP connection (numbered within the session). */
	| { readonly name: 'exchange'; readonly lane: number; readonly socket: number }
	/** Bytes that crossed the wire and were not kept. */
	| {
			readonly name: 'counted';
			readonly direction: 'client' | 'server';
			readonly bytes: number;
	  }
	/** The exchange is over; the TCP connection may go on. */
	| { readonly name: 'done' }
	/** A TCP connection that served lanes has ended; `connection` is 0. */
	| { readonly name: 'socket-closed'; readonly socket: number }
	/** The source made an event: `size` bytes of data; `connection` is 0. */
	| {
			readonly name: 'emitted';
			readonly stream: number;
			readonly id: number;
			readonly size: number;
	  }
	/** The source makes no more; `connection` is 0. */
	| { readonly name: 'source-ended'; readonly stream: number }
	/** A message of this lane's client reached the server's code; `connection` is 0. */
	| { readonly name: 'received'; readonly lane: number; readonly size: number }
	/** The server let go of a client that did not read, or refused it; `connection` is 0. */
	| { readonly name: 'dropped'; readonly lane: number; readonly reason: DropReason };

export const DROP_REASONS = ['slow-reader', 'too-many-held', 'closing', 'bad-packet'] as const;
export type DropReason = (typeof DROP_REASONS)[number];
