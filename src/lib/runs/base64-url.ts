/**
 * Base64 with `-` and `_`, without padding: safe in a URL.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4648#section-5
 */
import { base64ToBytes, bytesToBase64 } from '#lib/capture/base64-bytes.ts';

export function bytesToBase64Url(bytes: Uint8Array): string {
	return bytesToBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The bytes, or null where the text is something else. */
export function base64UrlToBytes(text: string): Uint8Array | null {
	if (!/^[\w-]*$/.test(text)) return null;
	const padding = '='.repeat((4 - (text.length % 4)) % 4);
	return base64ToBytes(text.replaceAll('-', '+').replaceAll('_', '/') + padding);
}
