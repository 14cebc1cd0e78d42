/**
 * Puts the messages of one direction together from their frames (RFC 6455 §5.4), and checks what
 * can only be checked across frames: UTF-8, inflating, size.
 *
 * Text is checked as its bytes arrive, so the first bad byte is known before its frame is whole.
 * What was compressed is inflated frame by frame.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-8.1
 */
import { deflateSide } from '../deflate/permessage-deflate.ts';
import type { Frame } from './frame.ts';
import type { FrameHeader } from './frame-header.ts';
import type { FrameStreamOptions } from './frame-stream-options.ts';
import type { InflatedPart, Inflater } from '../deflate/inflater.ts';
import { joinBytes } from '../join-bytes.ts';
import { maskRange } from './masking.ts';
import { Message, type MessageKind } from './message.ts';
import { BINARY, TEXT } from './opcode.ts';
import { Utf8Validator } from './utf8.ts';
import { frameViolation, type Violation } from '../violation.ts';

/** Bound of a message's inflated data where the caller gives none, in bytes. */
const DEFAULT_MAX_INFLATED = 16 * 1024 * 1024;
/** Inflated data that one direction keeps for its messages, in bytes; later messages keep none. */
const MAX_KEPT_INFLATED = 64 * 1024 * 1024;

export class MessageAssembly {
	readonly #maxBytes: number;
	readonly #maxInflated: number;
	readonly #maxFragments: number;
	readonly #hasDeflate: boolean;
	/** Null where no extension was agreed, and where nobody handed one in. */
	readonly #inflater: Inflater | null;
	readonly #utf8 = new Utf8Validator();
	#room = MAX_KEPT_INFLATED;
	/** The message under way; null between messages. */
	#kind: MessageKind | null;
	#isCompressed = false;
	#frames: Frame[] = [];
	#fragments = 0;
	#announced = 0;
	#inflated: Uint8Array[] = [];
	#size = 0;
	#isFaulty = false;
	#isTextBad = false;
	#isUnreadable = false;
	/** Whether the frame under way is part of the message. */
	#takesPart = false;

	constructor(options: FrameStreamOptions) {
		const { deflate, inflate, direction, maxMessageBytes, maxFragments, inMessage } = options;
		this.#maxBytes = maxMessageBytes ?? Infinity;
		this.#maxInflated = maxMessageBytes ?? DEFAULT_MAX_INFLATED;
		this.#maxFragments = maxFragments ?? Infinity;
		this.#kind = inMessage ?? null;
		const side = deflate ? deflateSide(deflate, direction) : null;
		this.#hasDeflate = side !== null;
		this.#inflater = (side && inflate?.(side.windowBits, side.keepsWindow)) ?? null;
	}

	/** Kind of the message that is unfinished; null between messages. */
	get unfinished(): MessageKind | null {
		return this.#kind;
	}

	/** Whether the frame under way is compressed. */
	get isCompressed(): boolean {
		return this.#takesPart && this.#isCompressed;
	}

	/** A frame begins: its header has arrived. Returns what only its message forbids. */
	begin(first: number, header: FrameHeader): readonly Violation[] | null {
		const opcode = first & 0x0f;
		if (opcode === TEXT || opcode === BINARY) this.#start(opcode, (first & 0x40) !== 0);
		this.#takesPart = opcode <= BINARY && this.#kind !== null;
		if (!this.#takesPart) return null;
		this.#fragments++;
		const before = this.#announced;
		this.#announced += Number(header.payloadLength);
		const isTooBig = this.#announced > this.#maxBytes && before <= this.#maxBytes;
		if (!isTooBig && this.#fragments !== this.#maxFragments + 1) return null;
		return [isTooBig ? tooBig(header) : frameViolation('too-many-fragments', 4, 4)];
	}

	/**
	 * Payload bytes arrive, still masked.
	 *
	 * @param key as it applies to the byte at `from`
	 * @returns index of the first byte that is no UTF-8, or -1; found once in a message
	 */
	feed(bytes: Uint8Array, from: number, to: number, key: number): number {
		if (this.#kind !== 'text' || !this.#takesPart || this.#isCompressed || this.#isTextBad) {
			return -1;
		}
		const bad = this.#utf8.feed(bytes, from, to, key);
		if (bad >= 0) this.#isTextBad = true;
		return bad;
	}

	/** The frame's last byte has arrived: what its end breaks. Call before `finish`. */
	complete(chunk: Uint8Array, start: number, end: number, header: FrameHeader): Violation | null {
		if (!this.#takesPart) return null;
		const isLast = ((chunk[start] as number) & 0x80) !== 0;
		const payloadAt = start + header.length;
		if (this.#isCompressed) {
			const payload = maskRange(chunk, payloadAt, end, header.key);
			return this.#inflate(payload, isLast, header.length);
		}
		this.#size += end - payloadAt;
		if (!isLast || this.#kind !== 'text' || this.#isTextBad || this.#utf8.isComplete) return null;
		return this.#cutShort(header.length, end - payloadAt);
	}

	/** Takes the finished frame; returns the message that it completes. */
	finish(frame: Frame, isFaulty: boolean): Message | null {
		if (!this.#takesPart || this.#kind === null) return null;
		if (isFaulty) this.#isFaulty = true;
		if (!frame.fin) {
			this.#frames.push(frame);
			return null;
		}
		// A literal is as long as it must be; a list that was pushed to has room for seventeen.
		const frames = this.#frames.length === 0 ? frame : [...this.#frames, frame];
		const isValid = !this.#isFaulty && !this.#isUnreadable;
		const data = this.#isCompressed ? this.#keep() : null;
		const message = new Message(this.#kind, frames, this.#size, isValid, data);
		this.#kind = null;
		if (this.#frames.length > 0) this.#frames = [];
		return message;
	}

	#start(opcode: number, rsv1: boolean): void {
		if (this.#kind !== null && this.#isCompressed) this.#inflater?.abandon();
		this.#kind = opcode === TEXT ? 'text' : 'binary';
		this.#isCompressed = rsv1 && this.#hasDeflate;
		if (this.#frames.length > 0) this.#frames = [];
		this.#fragments = 0;
		this.#announced = 0;
		this.#size = 0;
		this.#isFaulty = false;
		this.#isTextBad = false;
		this.#utf8.reset();
		if (this.#inflated.length > 0) this.#inflated = [];
		this.#isUnreadable = this.#isCompressed && (this.#inflater?.isBroken ?? true);
	}

	#inflate(payload: Uint8Array, isLast: boolean, headerLength: number): Violation | null {
		if (this.#isUnreadable || this.#inflater === null) return null;
		const part = this.#inflater.push(payload, isLast, this.#maxInflated - this.#size);
		this.#size += part.data.length;
		this.#inflated.push(part.data);
		const rule = this.#judge(part, isLast);
		if (part.outcome !== 'ok') this.#isUnreadable = true;
		// No bit of compressed data is the bad one: all of the payload is, or where it is empty, FIN.
		const bits = payload.length * 8;
		return rule && frameViolation(rule, bits > 0 ? headerLength * 8 : 0, bits > 0 ? bits : 1);
	}

	#judge({ data, outcome }: InflatedPart, isLast: boolean) {
		if (this.#kind === 'text' && !this.#isTextBad) {
			const bad = this.#utf8.feed(data, 0, data.length);
			const isCut = outcome === 'ok' && isLast && !this.#utf8.isComplete;
			if (bad >= 0 || isCut) {
				this.#isTextBad = true;
				return 'invalid-utf8' as const;
			}
		}
		if (outcome === 'too-big') return 'message-too-big' as const;
		return outcome === 'invalid' ? ('deflate-data-invalid' as const) : null;
	}

	/** The text ends inside a character: its bytes in this frame, or FIN where there are none. */
	#cutShort(headerLength: number, payloadLength: number): Violation {
		const begun = Math.min(this.#utf8.begun, payloadLength);
		if (begun === 0) return frameViolation('invalid-utf8', 0, 1);
		return frameViolation('invalid-utf8', (headerLength + payloadLength - begun) * 8, begun * 8);
	}

	#keep(): Uint8Array | null {
		const parts = this.#inflated;
		this.#inflated = [];
		if (this.#size > this.#room || this.#isUnreadable) return null;
		this.#room -= this.#size;
		const [only] = parts;
		return only && parts.length === 1 ? only : joinBytes(parts);
	}
}

function tooBig(header: FrameHeader): Violation {
	const extended = header.length - 2 - (header.isMasked ? 4 : 0);
	return extended === 0
		? frameViolation('message-too-big', 9, 7)
		: frameViolation('message-too-big', 16, extended * 8);
}
