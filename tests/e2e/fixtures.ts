/**
 * Journeys run against the production build: one server of its own for each worker.
 */
import { test as base } from '@playwright/test';
import { startServer } from '../support/start-server.js';

export { expect } from '@playwright/test';

export const test = base.extend<object, { server: Awaited<ReturnType<typeof startServer>> }>({
	server: [
		async ({}, use) => {
			const server = await startServer();
			await use(server);
			await server.stop();
		},
		{ scope: 'worker' }
	],
	baseURL: async ({ server }, use) => use(server.origin),
	/** A page that is hydrated when `goto` returns, so that the first click counts. */
	page: async ({ page }, use) => {
		const goto = page.goto.bind(page);
		page.goto = async (url, options) => {
			const response = await goto(url, options);
			await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
			return response;
		};
		await use(page);
	}
});
