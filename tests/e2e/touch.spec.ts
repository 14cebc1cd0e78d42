import { BenchPage } from './bench-page.ts';
import { expect, test } from './fixtures.ts';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

test('on a phone a finger connects, sends, and lights a bit with its byte and field', async ({
	page
}) => {
	const bench = new BenchPage(page, 'zh');
	await bench.open();
	await page.getByRole('button', { name: bench.words.empty.connect }).tap();
	await expect(bench.records('response')).toHaveCount(1);
	await page.getByRole('button', { name: bench.words.composer.open }).tap();
	await bench.sendButton.tap();
	await bench.records('frame', 'client').tap();
	await page.locator('button[data-bit="8"]').tap();
	await expect(page.locator('button[data-bit="8"]')).toHaveAttribute('data-selected');
	await expect(page.locator('[data-byte="1"]')).toHaveAttribute('data-selected');
	await expect(page.locator('tr[data-field="mask"]')).toHaveAttribute('data-selected');
});
