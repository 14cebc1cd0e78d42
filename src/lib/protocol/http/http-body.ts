/**
 * Where the body of an HTTP message ends, so that the next head of a kept-alive connection can be
 * found. The content itself is not kept.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-6.3
 */
import { ChunkedBody } from './http-chunked.ts';
import { headerValues, type HttpHead } from './http-head.ts';
import type { HttpViolation } from './http-violation.ts';

export type BodyFraming =
	| { readonly kind: 'none' }
	/** Exactly this many bytes. */
	| { readonly kind: 'length'; readonly length: number }
	| { readonly kind: 'chunked' }
	/** Everything up to the end of the stream. */
	| { readonly kind: 'until-close' }
	/** 101, or a success to CONNECT: what follows is another protocol. */
	| { readonly kind: 'switched' };

/**
 * How the body after a head is delimited.
 * @param method of the request that a response answers: HEAD and CONNECT change its body
 */
export function bodyFraming(head: HttpHead, method: string | null = null): BodyFraming {
	if (head.kind === 'response') {
		const status = head.status ?? 0;
		if (status === 101 || (method === 'CONNECT' && status >= 200 && status < 300)) {
			return { kind: 'switched' };
		}
		const isEmpty = method === 'HEAD' || status === 204 || status === 304;
		if (isEmpty || (status >= 100 && status < 200)) return { kind: 'none' };
	}
	const codings = headerValues(head, 'transfer-encoding');
	if (codings.length > 0) {
		const isChunked = /(?:^|,)[ \t]*chunked$/i.test(codings.at(-1) ?? '');
		return { kind: isChunked ? 'chunked' : 'until-close' };
	}
	const lengths = headerValues(head, 'content-length');
	const [length] = lengths;
	if (length === undefined) return { kind: head.kind === 'request' ? 'none' : 'until-close' };
	// Nothing tells where a body of contradictory length ends.
	const isKnown = /^[0-9]+$/.test(length) && lengths.every((each) => each === length);
	return isKnown ? { kind: 'length', length: Number(length) } : { kind: 'until-close' };
}

export interface BodyProgress {
	/** How many of the pushed bytes belong to the body. */
	readonly length: number;
	/** Whether the body has ended; what was not counted is the next message's. */
	readonly isComplete: boolean;
}

/** Steps over one body in any cuts; holds nothing of it. */
export class HttpBodyStream {
	readonly #chunked: ChunkedBody | null;
	#remaining: number;

	constructor(framing: BodyFraming) {
		this.#chunked = framing.kind === 'chunked' ? new ChunkedBody() : null;
		if (framing.kind === 'length') this.#remaining = framing.length;
		else this.#remaining = framing.kind === 'until-close' ? Infinity : 0;
	}

	get isComplete(): boolean {
		return this.#chunked ? this.#chunked.isComplete : this.#remaining === 0;
	}

	/** Faults of the chunked coding; bits are counted from the first bit of the body. */
	get violations(): readonly HttpViolation[] {
		return this.#chunked?.violations ?? [];
	}

	push(bytes: Uint8Array): BodyProgress {
		if (this.#chunked) {
			const length = this.#chunked.push(bytes);
			return { length, isComplete: this.isComplete };
		}
		const length = Math.min(this.#remaining, bytes.length);
		this.#remaining -= length;
		return { length, isComplete: this.isComplete };
	}
}
