import { messageOf } from '#lib/capture/message-of.ts';
import { Recording } from '#lib/capture/recording.ts';
import { Conversations } from '#lib/capture/conversations.ts';
import type { Selection } from '#lib/capture/selection.ts';
import { encodeFrame } from '#lib/protocol/frames/encode-frame.ts';
import { gzip } from 'pako';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import RecordAnatomy from './RecordAnatomy.svelte';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Shows the last record of one exchange. */
async function show(
	target: string,
	answer: readonly (string | Uint8Array)[],
	language: 'en' | 'zh' = 'en'
) {
	const recording = new Recording('2026-11-20T12:00:00.000Z');
	const add = (direction: 'client' | 'server', bytes: Uint8Array) =>
		recording.append({ kind: 'data', t: 0, connection: 1, direction, bytes });
	const upgrade = target.includes('websocket')
		? 'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n'
		: '';
	add('client', bytesOf(`GET ${target} HTTP/1.1\r\nHost: a\r\n${upgrade}\r\n`));
	for (const part of answer) add('server', typeof part === 'string' ? bytesOf(part) : part);
	const conversation = Conversations.of(recording).get(1);
	const record = conversation?.records.at(-1);
	if (!conversation || !record) throw new Error('no record');
	const onselect = vi.fn((selection: Selection) => screen.update({ selection }));
	const heads = messageOf(conversation, record.index);
	const props = { record, heads, selection: null as Selection | null, onselect };
	const screen = await renderWithText(RecordAnatomy, props, language);
	const lit = () =>
		[...screen.container.querySelectorAll<HTMLElement>('[data-byte][data-selected]')].map(
			({ dataset }) => Number(dataset.byte)
		);
	const part = (field: string) =>
		screen.container.querySelector<HTMLElement>(`[data-field="${field}"]`);
	return { ...screen, onselect, record, lit, part };
}

const CHUNKED =
	'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n';
const SOCKET = '/lab/socket.io/?EIO=4&transport=websocket';
const SWITCH =
	'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n';

test('a field of an event stream lights its bytes on the wire, also where chunks cut it in two', async () => {
	const { lit } = await show('/s', [`${CHUNKED}e\r\nid: 7\ndata: he\r\n5\r\nllo\n\n\r\n`]);
	await page.getByRole('button', { name: 'data: hello', exact: true }).click();
	expect(lit()).toEqual([15, 16, 22, 23, 24]);
});

test('a byte of an event stream chooses the field it belongs to', async () => {
	const { onselect, record, container } = await show('/s', [`${CHUNKED}7\r\nid: 7\n\n\r\n`]);
	await expect.element(page.getByText('Event stream')).toBeVisible();
	container.querySelector<HTMLElement>('button[data-byte="3"]')?.click();
	expect(onselect).toHaveBeenLastCalledWith({
		record: record.index,
		field: 'line-0-name',
		bit: 24
	});
});

test('chunks are listed with the sizes that announce them', async () => {
	const { lit } = await show('/s', [`${CHUNKED}7\r\nid: 7\n\n\r\n0\r\n\r\n`]);
	await page.getByRole('button', { name: 'chunk size: 7' }).click();
	expect(lit()).toEqual([0]);
});

test('JSON is laid out as captured', async () => {
	const body = '{"last":1.0,"events":[{"id":1,"data":"<b>\\u4f60"}]}';
	const { container } = await show('/p', [
		`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
	]);
	await expect.element(page.getByRole('button', { name: '"data": "<b>\\u4f60"' })).toBeVisible();
	await expect.element(page.getByRole('button', { name: '"last": 1.0' })).toBeVisible();
	expect(container.querySelector('b b')).toBeNull();
});

test('a compressed body is inflated, with both sizes', async () => {
	const body = gzip(bytesOf('{"last":1,"gap":null,"events":[]}'));
	await show('/p', [
		`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n`,
		body
	]);
	await expect.element(page.getByText('inflated (gzip)')).toBeVisible();
	await expect.element(page.getByText('33 bytes')).toBeVisible();
	await expect.element(page.getByRole('heading', { name: 'Inflated bytes' })).toBeVisible();
});

test('packets of Engine.IO are taken apart in a polling body', async () => {
	const body = '40{"sid":"x"}\x1e2';
	const { lit } = await show('/lab/socket.io/?EIO=4&transport=polling', [
		`HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}\r\n\r\n${body}`
	]);
	await expect.element(page.getByText('message · CONNECT')).toBeVisible();
	await page.getByRole('button', { name: 'Engine.IO type: 2' }).click();
	expect(lit()).toEqual([14]);
});

test('a packet in a frame is a part of the payload, in bits, bytes and table', async () => {
	const frame = encodeFrame({ opcode: 1, payload: bytesOf('42["event",{"id":1}]') });
	const { lit } = await show(SOCKET, [SWITCH, frame]);
	await expect.element(page.getByText('message · EVENT · event “event”')).toBeVisible();
	await page.getByRole('button', { name: 'Socket.IO type: 2' }).click();
	expect(lit()).toEqual([3]);
});

test('a frame of another WebSocket is a frame and no more', async () => {
	const frame = encodeFrame({ opcode: 1, payload: bytesOf('42["event"]') });
	const { container } = await show('/ws/echo?websocket', [SWITCH, frame]);
	await expect.element(page.getByRole('heading', { name: 'Bits' })).toBeVisible();
	expect(container.textContent).not.toContain('Engine.IO');
});

test('the words are there in Chinese', async () => {
	await show('/s', [`${CHUNKED}7\r\nid: 7\n\n\r\n`], 'zh');
	await expect.element(page.getByRole('heading', { name: '事件流' })).toBeVisible();
	await expect.element(page.getByText('没有事件：这一段没有数据')).toBeVisible();
});
