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

test('on a tablet a long conversation scrolls by itself beside the bytes', async ({
	transports,
	page
}) => {
	await page.setViewportSize({ width: 768, height: 900 });
	await transports.open();
	await transports.chooseLanes('websocket');
	await transports.setSource({ rate: 20, seconds: 3 });
	await transports.race();
	await transports.openLane(transports.nameOf('websocket'));
	await expect(page.locator('button[data-record="frame"]').last()).toBeVisible();
	const rows = page.getByRole('group', { name: transports.text.sequence.list });
	expect((await boxOf(rows)).height).toBeLessThan(900);
	expect(await page.locator('button[data-index]').count()).toBeLessThan(40);
});

test('on a tablet the bytes of a lane stand right under its name, before and after its first event', async ({
	transports,
	page
}) => {
	const polling = transports.nameOf('short-polling');
	await transports.open();
	await transports.chooseLanes('short-polling', 'websocket');
	for (const rate of [0, 5]) {
		await transports.setSource({ rate, seconds: 1 });
		await transports.race();
		for (const width of [700, 1000, 1200]) {
			await page.setViewportSize({ width, height: 900 });
			const link = await boxOf(transports.laneLink(polling));
			const bytes = await boxOf(transports.row(polling).locator('.bytes .bar'));
			expect(bytes.y - (link.y + link.height)).toBeLessThanOrEqual(16);
		}
	}
});
