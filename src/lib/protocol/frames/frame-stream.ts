/**
 * Decodes the frames and messages of one direction as bytes arrive: any cut gives the same
 * result, nothing throws, and reading goes on past a fault wherever a reader could.
 *
 * After a fault: an unknown opcode's payload is stepped over; a data frame inside a message
 * abandons that message and starts its own; a continuation of nothing belongs to nothing; what
 * follows a close frame is read and marked. Only a length with its top bit set cannot be passed.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-6.2
 */
import { checkClosePayload } from './closing-handshake.ts';
import { FrameHeader } from './frame-header.ts';
import type { FrameStreamOptions } from './frame-stream-options.ts';
import { Frame, NO_VIOLATIONS } from './frame.ts';
import { checkHeader, type FrameContext } from './header-rules.ts';
import { maskRange, rotateKey } from './masking.ts';
import { MessageAssembly } from './message-assembly.ts';
import type { Message, MessageKind } from './message.ts';
import { CLOSE } from './opcode.ts';
import { PendingBytes } from './pending-bytes.ts';
import { frameViolation, type Violation } from '../violation.ts';

/** Bytes of the longest legal control frame: header, masking key and 125 bytes of payload. */
const MAX_CONTROL_FRAME = 2 + 4 + 125;

/** One complete frame, and the message it completes. */
export interface FrameStreamOutput {
	readonly frame: Frame;
	/** Set on the last frame of a message. */
	readonly message: Message | null;
}

export class FrameStream {
	/** One object for all frames; what changes is set before a header is checked. */
	readonly #context: { -readonly [K in keyof FrameContext]: FrameContext[K] };
	readonly #assembly: MessageAssembly;
	readonly #header = new FrameHeader();
	readonly #partial = new PendingBytes();
	/** Of the frame under way, once its header has arrived. */
	#hasBegun = false;
	#violations: readonly Violation[] = NO_VIOLATIONS;
	#fed = 0;
	#pending: Frame | null = null;

	constructor(options: FrameStreamOptions) {
		this.#context = {
			direction: options.direction,
			hasDeflate: Boolean(options.deflate),
			isInMessage: false,
			isAfterClose: false
		};
		this.#assembly = new MessageAssembly(options);
	}

	/**
	 * Takes the next bytes, of any number; returns the frames they complete, in order.
	 *
	 * The frames are views into `bytes`: it must not be written to afterwards.
	 */
	push(bytes: Uint8Array): FrameStreamOutput[] {
		const outputs: FrameStreamOutput[] = [];
		const length = bytes.length;
		this.#pending = null;
		let at = this.#partial.length > 0 ? this.#resume(bytes, outputs) : 0;
		const header = this.#header;
		while (at < length) {
			header.read(bytes, at, length);
			if (!header.isComplete || header.frameLength > length - at) {
				this.#partial.append(bytes, at, length, header.frameLength);
				if (header.isComplete) this.#advance(this.#partial.buffer, 0, this.#partial.length);
				break;
			}
			const end = at + header.frameLength;
			this.#advance(bytes, at, end);
			outputs.push(this.#complete(bytes, at, end));
			at = end;
		}
		return outputs;
	}

	/** The frame whose beginning has arrived, with the violations seen so far; null between frames. */
	get pending(): Frame | null {
		const { buffer, length } = this.#partial;
		if (length === 0) return null;
		this.#pending ??= this.#makeFrame(buffer, 0, length, false, this.#violationsSoFar());
		return this.#pending;
	}

	/** Bytes still needed: of a header while it is not complete, then of its frame. At least 1. */
	get bytesNeeded(): number | bigint {
		const { length } = this.#partial;
		if (length === 0) return 2;
		const header = this.#header;
		if (!header.isComplete) return header.length - length;
		if (typeof header.payloadLength === 'number') return header.frameLength - length;
		return header.payloadLength + BigInt(header.length - length);
	}

	/** No more bytes come: the frame that is cut off, and the kind of message left unfinished. */
	end(): { readonly pending: Frame | null; readonly unfinished: MessageKind | null } {
		return { pending: this.pending, unfinished: this.#assembly.unfinished };
	}

	/** Goes on with the frame that a push left unfinished; returns how many bytes that took. */
	#resume(bytes: Uint8Array, outputs: FrameStreamOutput[]): number {
		const partial = this.#partial;
		const header = this.#header;
		let at = 0;
		while (at < bytes.length) {
			const wanted = (header.isComplete ? header.frameLength : header.length) - partial.length;
			const to = Math.min(bytes.length, at + wanted);
			partial.append(bytes, at, to, header.isComplete ? header.frameLength : 0);
			at = to;
			if (!header.isComplete) header.read(partial.buffer, 0, partial.length);
			if (!header.isComplete) continue;
			this.#advance(partial.buffer, 0, partial.length);
			if (partial.length < header.frameLength) continue;
			const frame = partial.take();
			outputs.push(this.#complete(frame, 0, frame.length));
			break;
		}
		return at;
	}

	/** Checks what is new of the frame between `start` and `end`; its header is there. */
	#advance(chunk: Uint8Array, start: number, end: number): void {
		const header = this.#header;
		if (!this.#hasBegun) this.#begin(chunk, start, end);
		const payloadAt = start + header.length;
		const from = payloadAt + this.#fed;
		if (from >= end) return;
		const bad = this.#assembly.feed(chunk, from, end, rotateKey(header.key, this.#fed));
		this.#fed = end - payloadAt;
		if (bad >= 0) this.#add(frameViolation('invalid-utf8', (bad - start) * 8, 8));
	}

	#begin(chunk: Uint8Array, start: number, end: number): void {
		this.#hasBegun = true;
		this.#fed = 0;
		this.#violations = this.#checkHeader(chunk, start, end);
		const found = this.#assembly.begin(chunk[start] as number, this.#header);
		if (found) this.#violations = [...this.#violations, ...found];
	}

	#complete(chunk: Uint8Array, start: number, end: number): FrameStreamOutput {
		const header = this.#header;
		const found = this.#assembly.complete(chunk, start, end, header);
		if (found) this.#add(found);
		const isClose = ((chunk[start] as number) & 0x0f) === CLOSE;
		if (isClose) this.#checkClose(chunk, start, end, true).forEach((found) => this.#add(found));
		const frame = this.#makeFrame(chunk, start, end, true, this.#violations);
		const message = this.#assembly.finish(frame, this.#violations !== NO_VIOLATIONS);
		if (isClose) this.#context.isAfterClose = true;
		this.#hasBegun = false;
		return { frame, message };
	}

	#violationsSoFar(): readonly Violation[] {
		const { buffer, length } = this.#partial;
		if (!this.#hasBegun) return this.#checkHeader(buffer, 0, length);
		const isClose = ((buffer[0] as number) & 0x0f) === CLOSE;
		// A close frame that is too long is not read again at each byte of it.
		if (!isClose || length > MAX_CONTROL_FRAME) return this.#violations;
		return [...this.#violations, ...this.#checkClose(buffer, 0, length, false)];
	}

	#checkClose(chunk: Uint8Array, start: number, end: number, isComplete: boolean): Violation[] {
		const payloadAt = start + this.#header.length;
		const unmasked = maskRange(chunk, payloadAt, end, this.#header.key);
		return checkClosePayload(unmasked, this.#header.length, isComplete);
	}

	#makeFrame(
		chunk: Uint8Array,
		start: number,
		end: number,
		isComplete: boolean,
		violations: readonly Violation[]
	): Frame {
		const header = this.#header;
		return new Frame(
			this.#context.direction,
			chunk,
			start,
			end,
			header.length,
			header.payloadLength,
			isComplete,
			this.#hasBegun && this.#assembly.isCompressed,
			violations
		);
	}

	#add(violation: Violation): void {
		this.#violations = [...this.#violations, violation];
	}

	#checkHeader(chunk: Uint8Array, start: number, end: number): readonly Violation[] {
		this.#context.isInMessage = this.#assembly.unfinished !== null;
		return checkHeader(chunk, start, end, this.#context);
	}
}
