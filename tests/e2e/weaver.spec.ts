import type { Locator } from '@playwright/test';
import { expect, inBothLanguages, test } from './frames-fixture.ts';
import type { FramesPage } from './frames-page.ts';

/** A message of three fragments, and nothing between them. */
async function threeFragments(frames: FramesPage): Promise<Locator> {
	const { bar, message, order } = frames.lab.weaver;
	const { page } = frames;
	await frames.open('fragments');
	await page.getByRole('textbox', { name: message.textLabel }).fill('abcdef');
	await page.getByRole('button', { name: bar.clear }).click();
	for (const control of await page.getByRole('button', { name: removes(frames) }).all())
		await control.click();
	await page.getByRole('button', { name: bar.add, exact: true }).click();
	await page.getByRole('button', { name: bar.add, exact: true }).click();
	const pieces = page.getByRole('list', { name: order.list }).getByRole('listitem');
	await expect(pieces).toHaveCount(3);
	return pieces;
}

function removes({ lab }: FramesPage): RegExp {
	const { controlNames, remove } = lab.weaver.order;
	return new RegExp(Object.values(controlNames).map(remove).join('|'));
}

inBothLanguages(() => {
	test('fragments out of order are refused by both judges, and put back in order taken', async ({
		frames,
		page
	}) => {
		const { order, send } = frames.lab.weaver;
		const pieces = await threeFragments(frames);
		const first = order.fragment('1', '3');
		await page.getByRole('button', { name: order.down(first), exact: true }).click();
		await expect(pieces.nth(1)).toContainText(first);
		await expect(pieces.nth(0)).toContainText(order.due('1002'));
		await page.getByRole('button', { name: send.send, exact: true }).click();
		await frames.expectStrict('fail');
		await frames.expectPeer('failed');
		await expect(frames.judge('peer')).toContainText('1002');
		await expect(frames.judge('peer')).toContainText('WS_ERR_INVALID_OPCODE');

		await page.getByRole('button', { name: order.restore }).click();
		await expect(pieces.nth(0)).toContainText(first);
		await expect(page.getByText(send.changed)).toBeVisible();
		await page.getByRole('button', { name: send.send, exact: true }).click();
		await frames.expectPeer('accepted');
		await frames.expectStrict('legal');
	});

	test('without its last fragment the message is waited for; without its middle it is another', async ({
		frames,
		page
	}) => {
		const { order, send } = frames.lab.weaver;
		const pieces = await threeFragments(frames);
		const lose = (part: string) =>
			page
				.getByRole('button', { name: order.loseNamed(order.fragment(part, '3')), exact: true })
				.click();
		await lose('3');
		await expect(pieces.nth(2)).toContainText(order.lost);
		await page.getByRole('button', { name: send.send, exact: true }).click();
		await frames.expectStrict('unfinished');
		await frames.expectPeer('silent');

		await page.getByRole('button', { name: order.restore }).click();
		await lose('2');
		await page.getByRole('button', { name: send.send, exact: true }).click();
		await frames.expectStrict('legal');
		await frames.expectPeer('accepted');
		await page.getByRole('button', { name: send.capture }).click();
		await expect(frames.records('frame', 'client')).toHaveCount(2);
		await expect(frames.records('frame', 'server')).toHaveAccessibleName(/adef/);
	});

	test('as the server, fragments go to this browser, whose page gets one message', async ({
		frames,
		page
	}) => {
		const { send } = frames.lab.weaver;
		await threeFragments(frames);
		await page
			.getByRole('radiogroup', { name: send.role })
			.getByRole('radio', { name: send.server })
			.check({ force: true });
		await page.getByRole('button', { name: send.send, exact: true }).click();
		await frames.expectStrict('legal');
		await frames.expectPeer('accepted');
		await page.getByRole('button', { name: send.capture }).click();
		await expect(frames.records('frame', 'server')).toHaveCount(3);
		await frames.expectTold(frames.view('page', /^\s*message/), 'wire', /continuation/);
	});
});
