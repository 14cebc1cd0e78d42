import type { Locator } from '@playwright/test';
import { expect, test } from './transports-fixture.ts';

async function boxOf(locator: Locator) {
	const box = await locator.boundingBox();
	if (!box) throw new Error('it is not on the page');
	return box;
}

for (const tool of ['race', 'lane', 'report', 'login', 'game', 'chat', 'scale'] as const) {
	test(`the footer begins where the text above it does: ${tool}`, async ({ transports, page }) => {
		await page.setViewportSize({ width: 1440, height: 900 });
		await transports.open(tool);
		const heading = await boxOf(page.locator('main :is(h1, h2):not(.visually-hidden)').first());
		const promise = page.getByRole('contentinfo').getByText(transports.text.shell.footer.promise);
		expect((await boxOf(promise)).x).toBe(heading.x);
	});
}
