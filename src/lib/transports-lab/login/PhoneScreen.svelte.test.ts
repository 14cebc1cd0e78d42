import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { en } from '#lib/i18n/en/index.ts';
import { LoginPhone } from '#lib/state/transports-lab/login/login-phone.svelte.ts';
import { checkNumber } from '#lib/transports/login/login-event.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import PhonePage from './PhonePage.svelte';
import PhoneScreen from './PhoneScreen.svelte';

const words = en.transportsLab.phone;
const ID = 'AbC_-0123456789abcdefg';
const ASKER = {
	browser: 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0',
	address: '192.0.2.7',
	isServer: false
};
const STEPS = { scan: 'scanned', confirm: 'confirmed', decline: 'declined' } as const;

/** A server that knows this one log-in. */
function serve() {
	const asked: string[] = [];
	const answer = async (url: RequestInfo | URL) => {
		const act = String(url).split('/').at(-1) as keyof typeof STEPS;
		asked.push(act);
		return Response.json({ step: STEPS[act], expiresIn: 60_000, asker: ASKER });
	};
	return { asked, fetch: answer as typeof fetch };
}

async function show() {
	const { asked, fetch } = serve();
	const phone = new LoginPhone({ id: ID, origin: 'http://localhost:3000', fetch });
	await renderWithText(PhoneScreen, { phone });
	await phone.scan();
	return asked;
}

const button = (name: string) => page.getByRole('button', { name });

test('the phone says who asks, and the number that the other page must show', async () => {
	await show();
	await expect.element(page.getByRole('heading', { name: words.asking.title })).toBeVisible();
	await expect.element(page.getByText(String(checkNumber(ID)))).toBeVisible();
	await expect.element(page.getByText('Firefox 144, Linux')).toBeVisible();
	await expect.element(page.getByText('192.0.2.7')).toBeVisible();
});

test('nothing is confirmed until its owner presses the button', async () => {
	const asked = await show();
	await expect.element(button(words.asking.confirm)).toBeVisible();
	expect(asked).toEqual(['scan']);
	await button(words.asking.confirm).click();
	await expect.element(page.getByRole('heading', { name: words.confirmed.title })).toBeVisible();
	expect(asked).toEqual(['scan', 'confirm']);
});

test('the keyboard alone can decline, and is led to the outcome', async () => {
	const asked = await show();
	await expect.element(button(words.asking.decline)).toBeVisible();
	button(words.asking.confirm).element().focus();
	await userEvent.keyboard('{Tab}{Enter}');
	const outcome = page.getByRole('heading', { name: words.declined.title });
	await expect.element(outcome).toHaveFocus();
	expect(asked).toEqual(['scan', 'decline']);
});

test('its buttons are as high as a finger needs', async () => {
	await show();
	await expect.element(button(words.asking.confirm)).toBeVisible();
	for (const name of [words.asking.confirm, words.asking.decline]) {
		expect(button(name).element().getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
	}
});

test('the phone’s page reads the id from its fragment, and scans', async () => {
	const { asked, fetch } = serve();
	const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(fetch);
	location.hash = ID;
	const { unmount } = await renderWithText(PhonePage, { loginHref: '/en/lab/transports/login' });
	await expect.element(button(words.asking.confirm)).toBeVisible();
	expect(asked).toEqual(['scan']);
	await unmount();
	spy.mockRestore();
	location.hash = '';
});

test('the phone’s page without a code says where one is', async () => {
	location.hash = '';
	await renderWithText(PhonePage, { loginHref: '/en/lab/transports/login' });
	await expect.element(page.getByRole('heading', { name: words.noId.title })).toBeVisible();
	await expect.element(page.getByRole('link', { name: words.noId.link })).toBeVisible();
});
