/**
 * Observes one accepted TCP connection: exact bytes of both directions, per HTTP exchange.
 *
 * A request's chunks are held until the router has seen its target. The router decides while Node
 * emits 'request' or 'upgrade': `observe` keeps them (and, after an upgrade, everything to come);
 * what nobody observed is freed as soon as the chunk has been read. Recorded writes are "handed to
 * the kernel", no more is known of them.
 */
import { Buffer } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { WritePart } from './chunk-copy.ts';
import { ExchangeRecorder } from './exchange-recorder.ts';
import type { Observation } from './recording-sink.ts';
import { RequestSplitter, requestLineOf } from './request-splitter.ts';
import {
	removeWitness,
	replaceWitness,
	setWitness,
	witnessOf,
	type Witness
} from './tapped-socket.ts';

/**
 * No head is longer (twice the highest MAX_HEADER_BYTES): what grows beyond is not the head it is
 * taken for, and is not held.
 */
const LONGEST_HEAD = 512 * 1024;

/** As Node writes it (RFC 9110 §15.2.1). */
const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';

/** A read, or the part of it that belongs to one request; `at`: ms of `performance.now()`. */
interface Piece {
	readonly read: Buffer;
	readonly bytes: Buffer;
	readonly at: number;
}

/** A request whose head is not complete, or nobody has decided about yet. */
interface HeldRequest {
	readonly pieces: Piece[];
	/** Its head is complete. */
	isReady: boolean;
	/** First line of a complete head, once somebody asks: for most requests nobody does. */
	line: string | null;
}

/** Sees each chunk before the tap does, until an upgrade. */
export interface Watch {
	/** True where it has put a line below the tap, into which the chunk goes first. */
	insertsLine(socket: Socket, chunk: Buffer): boolean;
}

export class Tap implements Witness {
	/** Null once there is nothing more to watch for. */
	watch: Watch | null = null;
	readonly #socket: Socket;
	readonly #acceptedAt = performance.now();
	/** Null once requests cannot be told from each other any more: nothing is held from then on. */
	#splitter: RequestSplitter | null = new RequestSplitter();
	#held: HeldRequest[] | null = null;
	/** `100 Continue`, which Node writes before anybody has seen the request it goes to. */
	#interim: string | null = null;
	/** Takes what is read: the observed request's body. */
	#reader: ExchangeRecorder | null = null;
	/** Takes what is written: the observed exchange's answer. */
	#writer: ExchangeRecorder | null = null;

	constructor(socket: Socket) {
		this.#socket = socket;
	}

	/**
	 * Keeps the exchange of `request`. With `response` it ends with that response, without one the
	 * request was an upgrade and everything to come belongs to it. To be called while Node emits
	 * the event that brought the request. Null where its bytes cannot be told from others'.
	 */
	observe(
		request: IncomingMessage,
		response: ServerResponse | null,
		observation: Observation,
		room: number
	): ExchangeRecorder | null {
		const line = `${request.method} ${request.url} HTTP/${request.httpVersion}`;
		const index = this.#held?.findIndex((held) => isOf(held, line)) ?? -1;
		const held = this.#held?.[index];
		if (!this.#held || !held) return null;
		const recorder = new ExchangeRecorder(observation, room);
		const isUpgrade = response === null;
		const mine = isUpgrade ? this.#held.slice(index).flatMap(({ pieces }) => pieces) : held.pieces;
		recorder.accepted(timeIn(recorder, this.#acceptedAt));
		replay(recorder, joined(mine));
		if (this.#interim !== null) recorder.willWrite(this.#interim, 'latin1');
		this.#interim = null;
		if (!isUpgrade) {
			if (index === this.#held.length - 1) this.#reader = recorder;
			this.#held.splice(index, 1);
			this.#recordResponse(recorder, response);
		} else {
			this.#held = null;
			replaceWitness(this.#socket, recorder);
		}
		return recorder;
	}

	/** Leaves the socket as if it had never been observed. */
	remove(): void {
		this.#held = this.#reader = this.#writer = this.#interim = null;
		removeWitness(this.#socket);
	}

	willRead(chunk: Buffer): boolean {
		if (this.watch?.insertsLine(this.#socket, chunk)) {
			this.watch = null;
			return true;
		}
		if (!this.#splitter) return false;
		this.#hold(chunk, this.#splitter);
		if (this.#splitter.headLength > LONGEST_HEAD) {
			this.#splitter = this.#held = this.#reader = null;
		}
		return false;
	}

	didRead(): void {
		if (!this.#held) return;
		this.#interim = null;
		// Whoever wanted these requests has said so by now.
		const last = this.#held.at(-1);
		this.#held = last?.isReady === false ? [last] : null;
	}

	didReadEnd(): void {
		this.#reader?.didReadEnd();
	}

	willWrite(chunk: Buffer | string, encoding: BufferEncoding): void {
		if (this.#writer) this.#writer.willWrite(chunk, encoding);
		else if (this.#held && chunk === CONTINUE) this.#interim = chunk;
	}

	willWriteAll(parts: readonly WritePart[]): void {
		this.#writer?.willWriteAll(parts);
	}

	willEnd(): void {
		this.#writer?.willEnd();
	}

	willDestroy(error: Error | null, isAllRead: boolean, isReset: boolean): void {
		(this.#writer ?? this.#reader)?.willDestroy(error, isAllRead, isReset);
	}

	#hold(chunk: Buffer, splitter: RequestSplitter): void {
		const at = performance.now();
		for (let from = 0; from < chunk.length;) {
			const isContinued = splitter.kind !== 'end';
			const isBody = splitter.kind === 'head' || splitter.kind === 'body';
			if (!isContinued) this.#reader = null;
			const end = splitter.cut(chunk, from);
			const bytes = from === 0 && end === chunk.length ? chunk : chunk.subarray(from, end);
			if (isBody) this.#holdBody({ read: chunk, bytes, at });
			else this.#holdHead({ read: chunk, bytes, at }, splitter, isContinued);
			from = end;
		}
	}

	#holdHead(piece: Piece, splitter: RequestSplitter, isContinued: boolean): void {
		this.#held ??= [];
		let held = isContinued ? this.#held.at(-1) : undefined;
		if (!held) this.#held.push((held = { pieces: [], isReady: false, line: null }));
		held.pieces.push(piece);
		held.isReady = splitter.kind !== 'part';
	}

	/** A body in the same chunk as its head comes before the decision; later ones after it. */
	#holdBody(piece: Piece): void {
		if (this.#reader) replay(this.#reader, [piece]);
		else this.#held?.at(-1)?.pieces.push(piece);
	}

	#recordResponse(recorder: ExchangeRecorder, response: ServerResponse): void {
		const start = () => {
			this.#writer = recorder;
		};
		if (response.socket) start();
		else response.once('socket', start);
		// First of the listeners: Node's own lets the next response write.
		response.prependOnceListener('finish', () => {
			if (this.#writer === recorder) this.#writer = null;
		});
	}
}

function isOf(held: HeldRequest, line: string): boolean {
	if (!held.isReady) return false;
	held.line ??= requestLineOf(wholeOf(held.pieces));
	return held.line === line;
}

function wholeOf(pieces: readonly Piece[]): Buffer {
	const [first] = pieces;
	return first && pieces.length === 1
		? first.bytes
		: Buffer.concat(pieces.map(({ bytes }) => bytes));
}

/** Microseconds on the session's clock of a moment on this process's clock. */
function timeIn(recorder: ExchangeRecorder, at: number): number {
	return Math.max(0, Math.round(recorder.now() - (performance.now() - at) * 1000));
}

function replay(recorder: ExchangeRecorder, pieces: readonly Piece[]): void {
	for (const { bytes, at } of pieces) {
		recorder.read(bytes, timeIn(recorder, at));
	}
}

/** What was one read is one chunk again: an upgraded request and the frames behind it. */
function joined(pieces: readonly Piece[]): Piece[] {
	const whole: Piece[] = [];
	for (const piece of pieces) {
		const before = whole.at(-1);
		if (before?.read === piece.read)
			whole[whole.length - 1] = { ...before, bytes: joinPieces(before.bytes, piece.bytes) };
		else whole.push(piece);
	}
	return whole;
}

function joinPieces(left: Buffer, right: Buffer): Buffer {
	return Buffer.from(left.buffer, left.byteOffset, left.length + right.length);
}

/** To be called synchronously while the server emits 'connection', before anything is read. */
export function attachTap(socket: Socket): void {
	if (witnessOf(socket)) return;
	setWitness(socket, new Tap(socket));
}

/** Null where the socket has none (any more): it was never tapped, or its upgrade is recorded. */
export function tapOf(socket: object): Tap | null {
	const witness = witnessOf(socket);
	return witness && 'observe' in witness ? (witness as Tap) : null;
}
