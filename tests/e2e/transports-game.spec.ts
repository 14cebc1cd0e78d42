import type { Page } from '@playwright/test';
import { expect, inBothLanguages, test as base } from './transports-fixture.ts';
import { GamePage } from './transports-game-page.ts';

const test = base.extend<{ first: GamePage; other: GamePage; second: Page }>({
	first: async ({ page, language }, use) => use(new GamePage(page, language)),
	second: async ({ browser }, use) => {
		const context = await browser.newContext();
		await use(await context.newPage());
		await context.close();
	},
	other: async ({ second, language }, use) => use(new GamePage(second, language))
});

inBothLanguages(() => {
	test('two browsers play in one world, each over its own transport, and see who sent what', async ({
		first,
		other,
		serve
	}) => {
		test.slow();
		const { origin } = await serve();
		const { game } = first;
		await first.open('game', origin);
		await first.playBy('websocket');
		await first.join();
		await other.open('game', origin);
		await other.playBy('short-polling');
		await other.join();
		await expect(first.hud).toContainText(game.hud.players(2));
		await expect(other.hud).toContainText(game.hud.players(2));

		// What one does the other sees: the same player, moved by the server.
		const number = (await first.own.locator('text').first().textContent()) ?? '';
		const seen = other.player(number);
		const before = await seen.getAttribute('style');
		await first.arena.focus();
		await first.page.keyboard.down('ArrowLeft');
		await expect.poll(() => seen.getAttribute('style')).not.toBe(before);
		await first.page.keyboard.up('ArrowLeft');
		await first.page.keyboard.down('ArrowRight');
		await expect.poll(() => seen.getAttribute('style')).not.toBe(before);
		await first.page.keyboard.up('ArrowRight');
		await expect(first.tried).toHaveCount(1);

		// Over another transport one stays in the world.
		await first.playBy('server-sent-events');
		await expect(first.tried).toHaveCount(2);
		await expect(first.own.locator('text').first()).toHaveText(number);
		const requests = (row: number) =>
			first.tried.nth(row).locator(`td[data-name="${game.tried.columns.requests}"]`);
		await expect(requests(0)).toContainText(/\d/);
		await expect(other.tried.first()).toContainText(first.nameOf('short-polling'));

		// Standing still is enough: a monster comes, and its bytes are shown.
		const told = first.page.getByRole('list', { name: game.who.list }).getByRole('button');
		await expect(told.first()).toBeVisible({ timeout: 60_000 });
		const bytes = first.page.getByRole('region', { name: game.who.bytesLabel });
		await expect(bytes.locator('mark')).toContainText('|', { timeout: 15_000 });
		await first.page.getByRole('link', { name: game.who.link }).click();
		await expect(first.exchangeRows.first()).toBeVisible();

		await other.button(game.leave).click();
		await expect(other.button(game.again)).toBeVisible();
	});
});
