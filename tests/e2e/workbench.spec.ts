import { expect, inBothLanguages, test } from './fixtures.ts';

inBothLanguages(() => {
	test('a student connects, sends, selects the mask bit, scrubs back and closes', async ({
		page,
		bench
	}) => {
		await bench.open();
		await bench.connect();
		await bench.expectState('client', 'OPEN');
		await bench.expectState('server', 'OPEN');

		await bench.sendText('Hello 你好');
		const sent = bench.records('frame', 'client');
		await expect(sent).toHaveAccessibleName(/Hello 你好/);
		await expect(bench.records('frame', 'server')).toHaveAccessibleName(/Hello 你好/);

		await sent.click();
		await bench.bit(8).click();
		await expect(bench.bit(8)).toHaveAttribute('data-selected');
		await expect(bench.byte(1)).toHaveAttribute('data-selected');
		await expect(bench.field('mask')).toHaveAttribute('data-selected');
		await expect(bench.readout).toContainText('MASK');

		await bench.scrubber.focus();
		await page.keyboard.press('Home');
		await bench.expectState('client', 'CONNECTING');
		await bench.expectState('server', 'CONNECTING');
		await expect(sent).toHaveAttribute('data-at', 'future');

		await bench.player('live').click();
		await bench.close('3000', 'bye');
		await expect(bench.records('fin')).toHaveCount(2);
		await bench.expectState('client', 'CLOSED');
		await bench.expectState('server', 'CLOSED');
		const causes = (side: 'client' | 'server') =>
			bench
				.machine(side)
				.locator('li[data-state="CLOSING"] button, li[data-state="CLOSED"] button');
		const said = bench.text.states.causes;
		const names = async (side: 'client' | 'server') =>
			(await causes(side).evaluateAll((all) => all.map((one) => one.ariaLabel))).join('\n');
		expect(await names('client')).toContain(said['close-frame-sent']('3000'));
		expect(await names('server')).toContain(said['close-frame-received']('3000'));
		expect(await names('server')).toContain(said['tcp-closed']());
	});
});
