/** The push game as a student handles it, for journeys in either language. */
import { expect, type Locator } from '@playwright/test';
import type { Text } from '#lib/i18n/text.ts';
import type { Transport } from '#lib/transports/transport.ts';
import { TransportsPage } from './transports-page.ts';

/** The push game as one player sees it. */
export class GamePage extends TransportsPage {
	get game(): Text['transportsLab']['game'] {
		return this.lab.game;
	}

	async playBy(transport: Transport): Promise<void> {
		await this.page
			.getByRole('radio', { name: this.nameOf(transport), exact: true })
			.check({ force: true });
	}

	/** Goes into the world, and waits for the first snapshot. */
	async join(): Promise<void> {
		await this.button(this.game.join).click();
		await expect(this.own).toBeVisible();
	}

	get arena(): Locator {
		return this.page.getByRole('application', { name: this.game.arena.label });
	}

	get own(): Locator {
		return this.arena.locator('.player[data-you]');
	}

	player(number: string): Locator {
		return this.arena
			.locator('.player')
			.filter({ has: this.page.getByText(number, { exact: true }) });
	}

	get hud(): Locator {
		return this.page.locator(`dl[aria-label="${this.game.hud.label}"]`);
	}

	/** Transports played over, with their numbers. */
	get tried(): Locator {
		return this.page.getByRole('table', { name: this.game.tried.caption }).locator('tbody tr');
	}
}
