/** A log-in by QR code as a student handles it, for journeys in either language. */
import { expect, type Locator } from '@playwright/test';
import type { Text } from '#lib/i18n/text.ts';
import type { Transport } from '#lib/transports/transport.ts';
import { modulesOf, readQr } from '../support/read-qr.ts';
import { TransportsPage } from './transports-page.ts';

/** The page that waits to be logged in, and the phone drawn beside it. */
export class LoginPage extends TransportsPage {
	get login(): Text['transportsLab']['login'] {
		return this.lab.login;
	}

	async waitBy(transport: Transport): Promise<void> {
		const name = new RegExp(`^${this.nameOf(transport)}`);
		await this.page.getByRole('radio', { name }).check({ force: true });
	}

	/** Begins to wait, and waits for the code. */
	async showCode(): Promise<void> {
		const { start, again, fresh } = this.login;
		await this.button(start).or(this.button(again)).or(this.button(fresh)).click();
		await expect(this.code).toBeVisible();
	}

	get code(): Locator {
		return this.page.getByRole('img', { name: this.login.page.code });
	}

	/** The page that is let in or not. */
	get waiting(): Locator {
		return this.page.getByRole('region', { name: this.login.page.label, exact: true });
	}

	get drawnPhone(): Locator {
		return this.page.getByRole('region', { name: this.login.phone.label, exact: true });
	}

	/** What a camera reads. */
	async readCode(): Promise<string> {
		return readQr(modulesOf((await this.code.locator('path').getAttribute('d')) ?? ''));
	}

	attempt(number: number): Locator {
		const { attempts } = this.login;
		const table = this.page.getByRole('table', { name: attempts.title });
		return table
			.getByRole('row')
			.filter({ has: this.page.getByRole('link', { name: attempts.bytesOf(String(number)) }) });
	}

	async requestsOfAttempt(number: number): Promise<number> {
		return Number(await this.attempt(number).locator('td[data-column="requests"]').innerText());
	}
}
