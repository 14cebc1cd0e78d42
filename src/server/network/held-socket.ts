/**
 * Puts a line between a socket's witness and its kernel handle: what the tap's functions hand down
 * goes into the line, and what the handle gives goes into it before the witness sees it.
 *
 * As in `tapped-socket.ts` the functions are the same for all such sockets. `_read` and `destroy`
 * are among them: the line decides when the handle is read, and an error of a read (the peer's
 * RST) must not overtake what was read before.
 */
import type { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';
import type { WritePart } from '../tap/chunk-copy.ts';
import { assignParts, overriding, type Callback, type StreamParts } from '../tap/tapped-socket.ts';

/** What the socket asks of its line. */
export interface SocketLine {
	/** From the handle; null is the peer's FIN. Returns whether the handle may be read on. */
	receive(chunk: Buffer | null): boolean;
	/** The socket's reader has room. */
	wantMore(): void;
	send(parts: readonly WritePart[], callback: Callback): void;
	end(callback: Callback): void;
	destroy(error: Error | null, callback: Callback): void;
	/** The handle could not be read. */
	break(error: Error): void;
}

interface ReadableParts extends StreamParts {
	_read(size: number): void;
	destroy(error?: Error): unknown;
}

interface ReadableHandle {
	reading: boolean;
	readStop(): void;
}

/** Registered, as the tap's are. */
const LINE = Symbol.for('wire101.line');

type HeldSocket = Omit<Socket, keyof ReadableParts> & ReadableParts & { [LINE]: SocketLine };

interface Parts {
	/** The socket's own, which deal with the handle and with the stream. */
	readonly base: ReadableParts;
	/** What the witness sees through: `push` delivers. */
	readonly tapped: StreamParts;
	readonly held: ReadableParts;
}

/** What Node's streams say of a chunk that is bytes. */
const NO_ENCODING = 'buffer' as BufferEncoding;

const partsOf = new WeakMap<object, Parts>();

/** What a line may do to the socket's ends; each as Node's own function of that name. */
export interface SocketEnds {
	/** Returns whether the reader wants more. */
	deliver(chunk: Buffer | null): boolean;
	read(): void;
	/** Reads no more, for good. */
	stop(): void;
	write(bytes: Buffer, callback: Callback): void;
	end(callback: Callback): void;
	close(error: Error | null, callback: Callback): void;
	fail(error: Error): void;
}

export function holdSocket(socket: Socket, makeLine: (ends: SocketEnds) => SocketLine): void {
	const { base, tapped, held } = partsFor(socket);
	const one = socket as unknown as HeldSocket;
	one[LINE] = makeLine({
		deliver: (chunk) => tapped.push.call(one, chunk),
		read: () => base._read.call(one, 0),
		stop: () => stopReading(one),
		write: (bytes, callback) => base._write.call(one, bytes, NO_ENCODING, callback),
		end: (callback) => base._final.call(one, callback),
		close: (error, callback) => base._destroy.call(one, error, callback),
		fail: (error) => void base.destroy.call(one, error)
	});
	assignParts(one, held);
	one._read = held._read;
	one.destroy = held.destroy;
}

function partsFor(socket: Socket): Parts {
	const base = Object.getPrototypeOf(socket) as ReadableParts;
	let parts = partsOf.get(base);
	if (!parts) {
		const tapped = overriding(belowWitness(base));
		partsOf.set(base, (parts = { base, tapped, held: aroundWitness(base, tapped) }));
	}
	return parts;
}

function belowWitness({ push }: StreamParts): StreamParts {
	const parts: StreamParts & ThisType<HeldSocket> = {
		push,
		_write(chunk, encoding, callback) {
			this[LINE].send([{ chunk, encoding }], callback);
		},
		_writev(chunks, callback) {
			this[LINE].send(chunks, callback);
		},
		_final(callback) {
			this[LINE].end(callback);
		},
		_destroy(error, callback) {
			this[LINE].destroy(error, callback);
		}
	};
	return parts;
}

function aroundWitness(base: ReadableParts, tapped: StreamParts): ReadableParts {
	const parts: ReadableParts & ThisType<HeldSocket> = {
		...tapped,
		push(chunk) {
			return this[LINE].receive(chunk);
		},
		_read() {
			this[LINE].wantMore();
		},
		destroy(error) {
			if (isOfRead(error)) this[LINE].break(error);
			else base.destroy.call(this, error);
			return this;
		}
	};
	return parts;
}

/**
 * A socket that is destroyed has no handle any more, elsewhere than here: Node takes what is read for
 * one for an error, and cannot name an error with a number above zero. That would end the process.
 */
function stopReading(socket: HeldSocket): void {
	const { _handle: handle } = socket as unknown as { _handle?: ReadableHandle | null };
	if (!handle?.reading) return;
	handle.reading = false;
	handle.readStop();
}

/** Node makes it of what the handle says. */
function isOfRead(error: NodeJS.ErrnoException | undefined): error is NodeJS.ErrnoException {
	return error?.syscall === 'read';
}
