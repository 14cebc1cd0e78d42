import type { Page } from '@playwright/test';
import { expect, inBothLanguages, test } from './frames-fixture.ts';
import { FramesPage } from './frames-page.ts';

/** FIN and text, masked; the payload is “Hello”. */
const UNMASKED = '81 05 48 65 6c 6c 6f';
const MASKED = '81 85 37 fa 21 3d 7f 9f 4d 51 58';
/** RFC 7692 §7.2.3.1: “Hello” compressed, behind a masking key of zeros. */
const COMPRESSED = 'c1 87 00 00 00 00 f2 48 cd c9 c9 07 00';

inBothLanguages(() => {
	test('a masked ping is built from nothing by bits alone, and gets its pong', async ({
		frames
	}) => {
		await frames.open();
		await frames.begin('nothing');
		// FIN, two bits of the opcode, MASK, and the first bits of the masking key.
		await frames.flip(0, 4, 7, 8, 16, 18, 20);
		await frames.expectHex('89 80 a8 00 00 00');
		await frames.send();
		await expect(frames.records('frame', 'client')).toHaveCount(1);
		await expect(frames.records('frame', 'server')).toHaveAccessibleName(/PONG/i);
		await frames.expectStrict('legal');
		await frames.expectPeer('accepted');
		await frames.expectAgreement('agree');
	});

	test('an unmasked text is answered with 1002, and ws says WS_ERR_EXPECTED_MASK', async ({
		frames
	}) => {
		await frames.open();
		await frames.begin('nothing');
		await frames.writeHex(UNMASKED);
		await frames.send();
		await frames.expectStrict('fail');
		await expect(frames.judge('rfc')).toContainText('1002');
		await frames.expectPeer('failed');
		await expect(frames.judge('peer')).toContainText('1002');
		await expect(frames.judge('peer')).toContainText('WS_ERR_EXPECTED_MASK');
		await frames.expectAgreement('agree');
		await expect(frames.records('frame', 'server')).toHaveAccessibleName(/1002/);
	});

	test('as the server, a masked frame gets the browser’s reason on the wire and 1006 in its page', async ({
		frames
	}) => {
		await frames.open();
		await frames.playServer();
		await frames.begin('nothing');
		await frames.writeHex(MASKED);
		await frames.send();
		await frames.expectStrict('fail');
		await frames.expectPeer('failed');
		const peer = frames.judge('peer');
		await expect(peer).toContainText('1002');
		await expect(peer).toContainText(/mask/i);
		await expect(peer).toContainText(frames.lab.verdicts.pageClose('1006', false));
		await expect(frames.records('frame', 'client')).toHaveAccessibleName(/1002/);
		await expect(frames.view('page', 'close 1006')).toBeVisible();
	});

	test('RSV1 says whether a message is compressed: flipped, the same bytes are no text', async ({
		frames
	}) => {
		await frames.open();
		await frames.begin('nothing');
		await frames.setExtensions('permessage-deflate');
		await frames.writeHex(COMPRESSED);
		await frames.send();
		await frames.expectPeer('accepted');
		await expect(frames.records('frame', 'server')).toHaveAccessibleName(/Hello/);
		await frames.expectAgreement('agree');

		await frames.flip(1);
		await frames.expectHex(COMPRESSED.replace('c1', '81'));
		await frames.send();
		await frames.expectPeer('failed');
		await expect(frames.judge('peer')).toContainText('1007');
		await expect(frames.judge('rfc')).toContainText('1007');
		await frames.expectAgreement('agree');
	});

	test('a frame drips in byte by byte, and is watched as it assembles', async ({ frames }) => {
		await frames.open();
		await frames.begin('nothing');
		await frames.writeHex(MASKED);
		await frames.drip(300);
		await frames.send();
		await expect(frames.cancelButton).toBeVisible();
		await expect(frames.parserStep('key')).toHaveAttribute('data-state', 'now');
		await expect(frames.parserStep('payload')).toHaveAttribute('data-state', 'now');
		await expect(frames.records('frame', 'client')).toHaveCount(1);
		await frames.expectPeer('accepted');
		await expect(frames.parserStep('payload')).toHaveAttribute('data-state', 'done');
		await expect(frames.sendButton).toBeVisible();
	});

	test('a ping is woven into 你好, which is cut inside a character', async ({ frames, page }) => {
		const { bar, order, send } = frames.lab.weaver;
		await frames.open('fragments');
		// Its own example away: the student begins with one whole frame.
		await page.getByRole('button', { name: bar.clear }).click();
		const pieces = page.getByRole('list', { name: order.list }).getByRole('listitem');
		await pieces.filter({ hasText: /ping/i }).getByRole('button', { name: /ping/i }).last().click();
		await expect(pieces).toHaveCount(1);

		await page.getByRole('button', { name: bar.add, exact: true }).click();
		await page.keyboard.press('ArrowRight');
		await expect(page.getByText(bar.split('好', 'e5', 'a5 bd'))).toBeVisible();
		await pieces.first().getByRole('button').first().click();
		await page.getByRole('group', { name: order.control }).getByText(order.add.ping).click();
		await expect(pieces).toHaveCount(3);
		await expect(pieces.nth(1)).toContainText(/ping/i);

		await page.getByRole('button', { name: send.send, exact: true }).click();
		await frames.expectStrict('legal');
		await frames.expectPeer('accepted');
		await frames.expectAgreement('agree');
		await page.getByRole('button', { name: send.capture }).click();
		await expect(frames.records('frame', 'client')).toHaveCount(3);
		await expect(frames.records('frame', 'server')).toHaveCount(2);
		await expect(frames.records('frame', 'server').nth(0)).toHaveAccessibleName(/PONG/i);
		await expect(frames.records('frame', 'server').nth(1)).toHaveAccessibleName(/你好/);
	});

	test('a link holds the draft, and opens as it', async ({ frames, page, context, language }) => {
		await frames.open();
		await frames.begin('nothing');
		await frames.writeHex(MASKED);
		await page.getByRole('button', { name: frames.lab.runs.link.copy }).click();
		await expect(page).toHaveURL(/#.{8,}/);

		const other = new FramesPage(await context.newPage(), language);
		await other.page.goto(page.url());
		await other.expectHex(MASKED);
		await other.send();
		await other.expectPeer('accepted');
	});

	test('a frame captured at the workbench is edited and sent on in the frame lab', async ({
		page,
		bench,
		frames
	}) => {
		await bench.open();
		await bench.connect();
		await bench.sendText('hi');
		await bench.records('frame', 'server').click();
		await page.getByRole('button', { name: bench.words.edit, exact: true }).click();
		await frames.expectHex('81 02 68 69');
		await frames.flip(1);
		await frames.send();
		await frames.expectStrict('fail');
		await expect(frames.judge('peer')).toContainText('Invalid reserved bit');
	});

	test('a link that holds no draft says so, and leaves the page usable', async ({
		frames,
		page,
		language
	}) => {
		await page.goto(`/${language}/lab/frames#no.draft`);
		await expect(frames.trouble).toContainText(frames.lab.shell.trouble.link['not-a-run']);
		await frames.begin('hello');
		await frames.send();
		await frames.expectPeer('accepted');
	});

	test('a run is cancelled at once, and the next one can be sent', async ({ frames }) => {
		await frames.open();
		await frames.begin('nothing');
		await frames.writeHex(MASKED);
		await frames.drip(3000);
		await frames.send();
		await expect(frames.parserStep('second')).toHaveAttribute('data-state', 'now');
		await frames.cancelButton.click();
		await expect(frames.sendButton).toBeEnabled();
		await expect(frames.parserStep('second')).toHaveAttribute('data-state', 'now');

		await frames.drip(0);
		await frames.send();
		await frames.expectPeer('accepted');
	});
});

/** However the page goes, the session does not wait for it to come back. */
const LEAVING: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
	'is closed': (page) => page.close(),
	'is loaded anew': (page) => page.reload(),
	'is left for another site': (page) => page.goto('data:text/html,<html data-hydrated>'),
	'is gone to the home page': (page) => page.locator('header a').first().click(),
	'is gone to the workbench': (page) => page.locator('header a[href="/en/lab"]').click()
};

for (const [how, leave] of Object.entries(LEAVING)) {
	test(`the server stops a run whose page ${how}`, async ({ serve, page }) => {
		const server = await serve({ SESSION_GRACE_SECONDS: '600' });
		const frames = new FramesPage(page, 'en');
		const errors: Error[] = [];
		page.on('pageerror', (error) => errors.push(error));
		const runs = async () => {
			const metrics = await (await fetch(`${server.origin}/metrics`)).text();
			return metrics.split('\n').filter((line) => line.startsWith('wire101_runs_total{'));
		};
		await frames.open('', server.origin);
		await frames.begin('nothing');
		await frames.writeHex(MASKED);
		await frames.drip(3000);
		await frames.send();
		await expect(frames.parserStep('second')).toHaveAttribute('data-state', 'now');
		expect(await runs()).toEqual([]);
		await leave(page);
		await expect.poll(runs).toEqual([expect.stringMatching(/client.*cancelled.* 1$/)]);
		expect(errors).toEqual([]);
	});
}
