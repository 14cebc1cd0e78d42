/**
 * The way between a socket's witness and its kernel handle, with delay and jitter in both
 * directions. Data, FIN, RST and the socket's own end keep their order.
 *
 * What is on its way is bounded: beyond that the handle is not read, and writes wait, as they do
 * when a kernel's buffer is full; where all lines together have much on their way, each has little
 * room. A write within the bound counts as taken. A socket that our side destroys lives on until what it had written is out, and then closes.
 */
import { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';
import type { WritePart } from '../tap/chunk-copy.ts';
import type { Callback } from '../tap/tapped-socket.ts';
import {
	DelayQueue,
	type NetworkClock,
	type NetworkConditions,
	type SharedBytes
} from './delay-queue.ts';
import type { SocketEnds, SocketLine } from './held-socket.ts';

/** Bytes on their way in one direction, each chunk with what it costs to keep. */
export const ROOM = 1024 * 1024;
/** The same where all lines together have more on their way than they may. */
export const LEAST_ROOM = 16 * 1024;
const CHUNK_COST = 128;
/** How long a peer that does not read may keep a socket that we have destroyed, in ms. */
const LINGER = 10_000;

export interface LineParts {
	readonly clock: NetworkClock;
	readonly random: () => number;
	/** What all lines have on their way, and may have. */
	readonly all: SharedBytes;
	readonly mostInAll: number;
	/** Conditions that begin with a chunk; undefined where those before it go on. */
	conditionsFrom(chunk: Buffer): NetworkConditions | undefined;
}

type Incoming =
	| {
			readonly kind: 'chunk';
			readonly chunk: Buffer;
			readonly conditions: NetworkConditions | undefined;
	  }
	| { readonly kind: 'fin' }
	| { readonly kind: 'error'; readonly error: Error };

type Outgoing =
	| { readonly kind: 'write'; readonly bytes: Buffer }
	| { readonly kind: 'fin' }
	| { readonly kind: 'close' };

export class Line implements SocketLine {
	readonly #socket: Socket;
	readonly #ends: SocketEnds;
	readonly #parts: LineParts;
	readonly #incoming: DelayQueue<Incoming>;
	readonly #outgoing: DelayQueue<Outgoing>;
	/** The handle gives no more. */
	#isReadOut = false;
	/** The handle takes no more: what is written is lost, as on a line that was cut. */
	#isCut = false;
	/** A write that is in the queue, and beyond its bound. */
	#unacknowledged: Callback | null = null;
	/** Our side has destroyed the socket, which has not closed yet. */
	#ending: { readonly error: Error | null; readonly callback: Callback } | null = null;
	#cutOff: unknown = null;

	constructor(socket: Socket, ends: SocketEnds, parts: LineParts) {
		const { clock, random, all } = parts;
		this.#socket = socket;
		this.#ends = ends;
		this.#parts = parts;
		this.#incoming = new DelayQueue(clock, random, (item) => this.#arrive(item), all);
		this.#outgoing = new DelayQueue(clock, random, (item) => this.#depart(item), all);
	}

	/** In one direction. */
	get #room(): number {
		const { all, mostInAll } = this.#parts;
		return all.bytes > mostInAll ? LEAST_ROOM : ROOM;
	}

	receive(chunk: Buffer | null): boolean {
		if (this.#socket.destroyed) return true;
		if (chunk === null) {
			this.#isReadOut = true;
			this.#incoming.push({ kind: 'fin' }, 0);
			return false;
		}
		const conditions = this.#parts.conditionsFrom(chunk);
		if (conditions) this.#incoming.conditions = conditions;
		this.#incoming.push({ kind: 'chunk', chunk, conditions }, chunk.length + CHUNK_COST);
		return this.#incoming.bytes < this.#room;
	}

	wantMore(): void {
		this.#incoming.resume();
		this.#readOn();
	}

	/** Copied: who wrote a chunk may use its memory again once the write counts as taken. */
	send(parts: readonly WritePart[], callback: Callback): void {
		if (this.#isCut) return callback();
		const bytes = Buffer.concat(parts.map(bytesOf));
		this.#unacknowledged = callback;
		this.#outgoing.push({ kind: 'write', bytes }, bytes.length + CHUNK_COST);
		this.#acknowledge();
	}

	end(callback: Callback): void {
		if (!this.#isCut) this.#outgoing.push({ kind: 'fin' }, 0);
		callback();
	}

	/** What was still to be read is of no use; what was written goes out before the end. */
	destroy(error: Error | null, callback: Callback): void {
		this.#isReadOut = true;
		this.#ends.stop();
		this.#incoming.clear();
		this.#socket.setTimeout(0);
		this.#ending = { error, callback };
		if (this.#isCut) return this.#close();
		this.#outgoing.push({ kind: 'close' }, 0);
		this.#cutOffLater();
	}

	/** The peer's RST comes after what was read before; whatever we write meanwhile is lost. */
	break(error: Error): void {
		this.#cutBy(error);
	}

	#arrive(item: Incoming): void {
		if (item.kind === 'error') return this.#ends.fail(item.error);
		if (item.kind === 'fin') {
			this.#ends.deliver(null);
			// As Node does: who does not read yet learns of the end all the same.
			this.#socket.read(0);
			return;
		}
		if (item.conditions) this.#outgoing.conditions = item.conditions;
		if (!this.#ends.deliver(item.chunk)) this.#incoming.hold();
		else this.#readOn();
	}

	#readOn(): void {
		if (!this.#isReadOut && this.#incoming.bytes < this.#room) this.#ends.read();
	}

	#depart(item: Outgoing): void {
		if (item.kind === 'close') return this.#close();
		// The next one waits until the kernel has taken this one.
		this.#outgoing.hold();
		const done = (error?: Error | null) => {
			if (error) this.#cutBy(error);
			else this.#outgoing.resume();
			this.#acknowledge();
		};
		if (item.kind === 'fin') this.#ends.end(() => done());
		else this.#ends.write(item.bytes, done);
	}

	#acknowledge(): void {
		if (this.#outgoing.bytes > this.#room) return;
		const callback = this.#unacknowledged;
		this.#unacknowledged = null;
		callback?.();
	}

	/** The handle is of no use any more: what comes last of it is this error. */
	#cutBy(error: Error): void {
		if (this.#isCut) return;
		this.#isCut = this.#isReadOut = true;
		this.#outgoing.clear();
		this.#acknowledge();
		if (this.#ending) return this.#close();
		// Who does not read would never learn of it.
		if (this.#incoming.isHeld) this.#ends.fail(error);
		else this.#incoming.push({ kind: 'error', error }, 0);
	}

	#close(): void {
		const ending = this.#ending;
		if (!ending) return;
		this.#ending = null;
		this.#outgoing.clear();
		if (this.#cutOff !== null) this.#parts.clock.clearTimeout(this.#cutOff);
		this.#ends.close(ending.error, ending.callback);
	}

	#cutOffLater(): void {
		if (!this.#ending) return;
		const { clock } = this.#parts;
		const ms = this.#outgoing.longest + LINGER;
		this.#cutOff = clock.setTimeout(() => {
			// Node cannot reset a socket while its FIN waits for room.
			(this.#socket as { resetAndClosing?: boolean }).resetAndClosing = false;
			this.#close();
		}, ms);
	}
}

function bytesOf({ chunk, encoding }: WritePart): Buffer {
	return typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk;
}
