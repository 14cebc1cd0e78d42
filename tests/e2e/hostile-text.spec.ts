import { expect, test } from './fixtures.ts';

const HOSTILE = '<img src=x onerror="window.isHacked=1;alert(1)">';

test.beforeEach(({ page }) => {
	page.on('dialog', (dialog) => {
		throw new Error(`a dialog said ${dialog.message()}`);
	});
});

test.afterEach(async ({ page }) => {
	await expect(page.locator('img')).toHaveCount(0);
	expect(await page.evaluate(() => 'isHacked' in window)).toBe(false);
});

test('markup in a message stays text in every view', async ({ bench }) => {
	await bench.open();
	await bench.connect();
	await bench.sendText(HOSTILE);
	await bench.records('frame', 'server').click();
	await expect(bench.records('frame', 'server')).toContainText('<img src=x');
	await expect(bench.anatomy).toContainText('<img src=x onerror=');
});

test('markup as a subprotocol stays text in the browser’s words about it', async ({ bench }) => {
	await bench.open();
	await bench.setSubprotocols(HOSTILE);
	await bench.connectButton.click();
	await expect(bench.notice('SyntaxError')).toContainText('<img src=x');
});

for (const [side, isServer] of [
	['page', false],
	['server', true]
] as const) {
	test(`markup as the reason of a close by the ${side} stays text`, async ({ bench }) => {
		await bench.open();
		await bench.connect();
		await bench.compose('server');
		await bench.close('4000', HOSTILE, isServer);
		const frame = bench.records('frame', side === 'page' ? 'client' : 'server');
		await frame.click();
		await expect(frame).toContainText('<img src=x');
		await expect(bench.anatomy).toContainText('<img src=x onerror=');
	});
}

test('markup in the query stays text in the request', async ({ bench, server }) => {
	await bench.open();
	await bench.setUrl(`${server.origin.replace('http', 'ws')}/ws/echo?a='<img/src=x>`);
	await bench.connect();
	await bench.records('request').click();
	await expect(bench.anatomy).toContainText('img/src=x');
});
