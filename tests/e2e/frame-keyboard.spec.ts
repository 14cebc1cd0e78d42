import { expect, test } from './frames-fixture.ts';
import { expectVisibleFocus, expectVisibleFocusThroughout, isFocused, tabTo } from './keyboard.ts';

const TOOLS = ['fragments', 'compression', 'masking', 'limits', 'cases'] as const;

test('a frame is built, sent and looked at by keyboard alone', async ({ frames, page }) => {
	const { empty, wire } = frames.lab.runs;
	await frames.open();
	await tabTo(page, page.getByRole('button', { name: empty.nothing, exact: true }));
	await page.keyboard.press('Enter');
	await tabTo(page, page.locator('button[data-bit][tabindex="0"]'));
	await expectVisibleFocus(page);
	// FIN; 0x9, a ping; MASK: the key comes with it.
	await page.keyboard.press('Space');
	for (const bit of [4, 7, 8]) {
		while (!(await isFocused(frames.bit(bit)))) await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Space');
	}
	await frames.expectHex('89 80 00 00 00 00');
	await page.keyboard.press('ControlOrMeta+z');
	await frames.expectHex('89 00');
	await page.keyboard.press('ControlOrMeta+y');

	await tabTo(page, frames.sendButton);
	await expectVisibleFocus(page);
	await page.keyboard.press('Enter');
	await expect(frames.records('frame', 'server')).toHaveAccessibleName(/PONG/i);
	await tabTo(page, page.locator('button[data-index][tabindex="0"]'));
	await page.keyboard.press('End');
	await page.keyboard.press('Home');
	await expect(frames.record(0)).toBeFocused();
	while (!(await isFocused(frames.records('frame', 'client'))))
		await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await tabTo(page, page.getByRole('button', { name: wire.edit }));
	await page.keyboard.press('Enter');
	await frames.expectHex('89 80 00 00 00 00');
});

test('frames are put in order by keyboard alone', async ({ frames, page }) => {
	const { items } = frames.lab.runs;
	await frames.open();
	await frames.begin('hello');
	await tabTo(page, page.getByRole('button', { name: items.add, exact: true }));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('menuitem').first()).toBeFocused();
	while (!(await isFocused(page.getByRole('menuitem', { name: items.addPing }))))
		await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	const rows = page.locator('button[data-row]');
	await expect(rows).toHaveCount(2);
	await tabTo(page, page.locator('button[data-row][tabindex="0"]'));
	await page.keyboard.press('Alt+ArrowUp');
	await expect(rows.first()).toContainText(/ping/i);
	await expect(rows.first()).toBeFocused();
	await page.keyboard.press('Delete');
	await expect(rows).toHaveCount(1);
	await expect(rows).not.toContainText(/ping/i);
});

test('every tool is reached from every other by keyboard', async ({ frames, page }) => {
	const { nav, tools } = frames.lab.shell;
	await frames.open();
	for (const tool of [...TOOLS, 'editor'] as const) {
		const link = page
			.getByRole('navigation', { name: nav })
			.getByRole('link', { name: tools[tool], exact: true });
		await tabTo(page, link);
		await expectVisibleFocus(page);
		await page.keyboard.press('Enter');
		await expect(link).toHaveAttribute('aria-current', 'page');
	}
});

for (const tool of ['', ...TOOLS]) {
	test(`the focus is visible on every tab stop of ${tool || 'the editor'}`, async ({
		frames,
		page
	}) => {
		test.slow();
		await frames.open(tool);
		if (tool === '') await frames.begin('hello');
		// A link in every row is enough to know of.
		if (tool === 'cases')
			await page.getByRole('checkbox', { name: frames.lab.cases.onlyDisagreements }).check();
		await expectVisibleFocusThroughout(page, frames.text.shell.skip);
	});
}
