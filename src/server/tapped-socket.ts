/**
 * Makes an accepted socket tell a witness what it reads and writes, below the HTTP parser.
 *
 * The socket's prototype is exchanged for one whose `push`, `_write`, `_writev`, `_final` and
 * `_destroy` (Node's own contract for implementors of streams) tell the witness first. No closure
 * and no property a socket; taking the witness away puts the first prototype back, and nothing is
 * left. The HTTP parser would read the handle directly, past `push`: a 'data' listener that comes
 * and goes makes Node hand the handle back ("unconsume").
 */
import type { Socket } from 'node:net';

export interface Witness {
	/** Before the socket's reader sees a chunk. The chunk must not be kept: `ws` unmasks in place. */
	willRead(chunk: Buffer): void;
	/** After everybody has seen it (unless the witness left meanwhile). */
	didRead(): void;
	didReadEnd(): void;
	willWrite(chunk: Buffer | string, encoding: BufferEncoding): void;
	willWriteAll(parts: readonly WritePart[]): void;
	willEnd(): void;
	/** @param isAllRead nothing was left unread as far as is known; @param isReset by `resetAndDestroy()` */
	willDestroy(error: Error | null, isAllRead: boolean, isReset: boolean): void;
}

export interface WritePart {
	readonly chunk: Buffer | string;
	readonly encoding: BufferEncoding;
}

type Callback = (error?: Error | null) => void;

/** What Node's streams ask of an implementor; `net.Socket` has all of them. */
interface StreamParts {
	push(chunk: Buffer | null, encoding?: BufferEncoding): boolean;
	_write(chunk: Buffer | string, encoding: BufferEncoding, callback: Callback): void;
	_writev(parts: readonly WritePart[], callback: Callback): void;
	_final(callback: Callback): void;
	_destroy(error: Error | null, callback: Callback): void;
}

/** Registered, so that a second instance of this module (dev server) finds the same witness. */
const WITNESS = Symbol.for('wire101.witness');

type TappedSocket = Socket & { [WITNESS]?: Witness | null; resetAndClosing?: boolean };

const tappedPrototypes = new WeakMap<object, object>();

export function setWitness(socket: Socket, witness: Witness): void {
	const base: object = Object.getPrototypeOf(socket);
	let tapped = tappedPrototypes.get(base);
	if (!tapped) tappedPrototypes.set(base, (tapped = tappedPrototype(base as StreamParts)));
	(socket as TappedSocket)[WITNESS] = witness;
	Object.setPrototypeOf(socket, tapped);
	socket.on('data', unconsume);
	socket.removeListener('data', unconsume);
}

export function witnessOf(socket: object): Witness | null {
	return (socket as TappedSocket)[WITNESS] ?? null;
}

export function removeWitness(socket: Socket): void {
	const tapped = socket as TappedSocket;
	if (!tapped[WITNESS]) return;
	tapped[WITNESS] = null;
	Object.setPrototypeOf(socket, Object.getPrototypeOf(Object.getPrototypeOf(socket)));
}

function unconsume(): void {
	// Its coming and going is all that matters.
}

function tappedPrototype(base: StreamParts): object {
	const { push, _write, _writev, _final, _destroy } = base;
	const overrides: StreamParts & ThisType<TappedSocket> = {
		push(chunk, encoding) {
			const witness = this[WITNESS];
			if (chunk === null) witness?.didReadEnd();
			else witness?.willRead(chunk);
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
	return Object.assign(Object.create(base), overrides);
}
