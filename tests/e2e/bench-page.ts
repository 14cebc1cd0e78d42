/** The workbench as a student handles it, for journeys in either language. */
import { expect } from '@playwright/test';
import { BenchScreen } from './bench-screen.ts';

type DraftKind = 'text' | 'binary' | 'json' | 'burst' | 'server';

export class BenchPage extends BenchScreen {
	/** @param origin of another server than the journey's own */
	async open(origin = ''): Promise<void> {
		await this.page.goto(`${origin}/${this.language}/lab`);
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
}
