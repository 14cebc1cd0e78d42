/**
 * Makes an accepted socket tell a witness what it reads and writes, below the HTTP parser.
 *
 * The socket gets its own `push`, `_write`, `_writev`, `_final` and `_destroy` (Node's contract for
 * implementors of streams), which tell the witness first. They are the same functions for every
 * socket, set in the same order: no closure a socket, and one hidden class for all of them. (An
 * exchanged prototype would be neater, but gives every socket a hidden class of its own: 1 KiB
 * each, and every inline cache that sees them is lost.) For the same reason they are set back to
 * what they hid, not deleted.
 *
 * The HTTP parser would read the handle directly, past `push`: a 'data' listener that comes and
 * goes makes Node hand the handle back ("unconsume").
 *
 * Below the witness there may be a line with delays (`#server/network`). Only such a socket gets
 * parts of its own kind; all others have no trace of it.
 */
import type { Socket } from 'node:net';
import type { WritePart } from './chunk-copy.ts';

export interface Witness {
	/**
	 * Before the socket's reader sees a chunk. The chunk must not be kept: `ws` unmasks in place.
	 * True where a line has been put below the witness: then the chunk begins its way again.
	 */
	willRead(chunk: Buffer): boolean | void;
	/** After everybody has seen it (unless the witness left meanwhile). */
	didRead(): void;
	didReadEnd(): void;
	willWrite(chunk: Buffer | string, encoding: BufferEncoding): void;
	willWriteAll(parts: readonly WritePart[]): void;
	willEnd(): void;
	/** @param isAllRead nothing was left unread as far as is known; @param isReset by `resetAndDestroy()` */
	willDestroy(error: Error | null, isAllRead: boolean, isReset: boolean): void;
}

export type Callback = (error?: Error | null) => void;

/** What Node's streams ask of an implementor; `net.Socket` has all of them. */
export interface StreamParts {
	push(chunk: Buffer | null, encoding?: BufferEncoding): boolean;
	_write(chunk: Buffer | string, encoding: BufferEncoding, callback: Callback): void;
	_writev(parts: readonly WritePart[], callback: Callback): void;
	_final(callback: Callback): void;
	_destroy(error: Error | null, callback: Callback): void;
}

/** Registered, so that a second instance of this module (dev server) finds the same witness. */
const WITNESS = Symbol.for('wire101.witness');

interface Tapped extends StreamParts {
	[WITNESS]?: Witness | null;
	resetAndClosing?: boolean;
	isPaused(): boolean;
}

type TappedSocket = Socket & Tapped;

/** Of each kind of socket (plain, TLS) what its own functions do. */
const overridesOf = new WeakMap<
	object,
	{ readonly base: StreamParts; readonly own: StreamParts }
>();

export function setWitness(socket: Socket, witness: Witness): void {
	const { own } = overridesFor(socket);
	(socket as TappedSocket)[WITNESS] = witness;
	assignParts(socket as TappedSocket, own);
	socket.on('data', unconsume);
	socket.removeListener('data', unconsume);
}

export function witnessOf(socket: object): Witness | null {
	return (socket as TappedSocket)[WITNESS] ?? null;
}

/** Another one sees what comes from now on. */
export function replaceWitness(socket: Socket, witness: Witness): void {
	(socket as TappedSocket)[WITNESS] = witness;
}

/** A line that is below stays there: what is on its way keeps its order. */
export function removeWitness(socket: Socket): void {
	const tapped = socket as TappedSocket;
	if (!tapped[WITNESS]) return;
	tapped[WITNESS] = null;
	const { own, base } = overridesFor(socket);
	if (tapped.push === own.push) assignParts(tapped, base);
}

export function assignParts(socket: StreamParts, parts: StreamParts): void {
	socket.push = parts.push;
	socket._write = parts._write;
	socket._writev = parts._writev;
	socket._final = parts._final;
	socket._destroy = parts._destroy;
}

function unconsume(): void {
	// Its coming and going is all that matters.
}

function overridesFor(socket: Socket) {
	const prototype = Object.getPrototypeOf(socket) as StreamParts;
	let overrides = overridesOf.get(prototype);
	if (!overrides) {
		const { push, _write, _writev, _final, _destroy } = prototype;
		const base = { push, _write, _writev, _final, _destroy };
		overridesOf.set(prototype, (overrides = { base, own: overriding(base) }));
	}
	return overrides;
}

/** Tells the witness of whichever socket they are called on, then does what `base` does. */
export function overriding({ push, _write, _writev, _final, _destroy }: StreamParts): StreamParts {
	const own: StreamParts & ThisType<TappedSocket> = {
		push(chunk, encoding) {
			const witness = this[WITNESS];
			if (chunk === null) witness?.didReadEnd();
			else if (witness?.willRead(chunk)) return this.push(chunk, encoding);
			const wantsMore = push.call(this, chunk, encoding);
			if (chunk !== null) this[WITNESS]?.didRead();
			return wantsMore;
		},
		_write(chunk, encoding, callback) {
			this[WITNESS]?.willWrite(chunk, encoding);
			_write.call(this, chunk, encoding, callback);
		},
		_writev(parts, callback) {
			this[WITNESS]?.willWriteAll(parts);
			_writev.call(this, parts, callback);
		},
		_final(callback) {
			this[WITNESS]?.willEnd();
			_final.call(this, callback);
		},
		_destroy(error, callback) {
			this[WITNESS]?.willDestroy(error, !this.isPaused(), this.resetAndClosing === true);
			_destroy.call(this, error, callback);
		}
	};
	return own;
}
