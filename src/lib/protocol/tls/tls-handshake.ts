/**
 * Handshake messages of one direction of TLS, as far as they are in the clear. A message may span
 * records, and a record may hold several.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8446#section-4
 */
import {
	readClientHello,
	readServerHello,
	type ClientHello,
	type ServerHello
} from './tls-hello.ts';

/** HandshakeType (§4, and those of TLS 1.2, RFC 5246 §7.4). */
export const TLS_HANDSHAKE_TYPES: Readonly<Record<number, string>> = {
	0: 'hello_request',
	1: 'client_hello',
	2: 'server_hello',
	4: 'new_session_ticket',
	5: 'end_of_early_data',
	8: 'encrypted_extensions',
	11: 'certificate',
	12: 'server_key_exchange',
	13: 'certificate_request',
	14: 'server_hello_done',
	15: 'certificate_verify',
	16: 'client_key_exchange',
	20: 'finished',
	22: 'certificate_status',
	24: 'key_update'
};

export interface TlsHandshake {
	/** HandshakeType. */
	readonly type: number;
	/** Bytes of its body, as announced. */
	readonly length: number;
	/** Of a ClientHello that could be read; else null. */
	readonly clientHello: ClientHello | null;
	/** Of a ServerHello that could be read; else null. */
	readonly serverHello: ServerHello | null;
}

const HEADER_LENGTH = 4;
/** Bytes of a body that is read: of a longer one only type and length are told. */
const MAX_READ_BODY = 2 ** 16;

export class TlsHandshakeReader {
	readonly #header = new Uint8Array(HEADER_LENGTH);
	#headerLength = 0;
	/** Grows with what arrives. */
	#body = new Uint8Array(0);
	#arrived = 0;

	/** Takes the fragment of the next handshake record, and returns the messages that it completes. */
	push(fragment: Uint8Array): TlsHandshake[] {
		const messages: TlsHandshake[] = [];
		for (let at = 0; at < fragment.length;) {
			at += this.#headerLength < HEADER_LENGTH ? this.#takeHeader(fragment, at) : 0;
			if (this.#headerLength < HEADER_LENGTH) break;
			at += this.#takeBody(fragment, at);
			if (this.#arrived === this.#length) messages.push(this.#finish());
		}
		return messages;
	}

	get #length(): number {
		const [, high = 0, middle = 0, low = 0] = this.#header;
		return (high << 16) | (middle << 8) | low;
	}

	#takeHeader(bytes: Uint8Array, at: number): number {
		const taken = Math.min(HEADER_LENGTH - this.#headerLength, bytes.length - at);
		this.#header.set(bytes.subarray(at, at + taken), this.#headerLength);
		this.#headerLength += taken;
		return taken;
	}

	#takeBody(bytes: Uint8Array, at: number): number {
		const taken = Math.min(this.#length - this.#arrived, bytes.length - at);
		if (this.#length <= MAX_READ_BODY) this.#keep(bytes.subarray(at, at + taken));
		this.#arrived += taken;
		return taken;
	}

	#keep(part: Uint8Array): void {
		const length = this.#arrived + part.length;
		if (length > this.#body.length) {
			const grown = new Uint8Array(Math.min(this.#length, Math.max(length, 2 * this.#body.length)));
			grown.set(this.#body.subarray(0, this.#arrived));
			this.#body = grown;
		}
		this.#body.set(part, this.#arrived);
	}

	#finish(): TlsHandshake {
		const type = this.#header[0] ?? 0;
		const length = this.#length;
		const body = length <= MAX_READ_BODY ? this.#body.subarray(0, length) : null;
		this.#headerLength = 0;
		this.#arrived = 0;
		this.#body = new Uint8Array(0);
		return {
			type,
			length,
			clientHello: body && type === 1 ? readClientHello(body) : null,
			serverHello: body && type === 2 ? readServerHello(body) : null
		};
	}
}
