/**
 * Chunked transfer coding, as far as finding its end.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-7.1
 */
import { HTTP_RULES, violationAt, type HttpViolation } from './http-violation.ts';

const LF = 0x0a;
/** Most bytes of a size line or a trailer line. */
const MAX_LINE = 8 * 1024;
/** A size, perhaps extensions; the line end may lack its CR. */
const SIZE_LINE = /^([0-9A-Fa-f]+)[ \t]*(?:;.*)?\r?$/s;

export class ChunkedBody {
	/** `broken`: the end cannot be found any more, all further bytes are counted. */
	#step: 'size' | 'data' | 'data-end' | 'trailer' | 'done' | 'broken' = 'size';
	#line = '';
	#remaining = 0;
	#offset = 0;
	#violations: readonly HttpViolation[] = [];

	get isComplete(): boolean {
		return this.#step === 'done';
	}

	get violations(): readonly HttpViolation[] {
		return this.#violations;
	}

	/** Returns how many of the bytes belong to the body. */
	push(bytes: Uint8Array): number {
		let at = 0;
		while (at < bytes.length && this.#step !== 'done') {
			const isRun = this.#step === 'data' || this.#step === 'broken';
			const taken = isRun ? this.#skip(bytes.length - at) : this.#readLine(bytes, at);
			at += taken;
			this.#offset += taken;
		}
		return at;
	}

	#skip(available: number): number {
		if (this.#step === 'broken') return available;
		const taken = Math.min(this.#remaining, available);
		this.#remaining -= taken;
		if (this.#remaining === 0) this.#step = 'data-end';
		return taken;
	}

	/** Reads up to the next LF, and handles the line once that has come. */
	#readLine(bytes: Uint8Array, from: number): number {
		for (let i = from; i < bytes.length; i++) {
			const byte = bytes[i] ?? 0;
			if (byte === LF) {
				this.#endLine(this.#offset + i - from);
				this.#line = '';
				return i + 1 - from;
			}
			this.#line += String.fromCharCode(byte);
			if (this.#line.length > MAX_LINE) {
				this.#break(this.#offset + i - from);
				return i + 1 - from;
			}
		}
		return bytes.length - from;
	}

	/** `end`: where in the body the line ends. */
	#endLine(end: number): void {
		const line = this.#line;
		const isEmpty = line === '' || line === '\r';
		if (this.#step === 'trailer') {
			if (isEmpty) this.#step = 'done';
		} else if (this.#step === 'data-end') {
			if (isEmpty) this.#step = 'size';
			else this.#break(end);
		} else {
			const size = SIZE_LINE.exec(line)?.[1];
			if (size === undefined) return this.#break(end);
			this.#remaining = parseInt(size, 16);
			this.#step = this.#remaining === 0 ? 'trailer' : 'data';
		}
	}

	#break(at: number): void {
		this.#step = 'broken';
		const rule = HTTP_RULES['chunk-malformed'];
		this.#violations = [violationAt('chunk-malformed', rule, at, at + 1)];
		this.#line = '';
	}
}
