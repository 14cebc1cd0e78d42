/** The pages on what stands on the way, proxies and TLS, as a student handles them. */
import { expect, type Locator } from '@playwright/test';
import type { Text } from '#lib/i18n/text.ts';
import type { ProxyMode } from '#lib/runs/way.ts';
import { HandshakePage } from './handshake-page.ts';

type Direction = 'client' | 'server';
type Side = 'near' | 'far';

export class WaysPage extends HandshakePage {
	get proxies(): Text['handshakeLab']['proxies'] {
		return this.lab.proxies;
	}

	get tls(): Text['handshakeLab']['tls'] {
		return this.lab.tls;
	}

	/* Through a proxy. */

	get proxyBench(): Locator {
		return this.page.getByRole('region', { name: this.proxies.modes.title, exact: true });
	}

	async chooseMode(mode: ProxyMode): Promise<void> {
		await this.proxyBench.locator(`input[value="${mode}"]`).check();
	}

	/** Sends through a proxy of this mode and waits for the end of the try. */
	async sendThrough(mode: ProxyMode): Promise<void> {
		await this.chooseMode(mode);
		const { run, again } = this.proxies;
		const send = this.proxyBench.locator('.buttons button');
		await send.filter({ hasText: new RegExp(`^\\s*(${run}|${again})\\s*$`) }).click();
		await expect(send).toHaveText(again, { timeout: 20_000 });
	}

	/** What both recordings show, in a word and in a sentence. */
	get verdict(): Locator {
		const { title } = this.proxies.diagram;
		return this.page.getByRole('region', { name: title, exact: true }).getByRole('status').first();
	}

	/** Arrows on one side of the proxy. */
	arrows(side: Side, kind: string, direction?: Direction): Locator {
		const from = direction ? `[data-direction="${direction}"]` : '';
		return this.page.locator(`button[data-cell^="${side}-"][data-record="${kind}"]${from}`);
	}

	/** Rows of the diagram that say this. */
	wayRow(words: string | RegExp): Locator {
		const rows = this.page.getByRole('list', { name: this.proxies.diagram.list });
		return rows.getByRole('listitem').filter({ hasText: words });
	}

	/** Lines of the request that the proxy did this to. */
	requestLines(change: 'kept' | 'rewritten' | 'removed' | 'added'): Locator {
		return this.page.locator(`tr[data-change="${change}"][data-direction="client"]`);
	}

	/** The row of a try in the test of the claim. */
	tried(name: string): Locator {
		const table = this.page.getByRole('table', { name: this.proxies.myth.title });
		return table.getByRole('row').filter({
			has: this.page.getByRole('rowheader', { name, exact: true })
		});
	}

	/* Through TLS. */

	/** Connects through TLS and waits for the end of the try. */
	async connectThroughTls(message?: string): Promise<void> {
		const { run, again, message: label } = this.tls;
		if (message !== undefined) await this.page.getByLabel(label).fill(message);
		const connect = this.page.getByRole('button', {
			name: new RegExp(`^(${run}|${again})$`)
		});
		await connect.click();
		await expect(this.button(again)).toBeVisible({ timeout: 20_000 });
	}

	/** Rows of the records outside and the bytes inside. */
	get tlsRows(): Locator {
		const rows = this.page.getByRole('list', { name: this.tls.diagram.list });
		return rows.locator('button[data-row]');
	}

	tlsSide(row: Locator, side: 'outside' | 'inside'): Locator {
		return row.locator(`[data-side="${side}"]`);
	}

	/** How often a text was found in each recording. */
	async searchTls(text: string): Promise<Record<'outside' | 'inside', Locator>> {
		const { label, title, outside, inside } = this.tls.search;
		await this.page.getByLabel(label).fill(text);
		const found = (name: string) =>
			this.page
				.getByRole('region', { name: title })
				.locator('dl > div')
				.filter({ has: this.page.getByText(name, { exact: true }) })
				.locator('dd');
		return { outside: found(outside), inside: found(inside) };
	}
}
