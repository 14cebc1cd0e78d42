/**
 * Which opening handshakes the browser held back: Chromium keeps a WebSocket waiting where many
 * before it failed. Seen from outside the page: from its creation to its request.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Network/#event-webSocketWillSendHandshakeRequest
 */
import type { Page } from '@playwright/test';

/** ms: a busy machine may take this long by itself; the browser's delays reach seconds. */
const DELAY = 250;

/** Begins to watch; `delayed` counts the handshakes so far that were held back. */
export async function watchHandshakes(page: Page): Promise<{ delayed(): number }> {
	const session = await page.context().newCDPSession(page);
	const created = new Map<string, number>();
	let delayed = 0;
	session.on('Network.webSocketCreated', ({ requestId }) => {
		created.set(requestId, performance.now());
	});
	session.on('Network.webSocketWillSendHandshakeRequest', ({ requestId }) => {
		if (performance.now() - (created.get(requestId) ?? -Infinity) > DELAY) delayed++;
		created.delete(requestId);
	});
	await session.send('Network.enable');
	return {
		// One that never got as far as its request was held back too.
		delayed: () => delayed + created.size
	};
}
