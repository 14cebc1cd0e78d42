import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import { ScriptedRun } from '../../../../tests/support/scripted-run.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../tests/support/scripted-socket.ts';
import {
	closeFrame,
	frame,
	switching,
	upgradeRequest
} from '../../../../tests/support/wire-script.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { LabSession, loadObservedConnection } from '#lib/state/session/lab-session.svelte.ts';
import { TransportsLab } from '#lib/state/transports-lab/transports-lab.svelte.ts';
import ChatLab from './ChatLab.svelte';

const ADA = { id: 'a', name: 'Ada' };
const BOB = { id: 'b', name: 'Bob' };
const AT = '2026-11-20T12:00:01.000Z';
const HOSTILE = `<img src=x onerror=alert(1)> ${String.fromCharCode(0x202e)}`;

/* Fetched late by the page: what a test waits for is not how long that takes. */
beforeAll(() => Promise.all([loadObservedConnection(), import('./SourcePane.svelte')]));
beforeEach(() => page.viewport(1440, 900));

async function show(language?: 'en' | 'zh') {
	ScriptedSocket.reset();
	const options = { WebSocket: ScriptedWebSocket };
	const session = new LabSession('ws://localhost:3000/lab/channel', options);
	const url = new URL('http://localhost:3000/en/lab/transports/chat');
	const lab = new TransportsLab(url, session);
	session.open();
	const showlink = vi.fn();
	const shown = await renderWithText(ChatLab, { lab, showlink }, language);
	await vi.waitFor(() => expect(session.status).toBe('open'));
	const run = new ScriptedRun(1, 2 ** 40);
	const tell = (direction: Direction, bytes: Uint8Array) =>
		ScriptedSocket.channel.record(run.data(direction, bytes));
	const says = (type: string, from: typeof ADA | null, body: unknown) =>
		tell(
			'server',
			frame('server', {
				text: JSON.stringify({ type, id: `${type}${String(body)}`, at: AT, from, body })
			})
		);
	const socket = () => ScriptedSocket.all.findLast(({ isChannel }) => !isChannel);
	return { ...shown, lab, showlink, tell, says, socket };
}

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

const nameIn = (label: string) => (page.getByLabelText(label).element() as HTMLInputElement).value;

/** Ada is in the room, and Bob too. */
async function join(language?: 'en' | 'zh') {
	const shown = await show(language);
	await page.getByLabelText('Your name').fill('Ada');
	await button('Join').click();
	await vi.waitFor(() => expect(shown.socket()).toBeDefined());
	shown.tell('client', upgradeRequest());
	shown.tell('server', switching());
	shown.says('welcome', ADA, { room: 'lobby', here: [ADA, BOB], last: [] });
	await expect.element(page.getByText('Welcome, Ada')).toBeVisible();
	return shown;
}

test('a name is suggested, and the empty room says what will stand there', async () => {
	await show();
	await vi.waitFor(() => expect(nameIn('Your name')).toMatch(/^\w+ \w+ \d\d$/));
	await expect.element(page.getByRole('log')).toHaveTextContent('Nobody has said anything');
});

test('in Chinese too', async () => {
	await show('zh');
	await vi.waitFor(() => expect(nameIn('你的名字')).toMatch(/^\S+ \d\d$/));
});

test('the room is in the link and in the address of the WebSocket, the ticket only in the latter', async () => {
	const { showlink, socket } = await show();
	await page.getByRole('textbox', { name: 'Room' }).fill('a & b');
	await button('Join').click();
	await vi.waitFor(() => expect(socket()).toBeDefined());
	expect(showlink).toHaveBeenCalledWith('#room=a+%26+b');
	const { pathname, searchParams } = new URL(socket()?.url ?? '');
	expect([pathname, searchParams.get('room')]).toEqual(['/ws/chat', 'a & b']);
	expect(searchParams.has('ticket')).toBe(true);
});

test('without a name nobody comes in, and the form says so', async () => {
	const { socket } = await show();
	await page.getByLabelText('Your name').fill(' ');
	await button('Join').click();
	await expect.element(page.getByText('A name is needed')).toBeVisible();
	expect(socket()).toBeUndefined();
});

test('what strangers wrote is text', async () => {
	const { says } = await join();
	says('message', BOB, HOSTILE);
	await expect.element(page.getByText('<img src=x')).toBeVisible();
	expect(document.querySelector('img')).toBeNull();
});

test('what is written goes out as an envelope at Enter, and the field is free again', async () => {
	const { socket } = await join();
	const sent = vi.spyOn(socket() as ScriptedSocket, 'send');
	const field = page.getByLabelText('Message', { exact: true });
	await field.fill('Hello');
	(field.element() as HTMLInputElement).form?.requestSubmit();
	await vi.waitFor(() => expect(sent).toHaveBeenCalledOnce());
	expect(JSON.parse(sent.mock.calls[0]?.[0] ?? '')).toEqual({
		type: 'message',
		id: '1',
		body: 'Hello'
	});
	await expect.element(field).toHaveValue('');
});

test('an error in band says why, and that it is no close code', async () => {
	const { says } = await join();
	says('error', null, { code: 'not-json', re: null });
	const log = page.getByRole('log');
	await expect.element(log).toHaveTextContent('Refused: not-json');
	await expect.element(log).toHaveTextContent('Close code 1007 is for text that is not UTF-8');
});

test('the lines that ran for the newest line are marked in the source', async () => {
	const { says } = await join();
	const marks = () =>
		Array.from(document.querySelectorAll('[data-mark=mark]'), (line) => line.textContent?.trim());
	await vi.waitFor(() => expect(marks().join()).toContain("envelope('welcome'"));
	says('message', BOB, 'hi');
	await vi.waitFor(() => expect(marks()).toEqual(['this.#broadcast(room, message);']));
});

test('a chosen line keeps its marks while others talk, until the newest is followed', async () => {
	const { says } = await join();
	await button(/, Welcome, Ada/).click();
	says('message', BOB, 'hi');
	await expect.element(page.getByText('hi', { exact: true })).toBeVisible();
	const marks = () =>
		Array.from(document.querySelectorAll('[data-mark=mark]'), (line) => line.textContent).join();
	expect(marks()).toContain("envelope('welcome'");
	await button('Follow the newest').click();
	await vi.waitFor(() => expect(marks()).toContain('#broadcast(room, message)'));
});

test('a line opens as its frame on the wire', async () => {
	const { lab } = await join();
	await button(/, Welcome, Ada/).click();
	await button(/^Its frame, /).click();
	await expect.element(page.getByRole('tab', { name: 'On the wire' }).first()).toBeVisible();
	expect(lab.bench.view?.record(lab.bench.player.record)).toMatchObject({
		kind: 'frame',
		direction: 'server'
	});
});

test('a name cannot be taken where nobody else is', async () => {
	const { says } = await join();
	says('left', BOB, null);
	await expect.element(page.getByText('Bob left')).toBeVisible();
	await button('Misbehave').click();
	await expect.element(page.getByRole('button', { name: /Take somebody/ })).toBeDisabled();
});

test('who was closed for flooding reads why, and can join again', async () => {
	const { tell, socket } = await join();
	tell('server', closeFrame('server', 1008, 'too fast'));
	const gone = { code: 1008, reason: 'too fast', wasClean: true };
	const peer = socket() as ScriptedSocket;
	peer.readyState = 3;
	peer.dispatchEvent(Object.assign(new Event('close'), gone));
	ScriptedSocket.channel.record(new ScriptedRun(99, 2 ** 50).fin('server'));
	const log = page.getByRole('log');
	await expect.element(log).toHaveTextContent('Connection closed: 1008 too fast');
	await expect.element(log).toHaveTextContent('§7.4.1');
	await expect.element(button('Join again')).toBeEnabled();
});

test('who reads further up stays there, and is told of new lines', async () => {
	const { says } = await join();
	for (let at = 0; at < 60; at++) says('message', BOB, `line ${at}`);
	await expect.element(page.getByText('line 59')).toBeVisible();
	const log = page.getByRole('log').element();
	log.scrollTop = 0;
	await vi.waitFor(() => expect(log.scrollTop).toBe(0));
	log.dispatchEvent(new Event('scroll'));
	says('message', BOB, 'and on');
	await button('1 new line').click();
	await expect.element(page.getByText('and on')).toBeInViewport();
});

test('on a narrow screen one pane is shown at a time', async () => {
	await page.viewport(390, 844);
	await join();
	await page.getByRole('tab', { name: 'Source' }).click();
	await expect.element(page.getByRole('log')).not.toBeInTheDocument();
	await expect.element(page.getByRole('region', { name: /chat-server/ })).toBeVisible();
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
