/**
 * The standard opening request, as a client writes it that hides nothing and invents nothing.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.1
 */
import { latin1Bytes } from '../latin1.ts';

export interface OpeningRequest {
	/** Resource name: path and query, such as /ws/echo?deflate=on. */
	readonly target: string;
	/** Host, with its port unless it is the scheme's own. */
	readonly host: string;
	/** Sec-WebSocket-Key: 16 random bytes in base64. */
	readonly key: string;
	/** As browsers send it; absent: no Origin header. */
	readonly origin?: string;
	/** Subprotocols in the order of preference; none: no header. */
	readonly protocols?: readonly string[];
	/** Value of Sec-WebSocket-Extensions; empty: no header. */
	readonly extensions?: string;
}

/**
 * The request head, to the empty line that ends it.
 * @throws RangeError when a part holds a control character, which would begin another header, a
 * character beyond U+00FF, or, in the target, a space
 */
export function encodeRequest(request: OpeningRequest): Uint8Array {
	const { target, host, key, origin = '', protocols = [], extensions = '' } = request;
	if (/\s/.test(target)) throw new RangeError('target must hold no white space');
	const lines = [
		`GET ${checked('target', target)} HTTP/1.1`,
		`Host: ${checked('host', host)}`,
		'Upgrade: websocket',
		'Connection: Upgrade'
	];
	if (origin !== '') lines.push(`Origin: ${checked('origin', origin)}`);
	lines.push(`Sec-WebSocket-Key: ${checked('key', key)}`, 'Sec-WebSocket-Version: 13');
	if (protocols.length > 0) {
		lines.push(`Sec-WebSocket-Protocol: ${checked('protocols', protocols.join(', '))}`);
	}
	if (extensions !== '') {
		lines.push(`Sec-WebSocket-Extensions: ${checked('extensions', extensions)}`);
	}
	return latin1Bytes(`${lines.join('\r\n')}\r\n\r\n`);
}

/** RFC 9110 §5.5: a field value holds no control characters but the tab. */
function checked(name: string, value: string): string {
	for (let at = 0; at < value.length; at += 1) {
		const code = value.charCodeAt(at);
		const isControl = (code < 0x20 && code !== 0x09) || code === 0x7f;
		if (isControl || code > 0xff) {
			throw new RangeError(`${name} holds U+${code.toString(16).padStart(4, '0')}`);
		}
	}
	return value;
}
