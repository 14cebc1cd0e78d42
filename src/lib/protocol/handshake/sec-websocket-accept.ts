/**
 * Sec-WebSocket-Accept: the server's proof that it read this very key.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2
 */
import { base64Groups, encodeBase64, type Base64Group } from '../base64.ts';
import { latin1Bytes } from '../latin1.ts';
import { sha1, traceSha1, type Sha1Trace } from './sha1.ts';

/** §1.3: the constant that no server answers with by chance. */
export const WEBSOCKET_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export interface AcceptExplanation {
	/** As sent: it is hashed as text, never decoded. */
	readonly key: string;
	/** The key's characters, one byte each. */
	readonly keyBytes: Uint8Array;
	readonly guid: string;
	/** Key and GUID joined. */
	readonly concatenation: string;
	readonly sha1: Sha1Trace;
	/** 20 bytes. */
	readonly digest: Uint8Array;
	/** Seven groups; the last holds two bytes. */
	readonly base64Groups: readonly Base64Group[];
	readonly accept: string;
}

/**
 * The Accept due for a key, whatever the key is.
 * @throws RangeError for a character beyond U+00FF, which no header holds
 */
export function computeAccept(key: string): string {
	return encodeBase64(sha1(latin1Bytes(key + WEBSOCKET_GUID)));
}

/** The same with every step on the way. */
export function explainAccept(key: string): AcceptExplanation {
	const concatenation = key + WEBSOCKET_GUID;
	const bytes = latin1Bytes(concatenation);
	const trace = traceSha1(bytes);
	return {
		key,
		keyBytes: bytes.subarray(0, key.length),
		guid: WEBSOCKET_GUID,
		concatenation,
		sha1: trace,
		digest: trace.digest,
		base64Groups: base64Groups(trace.digest),
		accept: encodeBase64(trace.digest)
	};
}
