/** The workbench as a student sees it, in either language. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Language, Text } from '#lib/i18n/text.ts';
import { WORDS } from './words.ts';

const SIDES = ['page', 'wire', 'server'] as const;
type Side = (typeof SIDES)[number];

export class BenchScreen {
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
