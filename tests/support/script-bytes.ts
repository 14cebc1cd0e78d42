/**
 * How much JavaScript a first visit loads, without a touch of the page. Each file counts as
 * `gzip -9` makes it, whatever encoding the server chose, so that the figure depends on the build
 * alone.
 */
import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import type { Language } from '#lib/i18n/text.ts';

/** Pages behind their language, and what has to be on the screen before a visit counts as whole. */
export const VISITS = {
	/** The first frame of the home page's own connection, in bits. */
	home: { path: '', shown: 'button[data-bit]' },
	/** The channel is open: the button says that the page can connect. */
	workbench: { path: '/lab', shown: 'form button[type=submit]:enabled' },
	/** Drawn without a connection: the frame lab waits for the student. */
	frames: { path: '/lab/frames', shown: 'form.send' },
	fragments: { path: '/lab/frames/fragments', shown: '.send button:enabled' },
	compression: { path: '/lab/frames/compression', shown: 'main button:enabled' },
	masking: { path: '/lab/frames/masking', shown: 'main button:enabled' },
	limits: { path: '/lab/frames/limits', shown: 'main button:enabled' },
	cases: { path: '/lab/frames/cases', shown: '.cases table' },
	request: { path: '/lab/handshake', shown: 'form.send button:enabled' },
	response: { path: '/lab/handshake/response', shown: 'form.send button:enabled' },
	accept: { path: '/lab/handshake/accept', shown: 'main button:enabled' },
	negotiation: { path: '/lab/handshake/negotiation', shown: 'main button:enabled' },
	views: { path: '/lab/handshake/views', shown: 'main button:enabled' },
	proxies: { path: '/lab/handshake/proxies', shown: 'main button:enabled' },
	tls: { path: '/lab/handshake/tls', shown: 'main button:enabled' },
	race: { path: '/lab/transports', shown: 'main button:enabled' },
	lane: { path: '/lab/transports/lane', shown: 'main a' },
	report: { path: '/lab/transports/report', shown: 'main button:enabled' },
	login: { path: '/lab/transports/login', shown: 'main button:enabled' },
	game: { path: '/lab/transports/game', shown: 'main button:enabled' },
	chat: { path: '/lab/transports/chat', shown: 'main button:enabled:visible' },
	scale: { path: '/lab/transports/scale', shown: 'main button:enabled' },
	phone: { path: '/phone', shown: 'main' }
} as const;

export interface ScriptBytes {
	/** Fetched before the page was hydrated: what it needs to stand. */
	readonly standing: number;
	/** Everything until the network was idle. */
	readonly whole: number;
}

/** Bytes of the scripts of a visit, gzip. Chinese words take more of them than English ones. */
export async function scriptBytes(
	page: Page,
	origin: string,
	{ path, shown }: (typeof VISITS)[keyof typeof VISITS],
	language: Language = 'en'
): Promise<ScriptBytes> {
	const scripts = new Map<string, Promise<number>>();
	page.on('response', (response) => {
		if (isScript(response)) scripts.set(response.url(), gzipBytes(response));
	});
	await page.addInitScript(noteHydration);
	await page.goto(`${origin}/${language}${path}`);
	await page.locator(shown).first().waitFor();
	await page.waitForLoadState('networkidle');
	const early = new Set(await page.evaluate(fetchedBeforeHydration));
	const sizes = await Promise.all(
		Array.from(scripts, async ([url, size]) => ({ url, size: await size }))
	);
	const sum = (some: typeof sizes): number => some.reduce((total, { size }) => total + size, 0);
	return { standing: sum(sizes.filter(({ url }) => early.has(url))), whole: sum(sizes) };
}

/** Runs in the page: marks the moment in which the root element says that it is hydrated. */
function noteHydration(): void {
	new MutationObserver((_changes, observer) => {
		if (!document.documentElement?.hasAttribute('data-hydrated')) return;
		performance.mark('hydrated');
		observer.disconnect();
	}).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-hydrated'] });
}

/** Runs in the page. */
function fetchedBeforeHydration(): string[] {
	const [hydrated] = performance.getEntriesByName('hydrated');
	return performance
		.getEntriesByType('resource')
		.filter(({ startTime }) => hydrated !== undefined && startTime <= hydrated.startTime)
		.map(({ name }) => name);
}

function isScript(response: Response): boolean {
	return /javascript/.test(response.headers()['content-type'] ?? '');
}

async function gzipBytes(response: Response): Promise<number> {
	return gzipSync(await response.body(), { level: 9 }).length;
}
