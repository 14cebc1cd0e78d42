/** The workbench as a student handles it, for journeys in either language. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Language, Text } from '#lib/i18n/text.ts';
import { WORDS } from './words.ts';

const SIDES = ['page', 'wire', 'server'] as const;
type Side = (typeof SIDES)[number];
type DraftKind = 'text' | 'binary' | 'json' | 'burst' | 'server';

export class BenchPage {
	readonly page: Page;
	readonly text: Text;
	readonly language: Language;

	constructor(page: Page, language: Language) {
		this.page = page;
		this.language = language;
		this.text = WORDS[language];
	}

	get words(): Text['workbench'] {
		return this.text.workbench;
	}

	/** @param origin of another server than the journey's own */
	async open(origin = ''): Promise<void> {
		await this.page.goto(`${origin}/${this.language}/lab`);
	}

	get bar(): Locator {
		return this.page.getByRole('form', { name: this.words.connection.label });
	}

	get composer(): Locator {
		return this.page.getByRole('form', { name: this.words.composer.label });
	}

	get connectButton(): Locator {
		return this.bar.getByRole('button', { name: this.words.connection.connect, exact: true });
	}

	get sendButton(): Locator {
		return this.composer.locator('button[type=submit]');
	}

	/** Connects and waits until the response is on the screen. */
	async connect(): Promise<void> {
		await this.connectButton.click();
		await expect(this.records('response')).toHaveCount(1);
	}

	async setUrl(url: string): Promise<void> {
		await this.bar.getByLabel(this.words.connection.url).fill(url);
	}

	/** @param names with commas between them */
	async setSubprotocols(names: string): Promise<void> {
		await this.bar.getByLabel(this.words.connection.subprotocols).fill(names);
	}

	async setDeflate(choice: 'on' | 'off'): Promise<void> {
		await this.bar.getByLabel(this.words.connection.deflate).selectOption(choice);
	}

	async compose(kind: DraftKind): Promise<void> {
		const name = this.words.composer[kind];
		await this.composer.getByRole('radio', { name, exact: true }).check({ force: true });
	}

	async sendText(message: string): Promise<void> {
		await this.composer.getByLabel(this.words.composer.message).fill(message);
		await this.sendButton.click();
	}

	/** @param rate messages a second; 0: all at once */
	async burst(count: number, rate = 0, size?: number): Promise<void> {
		const { composer } = this.words;
		await this.compose('burst');
		await this.composer.getByLabel(composer.burstCount).fill(String(count));
		await this.composer.getByLabel(composer.burstRate).fill(String(rate));
		if (size !== undefined) {
			await this.composer.getByLabel(composer.burstSize).fill(String(size));
		}
		await this.sendButton.click();
	}

	/** @param isServer the server's code closes, from the composer */
	async close(code: string, reason: string, isServer = false): Promise<void> {
		const { closeForm, connection, composer } = this.words;
		const place = isServer ? this.composer : this.bar;
		const name = isServer ? composer.serverClose : connection.close;
		await place.getByRole('button', { name, exact: true }).first().click();
		const form = place.getByRole('form', { name: closeForm.title });
		await form.getByLabel(closeForm.code).fill(code);
		await form.getByLabel(closeForm.reason).fill(reason);
		await form.getByRole('button').click();
	}

	/** Takes one item of the menu of recordings. */
	async takeRecording(item: 'save' | 'open' | 'sample' | 'backToLive' | 'discard'): Promise<void> {
		const { source } = this.words;
		await this.bar.getByRole('button', { name: source.menu, exact: true }).click();
		await this.page.getByRole('menuitem').filter({ hasText: source[item] }).click();
	}

	async openFile(name: string, content: string | Buffer): Promise<void> {
		const choosing = this.page.waitForEvent('filechooser');
		await this.takeRecording('open');
		const chooser = await choosing;
		const buffer = Buffer.from(content);
		await chooser.setFiles({ name, mimeType: 'application/json', buffer });
	}

	badge(source: 'live' | 'recorded'): Locator {
		return this.bar.locator(`[data-source="${source}"]`, { hasText: this.words.source[source] });
	}

	/** What the workbench announces. */
	notice(words: string | RegExp): Locator {
		return this.page.getByRole('status').filter({ hasText: words });
	}

	/** Rows of the conversation, of one kind and perhaps one direction. */
	records(kind: string, direction?: 'client' | 'server'): Locator {
		const from = direction ? `[data-direction="${direction}"]` : '';
		return this.page.locator(`button[data-index][data-record="${kind}"]${from}`);
	}

	/** A row of the conversation by its place. */
	record(index: number): Locator {
		return this.page.locator(`button[data-index="${index}"]`);
	}

	/** Waits until the conversation has so many records, on the screen or scrolled away. */
	async expectCount(records: number): Promise<void> {
		const heading = this.page.locator('#pane-traffic');
		await expect(heading).toContainText(this.text.sequence.count(records));
	}

	bit(index: number): Locator {
		return this.page.locator(`button[data-bit="${index}"]`);
	}

	byte(index: number): Locator {
		return this.page.locator(`button[data-byte="${index}"]`);
	}

	field(id: string): Locator {
		return this.page.locator(`tr[data-field="${id}"]`);
	}

	/** On a narrow screen the panes are tabs. */
	async showPane(pane: 'traffic' | 'anatomy' | 'sides'): Promise<void> {
		const tab = this.page.getByRole('tab', { name: this.words.panes[pane] });
		if (await tab.isVisible()) await tab.click();
	}

	/** On a narrow screen the composer is folded. */
	async showComposer(): Promise<void> {
		const name = this.words.composer.open;
		const toggle = this.page.getByRole('button', { name, exact: true, expanded: false });
		if (await toggle.isVisible()) await toggle.click();
	}

	get anatomy(): Locator {
		return this.page.locator('#pane-anatomy');
	}

	machine(side: 'client' | 'server'): Locator {
		return this.page.getByRole('region', { name: this.text.states.machine[side] });
	}

	async expectState(side: 'client' | 'server', state: string): Promise<void> {
		await expect(this.machine(side).locator('[aria-current="step"]')).toHaveAttribute(
			'data-state',
			state
		);
	}

	/** The row of the three views where a side was told this, or a record crossed the wire. */
	view(side: Side, words: string | RegExp): Locator {
		const table = this.page.getByRole('table', { name: this.text.views.caption });
		const cell = this.page.locator(`td:nth-child(${SIDES.indexOf(side) + 1})`, { hasText: words });
		return table.locator('tbody tr').filter({ has: cell });
	}

	/** What another side was told in the same row. */
	async expectTold(row: Locator, side: Side, words: string | RegExp): Promise<void> {
		await expect(row.getByRole('cell').nth(SIDES.indexOf(side))).toContainText(words);
	}

	player(button: 'start' | 'previous' | 'play' | 'pause' | 'next' | 'end' | 'live'): Locator {
		const player = this.page.getByRole('region', { name: this.text.player.title }).last();
		return player.getByRole('button', { name: this.text.player[button], exact: true });
	}

	get scrubber(): Locator {
		return this.page.getByRole('slider', { name: this.text.player.scrub });
	}

	get readout(): Locator {
		return this.page.getByRole('status', { name: this.text.anatomy.selectedField });
	}
}
