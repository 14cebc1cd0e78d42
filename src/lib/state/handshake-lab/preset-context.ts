/** What a handshake to begin with takes from this page and this browser. */
import type { PresetContext } from '#lib/handshakes/preset.ts';
import { encodeBase64 } from '#lib/protocol/base64.ts';

/** Sixteen fresh bytes in base64, for Sec-WebSocket-Key (§4.1). */
export function newKey(): string {
	return encodeBase64(crypto.getRandomValues(new Uint8Array(16)));
}

/** In a browser only. */
export function presetContext({ host, origin }: URL): PresetContext {
	const { userAgent, languages } = navigator;
	return { host, origin, userAgent, language: languages.join(',') || 'en', newKey };
}
