import { ThreeViews as Rows } from '#lib/capture/three-views.ts';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import ThreeViews from './ThreeViews.svelte';

const PING = { opcode: 9, payload: new Uint8Array(0) };

function told(): EncodedConversation {
	return new EncodedConversation()
		.accepted()
		.page(0, { name: 'new', url: 'ws://localhost/ws/echo', protocols: [] })
		.request()
		.response('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=')
		.server({ name: 'connection', protocol: '', extensions: '' })
		.page(1, { name: 'open', protocol: '', extensions: '' })
		.page(1, { name: 'send', data: 'text', size: 2 })
		.text('client', 'Hi')
		.server({ name: 'message', data: 'text', size: 2 })
		.server({ name: 'ping-call', size: 0 })
		.frames('server', PING);
}

async function show(wire: EncodedConversation, hasPage = true, language?: 'en' | 'zh') {
	const { conversation, recording } = wire;
	const rows = new Rows(conversation);
	rows.update();
	const props = {
		rows: rows.rows,
		version: recording.events.length,
		records: conversation.records,
		view: conversation.at(recording.events.length),
		current: conversation.records.length - 1,
		hasPage,
		onselectrecord: vi.fn()
	};
	return { ...(await renderWithText(ThreeViews, props, language)), props };
}

const cells = (container: HTMLElement, record: number) => {
	const row = container.querySelector(`button[data-record="${record}"]`)?.closest('tr');
	return [...(row?.cells ?? [])];
};

test('a message stands on one line with the call that sent it and the event that told of it', async () => {
	const { container } = await show(told());
	const [pageCell, wire, server] = cells(container, 3).map((cell) => cell.textContent);
	expect([
		pageCell?.includes('send()'),
		wire?.includes('text'),
		server?.includes('message')
	]).toEqual([true, true, true]);
});

test('a ping is hidden from the page, and hatched', async () => {
	const { container } = await show(told());
	const [pageCell] = cells(container, 4);
	expect([pageCell?.textContent?.trim(), pageCell?.classList.contains('untold')]).toEqual([
		'not told',
		true
	]);
});

test('what the page tells carries the error of its clock', async () => {
	const { container } = await show(told());
	expect(cells(container, 3)[0]?.querySelector('time')?.textContent).toMatch(/±0\.2$/);
});

test('readyState is shown in agreement with the bytes', async () => {
	await show(told());
	await expect.element(page.getByText('same as the client’s state on the wire')).toBeVisible();
});

test('where readyState and the bytes part, both are said', async () => {
	const wire = told().close('server', 1000).close('client', 1000);
	await show(wire);
	await expect.element(page.getByText('The page says OPEN; the bytes say CLOSING.')).toBeVisible();
});

test('a click on the wire’s cell goes to its record', async () => {
	const { container, props } = await show(told());
	container.querySelector<HTMLElement>('button[data-record="3"]')?.click();
	expect(props.onselectrecord).toHaveBeenCalledWith(3);
});

test('the arrows move between the records', async () => {
	const { container } = await show(told());
	container.querySelector<HTMLElement>('button[data-record="4"]')?.focus();
	await userEvent.keyboard('{ArrowUp}');
	expect((document.activeElement as HTMLElement).dataset['record']).toBe('3');
});

test('without a page it says who the client is', async () => {
	await show(new EncodedConversation().handshake(), false, 'zh');
	await expect.element(page.getByText('这里没有页面，字节由客户端直接写出。')).toBeVisible();
});

test('of many rows only those around the cursor are drawn, and the rest can be reached', async () => {
	const wire = new EncodedConversation().handshake();
	for (let i = 0; i < 2000; i++) wire.text('client', `message ${i}`);
	const { container } = await show(wire, false);
	expect(container.querySelectorAll('tr').length).toBeLessThan(40);
	await page.getByRole('button', { name: /earlier rows/ }).click();
	await expect.element(page.getByRole('button', { name: /later rows/ })).toBeVisible();
});

test('what the server was told stays text', async () => {
	const wire = new EncodedConversation()
		.handshake()
		.server({ name: 'error', code: '<b>x</b>', message: '<img src=x>' });
	const { container } = await show(wire, false);
	expect(container.querySelector('img, td b')).toBeNull();
});
