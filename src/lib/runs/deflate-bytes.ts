/**
 * DEFLATE as browsers and Node have it built in, bounded on the way back: what would inflate to
 * more than the cap is never made.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1951
 */
import { joinBytes } from '#lib/protocol/join-bytes.ts';

/** The most bytes that one byte of DEFLATE data makes: 258 from two bits. */
const MAX_EXPANSION = 1032;

export async function deflateBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
	const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The inflated bytes; null: not DEFLATE data, or not whole; 'too-big': more than `cap` bytes. */
export async function inflateBytes(
	deflated: Uint8Array<ArrayBuffer>,
	cap: number
): Promise<Uint8Array<ArrayBuffer> | null | 'too-big'> {
	const { readable, writable } = new DecompressionStream('deflate-raw');
	const output = new BoundedOutput(readable.getReader(), cap);
	const reading = output.read();
	const isWritten = await feed(writable.getWriter(), deflated, output);
	const isRead = await reading;
	if (output.isOver) return 'too-big';
	return isWritten && isRead ? output.bytes() : null;
}

/** Writes slices that cannot make more than there is room for, each when the last is used up. */
async function feed(
	writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>,
	deflated: Uint8Array<ArrayBuffer>,
	output: BoundedOutput
): Promise<boolean> {
	try {
		for (let at = 0; at < deflated.length && !output.isOver;) {
			const step = Math.max(1, Math.floor(output.room / MAX_EXPANSION));
			await writer.ready;
			await writer.write(deflated.subarray(at, at + step));
			at += step;
		}
		await writer.close();
		return true;
	} catch {
		return false;
	}
}

class BoundedOutput {
	readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
	readonly #parts: Uint8Array[] = [];
	room: number;

	constructor(reader: ReadableStreamDefaultReader<Uint8Array>, cap: number) {
		this.#reader = reader;
		this.room = cap;
	}

	get isOver(): boolean {
		return this.room < 0;
	}

	/** Reads to the end, or until it is too much; false where the data is broken. */
	async read(): Promise<boolean> {
		try {
			for (;;) {
				const { done, value } = await this.#reader.read();
				if (done) return true;
				this.room -= value.length;
				if (this.isOver) break;
				this.#parts.push(value);
			}
			this.#parts.length = 0;
			await this.#reader.cancel();
		} catch {
			// The data is broken: the stream says so by failing.
		}
		return false;
	}

	bytes(): Uint8Array<ArrayBuffer> {
		return joinBytes(this.#parts);
	}
}
