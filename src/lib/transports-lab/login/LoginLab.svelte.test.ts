import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { en } from '#lib/i18n/en/index.ts';
import { LabSession } from '#lib/state/session/lab-session.svelte.ts';
import { QrLogin } from '#lib/state/transports-lab/login/login.svelte.ts';
import { TransportsLab } from '#lib/state/transports-lab/transports-lab.svelte.ts';
import type { EventClientOptions } from '#lib/transports/clients/event-client.ts';
import { checkNumber } from '#lib/transports/login/login-event.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import {
	ScriptedSocket,
	ScriptedWebSocket,
	TOKEN
} from '../../../../tests/support/scripted-socket.ts';
import CodeAddress from './CodeAddress.svelte';
import LoginLab from './LoginLab.svelte';

const words = en.transportsLab.login;
const phoneWords = en.transportsLab.phone;

let lab: TransportsLab;
let client: EventClientOptions | null;
let posted: string[];

beforeEach(() => {
	ScriptedSocket.reset();
	client = null;
	posted = [];
	const session = new LabSession('ws://localhost:3000/lab/channel', {
		WebSocket: ScriptedWebSocket
	});
	lab = new TransportsLab(new URL('http://localhost:3000/en/lab/transports/login'), session);
	lab.login = new QrLogin({
		session,
		origin: lab.pageUrl.origin,
		openClient: async (transport, options) => {
			client = options;
			return {
				transport,
				last: 0,
				duplicates: 0,
				start: () => options.onstate('open', null),
				stop: async () => options.onstate('stopped', null),
				send: () => Promise.resolve({ kind: 'not-sent' } as const)
			};
		}
	});
	vi.spyOn(globalThis, 'fetch').mockImplementation(async (url) => {
		posted.push(String(url));
		return Response.json({ step: 'scanned', expiresIn: 60_000, asker: null });
	});
});

afterEach(() => {
	vi.restoreAllMocks();
	lab.dispose();
});

const render = (language: 'en' | 'zh' = 'en') =>
	renderWithText(LoginLab, { lab, language, laneHref: '/en/lab/transports/lane' }, language);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });
const tell = (id: number, data: string) => client?.onevent({ id, data });

async function showCode() {
	await render();
	lab.session.open();
	await button(words.start).click();
	await expect.element(page.getByRole('img', { name: words.page.code })).toBeVisible();
}

test('without the lab server there is no code, and the page says why', async () => {
	await render();
	await expect.element(page.getByText(words.noServer)).toBeVisible();
	await expect.element(button(words.start)).toBeDisabled();
});

test('the code is dark on light, whatever the theme', async () => {
	document.documentElement.style.colorScheme = 'dark';
	await showCode();
	const code = page.getByRole('img', { name: words.page.code }).element();
	const fill = (part: string) => getComputedStyle(code.querySelector(part) ?? code).fill;
	expect([fill('rect'), fill('path')]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
	document.documentElement.style.colorScheme = '';
});

test('the phone beside the code scans it by POST, and shows the same number', async () => {
	await showCode();
	expect(posted).toEqual([]);
	await button(words.phone.scan).click();
	await expect.element(button(phoneWords.asking.confirm)).toBeVisible();
	expect(posted).toEqual(['http://localhost:3000/lab/login/scan']);
	expect(page.getByText(String(checkNumber(TOKEN)), { exact: true }).elements()).toHaveLength(2);
});

test('the page changes when its log-in is confirmed, and the attempt is kept', async () => {
	await showCode();
	tell(1, 'scanned');
	await expect.element(heading(words.page.scanned.title)).toBeVisible();
	tell(2, 'confirmed');
	await expect.element(heading(words.page.confirmed.title)).toBeVisible();
	await expect.element(button(words.again)).toBeVisible();
	const row = page.getByRole('row', { name: /Short polling, asks every 2,000 ms/ });
	await expect.element(row).toBeVisible();
	await expect
		.element(row.getByRole('link'))
		.toHaveAttribute('href', '/en/lab/transports/lane?of=login&lane=1');
});

test.each(['declined', 'expired'] as const)(
	'a log-in that is %s is said to be so, and a new code is offered',
	async (step) => {
		await showCode();
		tell(1, step);
		await expect.element(heading(words.page[step].title)).toBeVisible();
		await expect.element(button(words.fresh)).toBeVisible();
	}
);

test('how it waits is chosen before, and stands while it does', async () => {
	await render();
	lab.session.open();
	await page.getByRole('radio', { name: /^WebSocket/ }).click();
	await button(words.start).click();
	await expect.element(button(words.stop)).toBeVisible();
	await expect.element(page.getByRole('radio', { name: /^WebSocket/ })).toBeDisabled();
	expect(lab.login?.current?.planned.transport).toBe('websocket');
});

test('a page that only this computer reaches says how to let phones in', async () => {
	await render();
	await expect.element(page.getByText(words.network.localTitle)).toBeVisible();
	await expect.element(page.getByText('npm start -- --lan')).toBeVisible();
});

test('one of several addresses of the network can be chosen', async () => {
	const onchoose = vi.fn();
	const origins = ['http://192.0.2.7:3000', 'http://198.51.100.2:3000'];
	await renderWithText(CodeAddress, {
		addresses: { origins, isLocalOnly: false },
		origin: 'http://192.0.2.7:3000',
		onchoose
	});
	await page
		.getByRole('combobox', { name: words.network.label })
		.selectOptions('http://198.51.100.2:3000');
	expect(onchoose).toHaveBeenCalledWith('http://198.51.100.2:3000');
});
