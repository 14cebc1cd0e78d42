import { expect, test } from './transports-fixture.ts';
import { expectVisibleFocus, expectVisibleFocusThroughout, tabTo } from './keyboard.ts';
import type { TransportsTool } from './transports-page.ts';

test('a race is planned, run, stopped and looked into by keyboard alone', async ({
	transports,
	page
}) => {
	test.slow();
	const { race, lane } = transports.lab;
	const socketIo = transports.nameOf('socket-io');
	await transports.open();
	await tabTo(page, transports.preset('bursts'));
	await expect(page.getByText(race.presets.items.bursts.why)).toBeVisible();
	await page.keyboard.press('Enter');
	await tabTo(page, transports.remover(transports.nameOf('short-polling')));
	await page.keyboard.press('Enter');
	await tabTo(page, transports.button(race.lanes.add));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('menuitem').first()).toBeFocused();
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await expect(transports.remover(socketIo)).toBeVisible();
	await expect(transports.button(race.lanes.add)).toBeFocused();
	await tabTo(page, transports.startButton);
	await expectVisibleFocus(page);
	await page.keyboard.press('Enter');
	// The focus stays where it is while the button changes what it does.
	await expect(transports.stopButton).toBeFocused();
	await expect(transports.row(socketIo).locator('.bytes b')).toBeVisible({ timeout: 30_000 });
	await page.keyboard.press('Enter');
	await expect(transports.againButton).toBeFocused({ timeout: 30_000 });

	await tabTo(page, transports.laneLink(socketIo));
	await page.keyboard.press('Enter');
	const row = transports.exchanges.locator('[data-index][tabindex="0"]');
	await tabTo(page, row);
	await expectVisibleFocus(page);
	await page.keyboard.press('End');
	await expect(transports.exchangeRows.last()).toBeFocused();
	await expect(transports.exchangeRows.last()).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('Home');
	await expect(transports.exchangeRows.first()).toBeFocused();
	await tabTo(page, page.getByRole('button', { name: /^3probe/ }));
	await page.keyboard.press('Enter');
	await tabTo(page, page.locator('button[data-index][tabindex="0"]'));
	await expect(page.locator('button[data-index]:focus')).toContainText('3probe');
	const packet = transports.block(lane.dissect.engine.messageTitle);
	await tabTo(page, packet.locator('button[data-field][tabindex="0"]'));
	await page.keyboard.press('ArrowRight');
	await expect(packet.locator('button[data-field]:focus')).toContainText('probe');
	await expect(transports.anatomy.locator('[data-byte][data-selected]')).not.toHaveCount(0);
});

test('every tool of the lab is reached from every other by keyboard', async ({
	transports,
	page
}) => {
	const { nav, tools } = transports.lab.shell;
	await transports.open();
	for (const tool of ['report', 'login', 'game', 'chat', 'scale', 'race'] as const) {
		const link = page
			.getByRole('navigation', { name: nav })
			.getByRole('link', { name: tools[tool], exact: true });
		await tabTo(page, link);
		await expectVisibleFocus(page);
		await page.keyboard.press('Enter');
		await expect(link).toHaveAttribute('aria-current', 'page');
	}
});

test('who confirms a log-in does so by keyboard, and the focus follows', async ({
	transports,
	page
}) => {
	const { login, phone } = transports.lab;
	const press = async (name: string) => {
		await tabTo(page, transports.button(name));
		await page.keyboard.press('Enter');
	};
	await transports.open('login');
	await press(login.start);
	await press(login.phone.scan);
	await expect(page.getByRole('heading', { name: phone.asking.title })).toBeFocused();
	await press(phone.asking.confirm);
	await expect(page.getByRole('heading', { name: phone.confirmed.title })).toBeFocused();
	await expect(page.getByRole('heading', { name: login.page.confirmed.title })).toBeVisible();
});

const WATCHED: readonly TransportsTool[] = ['race', 'report', 'login', 'game', 'chat', 'scale'];

for (const tool of WATCHED) {
	test(`the focus is visible on every tab stop of ${tool}`, async ({ transports, page }) => {
		test.slow();
		await transports.open(tool);
		await expectVisibleFocusThroughout(page, transports.text.shell.skip);
	});
}
