/** The answer that an event stream is written to: chunks of HTTP, in gzip where that was agreed. */
import type { ServerResponse } from 'node:http';
import { constants, createGzip, type Gzip } from 'node:zlib';
import { onGone } from '../http/on-gone.ts';
import { reset } from '../sockets/reset.ts';
import type { Line } from './slow-reader.ts';

/**
 * A window of 8 KiB and 64 KiB of memory in all, a quarter of what zlib takes by itself: each stream
 * has its own. What is written is flushed, or events would wait for those after them.
 */
const GZIP = { windowBits: 13, memLevel: 6, flush: constants.Z_SYNC_FLUSH } as const;

export class EventStreamLine implements Line {
	readonly #response: ServerResponse;
	readonly #gzip: Gzip | null;
	readonly #onSlow: () => void;

	constructor(response: ServerResponse, isCompressed: boolean, onSlow: () => void) {
		this.#response = response;
		this.#onSlow = onSlow;
		this.#gzip = isCompressed ? compressInto(response) : null;
	}

	get waiting(): number {
		const waiting = this.#response.writableLength;
		if (!this.#gzip) return waiting;
		return waiting + this.#gzip.writableLength + this.#gzip.readableLength;
	}

	write(bytes: Uint8Array, taken?: () => void): void {
		(this.#gzip ?? this.#response).write(bytes, taken);
	}

	drop(): void {
		this.#onSlow();
	}

	/** @param isLast nothing more is to come on this connection */
	end(isLast: boolean): void {
		const { socket } = this.#response;
		if (isLast) this.#response.once('finish', () => socket?.end());
		(this.#gzip ?? this.#response).end();
	}

	reset(): void {
		// The request's: the response has none while it waits behind others.
		reset(this.#response.req.socket);
		this.#gzip?.destroy();
	}
}

function compressInto(response: ServerResponse): Gzip {
	const gzip = createGzip(GZIP);
	gzip.on('error', () => response.destroy());
	gzip.pipe(response);
	onGone(response, () => gzip.destroy());
	return gzip;
}
