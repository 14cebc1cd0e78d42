import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import StateMachines from './StateMachines.svelte';

const closed = () =>
	new EncodedConversation()
		.handshake()
		.close('client', 3000, 'bye')
		.close('server', 3000, 'bye')
		.fin('server')
		.fin('client');

async function show(wire: EncodedConversation, events: number, language?: 'en' | 'zh') {
	const { conversation } = wire;
	const onselectrecord = vi.fn();
	const props = { view: conversation.at(events), records: conversation.records, onselectrecord };
	return {
		...(await renderWithText(StateMachines, props, language)),
		onselectrecord,
		conversation
	};
}

const lit = (container: HTMLElement) =>
	[...container.querySelectorAll('[aria-current="step"]')].map(
		(box) => (box as HTMLElement).dataset['state']
	);

test.each([
	[0, ['CONNECTING', 'CONNECTING']],
	[2, ['CONNECTING', 'CONNECTING']],
	[3, ['OPEN', 'OPEN']],
	[5, ['CLOSING', 'CLOSING']],
	[7, ['CLOSED', 'CLOSED']]
])('after %s events the lit states are %s', async (events, states) => {
	const { container } = await show(closed(), events);
	expect(lit(container)).toEqual(states);
});

test('moving the cursor back unlights what had not happened yet', async () => {
	const { container, update, conversation } = await show(closed(), 7);
	await update({ view: conversation.at(2) });
	expect(lit(container)).toEqual(['CONNECTING', 'CONNECTING']);
});

test('a step leads to the record that caused it, and says why and where it is written', async () => {
	const { onselectrecord } = await show(closed(), 7);
	const step = page.getByRole('button', { name: /^close 3000 sent, 3\.000 ms, §7\.1\./ });
	await step.click();
	expect(onselectrecord).toHaveBeenCalledWith(3);
});

test('the cause of the last step stands below, with its section as a link', async () => {
	await show(closed(), 3);
	await expect.element(page.getByText('101 with the right Accept').first()).toBeVisible();
	await expect.element(page.getByRole('link', { name: 'RFC 6455 §4.1' }).first()).toBeVisible();
});

test('it speaks Chinese', async () => {
	await show(closed(), 3, 'zh');
	await expect.element(page.getByText('101，且 Accept 正确').first()).toBeVisible();
});

describe('failing', () => {
	test('a wrong Accept closes without ever being OPEN', async () => {
		const wire = new EncodedConversation().accepted().request().response('wrong');
		const { container } = await show(wire.fin('client').fin('server'), 5);
		const client = container.querySelector('section');
		expect(client?.querySelector('[data-state="OPEN"]')?.getAttribute('data-status')).toBe(
			'skipped'
		);
	});

	test('a violation is named by its rule', async () => {
		const wire = new EncodedConversation()
			.handshake()
			.bytes('client', Uint8Array.of(0xc1, 0x81, 0x37, 0xfa, 0x21, 0x3d, 0x7f));
		await show(wire, 4);
		await expect.element(page.getByText(/a reserved bit is 1/)).toBeVisible();
	});

	test('a step that failed carries an octagon', async () => {
		const wire = new EncodedConversation()
			.handshake()
			.bytes('client', Uint8Array.of(0xc1, 0x81, 0x37, 0xfa, 0x21, 0x3d, 0x7f));
		const { container } = await show(wire, 4);
		expect(container.querySelector('[data-failure] svg')).not.toBeNull();
	});
});
