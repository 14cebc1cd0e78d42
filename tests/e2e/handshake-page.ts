/** The handshake lab as a student handles it, for journeys in either language. */
import { expect, type Locator } from '@playwright/test';
import { readText } from '#lib/handshakes/draft/draft-text.ts';
import type { HandshakePresetId } from '#lib/handshakes/presets/preset-ids.ts';
import type { Text } from '#lib/i18n/text.ts';
import { BenchScreen } from './bench-screen.ts';

export type HandshakeTool =
	'request' | 'response' | 'accept' | 'negotiation' | 'views' | 'proxies' | 'tls';
type Step = 'draft' | 'send' | 'results';
type Part = 'grip' | 'name' | 'gap' | 'value' | 'ending' | 'more';
type StartPart = 'method' | 'target' | 'version' | 'status' | 'reason';
type Judge = 'rfc' | 'peer';
type Words = Text['handshakeLab']['verdicts'];

export class HandshakePage extends BenchScreen {
	/** Who the student is on the page that is open. */
	side: 'request' | 'response' = 'request';

	get lab(): Text['handshakeLab'] {
		return this.text.handshakeLab;
	}

	pathOf(tool: HandshakeTool): string {
		return `/${this.language}/lab/handshake${tool === 'request' ? '' : `/${tool}`}`;
	}

	/** @param origin of another server than the journey's own */
	async open(tool: HandshakeTool = 'request', origin = ''): Promise<void> {
		this.side = tool === 'response' ? 'response' : 'request';
		await this.page.goto(`${origin}${this.pathOf(tool)}`);
	}

	button(name: string): Locator {
		return this.page.getByRole('button', { name, exact: true });
	}

	/** On a narrow screen the panes are tabs. */
	step(step: Step): Locator {
		const { request, response } = this.lab;
		const names =
			this.side === 'request'
				? { ...request.steps, draft: request.steps.request }
				: { ...response.steps, draft: response.steps.response };
		return this.page.getByRole('tab', { name: names[step], exact: true });
	}

	async showStep(step: Step): Promise<void> {
		const tab = this.step(step);
		if (await tab.isVisible()) await tab.click();
	}

	/** One of several values that stand side by side. */
	option(group: string, name: string): Locator {
		return this.page
			.getByRole('radiogroup', { name: group, exact: true })
			.getByRole('radio', { name, exact: true });
	}

	async choose(group: string, name: string): Promise<void> {
		await this.option(group, name).check({ force: true });
	}

	/* The draft. */

	async showForm(form: 'table' | 'text' | 'both'): Promise<void> {
		const { view } = this.lab.editor;
		await this.choose(view.label, view[form]);
	}

	async showDraft(): Promise<void> {
		const { middle } = this.lab.shell;
		await this.choose(middle.label, middle.draft);
	}

	/** The draft as text. */
	get written(): Locator {
		const name = this.lab.editor.text.label[this.side];
		return this.page.getByRole('textbox', { name, exact: true });
	}

	/** The bytes of the draft, one character each; its text has to be on the screen. */
	async draftBytes(): Promise<Buffer> {
		const read = readText(await this.written.inputValue());
		if (!read.ok) throw new Error(`the text cannot be read at ${read.at}`);
		return Buffer.from(read.bytes);
	}

	async expectDraft(text: string | RegExp): Promise<void> {
		const draft = expect.poll(async () => (await this.draftBytes()).toString('latin1'));
		await (typeof text === 'string' ? draft.toBe(text) : draft.toMatch(text));
	}

	/** A line of the draft's table: by its number from 0, or the n-th header of a name. */
	line(which: number | string, nth = 0): Locator {
		if (typeof which === 'number') return this.page.locator(`li[data-line="${which}"]`);
		return this.page.locator(`li[data-line][aria-label$="${which}" i]`).nth(nth);
	}

	cell(line: number | string, part: Part): Locator {
		return this.line(line).locator(`[data-part="${part}"]`);
	}

	startCell(part: StartPart): Locator {
		return this.line(0).locator(`[data-part="${part}"]`);
	}

	/** Shows the card of a line with its tools. */
	async openLine(line: number | string): Promise<void> {
		const more = this.cell(line, 'more');
		if ((await more.getAttribute('aria-expanded')) === 'false') await more.click();
	}

	async removeLine(line: number | string): Promise<void> {
		await this.openLine(line);
		const { remove } = this.lab.editor.card;
		await this.line(line).getByRole('button', { name: remove, exact: true }).click();
	}

	get presetsButton(): Locator {
		return this.button(this.lab.editor.tools.presets);
	}

	async usePreset(id: HandshakePresetId): Promise<void> {
		const { presets, tools } = this.lab.editor;
		await this.presetsButton.click();
		await this.page
			.getByRole('dialog', { name: tools.presets })
			.getByRole('button')
			.filter({ has: this.page.getByText(presets[id].name, { exact: true }) })
			.click();
	}

	/** What a strict reader says of the draft as it stands. */
	get strict(): Locator {
		return this.page.getByRole('status', { name: this.lab.editor.strict.label });
	}

	get undoButton(): Locator {
		return this.button(this.lab.editor.tools.undo);
	}

	get redoButton(): Locator {
		return this.button(this.lab.editor.tools.redo);
	}

	/* Sending, and what came of it. */

	get sendButton(): Locator {
		return this.page.locator('form.send button[type=submit]');
	}

	async send(): Promise<void> {
		await this.sendButton.click();
	}

	/** Sends, perhaps in more than one step, and waits until a new connection is on the screen. */
	async sendAnew(send: () => Promise<void> = () => this.send()): Promise<void> {
		const shown = await this.#beginning();
		await send();
		const isAnother = (beginning: string | null) => beginning !== null && beginning !== shown;
		await expect.poll(async () => isAnother(await this.#beginning())).toBe(true);
	}

	/** When the connection on the screen was accepted, to the microsecond; null: there is none. */
	async #beginning(): Promise<string | null> {
		const names = await this.records('accepted').evaluateAll((rows) =>
			rows.map((row) => row.getAttribute('aria-label'))
		);
		return /^\d+\D+([\d.,]+)/.exec(names[0] ?? '')?.[1] ?? null;
	}

	async hangUp(how: 'fin' | 'rst' = 'fin'): Promise<void> {
		await this.button(this.lab.shell.sending.hangUp[how]).click();
	}

	judge(judge: Judge): Locator {
		const { rfc, peer } = this.lab.verdicts;
		const name = judge === 'rfc' ? rfc : peer[this.side];
		return this.page.getByRole('region', { name, exact: true });
	}

	async expectStrict(kind: keyof Words['strict']): Promise<void> {
		await expect(this.judge('rfc')).toContainText(this.lab.verdicts.strict[kind]);
	}

	async expectPeer(kind: keyof Words['took']): Promise<void> {
		await expect(this.judge('peer')).toContainText(this.lab.verdicts.took[kind]);
	}

	async expectAgreement(kind: keyof Words['agreement']): Promise<void> {
		const judges = this.page.locator('[data-agreement]');
		await expect(judges).toHaveAttribute('data-agreement', kind);
	}

	/** Why the judges part, or what is worth knowing besides. */
	explanation(id: keyof Words['explanations']): Locator {
		return this.page.locator(`[data-explanation="${id}"]`);
	}

	/** A check of the strict reading, and what the peer says of it. */
	check(id: string): Locator {
		return this.page.locator(`tr[data-check="${id}"]`);
	}

	/** Sends the draft and waits until a response head is on the screen. */
	async sendUntilAnswered(): Promise<void> {
		await this.sendAnew();
		await expect(this.records('response')).not.toHaveCount(0);
	}

	/** The bytes of a captured record as the page hands them out; the clipboard has to be allowed. */
	async bytesOf(record: Locator): Promise<Buffer> {
		const { copyHex, copied } = this.text.anatomy;
		await record.click();
		await expect(record).toHaveAttribute('aria-current', 'true');
		await this.button(copyHex).click();
		await expect(this.button(copied)).toBeVisible();
		const hex = await this.page.evaluate(() => navigator.clipboard.readText());
		return Buffer.from(hex.replaceAll(/\s/g, ''), 'hex');
	}

	/** What went wrong with the last thing that was done. */
	get trouble(): Locator {
		return this.page.locator('.trouble');
	}
}
