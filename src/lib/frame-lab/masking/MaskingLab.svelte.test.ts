import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { en } from '#lib/i18n/en/index.ts';
import { encodeClosePayload } from '#lib/protocol/frames/close-payload.ts';
import { CLOSE, TEXT } from '#lib/protocol/frames/opcode.ts';
import { FrameLab } from '#lib/state/frame-lab/frame-lab.svelte.ts';
import { LabSession } from '#lib/state/session/lab-session.svelte.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import { ScriptedRun } from '../../../../tests/support/scripted-run.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../tests/support/scripted-socket.ts';
import { frame } from '../../../../tests/support/wire-script.ts';
import MaskingLab from './MaskingLab.svelte';

const words = en.frameLab.masking;
const PAGE = new URL('http://localhost:3000/en/lab/frames/masking');
const REFUSED = frame('server', { opcode: CLOSE, payload: encodeClosePayload(1002, '') });
const TAKEN = frame('server', { opcode: TEXT, payload: new TextEncoder().encode('echo') });

let lab: FrameLab;

beforeEach(() => {
	ScriptedSocket.reset();
	const session = new LabSession('ws://localhost/lab/channel', { WebSocket: ScriptedWebSocket });
	lab = new FrameLab(PAGE, session);
	session.open();
});

afterEach(() => lab.dispose());

async function show(language: 'en' | 'zh' = 'en') {
	const screen = await renderWithText(MaskingLab, { lab }, language);
	const texts = (selector: string) =>
		[...screen.container.querySelectorAll(selector)].map((cell) => cell.textContent?.trim());
	const row = (at: number) => texts(`.xor tbody tr:nth-of-type(${at}) td`);
	return { ...screen, texts, row };
}

/** Tells the page of each way what a server would record of it. */
async function answerAll() {
	const isRaw = ({ type }: { type: string }) => type === 'raw-client';
	for (const id of [1, 2, 3, 4]) {
		await vi.waitFor(() => expect(ScriptedSocket.commands.filter(isRaw)).toHaveLength(id));
		await vi.waitFor(() => expect(lab.bench.session.connections.at(-1)?.id).toBe(id));
		const command = ScriptedSocket.commands.findLast(isRaw);
		if (!command || !('script' in command)) throw new Error('no run was sent');
		const run = new ScriptedRun(id);
		const close = id === 1 ? [run.fin('server')] : [];
		ScriptedSocket.channel.record(
			...run.opening(command.script),
			run.end(),
			run.data('server', id === 1 ? REFUSED : TAKEN),
			...close
		);
	}
}

test('each payload byte stands over the key byte whose turn it is, and masking twice gives it back', async () => {
	const { row, texts } = await show();
	expect(texts('.xor thead td')).toEqual(['0', '1', '2', '3', '0']);
	expect(row(1)).toEqual(['48', '65', '6c', '6c', '6f']);
	expect(row(2)).toEqual(['37', 'fa', '21', '3d', '37']);
	expect(row(3)).toEqual(['7f', '9f', '4d', '51', '58']);
	expect(row(5)).toEqual(row(1));
});

test('a bit of the key that is turned over turns the same bit on the wire', async () => {
	const { row } = await show();
	await page.getByRole('button', { name: words.key.bit('0', '0') }).click();
	expect(row(2)[0]).toBe('b7');
	expect(row(3)[0]).toBe('ff');
	expect(row(5)[0]).toBe('48');
});

test('the key is edited by keyboard alone: arrows move, Space turns over', async () => {
	const { row } = await show();
	const first = page.getByRole('button', { name: words.key.bit('0', '0') });
	(first.element() as HTMLElement).focus();
	await userEvent.keyboard('{ArrowRight}{ArrowDown} ');
	expect(row(2)[1]).toBe('ba');
	await expect.element(page.getByRole('button', { name: words.key.bit('9', '1') })).toHaveFocus();
});

test('two hex digits set a key byte, and anything else is put back', async () => {
	const { row } = await show();
	const box = page.getByRole('textbox', { name: words.key.byte('2') });
	await box.fill('c0');
	expect(row(2)[2]).toBe('c0');
	await box.fill('zz');
	await userEvent.tab();
	await expect.element(box).toHaveValue('c0');
});

test('a key of zeros shows the payload on the wire, and says that it is legal', async () => {
	const { row } = await show();
	await page.getByRole('button', { name: words.key.zeros }).click();
	expect(row(3)).toEqual(row(1));
	await expect.element(page.getByText(words.key.zerosTitle)).toBeVisible();
});

test('an empty payload is said, not drawn', async () => {
	const { container } = await show();
	await page.getByRole('textbox', { name: words.xor.payload, exact: true }).fill('');
	await expect.element(page.getByText(words.xor.empty)).toBeVisible();
	expect(container.querySelector('.xor')).toBeNull();
});

test('nothing is said of the four ways before they were sent', async () => {
	await show();
	await expect.element(page.getByText(words.trial.waiting)).toBeVisible();
	expect(ScriptedSocket.commands).toEqual([]);
});

test('what a naive intermediary sees is read from the bytes that were captured', async () => {
	const { texts } = await show();
	await page.getByRole('button', { name: words.trial.send }).click();
	await answerAll();
	const fake = words.trial.seesFake('cdn.example');
	await expect
		.poll(() => texts('td[data-verdict]'))
		.toEqual([fake, words.trial.seesNoRequest, fake, fake]);
	expect(texts('.found li[data-fake] code')).toEqual(['GET', '/script.js', 'Host', 'cdn.example']);
});

test('the bytes taken for a request are marked in the unmasked stream, and none in the masked one', async () => {
	const { container } = await show();
	const marked = () => container.querySelectorAll('.reading [data-violation]').length;
	await page.getByRole('button', { name: words.trial.send }).click();
	await answerAll();
	const request = 'GET /script.js HTTP/1.1\r\nHost: cdn.example\r\n\r\n';
	await expect.poll(marked).toBe(request.length);
	await page.getByRole('button', { name: words.trial.choose(words.trial.ways.masked) }).click();
	expect(marked()).toBe(0);
});

test('a round that cannot begin says why', async () => {
	ScriptedSocket.refusals.set('raw-client', 'rate-limited');
	await show('en');
	await page.getByRole('button', { name: words.trial.send }).click();
	await expect.element(page.getByText(words.trial.trouble('rate-limited'))).toBeVisible();
});
