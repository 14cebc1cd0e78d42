import { createFormats } from '#lib/i18n/format.ts';
import { expect, inBothLanguages, test as base } from './handshake-fixture.ts';
import { WaysPage } from './ways-page.ts';

const test = base.extend<{ ways: WaysPage }>({
	ways: async ({ page, language }, use) => use(new WaysPage(page, language))
});

const SIDES = ['near', 'far'] as const;
const DIRECTIONS = ['client', 'server'] as const;

inBothLanguages(() => {
	test('a proxy that passes the upgrade writes it anew, and the frames come through', async ({
		ways
	}) => {
		const { proxies } = ways;
		await ways.open('proxies');
		await ways.sendThrough('passes-upgrade');
		await expect(ways.verdict).toContainText(proxies.verdict.forwarded);
		await expect(ways.verdict).toContainText(proxies.verdict.why.forwarded('1', '1'));
		for (const side of SIDES) {
			await expect(ways.arrows(side, 'request')).toHaveCount(1);
			await expect(ways.arrows(side, 'response')).toHaveAccessibleName(/101/);
			for (const direction of DIRECTIONS) {
				const frames = ways.arrows(side, 'frame', direction);
				await expect(frames.first()).toHaveAccessibleName(/text/);
				await expect(frames.last()).toHaveAccessibleName(/close 1000/);
			}
		}
		await expect(ways.requestLines('added').filter({ hasText: 'Via' })).toHaveCount(1);
		await expect(ways.tried(proxies.modes['passes-upgrade'].name)).toContainText(
			proxies.verdict.forwarded
		);
		await expect(ways.page.getByText(proxies.myth.verdicts.refuted)).toBeVisible();
	});

	test('behind a proxy that drops the upgrade the server sees a plain GET and says 426', async ({
		ways
	}) => {
		const { proxies } = ways;
		await ways.open('proxies');
		await ways.sendThrough('drops-upgrade');
		await expect(ways.verdict).toContainText(proxies.verdict.refused('426'));
		await expect(ways.verdict).toContainText(proxies.verdict.why.refused);
		await expect(
			ways.requestLines('removed').filter({ hasText: 'Upgrade: websocket' })
		).toHaveCount(1);
		for (const side of SIDES) {
			await expect(ways.arrows(side, 'response')).toHaveAccessibleName(/426/);
			await expect(ways.arrows(side, 'frame')).toHaveCount(0);
		}
		// Taken apart: what reached the server asks for no upgrade any more.
		await ways.arrows('far', 'request').click();
		const taken = ways.page.getByRole('group', { name: ways.words.panes.anatomy, exact: true });
		await expect(taken).toContainText('Sec-WebSocket-Key');
		await expect(taken.locator('[data-kind="header-name"]')).not.toContainText(['Upgrade']);
		await expect(ways.page.getByText(proxies.myth.verdicts.open)).toBeVisible();
	});

	test('a proxy that cuts what is idle ends a silent connection, and keeps one with heartbeats', async ({
		ways,
		page
	}) => {
		const { proxies } = ways;
		const { duration } = createFormats(ways.text.shell.locale);
		const name = proxies.modes['cuts-idle'].name;
		await ways.open('proxies');
		await ways.chooseMode('cuts-idle');
		await page.getByLabel(proxies.idle).fill('600');
		await ways.sendThrough('cuts-idle');
		await expect(ways.verdict).toContainText(proxies.verdict.cut);
		await expect(ways.verdict).not.toContainText(duration(0));
		for (const side of SIDES) {
			await expect(ways.arrows(side, 'frame', 'server').first()).toHaveAccessibleName(/text/);
			// Nobody said goodbye.
			await expect(ways.page.getByRole('button', { name: /close 1000/ })).toHaveCount(0);
		}
		await expect(ways.tried(name)).toContainText(proxies.verdict.cut);

		await page.getByLabel(proxies.heartbeat).check();
		await ways.sendThrough('cuts-idle');
		await expect(ways.verdict).toContainText(proxies.verdict.forwarded);
		await expect(ways.verdict).toContainText(proxies.verdict.why.kept('2', '2'));
		for (const side of SIDES) {
			const pongs = ways.arrows(side, 'frame', 'server').filter({ hasText: /pong/i });
			await expect(pongs.first()).toBeVisible();
		}
		const kept = ways.tried(proxies.myth.heartbeat(name));
		await expect(kept).toContainText(proxies.verdict.forwarded);
		await expect(ways.tried(name)).toContainText(proxies.verdict.cut);
	});

	test('through a forward proxy: CONNECT, 200, and then every byte as it is', async ({ ways }) => {
		const { proxies } = ways;
		await ways.open('proxies');
		await ways.sendThrough('connect');
		await expect(ways.verdict).toContainText(proxies.verdict.forwarded);
		await expect(ways.arrows('near', 'request')).toHaveCount(2);
		await expect(ways.arrows('near', 'request').first()).toHaveAccessibleName(/CONNECT/);
		await expect(ways.arrows('near', 'response').first()).toHaveAccessibleName(/200/);
		await expect(ways.arrows('near', 'response').last()).toHaveAccessibleName(/101/);
		// The server never sees the question for a tunnel, and the handshake is not touched.
		await expect(ways.arrows('far', 'request')).toHaveCount(1);
		await expect(ways.arrows('far', 'request')).toHaveAccessibleName(/GET/);
		await expect(ways.page.getByText(proxies.heads.same).first()).toBeVisible();
		for (const change of ['removed', 'added', 'rewritten'] as const) {
			await expect(ways.requestLines(change)).toHaveCount(0);
		}
	});

	test('the request of the editor goes through a proxy as it was written', async ({
		ways,
		page
	}) => {
		const { proxies } = ways;
		await ways.open();
		await ways.usePreset('no-key');
		await page
			.getByRole('navigation', { name: ways.lab.shell.nav })
			.getByRole('link', { name: ways.lab.shell.tools.proxies })
			.click();
		await ways.choose(proxies.whose, proxies.own);
		await ways.sendThrough('passes-upgrade');
		await expect(ways.verdict).toContainText(proxies.verdict.refused('400'));
		for (const side of SIDES)
			await expect(ways.arrows(side, 'response')).toHaveAccessibleName(/400/);
	});

	test('a try is stopped while the proxy counts the silence', async ({ ways, page }) => {
		const { proxies } = ways;
		await ways.open('proxies');
		await ways.chooseMode('cuts-idle');
		await page.getByLabel(proxies.idle).fill('10000');
		await ways.button(proxies.run).click();
		await expect(ways.arrows('far', 'frame', 'server')).toHaveCount(1);
		await ways.button(proxies.stop).click();
		await expect(ways.button(proxies.again)).toBeVisible();
	});
});

test('both sides of the proxy are gone through by keyboard alone', async ({ ways, page }) => {
	await ways.open('proxies');
	await ways.sendThrough('passes-upgrade');
	await ways.arrows('near', 'request').focus();
	await page.keyboard.press('ArrowRight');
	await expect(ways.arrows('far', 'request')).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(ways.arrows('far', 'response')).toBeFocused();
	await page.keyboard.press('ArrowLeft');
	await expect(ways.arrows('near', 'response')).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await expect(ways.arrows('near', 'request')).toBeFocused();
	await page.keyboard.press('Home');
	await expect(page.locator('[data-cell="near-0"]')).toBeFocused();
});
