/**
 * A frame: header and payload exactly as on the wire, compact, its fields derived when asked for.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2
 */
import { parseClosePayload, type ClosePayload } from './close-payload.ts';
import type { Direction } from '../direction.ts';
import { maskRange, packKey } from './masking.ts';
import { CLOSE, isControlOpcode } from './opcode.ts';
import { lengthFormOf, type LengthForm } from './payload-length.ts';
import type { Violation } from '../violation.ts';

/** Shared by every frame that breaks no rule. */
export const NO_VIOLATIONS: readonly Violation[] = Object.freeze([]);

const HEADER_LENGTH = 0x0f;
const FROM_CLIENT = 0x10;
const COMPLETE = 0x20;
const COMPRESSED = 0x40;

export class Frame {
	/** Announced length in bytes, a number where it is safe; 0 while it is not yet known. */
	readonly payloadLength: number | bigint;
	/** What this frame breaks, in the order in which a reader meets it. */
	readonly violations: readonly Violation[];
	/* A view for each of 100,000 frames would cost more than the frames: only its bounds are kept. */
	readonly #chunk: Uint8Array;
	readonly #start: number;
	readonly #end: number;
	/** Header length in the low four bits, then what is true of the frame: a field each would cost more. */
	readonly #traits: number;

	/** Made by the decoder: `chunk` from `start` to `end` holds the frame and is never written to. */
	constructor(
		direction: Direction,
		chunk: Uint8Array,
		start: number,
		end: number,
		headerLength: number,
		payloadLength: number | bigint,
		isComplete: boolean,
		compressed: boolean,
		violations: readonly Violation[]
	) {
		this.#chunk = chunk;
		this.#start = start;
		this.#end = end;
		this.#traits =
			headerLength |
			(direction === 'client' ? FROM_CLIENT : 0) |
			(isComplete ? COMPLETE : 0) |
			(compressed ? COMPRESSED : 0);
		this.payloadLength = payloadLength;
		this.violations = violations;
	}

	get direction(): Direction {
		return (this.#traits & FROM_CLIENT) !== 0 ? 'client' : 'server';
	}

	/** Bytes of the header as far as the bytes tell, 2 to 14. */
	get headerLength(): number {
		return this.#traits & HEADER_LENGTH;
	}

	/** False where the bytes end inside the frame. */
	get isComplete(): boolean {
		return (this.#traits & COMPLETE) !== 0;
	}

	/** Belongs to a message whose first frame set RSV1 under permessage-deflate (RFC 7692 §6). */
	get compressed(): boolean {
		return (this.#traits & COMPRESSED) !== 0;
	}

	/** Header and payload as on the wire, the payload still masked; a new view at each call. */
	get bytes(): Uint8Array {
		return this.#chunk.subarray(this.#start, this.#end);
	}

	/** Number of bytes that are there: all of the frame, or what has arrived of it. */
	get bytesLength(): number {
		return this.#end - this.#start;
	}

	get fin(): boolean {
		return (this.#byte(0) & 0x80) !== 0;
	}

	get rsv1(): boolean {
		return (this.#byte(0) & 0x40) !== 0;
	}

	get rsv2(): boolean {
		return (this.#byte(0) & 0x20) !== 0;
	}

	get rsv3(): boolean {
		return (this.#byte(0) & 0x10) !== 0;
	}

	/** The four bits, 0 to 15. */
	get opcode(): number {
		return this.#byte(0) & 0x0f;
	}

	get isControl(): boolean {
		return isControlOpcode(this.#byte(0));
	}

	get masked(): boolean {
		return (this.#byte(1) & 0x80) !== 0;
	}

	get lengthForm(): LengthForm {
		return lengthFormOf(this.#byte(1) & 0x7f);
	}

	/** Whether all of the header has arrived. */
	get isHeaderComplete(): boolean {
		return this.bytesLength >= this.headerLength;
	}

	/** The four octets of the key; null on an unmasked frame and while they have not arrived. */
	get maskingKey(): Uint8Array | null {
		if (!this.masked || !this.isHeaderComplete) return null;
		const end = this.#start + this.headerLength;
		return this.#chunk.subarray(end - 4, end);
	}

	/** The payload as on the wire, as far as it has arrived. */
	get payload(): Uint8Array {
		return this.#chunk.subarray(Math.min(this.#start + this.headerLength, this.#end), this.#end);
	}

	/** The payload unmasked (§5.3), in a new array; still compressed where the message is. */
	unmaskedPayload(): Uint8Array<ArrayBuffer> {
		const from = Math.min(this.#start + this.headerLength, this.#end);
		const isMasked = this.masked && this.isHeaderComplete;
		return maskRange(this.#chunk, from, this.#end, isMasked ? packKey(this.#chunk, from - 4) : 0);
	}

	/** Status code and reason (§5.5.1); null on every frame but a close frame. */
	get close(): ClosePayload | null {
		return this.opcode === CLOSE ? parseClosePayload(this.unmaskedPayload()) : null;
	}

	#byte(index: 0 | 1): number {
		const at = this.#start + index;
		return at < this.#end ? (this.#chunk[at] ?? 0) : 0;
	}
}
