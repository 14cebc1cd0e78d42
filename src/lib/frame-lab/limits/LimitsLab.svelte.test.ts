import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { en } from '#lib/i18n/en/index.ts';
import { zh } from '#lib/i18n/zh/index.ts';
import { encodeClosePayload } from '#lib/protocol/frames/close-payload.ts';
import { CLOSE } from '#lib/protocol/frames/opcode.ts';
import { FrameLab } from '#lib/state/frame-lab/frame-lab.svelte.ts';
import { LabSession } from '#lib/state/session/lab-session.svelte.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import { ScriptedRun } from '../../../../tests/support/scripted-run.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../tests/support/scripted-socket.ts';
import { frame } from '../../../../tests/support/wire-script.ts';
import LimitsLab from './LimitsLab.svelte';

const words = en.frameLab.limits;
const PAGE = new URL('http://localhost:3000/en/lab/frames/limits');
const TOO_BIG = frame('server', { opcode: CLOSE, payload: encodeClosePayload(1009, '') });

let lab: FrameLab;

beforeEach(() => {
	ScriptedSocket.reset();
	const session = new LabSession('ws://localhost/lab/channel', { WebSocket: ScriptedWebSocket });
	lab = new FrameLab(PAGE, session);
});

afterEach(() => lab.dispose());

async function show(language: 'en' | 'zh' = 'en') {
	lab.bench.session.open();
	const screen = await renderWithText(LimitsLab, { lab }, language);
	await vi.waitFor(() => expect(lab.bench.session.terms).not.toBeNull());
	return screen;
}

const card = (id: keyof typeof words.experiments) =>
	page.getByRole('article', { name: words.experiments[id].title });

/** What a server would record of the run that was just asked for, up to its last write. */
async function begun(): Promise<ScriptedRun> {
	await vi.waitFor(() => expect(lab.bench.session.connections).toHaveLength(1));
	const command = ScriptedSocket.commands.findLast(({ type }) => type === 'raw-client');
	if (!command || !('script' in command)) throw new Error('no run was sent');
	const run = new ScriptedRun(1);
	ScriptedSocket.channel.record(...run.opening(command.script));
	return run;
}

test('the bounds are those that this server told', async () => {
	await show();
	const row = page.getByRole('row', { name: /MAX_MESSAGE_BYTES/ });
	await expect.element(row).toHaveTextContent('4 KiB');
	await expect
		.element(page.getByRole('row', { name: /MAX_RUN_SECONDS/ }))
		.toHaveTextContent('10 s');
});

test('nothing can be run before the bounds are known', async () => {
	await renderWithText(LimitsLab, { lab });
	await expect.element(card('huge').getByRole('button', { name: words.run })).toBeDisabled();
	await expect.element(card('huge').getByText(words.notReady)).toBeVisible();
});

test('a card says which bytes it will send', async () => {
	await show();
	await expect.element(card('huge')).toHaveTextContent(/82 ff 7f ff ff ff ff ff ff ff/);
});

test('a run that this server does not carry out is refused with the reason', async () => {
	await show();
	const pings = card('pings');
	await expect.element(pings.getByRole('button', { name: words.run })).toBeDisabled();
	await expect.element(pings).toHaveTextContent(/35,000|34\.2|5,000 TCP writes/);
});

test('what is shown of a run is what was captured of it', async () => {
	await show();
	const huge = card('huge');
	await huge.getByRole('button', { name: words.run }).click();
	const run = await begun();
	ScriptedSocket.channel.record(run.end(), run.data('server', TOO_BIG), run.fin('server'));
	const result = huge.getByRole('group', { name: words.result });
	await expect.element(result).toHaveTextContent('1009');
	await expect.element(result).toHaveTextContent(/30.B of 30.B/);
	await expect.element(huge.getByRole('button', { name: words.runAgain })).toBeEnabled();
});

test('a run that is on can be cancelled', async () => {
	await show();
	const drip = card('drip');
	await drip.getByRole('button', { name: words.run }).click();
	await begun();
	await drip.getByRole('button', { name: words.cancel }).click();
	expect(ScriptedSocket.commands.map(({ type }) => type)).toContain('cancel-run');
});

test('a run that cannot begin says why', async () => {
	ScriptedSocket.refusals.set('raw-client', 'run-in-progress');
	await show();
	await card('huge').getByRole('button', { name: words.run }).click();
	await expect.element(card('huge').getByText(words.trouble('run-in-progress'))).toBeVisible();
});

test('a run goes to the frame editor as it is', async () => {
	await show();
	const link = card('drip').getByRole('link', { name: words.open });
	await expect.element(link).toHaveAttribute('href', '../frames');
	link.element().addEventListener('click', (event) => event.preventDefault());
	await link.click();
	expect(lab.draft.run).toMatchObject({ unit: 'byte', role: 'client' });
});

test('every experiment is there in Chinese', async () => {
	await show('zh');
	const titles = Object.values(zh.frameLab.limits.experiments).map(({ title }) => title);
	for (const name of titles)
		await expect.element(page.getByRole('article', { name })).toBeVisible();
});
