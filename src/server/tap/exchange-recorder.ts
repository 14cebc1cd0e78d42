/**
 * The recording of one observed HTTP exchange and of everything after its upgrade, whose witness
 * it then is by itself. At its bound the recording stops with a marker, or goes on counting bytes
 * where somebody counts them; ends of the connection are still noted.
 */
import type { Buffer } from 'node:buffer';
import type { Direction } from '#lib/protocol/direction.ts';
import { copyChunk, copyParts, copyText, lengthOf, type WritePart } from './chunk-copy.ts';
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
		this.read(chunk, this.now());
	}

	/** A chunk that was read at `t`. */
	read(chunk: Buffer, t: number): void {
		if (this.#admits('client', chunk.length, t)) this.#keep('client', copyChunk(chunk), t);
	}

	didRead(): void {
		// What was read has been recorded before.
	}

	didReadEnd(): void {
		this.fin('client');
	}

	willWrite(chunk: Buffer | string, encoding: BufferEncoding): void {
		const t = this.now();
		if (!this.#admits('server', lengthOf({ chunk, encoding }), t)) return;
		const copy = typeof chunk === 'string' ? copyText(chunk, encoding) : copyChunk(chunk);
		this.#keep('server', copy, t);
	}

	willWriteAll(parts: readonly WritePart[]): void {
		const t = this.now();
		let length = 0;
		for (const part of parts) length += lengthOf(part);
		if (this.#admits('server', length, t)) this.#keep('server', copyParts(parts), t);
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

	/** Whether so many bytes are kept; else they are counted, or the recording has stopped. */
	#admits(direction: Direction, length: number, t: number): boolean {
		if (this.isStopped) return false;
		const { observation } = this;
		const fits = length <= this.#room;
		if (fits && observation.take(length)) {
			this.#room -= length;
			return true;
		}
		if (observation.count) observation.count(direction, length, t);
		else this.#stop(fits ? 'session' : 'connection', t);
		return false;
	}

	#keep(direction: Direction, bytes: Uint8Array, t: number): void {
		if (this.answer === null && direction === 'server') this.answer = bytes;
		const { sink, connection } = this.observation;
		sink.append({ kind: 'data', t, connection, direction, bytes });
	}

	#stop(bound: 'connection' | 'session', t: number): void {
		this.isStopped = true;
		const { sink, connection } = this.observation;
		sink.append({ kind: 'stopped', t, connection, bound });
	}
}
