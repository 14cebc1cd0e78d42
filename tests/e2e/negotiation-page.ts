/** The negotiation page as a student handles it, for journeys in either language. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { RowId } from '#lib/handshakes/negotiation/compare-negotiation.ts';
import type { NegotiationWay } from '#lib/handshakes/negotiation/negotiation-draft.ts';
import type { NegotiationPresetId } from '#lib/handshakes/negotiation/negotiation-presets.ts';
import type { Language, Text } from '#lib/i18n/text.ts';
import { WORDS } from './words.ts';

type Words = Text['handshakeLab']['negotiation'];

export class NegotiationPage {
	readonly page: Page;
	readonly language: Language;

	constructor(page: Page, language: Language) {
		this.page = page;
		this.language = language;
	}

	get words(): Words {
		return WORDS[this.language].handshakeLab.negotiation;
	}

	async open(hash = ''): Promise<void> {
		await this.page.goto(`/${this.language}/lab/handshake/negotiation${hash}`);
	}

	async choose(way: NegotiationWay): Promise<void> {
		await this.page.getByRole('radio', { name: this.words.ways[way].name }).check();
	}

	async use(preset: NegotiationPresetId): Promise<void> {
		await this.page.getByRole('button', { name: this.words.tools.presets, exact: true }).click();
		const { name } = this.words.presets[preset];
		await this.page.getByRole('dialog').getByRole('button', { name }).click();
	}

	/** The whole list, as header text or as the page's. */
	get protocols(): Locator {
		const { headerText, pageText } = this.words.client;
		return this.page
			.getByRole('textbox', { name: headerText('Sec-WebSocket-Protocol') })
			.or(this.page.getByRole('textbox', { name: pageText }));
	}

	get spoken(): Locator {
		return this.page.getByLabel(this.words.server.protocols);
	}

	/** Sends it, and waits for what comes of it. */
	async send(way: NegotiationWay = 'raw'): Promise<void> {
		await this.page.getByRole('button', { name: this.words.send[way], exact: true }).click();
		await expect(this.headline).not.toHaveAttribute('data-kind', 'waiting');
	}

	/** What came of it, in one line. */
	get headline(): Locator {
		return this.page.locator('.headline');
	}

	/** What becomes of one thing that is offered or answered, by our reading. */
	due(table: 'protocols' | 'offers' | 'written', at: number): Locator {
		const name = this.words.table[table];
		return this.page.getByRole('table', { name, exact: true }).locator('tbody tr').nth(at);
	}

	/** What was due beside what crossed. */
	row(id: RowId): Locator {
		return this.page.locator(`tr[data-row="${id}"]`);
	}

	async expectRow(id: RowId, mark: 'same' | 'different', found: string): Promise<void> {
		await expect(this.row(id)).toHaveAttribute('data-mark', mark);
		await expect(this.row(id).locator('td').last()).toHaveText(found);
	}
}
