/** Moving about a page by keyboard alone. */
import { expect, type Locator, type Page } from '@playwright/test';

const MOST_STOPS = 120;

export async function isFocused(target: Locator): Promise<boolean> {
	return target.evaluate((element) => element === document.activeElement);
}

/** Presses Tab until the element has the focus, as often as a page may reasonably ask for. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
	for (let stop = 0; stop < MOST_STOPS; stop++) {
		await page.keyboard.press('Tab');
		if (await isFocused(target)) return;
	}
	throw new Error(`${MOST_STOPS} tab stops do not lead to ${String(target)}`);
}

/** What the focus is on shows it, or what holds it, or a part of it: an outline, a shadow or a border that was not there before. */
export async function expectVisibleFocus(page: Page): Promise<void> {
	const look = await page.evaluate(() => {
		const focused = document.activeElement;
		if (!(focused instanceof HTMLElement)) return null;
		const { parentElement: parent, children } = focused;
		const chain = [focused, parent, parent?.parentElement, ...children];
		const read = () =>
			chain.map((element) => {
				if (!element) return '';
				const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(element);
				return [outline, boxShadow, borderColor, backgroundColor].join();
			});
		const lit = read().join(';');
		focused.blur();
		const dull = read().join(';');
		focused.focus({ preventScroll: true });
		return { name: focused.outerHTML.slice(0, 120), isVisible: lit !== dull };
	});
	expect(look, 'something has the focus').not.toBeNull();
	expect(look?.isVisible, `focus is visible on ${look?.name}`).toBe(true);
}

/** Every tab stop of the page, from the link over its head to the last. */
export async function expectVisibleFocusThroughout(page: Page, skip: string): Promise<void> {
	await tabTo(page, page.getByRole('link', { name: skip }));
	// Behind the last stop the focus leaves the page.
	do {
		await expectVisibleFocus(page);
		await page.keyboard.press('Tab');
	} while (!(await isFocused(page.locator('body'))));
}
