/**
 * TLS records from bytes that arrive in any cuts, as an eavesdropper reads them: the header of each
 * record, and what is in the clear inside. No key is known here, and nothing is decrypted.
 *
 * Total: never throws on bytes. What is no TLS is a fault, and nothing after it is read.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8446#section-5.1
 * @see https://www.rfc-editor.org/rfc/rfc5246#section-6.2
 */
import { TlsHandshakeReader, type TlsHandshake } from './tls-handshake.ts';

/** ContentType (§5.1). */
export const TLS_CONTENT_TYPES = {
	20: 'change_cipher_spec',
	21: 'alert',
	22: 'handshake',
	23: 'application_data'
} as const;

type TlsContentNumber = keyof typeof TLS_CONTENT_TYPES;
export type TlsContentType = (typeof TLS_CONTENT_TYPES)[TlsContentNumber];

/** Bytes: type, version, length. */
export const TLS_HEADER_LENGTH = 5;
/** Bytes of a fragment: 2^14 and what protection adds, which is the more in TLS 1.2 (§6.2.3 there). */
export const MAX_TLS_FRAGMENT = 2 ** 14 + 2048;
/** Bytes of a fragment that are kept for showing. */
const PREVIEW_BYTES = 48;

export interface TlsAlert {
	/** 1 warning, 2 fatal. */
	readonly level: number;
	/** AlertDescription (§6), such as 0 close_notify, 48 unknown_ca. */
	readonly description: number;
}

export interface TlsRecord {
	/** Position in its direction. */
	readonly index: number;
	/** Bytes that its direction had sent before it. */
	readonly offset: number;
	readonly type: TlsContentType;
	/** legacy_record_version as sent, such as 0x0301; since TLS 1.3 it means nothing. */
	readonly version: number;
	/** Bytes of the fragment, as announced. */
	readonly length: number;
	/** Bytes so far, header included. */
	readonly bytesLength: number;
	/** Header and the first bytes of the fragment, as far as they have come. */
	readonly preview: Uint8Array;
	/** Encrypted: of the fragment only its length can be known. */
	readonly isProtected: boolean;
	/** Handshake messages that end in this record; empty where it is protected. */
	readonly handshakes: readonly TlsHandshake[];
	/** Of a whole alert in the clear; else null. */
	readonly alert: TlsAlert | null;
	readonly isComplete: boolean;
}

/** Why the bytes are no TLS: what the header of a record says is impossible. */
export interface TlsFault {
	readonly kind: 'content-type' | 'version' | 'length';
	/** Bytes of the direction before the header. */
	readonly offset: number;
}

/** One direction of a TLS connection. */
export class TlsRecordStream {
	readonly #handshakes = new TlsHandshakeReader();
	#fault: TlsFault | null = null;
	#index = 0;
	#offset = 0;
	/** Header and fragment of the record that is arriving, no more than its announced length. */
	#held = new Uint8Array(TLS_HEADER_LENGTH);
	#length = 0;
	#isCiphered = false;

	/** The first fault; null: none so far. */
	get fault(): TlsFault | null {
		return this.#fault;
	}

	/** The record that is arriving; null before its header is there. */
	get pending(): TlsRecord | null {
		const isBegun = this.#fault === null && this.#length >= TLS_HEADER_LENGTH;
		return isBegun ? this.#record(false, []) : null;
	}

	/** Takes the next bytes, and returns the records that they complete. */
	push(bytes: Uint8Array): TlsRecord[] {
		const records: TlsRecord[] = [];
		let at = 0;
		while (at < bytes.length && this.#fault === null) {
			at += this.#take(bytes, at);
			if (this.#fault !== null || this.#length < this.#total) continue;
			records.push(this.#finish());
		}
		return records;
	}

	/** Bytes of the record that is arriving, as far as its header says; of the header before that. */
	get #total(): number {
		if (this.#length < TLS_HEADER_LENGTH) return TLS_HEADER_LENGTH;
		return TLS_HEADER_LENGTH + uint16(this.#held, 3);
	}

	/** Appends what belongs to the record; room doubles with what arrives, never by what is announced. */
	#take(bytes: Uint8Array, at: number): number {
		const before = this.#length;
		const taken = Math.min(bytes.length - at, this.#total - before);
		const length = before + taken;
		if (length > this.#held.length) {
			const grown = new Uint8Array(Math.min(this.#total, Math.max(length, 2 * this.#held.length)));
			grown.set(this.#held.subarray(0, before));
			this.#held = grown;
		}
		this.#held.set(bytes.subarray(at, at + taken), before);
		this.#length = length;
		if (before < TLS_HEADER_LENGTH && length === TLS_HEADER_LENGTH) this.#checkHeader();
		return taken;
	}

	#checkHeader(): void {
		const kind = headerFault(this.#held);
		if (kind !== null) this.#fault = { kind, offset: this.#offset };
	}

	#finish(): TlsRecord {
		const fragment = this.#held.subarray(TLS_HEADER_LENGTH, this.#length);
		const isHandshake = this.#held[0] === 22 && !this.#isProtected;
		const record = this.#record(true, isHandshake ? this.#handshakes.push(fragment) : []);
		if (record.type === 'change_cipher_spec') this.#isCiphered = true;
		this.#index += 1;
		this.#offset += this.#length;
		this.#length = 0;
		this.#held = new Uint8Array(TLS_HEADER_LENGTH);
		return record;
	}

	/** TLS 1.2 says so by ChangeCipherSpec; TLS 1.3 calls all that is protected application_data. */
	get #isProtected(): boolean {
		const type = this.#held[0];
		return type === 23 || (this.#isCiphered && type !== 20);
	}

	#record(isComplete: boolean, handshakes: readonly TlsHandshake[]): TlsRecord {
		const held = this.#held;
		const type = TLS_CONTENT_TYPES[held[0] as TlsContentNumber];
		const isProtected = this.#isProtected;
		const isAlert = type === 'alert' && !isProtected && isComplete && uint16(held, 3) === 2;
		return {
			index: this.#index,
			offset: this.#offset,
			type,
			version: uint16(held, 1),
			length: uint16(held, 3),
			bytesLength: this.#length,
			preview: held.slice(0, Math.min(this.#length, TLS_HEADER_LENGTH + PREVIEW_BYTES)),
			isProtected,
			handshakes,
			alert: isAlert ? { level: held[5] ?? 0, description: held[6] ?? 0 } : null,
			isComplete
		};
	}
}

function headerFault(header: Uint8Array): TlsFault['kind'] | null {
	if (!Object.hasOwn(TLS_CONTENT_TYPES, header[0] ?? 0)) return 'content-type';
	if (header[1] !== 3) return 'version';
	return uint16(header, 3) > MAX_TLS_FRAGMENT ? 'length' : null;
}

function uint16(bytes: Uint8Array, at: number): number {
	return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
