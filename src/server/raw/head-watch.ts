/** Notices the ends of HTTP heads (RFC 9112 §2.1) in what a socket reads, however it is cut. */
import type { Socket } from 'node:net';

/** The peer's heads, in order; each is waited for once. */
export interface HeadQueue {
	/**
	 * Calls `tell` once the next head has come whole, which may be at once; returns what takes that
	 * back, and the head remains to be waited for.
	 */
	whenNext(tell: () => void): () => void;
}

/** Where no head is to come any more: whoever waits goes on. */
export const NO_HEAD_DUE: HeadQueue = {
	whenNext(tell) {
		tell();
		return () => undefined;
	}
};

const HEAD_END = [13, 10, 13, 10];
const CR = 13;
/** As a piece of latin1 text that ends with a head. */
const SWITCHING = /(?:^|\n)HTTP\/1\.[01] 101(?: [^\r\n]*)?\r\n/;
/** Characters of a head that are looked through; only a longer one of a student's could be. */
const MOST_KEPT = 2 ** 16;

export class HeadWatch implements HeadQueue {
	readonly #socket: Socket;
	readonly #look: (chunk: Uint8Array) => void;
	readonly #waiting: (() => void)[] = [];
	/** Heads that came and nobody has waited for. */
	#unclaimed = 0;
	#matched = 0;
	/** What came since the last head, as latin1. */
	#text = '';

	constructor(socket: Socket) {
		this.#socket = socket;
		this.#look = (chunk) => this.#takeChunk(chunk);
		socket.on('data', this.#look);
	}

	whenNext(tell: () => void): () => void {
		if (this.#unclaimed > 0) {
			this.#unclaimed--;
			tell();
			return () => undefined;
		}
		this.#waiting.push(tell);
		return () => {
			const at = this.#waiting.indexOf(tell);
			if (at >= 0) this.#waiting.splice(at, 1);
		};
	}

	#takeChunk(chunk: Uint8Array): void {
		let from = 0;
		for (const [at, byte] of chunk.entries()) {
			if (byte === HEAD_END[this.#matched]) this.#matched++;
			else this.#matched = byte === CR ? 1 : 0;
			if (this.#matched < HEAD_END.length) continue;
			this.#keep(chunk.subarray(from, at + 1));
			from = at + 1;
			if (this.#endHead()) return;
		}
		this.#keep(chunk.subarray(from));
	}

	#keep(bytes: Uint8Array): void {
		const room = MOST_KEPT - this.#text.length;
		if (room > 0) this.#text += Buffer.from(bytes.subarray(0, room)).toString('latin1');
	}

	/** True where no further head can come: what follows a 101 is not HTTP. */
	#endHead(): boolean {
		const isLast = SWITCHING.test(this.#text);
		this.#matched = 0;
		this.#text = '';
		if (isLast) this.#socket.off('data', this.#look);
		const tell = this.#waiting.shift();
		if (tell) tell();
		else this.#unclaimed++;
		return isLast;
	}
}
