import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import ReadLine from './ReadLine.svelte';

const NONE = new Uint8Array(0);

async function show() {
	const wire = new EncodedConversation()
		.handshake()
		.frames('client', { opcode: 9, payload: NONE }, { opcode: 10, payload: NONE })
		.text('client', 'Hi');
	const { conversation, recording } = wire;
	const props = {
		source: {
			events: recording.events,
			records: conversation.records,
			view: conversation.at(recording.events.length),
			connection: conversation.connection,
			direction: 'client' as const,
			frameOffset: conversation.frameOffset('client')
		},
		current: 5,
		onselectrecord: vi.fn(),
		onseek: vi.fn()
	};
	return { ...(await renderWithText(ReadLine, props)), props };
}

test('a share of a read says whose bytes it is, and leads to that record', async () => {
	const { props } = await show();
	await page.getByRole('button', { name: 'record 4, bytes 0 to 5 of 6' }).click();
	expect(props.onselectrecord).toHaveBeenCalledWith(4);
});

test('the moment of a read moves the cursor there', async () => {
	const { props } = await show();
	await page.getByRole('button', { name: '3.000' }).click();
	expect(props.onseek).toHaveBeenCalledWith(3000);
});

test('one button is a tab stop, and the arrows lead to the others', async () => {
	const { container } = await show();
	const stops = container.querySelectorAll<HTMLElement>('button[tabindex="0"]');
	expect(stops).toHaveLength(1);
	stops[0]?.focus();
	await userEvent.keyboard('{ArrowLeft}');
	expect(document.activeElement?.getAttribute('data-record')).toBe('5');
});
