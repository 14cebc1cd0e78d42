import type { Page } from '@playwright/test';
import { expect, inBothLanguages, test as base } from './transports-fixture.ts';
import { ChatPage } from './transports-chat-page.ts';

const HOSTILE = '<img src=x onerror="window.isHacked=1;alert(1)">';

const test = base.extend<{ ann: ChatPage; bob: ChatPage; second: Page }>({
	ann: async ({ page, language }, use) => use(new ChatPage(page, language)),
	second: async ({ browser }, use) => {
		const context = await browser.newContext();
		await use(await context.newPage());
		await context.close();
	},
	bob: async ({ second, language }, use) => use(new ChatPage(second, language))
});

inBothLanguages((language) => {
	test('two browsers meet in a room: presence, messages, error replies and the code that ran', async ({
		ann,
		bob,
		server
	}) => {
		const room = `both-${language}`;
		const { chat } = ann;
		await ann.join('Ann', room);
		await expect(ann.people).toHaveCount(1);
		await bob.join('鲍勃', room, server.origin);
		await expect(ann.lines).toContainText([chat.lines.joined('鲍勃')]);
		await expect(ann.people).toHaveCount(2);
		await bob.say('Hello 你好 👋');
		const heard = ann.lines.filter({ hasText: 'Hello 你好 👋' });
		await expect(heard).toContainText('鲍勃');
		await ann.say('Hi');
		await expect(bob.lines.filter({ hasText: 'Hi' })).toContainText('Ann');

		// The line, its source with what ran, and the frame that carried it.
		await heard.getByRole('button').first().click();
		await ann.show('source');
		const source = ann.page.getByRole('region', { name: ann.sentence(chat.source.label) });
		await expect(source.locator('[data-mark="mark"]')).not.toHaveCount(0);
		await expect(source).toContainText('chat');
		await ann.show('wire');
		await expect(ann.records('frame', 'server').first()).toBeVisible();
		await heard.getByRole('button', { name: ann.sentence(chat.details.arrived) }).click();
		await expect(
			ann.page.locator('button[data-record="frame"][aria-current="true"]')
		).toHaveAttribute('data-direction', 'server');

		// In band, or with a close code.
		await ann.misbehave('not-json');
		await expect(ann.lines).toContainText([chat.lines.error('not-json')]);
		await expect(ann.log).toContainText(chat.errors['not-json']);
		await ann.misbehave('name-taken');
		await expect(ann.log).toContainText(chat.errors['name-taken']);
		await ann.misbehave('big-message');
		await expect(ann.log).toContainText(chat.ends[1009]);
		await expect(bob.lines).toContainText([chat.lines.left('Ann')]);
		await expect(bob.people).toHaveCount(1);
		await ann.button(chat.join.again).click();
		await expect(bob.people).toHaveCount(2);
		await ann.button(chat.room.leave).click();
		await expect(bob.people).toHaveCount(1);
	});
});

test('markup in names, rooms and messages stays text', async ({ ann, bob, server }) => {
	const room = '<b>lobby</b>';
	for (const { page } of [ann, bob]) {
		page.on('dialog', (dialog) => {
			throw new Error(`a dialog said ${dialog.message()}`);
		});
	}
	await ann.join('Ann', room);
	await bob.join('<img src=x id=n>', room, server.origin);
	await bob.say(HOSTILE);
	const heard = ann.lines.filter({ hasText: HOSTILE });
	await expect(heard).toContainText('<img src=x id=n>');
	await heard.getByRole('button').first().click();
	await ann.show('wire');
	await heard.getByRole('button', { name: ann.sentence(ann.chat.details.arrived) }).click();
	await expect(ann.page.getByText('<img src=x onerror=').last()).toBeVisible();
	await ann.show('told');
	for (const { page } of [ann, bob]) {
		await expect(page.locator('img, #n, main b:has-text("lobby")')).toHaveCount(0);
		expect(await page.evaluate(() => 'isHacked' in window)).toBe(false);
	}
});
