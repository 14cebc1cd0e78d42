import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Text } from '#lib/i18n/text.ts';
import { expect, inBothLanguages, test } from './fixtures.ts';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

function demo(page: Page, text: Text) {
	return page.getByRole('region', { name: text.liveDemo.title });
}

inBothLanguages((language) => {
	test('home opens a connection by itself and shows that Accept is equal', async ({
		page,
		bench: { text }
	}) => {
		await page.goto(`/${language}`);
		const live = demo(page, text);
		await expect(live).toContainText('HTTP/1.1 101 Switching Protocols');
		await expect(live.getByText(text.shell.source.live, { exact: true })).toBeVisible();
		await expect(live).toContainText(text.liveDemo.checked);
		const value = (name: string) =>
			live.locator('dl').filter({ hasText: name }).locator('dd').innerText();
		const key = await value('Sec-WebSocket-Key');
		const accept = createHash('sha1')
			.update(key + GUID)
			.digest('base64');
		expect(await value('Sec-WebSocket-Accept')).toBe(accept);
	});

	test('a bit of the first frame, when chosen, is read out', async ({ page, bench }) => {
		await page.goto(`/${language}`);
		await bench.bit(8).click();
		await expect(bench.bit(8)).toHaveAttribute('aria-pressed', 'true');
		await expect(bench.readout).toContainText('MASK');
	});

	test('home leads on to the workbench', async ({ page, bench: { text } }) => {
		await page.goto(`/${language}`);
		await page.getByRole('link', { name: text.home.openWorkbench }).click();
		await expect(page).toHaveURL(new RegExp(`/${language}/lab$`));
		await expect(page.getByRole('heading', { name: text.workbench.title })).toBeAttached();
	});

	test('an address without a page says so, and what to do', async ({ page, bench: { text } }) => {
		const response = await page.goto(`/${language}/nothing`);
		expect(response?.status()).toBe(404);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(text.errors.notFound.title);
		await expect(page.getByRole('main')).toContainText(`/${language}/nothing`);
		await page.getByRole('link', { name: text.errors.home }).click();
		await expect(page).toHaveURL(new RegExp(`/${language}$`));
	});

	test('the skip link is the first stop and leads past the header', async ({
		page,
		bench: { text }
	}) => {
		await page.goto(`/${language}`);
		await page.keyboard.press('Tab');
		const skip = page.getByRole('link', { name: text.shell.skip });
		await expect(skip).toBeFocused();
		await expect(skip).toBeInViewport();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('main')).toBeFocused();
	});
});

for (const [accepted, path] of [
	['zh-CN,zh;q=0.9,en;q=0.5', '/zh'],
	['en-GB,en;q=0.9', '/en'],
	['fr', '/en']
] as const) {
	test(`the root leads a browser that accepts ${accepted} to ${path}`, async ({ request }) => {
		const headers = { 'accept-language': accepted };
		const response = await request.get('/', { headers, maxRedirects: 0 });
		expect(response.status()).toBe(307);
		expect(response.headers()['location']).toBe(path);
	});
}

test('the language switch keeps path, query and hash', async ({ page }) => {
	await page.goto('/en/lab?from=class#bits');
	await page.getByRole('link', { name: '中文' }).click();
	await expect(page).toHaveURL(/\/zh\/lab\?from=class#bits$/);
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('the language switch keeps the connection and what was recorded', async ({ page, bench }) => {
	await bench.open();
	await bench.connect();
	await page.getByRole('link', { name: '中文' }).click();
	await expect(page).toHaveURL(/\/zh\/lab$/);
	await expect(bench.records('response')).toHaveCount(1);
});

test('the theme is kept over a reload', async ({ page, bench: { text } }) => {
	await page.goto('/en');
	const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	const before = await ground();
	await page.getByRole('button', { name: text.shell.theme.label }).click();
	await page.getByRole('menuitemradio', { name: text.shell.theme.dark }).click();
	await expect.poll(ground).not.toBe(before);
	const dark = await ground();
	await page.reload();
	expect(await ground()).toBe(dark);
});
