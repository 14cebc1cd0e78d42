import { expect, inBothLanguages, test } from './handshake-fixture.ts';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

inBothLanguages(() => {
	test('on a phone one step follows the other: request, send, answer', async ({ handshake }) => {
		await handshake.open();
		await expect(handshake.step('draft')).toHaveAttribute('aria-selected', 'true');
		await handshake.cell('Sec-WebSocket-Version', 'value').tap();
		await handshake.cell('Sec-WebSocket-Version', 'value').fill('12');
		await expect(handshake.sendButton).toBeHidden();
		await handshake.step('send').tap();
		await handshake.sendButton.tap();
		await expect(handshake.step('results')).toHaveAttribute('aria-selected', 'true');
		await handshake.expectPeer('refused');
		await handshake.records('response').tap();
		await expect(handshake.step('draft')).toHaveAttribute('aria-selected', 'true');
		await expect(handshake.anatomy).toContainText('13, 8');
		await handshake.showDraft();
		await expect(handshake.cell('Sec-WebSocket-Version', 'value')).toHaveValue('12');
	});

	test('on a phone a response is written, sent and seen to fail', async ({ handshake }) => {
		await handshake.open('response');
		await handshake.usePreset('accept-missing');
		await handshake.step('send').tap();
		await handshake.sendButton.tap();
		await expect(handshake.step('results')).toHaveAttribute('aria-selected', 'true');
		await handshake.expectPeer('failed');
		await expect(handshake.view('page', 'close 1006')).toBeVisible();
	});
});
