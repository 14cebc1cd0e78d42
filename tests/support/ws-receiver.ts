/** The receiver of `ws`, which it exports and its published types leave out. */
import type { Writable } from 'node:stream';
import * as ws from 'ws';

export interface ReceiverOptions {
	readonly isServer?: boolean;
	/** Bytes; 0: no bound. */
	readonly maxPayload?: number;
	/** Negotiated extensions by name. */
	readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Emits message, ping, pong, conclude, and error with a code such as WS_ERR_INVALID_UTF8. */
export const Receiver = (ws as unknown as { Receiver: new (options: ReceiverOptions) => Writable })
	.Receiver;
