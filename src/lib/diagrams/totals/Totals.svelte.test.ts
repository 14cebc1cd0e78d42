import { expect, test } from 'vitest';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import Totals from './Totals.svelte';

const wire = new EncodedConversation()
	.handshake()
	.close('client', 3000, '<b>bye</b>')
	.close('server', 3000, '<b>bye</b>')
	.fin('server')
	.fin('client');

const ascii = (text: string) => new TextEncoder().encode(text);
const answered = () =>
	new EncodedConversation()
		.accepted()
		.bytes('client', ascii('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'))
		.bytes('server', ascii('HTTP/1.1 204 No Content\r\n\r\n'));

async function figures(events: number, language?: 'en' | 'zh') {
	const { records } = wire.conversation;
	const props = { records, view: wire.conversation.at(events) };
	const { container } = await renderWithText(Totals, props, language);
	return [...container.querySelectorAll('dd')].map((dd) =>
		dd.textContent?.replace(/\s+/g, ' ').trim()
	);
}

test('at the end it says what was sent, how it closed and how long it lasted', async () => {
	expect(await figures(7)).toEqual(['178 B', '143 B', '3000 <b>bye</b> clean', '6 ms']);
});

test('at an earlier cursor it says what was so then', async () => {
	expect(await figures(3)).toEqual(['160 B', '129 B', 'not yet', '2 ms so far']);
});

test('it speaks Chinese', async () => {
	expect((await figures(7, 'zh')).at(2)).toBe('3000 <b>bye</b> 干净关闭');
});

test('of plain HTTP it does not say how a WebSocket closed', async () => {
	const { conversation } = answered().fin('client');
	const props = { records: conversation.records, view: conversation.at(4) };
	const { container } = await renderWithText(Totals, props);
	expect(container.querySelectorAll('dt')).toHaveLength(3);
});

test('an exchange of plain HTTP is not under way because its connection is kept', async () => {
	const { conversation } = answered();
	const props = { records: conversation.records, view: conversation.at(3) };
	const { container } = await renderWithText(Totals, props);
	expect(container.textContent).toContain('2 ms');
	expect(container.textContent).not.toContain('so far');
});
