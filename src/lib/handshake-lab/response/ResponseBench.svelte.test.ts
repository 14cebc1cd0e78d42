import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ScriptedRun } from '../../../../tests/support/scripted-run.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../tests/support/scripted-socket.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import { emptyDraft } from '#lib/state/handshake-lab/draft-state.svelte.ts';
import { HandshakeLab } from '#lib/state/handshake-lab/handshake-lab.svelte.ts';
import { LabSession } from '#lib/state/session/lab-session.svelte.ts';
import ResponseBench from './ResponseBench.svelte';

const COOKIE = 'HTTP/1.1 403 Forbidden\r\nSet-Cookie: a=b\r\n\r\n';

beforeEach(() => page.viewport(1440, 900));

async function show(language?: 'en' | 'zh') {
	ScriptedSocket.reset();
	const options = { WebSocket: ScriptedWebSocket };
	const session = new LabSession('ws://localhost:3000/lab/channel', options);
	const lab = new HandshakeLab(new URL('http://localhost:3000/en/lab/handshake'), session);
	session.open();
	const props = { lab, showlink: vi.fn(), onother: vi.fn() };
	const shown = await renderWithText(ResponseBench, props, language);
	await vi.waitFor(() => expect(session.status).toBe('open'));
	return { ...shown, lab };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const commands = () => ScriptedSocket.commands.map(({ type }) => type);

function load(lab: HandshakeLab, text: string): void {
	lab.response.load({ ...emptyDraft('server'), bytes: new TextEncoder().encode(text) });
}

test('it begins with the 101 that is due', async () => {
	const { lab } = await show();
	expect(latin1(lab.response.draft.bytes)).toContain('Sec-WebSocket-Accept: {accept}');
});

test('a harmless response is sent at the first click', async () => {
	await show();
	await button('Connect and answer').click();
	await vi.waitFor(() => expect(commands()).toEqual(['raw-server']));
});

test('a cookie is explained before it is sent', async () => {
	const { lab } = await show();
	load(lab, COOKIE);
	await button('Connect and answer').click();
	await expect.element(page.getByRole('dialog')).toHaveTextContent(/set-cookie/);
	expect(commands()).toEqual([]);
	await button('I know: send it').click();
	await vi.waitFor(() => expect(ScriptedSocket.commands.at(-1)).toMatchObject({ confirmed: true }));
});

test('whoever thinks again sends nothing', async () => {
	const { lab } = await show();
	load(lab, COOKIE);
	await button('Connect and answer').click();
	await button('Back to the draft').click();
	await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
	expect(commands()).toEqual([]);
});

test('the page’s account of a failure is error and close, and nothing else', async () => {
	const { lab } = await show();
	ScriptedSocket.isReachable = false;
	await lab.send('server');
	await lab.bench.connection?.settled;
	ScriptedSocket.channel.record(new ScriptedRun(99, 2 ** 50).fin('server'));
	await expect.element(page.getByText('reason="" wasClean=false')).toBeVisible();
});

test('subprotocols are offered as they are typed', async () => {
	const { lab } = await show();
	await page.getByLabelText('Subprotocols the page offers').fill('chat, superchat,');
	expect(lab.response.draft.protocols).toEqual(['chat', 'superchat']);
	await expect
		.element(page.getByLabelText('Subprotocols the page offers'))
		.toHaveValue('chat, superchat,');
});

test('in Chinese too', async () => {
	await show('zh');
	await expect.element(button('连接并应答')).toBeVisible();
});
