import { expect, test } from './fixtures.ts';
import { expectVisibleFocus, isFocused, tabTo } from './keyboard.ts';

for (const kind of ['request', 'frame']) {
	test(`the focus is visible on every tab stop beside a ${kind}`, async ({ page, bench }) => {
		await bench.open();
		await bench.connect();
		await bench.sendText('Hello');
		await bench.records(kind, 'client').click();
		await bench.byte(1).click();
		await tabTo(page, page.getByRole('link', { name: bench.text.shell.skip }));
		const last = bench.sendButton;
		do {
			await expectVisibleFocus(page);
			await page.keyboard.press('Tab');
		} while (!(await isFocused(last)));
		await expectVisibleFocus(page);
	});
}

test('everything can be done by keyboard alone', async ({ page, bench }) => {
	await bench.open();
	await tabTo(page, bench.connectButton);
	await page.keyboard.press('Enter');
	await expect(bench.records('response')).toHaveCount(1);
	await tabTo(page, bench.composer.getByLabel(bench.words.composer.message));
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type('keys [ ]');
	await page.keyboard.press('Enter');
	await expect(bench.records('frame', 'server')).toHaveAccessibleName(/keys \[ \]/);

	await tabTo(page, page.locator('button[data-index][tabindex="0"]'));
	await page.keyboard.press('Home');
	await expect(bench.record(0)).toBeFocused();
	await page.keyboard.press('End');
	await expect(bench.record(4)).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await expect(bench.record(3)).toHaveAttribute('aria-current', 'true');

	await tabTo(page, page.locator('button[data-bit][tabindex="0"]'));
	await page.keyboard.press('ArrowRight');
	await expect(bench.bit(1)).toBeFocused();
	await expect(bench.readout).toContainText('RSV1');
	await page.keyboard.press('ArrowDown');
	await expect(bench.readout).toContainText(bench.text.fields.names['masking-key']);

	await page.keyboard.press('[');
	await expect(bench.record(2)).toHaveAttribute('aria-current', 'true');
	await page.keyboard.press(']');
	await expect(bench.record(3)).toHaveAttribute('aria-current', 'true');

	await tabTo(page, bench.scrubber);
	await page.keyboard.press('Home');
	await bench.expectState('client', 'CONNECTING');
	await page.keyboard.press('Space');
	await expect(bench.record(4)).toHaveAttribute('aria-current', 'true', { timeout: 30_000 });
	await page.keyboard.press('l');
	await expect(bench.player('live')).toHaveAttribute('aria-pressed', 'true');
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog')).toContainText(bench.words.keys.previousRecord);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
});
