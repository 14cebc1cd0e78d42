/**
 * Journeys run against the production build: one server of its own for each worker, and further
 * ones where a journey needs a server that is small, cut off or ended.
 */
import { test as base } from '@playwright/test';
import type { Language } from '#lib/i18n/text.ts';
import { startServer } from '../support/start-server.js';
import { BenchPage } from './bench-page.ts';
import { BOTH } from './words.ts';

export { expect } from '@playwright/test';

type RunningServer = Awaited<ReturnType<typeof startServer>>;

interface Journey {
	/** Language of the page. */
	language: Language;
	bench: BenchPage;
	/** Starts another server; it is stopped after the journey. */
	serve: (env?: Readonly<Record<string, string>>) => Promise<RunningServer>;
}

export const test = base.extend<Journey, { server: RunningServer }>({
	server: [
		async ({}, use) => {
			const server = await startServer();
			await use(server);
			await server.stop();
		},
		{ scope: 'worker' }
	],
	baseURL: async ({ server }, use) => use(server.origin),
	language: ['en', { option: true }],
	/** A page that is hydrated when `goto` returns, so that the first click counts. */
	page: async ({ page }, use) => {
		const goto = page.goto.bind(page);
		page.goto = async (url, options) => {
			const response = await goto(url, options);
			await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
			return response;
		};
		await use(page);
	},
	bench: async ({ page, language }, use) => use(new BenchPage(page, language)),
	serve: async ({}, use) => {
		const running: RunningServer[] = [];
		await use(async (env) => {
			const server = await startServer(env);
			running.push(server);
			return server;
		});
		await Promise.all(running.map((server) => server.stop()));
	}
});

/** The same journeys in each language. */
export function inBothLanguages(journeys: (language: Language) => void): void {
	for (const language of BOTH) {
		test.describe(language, () => {
			test.use({ language });
			journeys(language);
		});
	}
}
