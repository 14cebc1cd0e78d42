/**
 * The recording of one observed HTTP exchange and of everything after its upgrade, whose witness
 * it then is by itself. At its bound the recording stops with a marker; ends of the connection are
 * still noted.
 */
import type { Buffer } from 'node:buffer';
import type { Direction } from '#lib/protocol/direction.ts';
import { copyChunk, copyParts, copyText, type WritePart } from './chunk-copy.ts';
import type { Observation } from './recording-sink.ts';
import type { Witness } from './tapped-socket.ts';

export class ExchangeRecorder implements Witness {
	readonly observation: Observation;
	/** First bytes of the server's answer: what a refused handshake was told. */
	answer: Uint8Array | null = null;
	isStopped = false;
	#room: number;
	#finSent = false;
	#finReceived = false;

	/** @param room bytes this recording may hold */
	constructor(observation: Observation, room: number) {
		this.observation = observation;
		this.#room = room;
	}

	now(): number {
		return this.observation.sink.now();
	}

	willRead(chunk: Buffer): void {
		if (!this.isStopped) this.data('client', copyChunk(chunk), this.now());
	}

	didRead(): void {
		// What was read has been recorded before.
	}

	didReadEnd(): void {
		this.fin('client');
	}

	willWrite(chunk: Buffer | string, encoding: BufferEncoding): void {
		if (this.isStopped) return;
		const copy = typeof chunk === 'string' ? copyText(chunk, encoding) : copyChunk(chunk);
		this.data('server', copy, this.now());
	}

	willWriteAll(parts: readonly WritePart[]): void {
		if (!this.isStopped) this.data('server', copyParts(parts), this.now());
	}

	willEnd(): void {
		this.fin('server');
	}

	/**
	 * Without a FIN before, the kernel sends one if nothing is left unread, else an RST: noted only
	 * where it is known that nothing was left.
	 */
	willDestroy(error: Error | null, isAllRead: boolean, isReset: boolean): void {
		const code = (error as NodeJS.ErrnoException | null)?.code;
		if (isReset) this.rst('server');
		else if (code === 'ECONNRESET' || code === 'EPIPE') this.rst('client');
		else if (isAllRead || this.#finReceived) this.fin('server');
	}

	accepted(t: number): void {
		const { sink, connection } = this.observation;
		sink.append({ kind: 'accepted', t, connection });
	}

	/** Takes ownership of `bytes`. Returns false once the recording has reached a bound. */
	data(direction: Direction, bytes: Uint8Array, t: number): boolean {
		if (this.isStopped) return false;
		const { observation } = this;
		this.#room -= bytes.length;
		if (this.#room < 0) return this.#stop('connection', t);
		if (!observation.take(bytes.length)) return this.#stop('session', t);
		if (this.answer === null && direction === 'server') this.answer = bytes;
		const { sink, connection } = observation;
		sink.append({ kind: 'data', t, connection, direction, bytes });
		return true;
	}

	fin(direction: Direction): void {
		if (direction === 'server') {
			if (this.#finSent) return;
			this.#finSent = true;
		} else this.#finReceived = true;
		const { sink, connection } = this.observation;
		sink.append({ kind: 'fin', t: sink.now(), connection, direction });
	}

	rst(direction: Direction): void {
		const { sink, connection } = this.observation;
		sink.append({ kind: 'rst', t: sink.now(), connection, direction });
	}

	#stop(bound: 'connection' | 'session', t: number): false {
		this.isStopped = true;
		const { sink, connection } = this.observation;
		sink.append({ kind: 'stopped', t, connection, bound });
		return false;
	}
}
