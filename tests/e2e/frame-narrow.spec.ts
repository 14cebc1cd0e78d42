import { expect, inBothLanguages, test } from './frames-fixture.ts';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

inBothLanguages(() => {
	test('on a phone one step follows the other: run, frame, result', async ({ frames, page }) => {
		const { steps } = frames.lab.runs;
		const step = (name: keyof typeof steps) => page.getByRole('tab', { name: steps[name] });
		await frames.open();
		await expect(step('run')).toHaveAttribute('aria-selected', 'true');
		await frames.begin('nothing');
		await step('editor').tap();
		await expect(frames.sendButton).toBeHidden();
		for (const bit of [0, 4, 7, 8]) await frames.bit(bit).tap();
		await frames.expectHex('89 80 00 00 00 00');
		await step('run').tap();
		await frames.sendButton.tap();
		await expect(step('results')).toHaveAttribute('aria-selected', 'true');
		await frames.expectPeer('accepted');
		await frames.records('frame', 'server').tap();
		await expect(step('editor')).toHaveAttribute('aria-selected', 'true');
		await expect(frames.anatomy).toContainText('0xa');
	});
});
