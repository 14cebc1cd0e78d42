import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import { en } from '#lib/i18n/en/index.ts';
import { zh } from '#lib/i18n/zh/index.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import { HandshakeLab } from '#lib/state/handshake-lab/handshake-lab.svelte.ts';
import { LabSession } from '#lib/state/session/lab-session.svelte.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../tests/support/scripted-socket.ts';
import { WayRecordings } from '../../../../tests/support/way-recordings.ts';
import { frame, head, switching, upgradeRequest } from '../../../../tests/support/wire-script.ts';
import ProxyLab from './ProxyLab.svelte';

const words = en.handshakeLab.proxies;
const PAGE = new URL('http://localhost:3000/en/lab/handshake/proxies');
const STRIPPED = head('GET /ws/echo HTTP/1.1', 'Host: localhost:3000', 'Via: 1.1 proxy');
const REFUSED = head('HTTP/1.1 426 Upgrade Required', 'Content-Length: 0');

let lab: HandshakeLab;

beforeEach(() => {
	ScriptedSocket.reset();
	const session = new LabSession('ws://localhost/lab/channel', { WebSocket: ScriptedWebSocket });
	lab = new HandshakeLab(PAGE, session);
});

afterEach(() => lab.dispose());

async function show(language: 'en' | 'zh' = 'en') {
	lab.bench.session.open();
	const screen = await renderWithText(ProxyLab, { lab }, language);
	await vi.waitFor(() => expect(lab.bench.session.terms).not.toBeNull());
	return screen;
}

const mode = (id: keyof typeof words.modes & `${string}-${string}`) =>
	page.getByRole('radio', { name: words.modes[id].name });
const commandOf = () => {
	const command = ScriptedSocket.commands.find(({ type }) => type === 'raw-client');
	return command?.type === 'raw-client' ? command : null;
};

/** Sends, and records both sides of the proxy. */
async function sent(way: WayRecordings) {
	await page.getByRole('button', { name: words.run }).click();
	await vi.waitFor(() => expect(lab.bench.session.connections).toHaveLength(2));
	const events = [...way.events('near'), ...way.events('far')].sort((a, b) => a.t - b.t);
	const later = events.map((event) => ({ ...event, t: event.t + 10_000 }) as ChannelEvent);
	ScriptedSocket.channel.record(...later);
}

const recordings = () => new WayRecordings().accepted('near').accepted('far');
const dropped = () =>
	recordings().through('client', upgradeRequest(), STRIPPED).through('server', REFUSED);

test('the way that was chosen is asked for', async () => {
	await show();
	await mode('cuts-idle').click();
	await page.getByRole('spinbutton').fill('400');
	await page.getByRole('button', { name: words.run }).click();
	await vi.waitFor(() => expect(commandOf()?.way).toBeDefined());
	expect(commandOf()?.way).toEqual({ kind: 'proxy', mode: 'cuts-idle', idle: 400 });
});

test('the request of the editor goes through as it is, once there is one', async () => {
	await show();
	const own = page.getByRole('radio', { name: words.own });
	await expect.element(own).toBeDisabled();
	const bytes = Uint8Array.from(STRIPPED);
	lab.request.change({ ...lab.request.draft, bytes });
	await expect.element(own).toBeEnabled();
	await own.click();
	await page.getByRole('button', { name: words.run }).click();
	await vi.waitFor(() => expect(commandOf()).not.toBeNull());
	const [write] = commandOf()?.script.steps ?? [];
	expect(write).toMatchObject({ kind: 'write', bytes: btoa(latin1(bytes)) });
});

test('an idle time out of its bounds is brought back into them', async () => {
	await show();
	await mode('cuts-idle').click();
	await page.getByRole('spinbutton').fill('99999');
	await page.getByRole('button', { name: words.run }).click();
	await vi.waitFor(() => expect(commandOf()?.way).toMatchObject({ idle: 10_000 }));
});

test('what the proxy removed and added stands line by line', async () => {
	await show();
	await mode('drops-upgrade').click();
	await sent(dropped());
	const table = page.getByRole('table', { name: words.heads.caption }).first();
	await expect.element(table.getByText(/Upgrade: websocket/)).toBeVisible();
	const changes = [...table.element().querySelectorAll('tr[data-change="removed"]')];
	expect(changes.map(({ textContent }) => textContent).join(' ')).toContain('Upgrade: websocket');
	expect(table.element().querySelector('tr[data-change="added"]')?.textContent).toContain('Via');
});

test('a WebSocket that came through refutes the claim', async () => {
	await show();
	await expect.element(page.getByText(words.myth.verdicts.untried)).toBeVisible();
	const way = recordings()
		.through('client', upgradeRequest())
		.through('server', switching())
		.through('client', frame('client', { text: 'hi' }))
		.through('server', frame('server', { text: 'hi' }));
	await sent(way);
	await expect.element(page.getByText(words.myth.verdicts.refuted)).toBeVisible();
});

test('an upgrade that was dropped refutes nothing', async () => {
	await show();
	await sent(dropped().end('near', 'server').end('far', 'server'));
	await expect.element(page.getByText(words.myth.verdicts.open)).toBeVisible();
});

test('arrows are gone through by keyboard, and the chosen one is taken apart', async () => {
	await show();
	await sent(dropped());
	const list = page.getByRole('list', { name: words.diagram.list });
	const first = list.getByRole('button').first();
	await first.click();
	first.element().dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
	await vi.waitFor(() => {
		const chosen = list.element().querySelectorAll('[aria-pressed="true"]');
		expect(chosen).toHaveLength(1);
		expect(document.activeElement).toBe(chosen[0]);
	});
	await expect.element(page.getByRole('group', { name: en.workbench.panes.anatomy })).toBeVisible();
});

test('headers of a hostile peer are text and nothing else', async () => {
	await show();
	const evil = head('HTTP/1.1 200 OK', 'X-Evil: <img src=x onerror=alert(1)>', 'Content-Length: 0');
	await sent(
		recordings().through('client', upgradeRequest(), STRIPPED).through('server', evil, REFUSED)
	);
	await expect.element(page.getByText(/<img src=x/).first()).toBeVisible();
	expect(document.querySelector('img')).toBeNull();
});

test('a way that this server has not says so', async () => {
	ScriptedSocket.refusals.set('raw-client', 'way-off');
	await show();
	await page.getByRole('button', { name: words.run }).click();
	await expect.element(page.getByText(words.trouble['way-off'])).toBeVisible();
});

test('all of it is there in Chinese', async () => {
	await show('zh');
	const { title, myth, practice } = zh.handshakeLab.proxies;
	await expect.element(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
	await expect.element(page.getByText(myth.claim)).toBeVisible();
	await expect.element(page.getByRole('heading', { name: practice.title })).toBeVisible();
});
