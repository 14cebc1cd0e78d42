/** The frame lab as a student handles it, for journeys in either language. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Text } from '#lib/i18n/text.ts';
import type { PresetId } from '#lib/runs/presets.ts';
import { BenchScreen } from './bench-screen.ts';

type Judge = 'rfc' | 'peer';

export class FramesPage extends BenchScreen {
	get lab(): Text['frameLab'] {
		return this.text.frameLab;
	}

	/** @param tool such as fragments; without one, the editor and the run */
	async open(tool = '', origin = ''): Promise<void> {
		const path = `/${this.language}/lab/frames${tool && `/${tool}`}`;
		await this.page.goto(`${origin}${path}`);
	}

	/** On a narrow screen the panes are tabs. */
	async showStep(step: 'run' | 'editor' | 'results'): Promise<void> {
		const tab = this.page.getByRole('tab', { name: this.lab.runs.steps[step], exact: true });
		if (await tab.isVisible()) await tab.click();
	}

	/** Begins with a frame of no bytes, or with the text “Hello”. */
	async begin(frame: 'nothing' | 'hello'): Promise<void> {
		const name = this.lab.runs.empty[frame];
		await this.page.getByRole('button', { name, exact: true }).click();
	}

	async playServer(): Promise<void> {
		const role = this.page.getByRole('radiogroup', { name: this.lab.runs.role.label });
		await role.getByRole('radio', { name: this.lab.runs.role.server }).check({ force: true });
	}

	async setExtensions(value: string): Promise<void> {
		const { client, server } = this.lab.runs.extensions;
		await this.page.getByRole('combobox').and(this.labelled(client, server)).fill(value);
	}

	/** Turns bits of the draft over, one after the other, as they then stand. */
	async flip(...bits: readonly number[]): Promise<void> {
		for (const bit of bits) await this.bit(bit).click();
	}

	get hex(): Locator {
		return this.page.getByRole('textbox', { name: this.lab.editor.hex.label });
	}

	/** Writes the frame as hex, and sees the bits follow. */
	async writeHex(hex: string): Promise<void> {
		await this.hex.fill(hex);
		await this.hex.blur();
	}

	async expectHex(hex: string | RegExp): Promise<void> {
		await expect(this.hex).toHaveValue(hex);
	}

	async usePreset(id: PresetId): Promise<void> {
		const { tools, presets } = this.lab.editor;
		await this.page.getByRole('button', { name: tools.presets }).click();
		await this.page.getByRole('menuitem', { name: presets[id] }).first().click();
	}

	/** One byte a write, so many ms apart. */
	async drip(gap: number): Promise<void> {
		const { bar } = this.lab.runs;
		await this.page.getByRole('button', { name: bar.byteByByte }).click();
		await this.page.getByLabel(bar.gap).fill(String(gap));
	}

	get sendButton(): Locator {
		return this.page.locator('form.send button[type=submit]');
	}

	get cancelButton(): Locator {
		return this.page.getByRole('button', { name: this.lab.runs.send.cancel, exact: true });
	}

	async send(): Promise<void> {
		await this.sendButton.click();
	}

	/** A judge's card, once there is a verdict. */
	judge(judge: Judge, within: Page | Locator = this.page): Locator {
		return within.getByRole('region', { name: this.lab.verdicts[judge], exact: true });
	}

	/** An experiment with the server's bounds. */
	experiment(id: keyof Text['frameLab']['limits']['experiments']): Locator {
		const { title } = this.lab.limits.experiments[id];
		return this.page.getByRole('article', { name: title, exact: true });
	}

	/** A field of the draft, in the editor's form. */
	draftField(field: string): Locator {
		return this.page.locator(`li[data-field="${field}"]`);
	}

	/** What a strict reader says of the draft. */
	get notes(): Locator {
		return this.page.getByRole('status', { name: this.lab.editor.notes.label });
	}

	async expectStrict(kind: keyof Text['frameLab']['verdicts']['strict']): Promise<void> {
		await expect(this.judge('rfc')).toContainText(this.lab.verdicts.strict[kind]);
	}

	async expectPeer(kind: keyof Text['frameLab']['verdicts']['took']): Promise<void> {
		await expect(this.judge('peer')).toContainText(this.lab.verdicts.took[kind]);
	}

	async expectAgreement(agreement: keyof Text['frameLab']['verdicts']['agreement']): Promise<void> {
		const judges = this.page.locator('[data-agreement]');
		await expect(judges).toHaveAttribute('data-agreement', agreement);
	}

	/** A step of the parser: how far the frame at the cursor has arrived. */
	parserStep(step: 'first' | 'second' | 'extended' | 'key' | 'payload'): Locator {
		const steps = this.page.getByRole('list', { name: this.lab.runs.parser.label });
		return steps.locator(`[data-step="${step}"]`);
	}

	/** What went wrong with the last thing that was done. */
	get trouble(): Locator {
		return this.page.locator('.trouble');
	}

	private labelled(...names: readonly string[]): Locator {
		const [first = '', ...rest] = names;
		return rest.reduce(
			(all, name) => all.or(this.page.getByLabel(name)),
			this.page.getByLabel(first)
		);
	}
}
