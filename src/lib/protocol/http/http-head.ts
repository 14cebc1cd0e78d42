/**
 * HTTP/1.1 heads from bytes that arrive in any cuts. Never throws on bytes; holds at most its bound.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-2.2
 */
import type { HeaderLine } from './http-header-line.ts';
import { asciiLowerCase } from './http-token.ts';
import {
	readHead,
	type HeadKind,
	type HttpHead,
	type RequestHead,
	type ResponseHead
} from './read-head.ts';

export type { HeaderLine, HeadKind, HttpHead, RequestHead, ResponseHead };

const CR = 0x0d;
const LF = 0x0a;
const NOTHING = new Uint8Array(0);

/** Most bytes of a head unless told otherwise. */
export const MAX_HEAD_BYTES = 64 * 1024;

export interface HttpHeadOptions {
	readonly kind: HeadKind;
	/** Most bytes of the head, blank line included. Default 64 KiB. */
	readonly maxBytes?: number;
}

export type HttpHeadResult =
	/** `length`: bytes held so far. */
	| { readonly kind: 'incomplete'; readonly length: number }
	/** `length`: bytes of the head; `rest`: what follows it in the last pushed bytes. */
	| {
			readonly kind: 'head';
			readonly head: HttpHead;
			readonly length: number;
			readonly rest: Uint8Array;
	  }
	/** The bound was passed; `head` holds the first `length` bytes, incomplete. */
	| {
			readonly kind: 'too-large';
			readonly head: HttpHead;
			readonly length: number;
			readonly rest: Uint8Array;
	  };

export class HttpHeadStream {
	readonly #kind: HeadKind;
	readonly #maxBytes: number;
	#held = NOTHING;
	#length = 0;
	#lineStart = 0;
	#hasStartLine = false;
	#result: Exclude<HttpHeadResult, { kind: 'incomplete' }> | null = null;

	constructor({ kind, maxBytes = MAX_HEAD_BYTES }: HttpHeadOptions) {
		if (!Number.isInteger(maxBytes) || maxBytes < 1) {
			throw new RangeError(`maxBytes: ${maxBytes} is not a positive integer`);
		}
		this.#kind = kind;
		this.#maxBytes = maxBytes;
	}

	/** Takes the next bytes; after the end of the head they all come back as `rest`. */
	push(bytes: Uint8Array): HttpHeadResult {
		if (this.#result) return { ...this.#result, rest: bytes };
		const before = this.#length;
		this.#hold(bytes);
		const end = this.#findEnd(before);
		const isTooLarge = end === -1 && before + bytes.length > this.#maxBytes;
		if (end === -1 && !isTooLarge) return { kind: 'incomplete', length: this.#length };
		const length = isTooLarge ? this.#length : end;
		const head = readHead(this.#kind, this.#held.slice(0, length), isTooLarge);
		const kind = isTooLarge ? 'too-large' : 'head';
		this.#held = NOTHING;
		const result = { kind, head, length, rest: bytes.subarray(length - before) } as const;
		this.#result = result;
		return result;
	}

	/** The head as far as it has come, null when no byte has; the whole head once it is there. */
	get pending(): HttpHead | null {
		if (this.#result) return this.#result.head;
		return this.#length === 0 ? null : readHead(this.#kind, this.#held.slice(0, this.#length));
	}

	/** Appends bytes up to the bound; room doubles, so that n bytes cost O(n) however they come. */
	#hold(bytes: Uint8Array): void {
		const taken = bytes.subarray(0, this.#maxBytes - this.#length);
		const length = this.#length + taken.length;
		if (length > this.#held.length) {
			const room = Math.min(Math.max(length, this.#held.length * 2), this.#maxBytes);
			const grown = new Uint8Array(room);
			grown.set(this.#held.subarray(0, this.#length));
			this.#held = grown;
		}
		this.#held.set(taken, this.#length);
		this.#length = length;
	}

	/** Where the head ends, or -1; looks at the bytes from `from` on. */
	#findEnd(from: number): number {
		const held = this.#held;
		for (let i = from; i < this.#length; i++) {
			if (held[i] !== LF) continue;
			const start = this.#lineStart;
			const isEmpty = i === start || (i === start + 1 && held[start] === CR);
			this.#lineStart = i + 1;
			if (!isEmpty) this.#hasStartLine = true;
			else if (this.#hasStartLine) return i + 1;
		}
		return -1;
	}
}

/** Reads the head that the bytes begin with. */
export function parseHttpHead(bytes: Uint8Array, options: HttpHeadOptions): HttpHeadResult {
	return new HttpHeadStream(options).push(bytes);
}

/** The headers of a name, in order; names are compared without regard to case. */
export function headersNamed(head: HttpHead, name: string): HeaderLine[] {
	const wanted = asciiLowerCase(name);
	return head.headers.filter((header) => asciiLowerCase(header.name) === wanted);
}

/** The values of a header, one for each of its lines, in order. */
export function headerValues(head: HttpHead, name: string): string[] {
	return headersNamed(head, name).map(({ value }) => value);
}

/** The first header of a name, or null. */
export function firstHeader(head: HttpHead, name: string): HeaderLine | null {
	return headersNamed(head, name)[0] ?? null;
}
