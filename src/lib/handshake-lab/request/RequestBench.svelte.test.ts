import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ScriptedRun } from '../../../../tests/support/scripted-run.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../tests/support/scripted-socket.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import { emptyDraft } from '#lib/state/handshake-lab/draft-state.svelte.ts';
import { HandshakeLab } from '#lib/state/handshake-lab/handshake-lab.svelte.ts';
import { LabSession } from '#lib/state/session/lab-session.svelte.ts';
import RequestBench from './RequestBench.svelte';

beforeEach(() => page.viewport(1440, 900));

async function show(language?: 'en' | 'zh') {
	ScriptedSocket.reset();
	const options = { WebSocket: ScriptedWebSocket };
	const session = new LabSession('ws://localhost:3000/lab/channel', options);
	const lab = new HandshakeLab(new URL('http://localhost:3000/en/lab/handshake'), session);
	session.open();
	const props = { lab, showlink: vi.fn(), onother: vi.fn() };
	const shown = await renderWithText(RequestBench, props, language);
	await vi.waitFor(() => expect(session.status).toBe('open'));
	return { ...shown, lab, props };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('it begins with this browser’s own request', async () => {
	const { lab } = await show();
	const request = latin1(lab.request.draft.bytes);
	expect(request).toContain(`User-Agent: ${navigator.userAgent}\r\n`);
	expect(request).toContain('Host: localhost:3000\r\n');
});

test('what was written is found again by whoever comes back', async () => {
	const { lab, props, unmount } = await show();
	const written = lab.request.draft;
	await unmount();
	await renderWithText(RequestBench, props);
	expect(lab.request.draft).toBe(written);
});

test('a server that keeps silent is named, with what will end it', async () => {
	const { lab } = await show();
	const bytes = new TextEncoder().encode('GET /ws/echo HTTP/1.1\r\nHost: a\r\n');
	lab.request.load({ ...emptyDraft('client'), bytes });
	await lab.send('client');
	const run = new ScriptedRun(1);
	ScriptedSocket.channel.record(run.begin(), run.data('client', bytes));
	await expect.element(page.getByText(/The server has been silent for/).first()).toBeVisible();
	await expect.element(page.getByText(/no blank line yet/)).toBeVisible();
	await button('Hang up: FIN').click();
	await vi.waitFor(() => expect(ScriptedSocket.commands.at(-1)?.type).toBe('hang-up'));
});

test('a draft over the bounds is not sent, and the page says why', async () => {
	const { lab } = await show();
	lab.request.load({ ...emptyDraft('client'), bytes: new Uint8Array(4097) });
	await expect.element(page.getByText(/this server carries out at most 4,096/)).toBeVisible();
	await expect.element(button('Send')).toBeDisabled();
});

test('the link goes to the address bar', async () => {
	const { props } = await show();
	await button('Copy link').click();
	await vi.waitFor(() => expect(props.showlink).toHaveBeenCalledWith(expect.stringMatching(/^#./)));
});

test('in Chinese too', async () => {
	await show('zh');
	await expect.element(button('发送')).toBeVisible();
});
