import { expect, inBothLanguages, test } from './fixtures.ts';
import type { Page } from '@playwright/test';
import type { Language, Text } from '#lib/i18n/text.ts';
import { WORDS } from './words.ts';

class MicroscopePage {
	readonly page: Page;
	readonly language: Language;

	constructor(page: Page, language: Language) {
		this.page = page;
		this.language = language;
	}

	get words(): Text['frameLab']['compression'] {
		return WORDS[this.language].frameLab.compression;
	}

	async open(): Promise<void> {
		await this.page.goto(`/${this.language}/lab/frames/compression`);
	}

	async send(): Promise<void> {
		await this.page.getByRole('button', { name: this.words.send, exact: true }).click();
	}

	block(title: string) {
		return this.page.getByRole('region', { name: title, exact: true });
	}

	/** Sizes in the rows of messages: text, deflated, own frames, the echo's frames. */
	async sizes(): Promise<number[][]> {
		const rows = this.block(this.words.wire.title).locator('tbody tr');
		await expect(rows.last().locator('td').last()).toHaveText(/\d/);
		const cells = await rows.evaluateAll((all) =>
			all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''))
		);
		return cells.map((row) => row.map((text) => Number.parseInt(text.trim(), 10)));
	}
}

inBothLanguages((language) => {
	test('messages are compressed as the 101 agreed, and later ones refer to earlier ones', async ({
		page
	}) => {
		const microscope = new MicroscopePage(page, language);
		const { words } = microscope;
		await microscope.open();
		await page.getByLabel(words.messages.fragments).fill('2');
		await microscope.send();
		await expect(microscope.block(words.agreed.title)).toContainText(words.agreed.keeps);
		const sizes = await microscope.sizes();
		const [text = 0, deflated = 0, own = 0] = sizes.at(-1) ?? [];
		expect(deflated).toBeLessThan(text);
		// Two headers of a masked frame each: two bytes and the key.
		expect(own).toBe(deflated + 12);
		await page.getByRole('button', { name: words.wire.choose(sizes.length) }).click();
		const detail = microscope.block(words.detail.title(sizes.length));
		await expect(detail).toContainText(words.detail.rsv1Set);
		await expect(detail).toContainText(words.detail.rsv1Rest);
		await expect(microscope.block(words.stream.title)).toContainText(words.tokens.earlier);
	});

	test('the offer decides the windows of both sides', async ({ page }) => {
		const microscope = new MicroscopePage(page, language);
		const { words } = microscope;
		await microscope.open();
		await page.getByLabel(words.offer.yourWindow).selectOption('10');
		await page.getByLabel(words.offer.serverWindow).selectOption('9');
		await page.getByRole('checkbox', { name: /^client_no_context_takeover/ }).check();
		await expect(page.getByLabel(words.offer.header)).toHaveValue(
			'permessage-deflate; client_no_context_takeover; client_max_window_bits=10; server_max_window_bits=9'
		);
		await microscope.send();
		const agreed = microscope.block(words.agreed.title);
		await expect(agreed).toContainText('2^10');
		await expect(agreed).toContainText('2^9');
		await expect(agreed).toContainText(words.agreed.forgets);
	});

	test('without context takeover each message is compressed alone, and the chart marks it', async ({
		page
	}) => {
		const microscope = new MicroscopePage(page, language);
		const { words } = microscope;
		await microscope.open();
		await page.getByRole('button', { name: words.messages.sample.prices }).click();
		await microscope.send();
		const kept = await microscope.sizes();
		await page.getByRole('checkbox', { name: /^client_no_context_takeover/ }).check();
		await microscope.send();
		await expect(microscope.block(words.agreed.title)).toContainText(words.agreed.forgets);
		const forgotten = await microscope.sizes();
		const deflated = (rows: number[][]) => rows.map(([, size = 0]) => size);
		// The first has nothing before it; a later one is nearly the same text.
		expect(deflated(forgotten)[0]).toBe(deflated(kept)[0]);
		expect(deflated(forgotten)[1]).toBeGreaterThan(2 * (deflated(kept)[1] ?? Infinity));
		await expect(page.locator('tr', { hasText: words.compare.inUse })).toContainText(
			words.compare.row(15)
		);
	});

	test('a window of 9 bits does not reach what one of 15 bits does', async ({ page }) => {
		const microscope = new MicroscopePage(page, language);
		const { words } = microscope;
		await microscope.open();
		await page.getByRole('button', { name: words.messages.sample.far }).click();
		await microscope.send();
		const wide = await microscope.sizes();
		await page.getByLabel(words.offer.yourWindow).selectOption('9');
		await page.getByLabel(words.offer.serverWindow).selectOption('9');
		await microscope.send();
		await expect(microscope.block(words.agreed.title)).toContainText('2^9');
		const narrow = await microscope.sizes();
		const last = (rows: number[][]) => rows.at(-1)?.[1] ?? 0;
		expect(last(narrow)).toBeGreaterThan(2 * last(wide));
		const rows = microscope.block(words.compare.title).getByRole('button');
		await expect(rows).toHaveText([9, 10, 11, 12, 13, 14, 15].map(words.compare.row));
	});

	test('an offer that cannot be accepted is answered with 400', async ({ page }) => {
		const microscope = new MicroscopePage(page, language);
		const { words } = microscope;
		await microscope.open();
		await page.getByLabel(words.offer.header).fill('permessage-deflate; foo');
		await expect(page.getByText(words.offer.faults['parameter-unknown']('foo'))).toBeVisible();
		await microscope.send();
		await expect(page.getByText(words.agreed.refused(400))).toBeVisible();
	});

	test('broken deflate data under RSV1 are refused with 1007, and both judges say so', async ({
		page
	}) => {
		const microscope = new MicroscopePage(page, language);
		const { words } = microscope;
		await microscope.open();
		await page.getByRole('button', { name: words.broken.send, exact: true }).click();
		const verdicts = WORDS[language].frameLab.verdicts;
		const peer = page.getByRole('region', { name: verdicts.peer, exact: true });
		await expect(peer).toContainText('1007');
		await expect(peer).toContainText('Z_DATA_ERROR');
		await expect(page.getByText(words.faults.codes['block-type-reserved'])).toBeVisible();
	});
});
