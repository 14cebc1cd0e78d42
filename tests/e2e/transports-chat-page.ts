/** The chat room as a student handles it, for journeys in either language. */
import { expect, type Locator } from '@playwright/test';
import type { Text } from '#lib/i18n/text.ts';
import { TransportsPage } from './transports-page.ts';

/** The chat room as one of the people in it sees it. */
export class ChatPage extends TransportsPage {
	get chat(): Text['transportsLab']['chat'] {
		return this.lab.chat;
	}

	async join(name: string, room: string, origin = ''): Promise<void> {
		const { join } = this.chat;
		await this.visit(`${origin}${this.pathOf('chat')}#${new URLSearchParams({ room })}`);
		await this.page.getByLabel(join.name, { exact: true }).fill(name);
		await this.button(join.submit).click();
		await expect(this.lines).toContainText([this.chat.lines.welcome(name, room)]);
	}

	get log(): Locator {
		return this.page.getByRole('log', { name: this.chat.log.label });
	}

	get lines(): Locator {
		return this.log.getByRole('listitem');
	}

	async say(text: string): Promise<void> {
		await this.page.getByLabel(this.chat.compose.message, { exact: true }).fill(text);
		await this.button(this.chat.compose.send).click();
	}

	get people(): Locator {
		return this.page.getByRole('list', { name: this.chat.room.hereList }).getByRole('listitem');
	}

	/** One of the panes beside the conversation. */
	async show(pane: 'source' | 'wire' | 'told'): Promise<void> {
		const tab = this.page.getByRole('tab', { name: this.chat.panes[pane], exact: true });
		await tab.filter({ visible: true }).click();
	}

	async misbehave(how: keyof Text['transportsLab']['chat']['misdeeds']['items']): Promise<void> {
		const { misdeeds } = this.chat;
		await this.button(misdeeds.open).click();
		await this.page.getByRole('button', { name: misdeeds.items[how][0] }).click();
	}
}
