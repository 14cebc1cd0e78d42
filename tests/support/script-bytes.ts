/**
 * How much JavaScript a first visit loads: every script that the browser fetches until the network
 * is idle, without a touch of the page. Each file counts as `gzip -9` makes it, whatever encoding
 * the server chose, so that the figure depends on the build alone.
 */
import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

/** What has to be on the screen before the visit counts as whole. */
export const VISITS = {
	/** The first frame of the home page's own connection, in bits. */
	home: { path: '/en', shown: 'button[data-bit]' },
	/** The channel is open: the button says that the page can connect. */
	workbench: { path: '/en/lab', shown: 'form button[type=submit]:enabled' }
} as const;

/** Bytes of all scripts of a visit, gzip. */
export async function scriptBytes(
	page: Page,
	origin: string,
	{ path, shown }: (typeof VISITS)[keyof typeof VISITS]
): Promise<number> {
	const scripts = new Map<string, Promise<number>>();
	page.on('response', (response) => {
		if (isScript(response)) scripts.set(response.url(), gzipBytes(response));
	});
	await page.goto(origin + path);
	await page.locator(shown).first().waitFor();
	await page.waitForLoadState('networkidle');
	const sizes = await Promise.all(scripts.values());
	return sizes.reduce((sum, size) => sum + size, 0);
}

function isScript(response: Response): boolean {
	return /javascript/.test(response.headers()['content-type'] ?? '');
}

async function gzipBytes(response: Response): Promise<number> {
	return gzipSync(await response.body(), { level: 9 }).length;
}
