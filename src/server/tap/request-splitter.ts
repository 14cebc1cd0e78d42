/**
 * Finds where each request of a keep-alive connection begins and ends (RFC 9112 §2.1, §6), so that
 * the bytes of an observed exchange can be told from those of its neighbours.
 *
 * Node's parser judges the requests; this only cuts, and cuts what Node would refuse anywhere.
 */
import { Buffer } from 'node:buffer';
import { ChunkedStepper } from './chunked-stepper.ts';

export type CutKind =
	/** The head goes on in the next chunk. */
	| 'part'
	/** The head is complete; a body follows. */
	| 'head'
	/** Bytes of a body that goes on. */
	| 'body'
	/** The request is complete. */
	| 'end';

const CR = 13;
const LF = 10;
const HEAD_END = Buffer.from('\r\n\r\n');
const CONTENT_LENGTH = /^content-length:[ \t]*(\d+)[ \t]*$/im;
const CHUNKED = /^transfer-encoding:[^\r\n]*chunked[ \t]*$/im;

export class RequestSplitter {
	/** What the last cut ended with. */
	kind: CutKind = 'end';
	/** Text of a head that goes on (latin1); of one that is complete nothing is kept. */
	#head = '';
	#tail = '';
	#isHead = true;
	#bodyLeft = 0;
	#chunked: ChunkedStepper | null = null;

	/** Characters of a head that is not complete; 0 of any other. */
	get headLength(): number {
		return this.#head.length;
	}

	/** Returns the offset at which the piece of one request that begins at `from` ends. */
	cut(chunk: Buffer, from: number): number {
		return this.#isHead ? this.#cutHead(chunk, from) : this.#cutBody(chunk, from);
	}

	#cutHead(chunk: Buffer, from: number): number {
		const start = this.#head === '' ? skipEmptyLines(chunk, from) : from;
		const end = this.#endOfHead(chunk, start);
		const text = chunk.toString('latin1', start, end < 0 ? chunk.length : end);
		if (end < 0) {
			this.#head += text;
			this.#tail = (this.#tail + text.slice(-3)).slice(-3);
			this.kind = 'part';
			return chunk.length;
		}
		this.#frameBody(this.#head + text);
		this.#head = this.#tail = '';
		return end;
	}

	/** The blank line may be cut anywhere: its beginning may stand in the chunks before. */
	#endOfHead(chunk: Buffer, start: number): number {
		const tail = this.#tail;
		for (let kept = tail.length; kept > 0; kept--) {
			const rest = 4 - kept;
			const text = tail.slice(tail.length - kept) + chunk.toString('latin1', start, start + rest);
			if (text === '\r\n\r\n') return start + rest;
		}
		const at = chunk.indexOf(HEAD_END, start);
		return at < 0 ? -1 : at + 4;
	}

	#frameBody(head: string): void {
		this.#chunked = CHUNKED.test(head) ? new ChunkedStepper() : null;
		this.#bodyLeft = this.#chunked ? 0 : Number(CONTENT_LENGTH.exec(head)?.[1] ?? 0);
		this.#isHead = !this.#chunked && this.#bodyLeft === 0;
		this.kind = this.#isHead ? 'end' : 'head';
	}

	#cutBody(chunk: Buffer, from: number): number {
		let end = Math.min(chunk.length, from + this.#bodyLeft);
		if (this.#chunked) end = this.#chunked.step(chunk, from);
		else this.#bodyLeft -= end - from;
		this.#isHead = this.#chunked ? this.#chunked.isDone : this.#bodyLeft === 0;
		this.kind = this.#isHead ? 'end' : 'body';
		return end;
	}
}

/** Empty lines before a request line are to be ignored (RFC 9112 §2.2). */
function skipEmptyLines(chunk: Buffer, from: number): number {
	let at = from;
	while (chunk[at] === CR || chunk[at] === LF) at++;
	return at;
}

/** `METHOD target HTTP/x.y` of a request whose head is complete, single spaces. */
export function requestLineOf(request: Buffer): string {
	const start = skipEmptyLines(request, 0);
	const line = request.toString('latin1', start, request.indexOf('\r\n', start));
	return line.replace(/ +/g, ' ').trimEnd();
}
