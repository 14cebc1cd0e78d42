/** The receiver of `ws` and its deflate, which it exports and its published types leave out. */
import type { Writable } from 'node:stream';
import * as ws from 'ws';

interface ReceiverOptions {
	readonly isServer?: boolean;
	/** Bytes; 0: no bound. */
	readonly maxPayload?: number;
}

type DeflateCallback = (error: Error | null, data: Buffer) => void;

interface PerMessageDeflateEnd {
	/** Agrees to offers, parsed as `ws` parses them: each parameter with a list of values. */
	accept(offers: readonly object[]): object;
	compress(data: Buffer, isLast: boolean, callback: DeflateCallback): void;
	decompress(data: Buffer, isLast: boolean, callback: DeflateCallback): void;
	cleanup(): void;
}

interface Untyped {
	readonly Receiver: new (options: ReceiverOptions) => Writable;
	readonly PerMessageDeflate: new (options: { isServer: boolean }) => PerMessageDeflateEnd;
}

/** Emits message, ping, pong, conclude, and error with a code such as WS_ERR_INVALID_UTF8. */
export const { Receiver, PerMessageDeflate } = ws as unknown as Untyped;
