/** The workbench as a student handles it, for journeys in either language. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Language, Text } from '#lib/i18n/text.ts';
import { WORDS } from './words.ts';

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

	async open(): Promise<void> {
		await this.page.goto(`/${this.language}/lab`);
	}

	get bar(): Locator {
		return this.page.getByRole('form', { name: this.words.connection.label });
	}

	get composer(): Locator {
		return this.page.getByRole('form', { name: this.words.composer.label });
	}

	/** Connects and waits until the 101 is on the screen. */
	async connect(): Promise<void> {
		await this.bar
			.getByRole('button', { name: this.words.connection.connect, exact: true })
			.click();
		await expect(this.records('response')).toHaveCount(1);
	}

	async sendText(message: string): Promise<void> {
		await this.composer.getByLabel(this.words.composer.message).fill(message);
		await this.composer.locator('button[type=submit]').click();
	}

	async close(code: string, reason: string): Promise<void> {
		const { closeForm, connection } = this.words;
		await this.bar.getByRole('button', { name: connection.close, exact: true }).click();
		await this.bar.getByLabel(closeForm.code).fill(code);
		await this.bar.getByLabel(closeForm.reason).fill(reason);
		await this.bar.getByRole('button', { name: closeForm.submit }).click();
	}

	/** Rows of the conversation, of one kind and perhaps one direction. */
	records(kind: string, direction?: 'client' | 'server'): Locator {
		const from = direction ? `[data-direction="${direction}"]` : '';
		return this.page.locator(`button[data-record="${kind}"]${from}`);
	}

	bit(index: number): Locator {
		return this.page.locator(`button[data-bit="${index}"]`);
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

	get scrubber(): Locator {
		return this.page.getByRole('slider', { name: this.text.player.scrub });
	}

	get readout(): Locator {
		return this.page.getByRole('status', { name: this.text.anatomy.selectedField });
	}
}
