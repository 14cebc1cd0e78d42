/** The transports lab as a student handles it, for journeys in either language. */
import { expect, type Download, type Locator } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { createFormats } from '#lib/i18n/format.ts';
import type { Text } from '#lib/i18n/text.ts';
import type { PresetId } from '#lib/transports-lab/race/presets.ts';
import type { Column } from '#lib/transports-lab/shell/result-rows.ts';
import type { Transport } from '#lib/transports/transport.ts';
import { BenchScreen } from './bench-screen.ts';

export type TransportsTool = 'race' | 'lane' | 'report' | 'login' | 'game' | 'chat' | 'scale';
type SourceField = 'rate' | 'size' | 'seconds' | 'seed';
type LaneField = 'interval' | 'hold' | 'delay' | 'jitter' | 'tabs';
type Finding = keyof Text['transportsLab']['summary']['findings'];

/** A race's connecting and draining come on top of its source; the machine may be busy. */
export const RACE_TIMEOUT = 45_000;

/** How every PNG begins (RFC 2083 §12.12). */
export const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/** Stands for any words. */
const BLANK = '\u0000';

export class TransportsPage extends BenchScreen {
	get lab(): Text['transportsLab'] {
		return this.text.transportsLab;
	}

	get format(): ReturnType<typeof createFormats> {
		return createFormats(this.text.shell.locale);
	}

	pathOf(tool: TransportsTool): string {
		return `/${this.language}/lab/transports${tool === 'race' ? '' : `/${tool}`}`;
	}

	/** @param origin of another server than the journey's own */
	async open(tool: TransportsTool = 'race', origin = ''): Promise<void> {
		await this.visit(`${origin}${this.pathOf(tool)}`);
	}

	/** Hydrated when it returns, on further pages of a journey too. */
	async visit(address: string): Promise<void> {
		await this.page.goto(address);
		await this.page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
	}

	/** Follows the lab's own link, so that what a race has left stays. */
	async follow(tool: keyof Text['transportsLab']['shell']['tools']): Promise<void> {
		const { nav, tools } = this.lab.shell;
		await this.page
			.getByRole('navigation', { name: nav })
			.getByRole('link', { name: tools[tool], exact: true })
			.click();
	}

	button(name: string): Locator {
		return this.page.getByRole('button', { name, exact: true });
	}

	nameOf(transport: Transport): string {
		return this.lab.shell.transports[transport];
	}

	/* The plan. */

	preset(id: PresetId): Locator {
		const { presets } = this.lab.race;
		return this.page
			.getByRole('group', { name: presets.title })
			.getByRole('button', { name: presets.items[id].name, exact: true });
	}

	source(field: SourceField): Locator {
		return this.page.getByRole('spinbutton', { name: this.lab.race.source[field], exact: true });
	}

	/** A setting of the lane that is open. */
	setting(field: LaneField): Locator {
		return this.page.getByRole('spinbutton', { name: this.lab.race.lanes[field], exact: true });
	}

	async setSource(fields: Partial<Record<SourceField, number>>): Promise<void> {
		for (const [field, value] of Object.entries(fields)) {
			await this.source(field as SourceField).fill(String(value));
		}
	}

	get lanes(): Locator {
		return this.page.getByRole('list', { name: this.lab.race.lanes.title, exact: true });
	}

	/** What removes a lane of the plan, by its name. */
	remover(name: string): Locator {
		return this.lanes.getByRole('button', { name: this.lab.race.lanes.removeOf(name) });
	}

	async addLane(transport: Transport): Promise<void> {
		await this.button(this.lab.race.lanes.add).click();
		await this.page.getByRole('menuitem', { name: this.nameOf(transport), exact: true }).click();
	}

	/** Shows the settings of a lane. */
	async openSettings(name: string): Promise<void> {
		await this.lanes
			.locator('button[aria-expanded="false"]')
			.filter({ has: this.page.getByText(name, { exact: true }) })
			.click();
	}

	/** Leaves only these of the plan that the page begins with, and adds what is missing. */
	async chooseLanes(...wanted: readonly Transport[]): Promise<void> {
		for (const [transport, name] of Object.entries(this.lab.shell.transports)) {
			const isThere = (await this.remover(name).count()) > 0;
			if (isThere && !wanted.includes(transport as Transport)) await this.remover(name).click();
		}
		for (const transport of wanted) {
			if ((await this.remover(this.nameOf(transport)).count()) === 0) {
				await this.addLane(transport);
			}
		}
	}

	/* The race. */

	get startButton(): Locator {
		return this.button(this.lab.race.start);
	}

	get againButton(): Locator {
		return this.button(this.lab.race.again);
	}

	get stopButton(): Locator {
		return this.button(this.lab.race.stop);
	}

	/** Says how far the race is. */
	get progress(): Locator {
		return this.page.locator('.bar p.said');
	}

	async start(): Promise<void> {
		await this.startButton.or(this.againButton).click();
		await expect(this.stopButton).toBeVisible();
	}

	async expectFinished(timeout = RACE_TIMEOUT): Promise<void> {
		await expect(this.numbers).toBeVisible({ timeout });
		await expect(this.progress).toHaveText(this.sentence(this.lab.race.chart.finished));
	}

	/** Races until there is a result. */
	async race(): Promise<void> {
		await this.start();
		await this.expectFinished();
	}

	/** The row of the chart, by the lane's name. */
	row(name: string): Locator {
		return this.page.getByRole('article', { name, exact: true });
	}

	/** Requests of a lane as its row says them. */
	async requestsOf(name: string): Promise<number> {
		return figure(await this.row(name).locator('.requests b').innerText());
	}

	laneLink(name: string): Locator {
		return this.page.getByRole('link', { name: this.lab.race.chart.openOf(name), exact: true });
	}

	/* What it comes to. */

	get numbers(): Locator {
		return this.page.getByRole('table', { name: this.lab.race.numbers.title, exact: true });
	}

	/** A figure of the result's table. */
	async figureOf(lane: string, column: Column, table = this.numbers): Promise<number> {
		const { columns } = this.lab.summary.table;
		const row = table.getByRole('row').filter({
			has: this.page.getByRole('rowheader', { name: lane, exact: true })
		});
		return figure(await row.locator(`td[data-name="${columns[column]}"]`).innerText());
	}

	get findings(): Locator {
		const title = this.lab.summary.title;
		return this.page.getByRole('region', { name: title, exact: true }).getByRole('listitem');
	}

	/** Sentences of one kind that the run says. */
	finding(kind: Finding): Locator {
		return this.findings.filter({ hasText: this.sentence(this.lab.summary.findings[kind]) });
	}

	/** Any sentence that these words can make. */
	sentence(words: string | ((...parts: never[]) => string)): RegExp {
		if (typeof words === 'string') return new RegExp(escape(words));
		const say = words as (...parts: readonly string[]) => string;
		const said = say(...Array.from({ length: words.length }, () => BLANK));
		return new RegExp(said.split(BLANK).map(escape).join('.+'));
	}

	/** What the menu of files hands out. */
	async save(
		kind: 'svg' | 'png' | 'json',
		place: Locator = this.page.locator('body')
	): Promise<SavedFile> {
		const { save } = this.lab.shell;
		const downloading = this.page.waitForEvent('download');
		await place.getByRole('button', { name: save.label, exact: true }).click();
		await this.page.getByRole('menuitem', { name: save[kind], exact: true }).click();
		return readDownload(await downloading);
	}

	/** What a button puts on the clipboard, which has to be allowed. */
	async copied(name: string): Promise<string> {
		const read = () => this.page.evaluate(() => navigator.clipboard.readText());
		await this.page.evaluate(() => navigator.clipboard.writeText(''));
		await this.button(name).click();
		await expect.poll(read).not.toBe('');
		return read();
	}

	/* A lane, byte for byte. */

	async openLane(name: string): Promise<void> {
		await this.laneLink(name).click();
		await expect(this.exchanges).toBeVisible();
	}

	get exchanges(): Locator {
		return this.page.getByRole('table', { name: this.lab.lane.list.label, exact: true });
	}

	/** Rows of the lane's list that are in the document; those scrolled away are not. */
	get exchangeRows(): Locator {
		return this.exchanges.locator('[data-index]');
	}

	/** A cell of an exchange's row. */
	async exchangeFigure(row: Locator, column: string): Promise<number> {
		return figure(await row.locator(`.${column}`).innerText());
	}

	/** On a narrow screen the panes of a lane are tabs. */
	async showPane(pane: 'conversation' | 'anatomy' | 'states'): Promise<void> {
		const tab = this.paneTab(pane);
		if (await tab.isVisible()) await tab.click();
	}

	paneTab(pane: 'conversation' | 'anatomy' | 'states'): Locator {
		return this.page.getByRole('tab', { name: this.lab.lane.bench[pane], exact: true });
	}

	override get anatomy(): Locator {
		return this.page.locator('#step-middle');
	}

	/** What stands under this title, of the record on the bench. */
	block(title: string): Locator {
		return this.anatomy.getByRole('region', { name: title, exact: true });
	}

	async backToRace(): Promise<void> {
		await this.page.getByRole('link', { name: this.lab.lane.backToRace, exact: true }).click();
	}
}

export interface SavedFile {
	readonly name: string;
	readonly bytes: Buffer;
}

export async function readDownload(download: Download): Promise<SavedFile> {
	return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The first number of a text, whatever separates its thousands. */
function figure(text: string): number {
	return Number(/[\d,.]+/.exec(text)?.[0].replaceAll(',', '') ?? NaN);
}

function escape(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
