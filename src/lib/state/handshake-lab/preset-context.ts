/** What a handshake to begin with takes from this page and this browser. */
import type { PresetContext } from '#lib/handshakes/presets/preset.ts';
import { encodeBase64 } from '#lib/protocol/base64.ts';

/** Sixteen fresh bytes in base64, for Sec-WebSocket-Key (§4.1). */
export function newKey(): string {
	return encodeBase64(crypto.getRandomValues(new Uint8Array(16)));
}

/** Before the page is in a browser nothing is known of that. */
export function presetContext({ host, origin }: URL): PresetContext {
	const { userAgent, languages } = globalThis.navigator ?? { userAgent: '', languages: [] };
	return { host, origin, userAgent, language: acceptLanguage(languages), newKey };
}

/** The page's languages as a browser puts them in a request (RFC 9110 §12.5.4). */
function acceptLanguage(languages: readonly string[] = []): string {
	const weighed = languages
		.slice(0, 9)
		.map((language, index) => (index === 0 ? language : `${language};q=0.${10 - index}`));
	return weighed.join(',') || 'en';
}
