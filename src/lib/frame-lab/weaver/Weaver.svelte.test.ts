import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { formatHex } from '#lib/protocol/hex.ts';
import { readParts } from '#lib/runs/frame-parts.ts';
import { FrameLab } from '#lib/state/frame-lab/frame-lab.svelte.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import Weaver from './Weaver.svelte';

async function show(language?: 'en' | 'zh') {
	const lab = new FrameLab(new URL('http://127.0.0.1/'));
	const onedit = vi.fn();
	await page.viewport(1200, 900);
	return { ...(await renderWithText(Weaver, { lab, onedit }, language)), lab, onedit };
}

const row = (index: number) => page.getByRole('listitem').nth(index);
const opcodes = (container: Element) =>
	Array.from(container.querySelectorAll('.opcode'), (name) => name.textContent);

test('it begins with 你好 cut inside a character and a ping between, which is legal', async () => {
	const { container } = await show();
	expect(opcodes(container)).toEqual(['text', 'ping', 'continuation']);
	expect(container.querySelector('.split')?.textContent).toContain('好');
	await expect.element(page.getByText('Legal: by the RFC')).toBeVisible();
});

test('a continuation sent first is marked with rule, section and close code', async () => {
	await show();
	await page.getByRole('button', { name: 'fragment 2 of 2 one place earlier' }).click();
	await page.getByRole('button', { name: 'fragment 2 of 2 one place earlier' }).click();
	const first = row(0);
	await expect.element(first.getByText('there is no message to continue')).toBeVisible();
	await expect.element(first.getByRole('link', { name: /5\.4/ })).toBeVisible();
	await expect.element(first.getByText('close code due: 1002')).toBeVisible();
	await expect.element(row(1).getByText('no longer read')).toBeVisible();
});

test('moving a frame by keyboard keeps the focus on its button', async () => {
	await show();
	const later = page.getByRole('button', { name: 'fragment 1 of 2 one place later' });
	later.element().focus();
	await userEvent.keyboard('{Enter}');
	await expect.element(later).toHaveFocus();
});

test('a lost fragment is not sent, and comes back', async () => {
	const { container } = await show();
	await page.getByRole('button', { name: 'Lose fragment 2 of 2: it is not sent' }).click();
	await expect.element(page.getByText('lost, not sent')).toBeVisible();
	await expect.element(page.getByText(/ends inside a message/)).toBeVisible();
	await page.getByRole('button', { name: 'Restore fragment 2 of 2' }).click();
	expect(container.querySelector('[data-lost]')).toBeNull();
});

test.each([
	['Ping', 'ping'],
	['Pong', 'pong'],
	['Close', 'close']
])('%s is put behind the selected frame', async (name, opcode) => {
	const { container } = await show();
	await page.getByRole('button', { name: 'text fragment 1 of 2' }).click();
	await page.getByRole('button', { name, exact: true }).click();
	expect(opcodes(container)).toEqual(['text', opcode, 'ping', 'continuation']);
});

test('a control frame is put in by keyboard too, once', async () => {
	const { container } = await show();
	page.getByRole('button', { name: 'Pong', exact: true }).element().focus();
	await userEvent.keyboard('{Enter}');
	expect(opcodes(container)).toEqual(['text', 'ping', 'pong', 'continuation']);
});

test('a frame is dragged by its handle', async () => {
	const { container } = await show();
	const grips = container.querySelectorAll('.grip');
	const [from, to] = [grips[2], grips[0]].map((grip) => grip?.getBoundingClientRect());
	const send = (type: string, y = 0) =>
		grips[2]?.dispatchEvent(
			new PointerEvent(type, { bubbles: true, button: 0, clientX: from?.left ?? 0, clientY: y })
		);
	(grips[2] as HTMLElement).setPointerCapture = () => {};
	send('pointerdown', from?.top);
	send('pointermove', to?.top);
	send('pointerup', to?.top);
	await vi.waitFor(() => expect(opcodes(container)).toEqual(['continuation', 'text', 'ping']));
});

test('what follows a close frame is not read', async () => {
	await show();
	await page.getByRole('button', { name: 'Close', exact: true }).click();
	await expect
		.element(row(3).getByText('this endpoint had already sent a close frame'))
		.toBeVisible();
});

test('bytes that are not hex are told, and the message stays', async () => {
	const { container } = await show();
	await page.getByRole('radio', { name: 'Binary' }).click();
	const field = page.getByRole('textbox');
	await expect.element(field).toHaveValue('e4 bd a0 e5 a5 bd');
	await field.fill('e4 xx');
	await expect.element(page.getByText('character 4 is not a hex digit')).toBeVisible();
	expect(container.querySelectorAll('.byte')).toHaveLength(6);
});

test('a message longer than can be drawn is shortened at a whole character, and says so', async () => {
	const { container } = await show();
	await page.getByRole('textbox').fill('好'.repeat(200));
	await expect.element(page.getByText(/at most 256/)).toBeVisible();
	expect(container.querySelectorAll('.byte')).toHaveLength(255);
});

test('the editor gets the very frames that are shown', async () => {
	const { container, lab, onedit } = await show();
	await page.getByRole('button', { name: 'Open in the editor' }).click();
	expect(onedit).toHaveBeenCalledOnce();
	const frames = lab.draft.run.items.map((item) => (item.kind === 'frame' ? item.bytes : null));
	const shown = Array.from(container.querySelectorAll('.strip'), (strip) =>
		Array.from(strip.querySelectorAll('.span > span'), (byte) => byte.textContent).join(' ')
	);
	expect(frames.map((bytes) => bytes && formatHex(bytes))).toEqual(shown);
});

test('a server’s frames are not masked', async () => {
	const { lab } = await show();
	await page.getByRole('radio', { name: 'Server, to this browser' }).click();
	await page.getByRole('button', { name: 'Open in the editor' }).click();
	const masked = lab.draft.run.items.map(
		(item) => item.kind === 'frame' && readParts(item.bytes).masked
	);
	expect(masked).toEqual([false, false, false]);
});

test('nothing can be sent while the lab server is out of reach', async () => {
	await show();
	await expect.element(page.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
	await expect.element(page.getByText('The lab server cannot be reached')).toBeVisible();
});

test('it speaks Chinese', async () => {
	await show('zh');
	await expect.element(page.getByRole('heading', { name: '分片', level: 1 })).toBeVisible();
	await expect.element(page.getByRole('button', { name: '加切分点' })).toBeVisible();
});
