import type { Page } from '@playwright/test';
import { expect, inBothLanguages, test as base } from './transports-fixture.ts';
import { LoginPage } from './transports-login-page.ts';

const test = base.extend<{ login: LoginPage; phone: Page }>({
	login: async ({ page, language }, use) => use(new LoginPage(page, language)),
	/** A second device: it shares nothing with the page but the server. */
	phone: async ({ browser }, use) => {
		const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
		await use(await context.newPage());
		await context.close();
	}
});

inBothLanguages((language) => {
	test('a page is let in by the phone beside it, by short polling and by a WebSocket', async ({
		login
	}) => {
		const { phone } = login.lab;
		const { page: words, steps, attempts, findings } = login.login;
		await login.open('login');
		await expect(login.page.getByText(login.login.network.localTitle)).toBeVisible();
		for (const transport of ['short-polling', 'websocket'] as const) {
			await login.waitBy(transport);
			await login.showCode();
			await login.drawnPhone.getByRole('button', { name: login.login.phone.scan }).click();
			await expect(login.waiting).toContainText(words.scanned.title);
			// Both show the number by which one sees that it is this page's log-in.
			const number = await login.waiting.locator('.number strong').innerText();
			await expect(login.drawnPhone.locator('.number strong')).toHaveText(number);
			await expect(login.drawnPhone).toContainText(phone.asking.onServer);
			await login.drawnPhone.getByRole('button', { name: phone.asking.confirm }).click();
			await expect(login.waiting).toContainText(words.confirmed.title);
			await expect(login.drawnPhone).toContainText(phone.confirmed.title);
			const done = login.page.getByRole('list', { name: steps.label }).getByRole('listitem').last();
			await expect(done).toContainText(login.sentence(steps.delay));
		}
		// Asked again and again, or once: time and requests of each stand side by side.
		for (const number of [1, 2]) {
			await expect(login.attempt(number)).toContainText(steps.confirmed);
			const decision = login.attempt(number).locator('td[data-column="decision"]');
			await expect(decision).not.toHaveText(attempts.unknown);
			await expect(decision).toContainText(/\d/);
		}
		expect(await login.requestsOfAttempt(1)).toBeGreaterThan(1);
		expect(await login.requestsOfAttempt(2)).toBe(1);
		const says = login.page.getByRole('region', { name: findings.title });
		await expect(says).toContainText(login.sentence(findings.faster));

		// What the waiting exchanged stands byte for byte, and names the lane only.
		await login.attempt(2).getByRole('link').click();
		await expect(login.exchangeRows).toHaveCount(1);
		await login.records('frame', 'server').filter({ hasText: 'confirmed' }).click();
		await expect(login.anatomy).toContainText('confirmed');
		await login.page.getByRole('link', { name: login.lab.lane.backToLogin }).click();
		await expect(login.attempt(1)).toBeVisible();
	});

	test('a second device scans the code, and confirms or declines over two other transports', async ({
		login,
		phone,
		server
	}) => {
		const { phone: words } = login.lab;
		await login.open('login');
		for (const [transport, act, title] of [
			['server-sent-events', 'confirm', words.confirmed.title],
			['long-polling', 'decline', words.declined.title]
		] as const) {
			await login.waitBy(transport);
			await login.showCode();
			const address = await login.readCode();
			expect(address).toMatch(new RegExp(`^${server.origin}/${language}/phone#[\\w-]{22}$`));
			const asked: string[] = [];
			phone.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
			await phone.goto(address);
			await expect(phone.getByRole('heading', { level: 1 })).toHaveText(words.asking.title);
			await expect(login.waiting).toContainText(login.login.page.scanned.title);
			await expect(phone.locator('.number strong')).toHaveText(
				await login.waiting.locator('.number strong').innerText()
			);
			await phone.getByRole('button', { name: words.asking[act], exact: true }).click();
			await expect(phone.getByRole('heading', { level: 1 })).toHaveText(title);
			await expect(login.waiting).toContainText(
				act === 'confirm' ? login.login.page.confirmed.title : login.login.page.declined.title
			);
			// Confirmed by POST alone, and the id is in no address that a server sees.
			const id = address.split('#')[1] ?? '';
			expect(
				asked.filter((one) => one.includes('/lab/login/')).map((one) => one.split(' ')[0])
			).toEqual(['POST', 'POST']);
			expect(asked.filter((one) => one.split('#')[0]?.includes(id))).toEqual([]);
			// Used once: who comes later is told so.
			await phone.reload();
			await expect(phone.getByRole('heading', { level: 1 })).toHaveText(words.over.title);
		}
	});
});

test('the phone’s page without a code says how to come by one', async ({ login }) => {
	const { noId } = login.lab.phone;
	await login.page.goto('/en/phone#none');
	await expect(login.page.getByRole('heading', { level: 1 })).toHaveText(noId.title);
	await login.page.getByRole('link', { name: noId.link }).click();
	await expect(login.button(login.login.start)).toBeEnabled();
});

test('a code that is given up lets nobody in', async ({ login, phone }) => {
	await login.open('login');
	await login.waitBy('long-polling');
	await login.showCode();
	const address = await login.readCode();
	await login.button(login.login.stop).click();
	await expect(login.waiting).toContainText(login.login.page.stopped.title);
	await phone.goto(address);
	await expect(phone.getByRole('heading', { level: 1 })).toHaveText(login.lab.phone.over.title);
});
