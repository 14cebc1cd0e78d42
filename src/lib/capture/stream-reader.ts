/**
 * Readers of one direction's bytes, one for each thing that can be next: a head, a body, frames,
 * or nothing that is known. Each takes what is its own and gives back the rest.
 */
import type { DeflateParameters } from '#lib/protocol/deflate/deflate-parameters.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { FrameStream } from '#lib/protocol/frames/frame-stream.ts';
import { HttpBodyStream, type BodyFraming } from '#lib/protocol/http/http-body.ts';
import { HttpHeadStream, type HttpHead } from '#lib/protocol/http/http-head.ts';
import type { MakeInflater } from '#lib/protocol/deflate/inflater.ts';
import type { HandshakeVerdict } from '#lib/protocol/handshake/opening-handshake.ts';
import { readHead } from '#lib/protocol/http/read-head.ts';
import type { BytesRecord, FrameRecord, RecordCommon } from './conversation-record.ts';
import { GrowingBytes } from './growing-bytes.ts';
import type { ChunkPlace, RecordWriter } from './record-writer.ts';

export interface StreamReader {
	/** Takes bytes, at least one; returns those that the next reader is to read. */
	read(bytes: Uint8Array, place: ChunkPlace): Uint8Array;
	/** The direction sends no more. */
	end?(place: ChunkPlace): void;
}

const NOTHING = new Uint8Array(0);

/** Called with each complete head, and asked for the verdict that its record carries. */
export interface HeadListener {
	judge(head: HttpHead): HandshakeVerdict | null;
	/** A head is complete and written as a record: what follows it is the listener's to say. */
	accept(head: HttpHead, verdict: HandshakeVerdict | null, record: number, place: ChunkPlace): void;
	/** No head will be found in this direction any more. */
	giveUp(): void;
}

export class HeadReader implements StreamReader {
	readonly #writer: RecordWriter;
	readonly #listener: HeadListener;
	readonly #stream: HttpHeadStream;
	readonly #bytes = new GrowingBytes();

	constructor(writer: RecordWriter, listener: HeadListener) {
		this.#writer = writer;
		this.#listener = listener;
		this.#stream = new HttpHeadStream({ kind: kindOf(writer.direction) });
	}

	read(bytes: Uint8Array, place: ChunkPlace): Uint8Array {
		const result = this.#stream.push(bytes);
		if (result.kind === 'incomplete') {
			this.#bytes.push(bytes);
			this.#writePending(result.length, place);
			return NOTHING;
		}
		const { head, length, rest } = result;
		const isComplete = result.kind === 'head';
		const verdict = isComplete ? this.#listener.judge(head) : null;
		const { index } = this.#writer.write(length, isComplete, place, (common) =>
			headRecord(common, head, verdict)
		);
		if (isComplete) this.#listener.accept(head, verdict, index, place);
		else this.end();
		return rest;
	}

	end(): void {
		this.#writer.abandon();
		this.#listener.giveUp();
	}

	#writePending(length: number, place: ChunkPlace): void {
		const bytes = this.#bytes;
		const kind = kindOf(this.#writer.direction);
		let head: HttpHead | null = null;
		this.#writer.write(length, false, place, (common) => ({
			...headRecord(common, EMPTY_HEAD[kind], null),
			// Read when looked at: a head sent byte by byte is not read again at each byte.
			get head() {
				return (head ??= readHead(kind, bytes.join(length))) as never;
			}
		}));
	}
}

const EMPTY_HEAD = {
	request: readHead('request', NOTHING),
	response: readHead('response', NOTHING)
};

function kindOf(direction: Direction): HttpHead['kind'] {
	return direction === 'client' ? 'request' : 'response';
}

function headRecord(common: RecordCommon, head: HttpHead, verdict: HandshakeVerdict | null) {
	return head.kind === 'request'
		? { ...common, direction: 'client' as const, kind: head.kind, head, verdict }
		: { ...common, direction: 'server' as const, kind: head.kind, head, verdict };
}

/** A body of HTTP, written as one record, and stepped over. */
export class BodyReader implements StreamReader {
	readonly #writer: RecordWriter;
	readonly #onend: () => void;
	readonly #stream: HttpBodyStream;
	readonly #framing: BodyFraming;
	readonly #bytes = new GrowingBytes();

	constructor(writer: RecordWriter, framing: BodyFraming, onend: () => void) {
		this.#writer = writer;
		this.#framing = framing;
		this.#onend = onend;
		this.#stream = new HttpBodyStream(framing);
	}

	read(bytes: Uint8Array, place: ChunkPlace): Uint8Array {
		const { length, isComplete } = this.#stream.push(bytes);
		if (length > 0) {
			this.#bytes.push(bytes.subarray(0, length));
			writeBytes(this.#writer, 'body', this.#bytes, isComplete, place);
		}
		if (isComplete) this.#onend();
		return bytes.subarray(length);
	}

	end(place: ChunkPlace): void {
		const isWhole = this.#framing.kind === 'until-close' && this.#bytes.length > 0;
		if (isWhole) writeBytes(this.#writer, 'body', this.#bytes, true, place);
		else this.#writer.abandon();
	}
}

/** Bytes that belong to nothing: after the end, after a gap, after a head that had none. */
export class StrayReader implements StreamReader {
	readonly #writer: RecordWriter;
	readonly #bytes = new GrowingBytes();

	constructor(writer: RecordWriter) {
		this.#writer = writer;
	}

	read(bytes: Uint8Array, place: ChunkPlace): Uint8Array {
		this.#bytes.push(bytes);
		writeBytes(this.#writer, 'stray', this.#bytes, true, place);
		return NOTHING;
	}

	end(): void {
		this.#writer.abandon();
	}
}

/** Joined when looked at; stray bytes are whole however many more come. */
function writeBytes(
	writer: RecordWriter,
	kind: 'body' | 'stray',
	source: GrowingBytes,
	isComplete: boolean,
	place: ChunkPlace
): void {
	const { length } = source;
	const { direction } = writer;
	let joined: Uint8Array | null = null;
	const make = (common: RecordCommon): BytesRecord => ({
		...common,
		direction,
		kind,
		get bytes() {
			return (joined ??= source.join(length));
		}
	});
	writer.write(length, isComplete, place, make, kind === 'stray' || !isComplete);
}

/** Called with each frame in wire order, and with one that breaks a rule before it is whole. */
export interface FrameListener {
	acceptFrame(record: FrameRecord, place: ChunkPlace): void;
	acceptPending(record: FrameRecord, place: ChunkPlace): void;
}

/** What was agreed, and what undoes it. */
export interface Compression {
	readonly deflate: DeflateParameters | null;
	readonly inflate?: MakeInflater;
}

export class FrameReader implements StreamReader {
	readonly #writer: RecordWriter;
	readonly #listener: FrameListener;
	readonly #stream: FrameStream;

	constructor(writer: RecordWriter, compression: Compression, listener: FrameListener) {
		this.#writer = writer;
		this.#listener = listener;
		this.#stream = new FrameStream({ direction: writer.direction, ...compression });
	}

	read(bytes: Uint8Array, place: ChunkPlace): Uint8Array {
		for (const { frame, message } of this.#stream.push(bytes)) {
			this.#listener.acceptFrame(this.#writer.writeFrame(frame, message, place), place);
		}
		const { pending } = this.#stream;
		if (pending) {
			this.#listener.acceptPending(this.#writer.writeFrame(pending, null, place), place);
		}
		return NOTHING;
	}

	end(): void {
		this.#writer.abandon();
	}
}
