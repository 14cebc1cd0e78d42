import type { RequestPresetId } from '#lib/handshakes/presets/preset-ids.ts';
import type { ExplanationId } from '#lib/handshakes/verdict/agreement.ts';
import { REQUEST_PRESETS } from '#lib/handshakes/presets/request-presets.ts';
import { startBareWs, type BareWs } from './bare-ws.ts';
import { expect, inBothLanguages, test as base } from './handshake-fixture.ts';
import { HandshakePage } from './handshake-page.ts';

const test = base.extend<{ bareWs: BareWs }>({
	bareWs: async ({ context }, use) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		const bareWs = await startBareWs();
		await use(bareWs);
		await bareWs.stop();
	}
});

const KEY = 'Sec-WebSocket-Key';
const VERSION = 'Sec-WebSocket-Version';

/** The whole answer on the screen, byte for byte. */
async function answerOf(handshake: HandshakePage): Promise<string> {
	const head = await handshake.bytesOf(handshake.records('response'));
	const body = handshake.records('body', 'server');
	const rest = (await body.count()) > 0 ? await handshake.bytesOf(body) : Buffer.alloc(0);
	return Buffer.concat([head, rest]).toString('latin1');
}

inBothLanguages(() => {
	test('without its key the request gets the very 400 that a bare ws gives', async ({
		handshake,
		bareWs
	}) => {
		await handshake.open();
		await handshake.removeLine(KEY);
		await handshake.showForm('text');
		await handshake.expectDraft(/^(?!.*Sec-WebSocket-Key).*\r\n\r\n$/s);
		await expect(handshake.strict).toContainText(handshake.lab.editor.strict.due('400'));
		await handshake.sendUntilAnswered();
		await handshake.expectStrict('refused');
		await handshake.expectPeer('refused');
		await expect(handshake.judge('peer')).toContainText('400 Bad Request');
		await expect(handshake.judge('peer')).toContainText(handshake.lab.verdicts.authors.ws);
		await handshake.expectAgreement('agree');
		await expect(handshake.check('key')).toContainText(handshake.lab.verdicts.checks.objected);

		const told = await bareWs.ask(await handshake.draftBytes());
		expect(told).toContain('Missing or invalid Sec-WebSocket-Key header');
		await expect(handshake.records('body', 'server')).toHaveCount(1);
		expect(await answerOf(handshake)).toBe(told);
	});

	test('version 12 gets a 400 with the versions spoken, and 400 instead of 426 is no fault', async ({
		handshake,
		bareWs
	}) => {
		const { lab } = handshake;
		await handshake.open();
		await handshake.cell(VERSION, 'value').fill('12');
		await handshake.showForm('text');
		await expect(handshake.strict).toContainText(lab.editor.strict.due('426'));
		const draft = await handshake.draftBytes();
		await handshake.sendUntilAnswered();
		await handshake.expectStrict('refused');
		await handshake.expectPeer('refused');
		await handshake.expectAgreement('open');
		await expect(handshake.explanation('version-status-open')).toBeVisible();
		await expect(handshake.explanation('version-8-named')).toBeVisible();
		await expect(handshake.check('version')).toContainText(lab.verdicts.checks.objected);

		await expect(handshake.records('body', 'server')).toHaveCount(1);
		const told = await answerOf(handshake);
		expect(told).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
		expect(told).toContain('\r\nSec-WebSocket-Version: 13, 8\r\n');
		expect(told).toBe(await bareWs.ask(draft));
	});

	test('a good request is answered with the very 101 of a bare ws, and its frames follow', async ({
		handshake,
		bareWs
	}) => {
		await handshake.open();
		await handshake.usePreset('frame-with-request');
		await handshake.showForm('text');
		const draft = await handshake.draftBytes();
		await handshake.sendUntilAnswered();
		await handshake.expectStrict('accepted');
		await handshake.expectPeer('switched');
		await handshake.expectAgreement('agree');
		await expect(handshake.records('frame', 'server')).toHaveAccessibleName(/Hello/);
		const head = await handshake.bytesOf(handshake.records('response'));
		expect(head.toString('latin1')).toBe(await bareWs.ask(draft));
	});

	test('each of our endpoints gives its own answer, and the page says who wrote it', async ({
		handshake
	}) => {
		const { authors } = handshake.lab.verdicts;
		const ANSWERS: readonly (readonly [RequestPresetId, string, keyof typeof authors])[] = [
			['plain-get', '426 Upgrade Required', 'lab'],
			['guarded-without-token', '401 Unauthorized', 'ws'],
			['guarded-foreign-origin', '403 Forbidden', 'ws'],
			['unknown-path', '404 Not Found', 'lab'],
			['post', '405 Method Not Allowed', 'ws'],
			['nul', '400 Bad Request', 'node'],
			['head-64k', '431 Request Header Fields Too Large', 'node'],
			['guarded', '101 Switching Protocols', 'ws']
		];
		await handshake.open();
		for (const [preset, status, author] of ANSWERS) {
			await handshake.usePreset(preset);
			await handshake.sendAnew();
			await expect(handshake.judge('peer')).toContainText(status);
			await expect(handshake.judge('peer')).toContainText(authors[author]);
		}
	});

	test('our 426 to a plain GET carries Upgrade', async ({ handshake }) => {
		await handshake.open();
		await handshake.usePreset('plain-get');
		await handshake.sendUntilAnswered();
		await handshake.records('response').click();
		await expect(handshake.anatomy).toContainText('426');
		const names = handshake.anatomy.locator('[data-kind="header-name"]');
		await expect(names.getByText('Upgrade', { exact: true })).toBeVisible();
		await expect(handshake.explanation('plain-request')).toBeVisible();
		await handshake.expectAgreement('agree');
	});

	test('where the judges part, the page says why', async ({ handshake }) => {
		const PARTING: readonly (readonly [RequestPresetId, ExplanationId])[] = [
			['version-8', 'version-8-taken'],
			['http-1-0', 'http-1-0-taken'],
			['absolute-ws', 'ws-target-taken'],
			['no-host', 'host-missing-taken']
		];
		await handshake.open();
		for (const [preset, explanation] of PARTING) {
			await handshake.usePreset(preset);
			await handshake.sendAnew();
			await handshake.expectPeer('switched');
			await handshake.expectAgreement('disagree');
			const { short } = handshake.lab.verdicts.explanations[explanation];
			await expect(handshake.explanation(explanation)).toContainText(short);
		}
	});

	test('requests on one connection are answered one by one', async ({ handshake, page }) => {
		const { answers } = handshake.lab.request;
		await handshake.open();
		await handshake.usePreset('request-before');
		await handshake.send();
		await expect(handshake.records('response')).toHaveCount(2);
		await handshake.expectPeer('switched');
		await expect(page.getByText(answers.meta(2))).toBeVisible();
		await handshake.button('426 Upgrade Required').click();
		await expect(handshake.anatomy).toContainText('426');
		// What came after it lies behind the cursor; it can be chosen from there.
		await handshake.button('101 Switching Protocols').click();
		await expect(handshake.anatomy).toContainText('Sec-WebSocket-Accept');

		// After 101 there is no HTTP any more: the second request is read as a frame, and a bad one.
		await handshake.showDraft();
		await handshake.usePreset('request-after');
		await handshake.send();
		await expect(handshake.records('response')).toHaveCount(1);
		await expect(handshake.records('frame', 'server')).toHaveAccessibleName(/1002/);
	});

	test('a request that never ends is waited for, explained, and answered with 408', async ({
		handshake,
		page,
		serve
	}) => {
		const server = await serve({ HEADERS_TIMEOUT_SECONDS: '4' });
		const { silence } = handshake.lab.request;
		await handshake.open('request', server.origin);
		await handshake.usePreset('never-ends');
		await expect(handshake.strict).toContainText(handshake.lab.editor.strict.open);
		await handshake.send();
		await expect(page.getByText(silence.unfinished)).toBeVisible();
		await handshake.expectStrict('unfinished');
		await expect(handshake.judge('peer')).toContainText('408 Request Timeout', { timeout: 15_000 });
		await expect(handshake.explanation('head-unfinished')).toBeVisible();
		await expect(page.getByText(silence.unfinished)).toHaveCount(0);
	});

	test('a request that never ends can be hung up, and the next one sent', async ({
		handshake,
		page
	}) => {
		const { silence } = handshake.lab.request;
		await handshake.open();
		await handshake.usePreset('never-ends');
		await handshake.send();
		await expect(page.getByText(silence.unfinished)).toBeVisible();
		await handshake.hangUp();
		await expect(handshake.records('fin', 'client')).toHaveCount(1);
		await handshake.usePreset('minimal');
		await handshake.send();
		await handshake.expectPeer('switched');
	});

	test('a request is written line by line, and cancelled in the middle', async ({
		handshake,
		page
	}) => {
		const { sending } = handshake.lab.shell;
		await handshake.open();
		await handshake.usePreset('minimal');
		await handshake.choose(sending.pace, sending.paces.lines);
		await page.getByLabel(sending.gap).fill('3000');
		await handshake.send();
		await expect(handshake.records('request')).toHaveCount(1);
		await handshake.button(sending.cancel).click();
		await expect(handshake.button(sending.cancel)).toHaveCount(0);
		await expect(handshake.records('response')).toHaveCount(0);
		await page.getByLabel(sending.gap).fill('0');
		await handshake.send();
		await handshake.expectPeer('switched');
	});
});

test('every preset gets an answer when it is sent for real', async ({ page, serve }) => {
	test.slow();
	const server = await serve({ HEADERS_TIMEOUT_SECONDS: '2' });
	const handshake = new HandshakePage(page, 'en');
	await handshake.open('request', server.origin);
	for (const { id } of REQUEST_PRESETS) {
		await test.step(id, async () => {
			await handshake.usePreset(id);
			await handshake.sendAnew();
			await expect(page.locator('[data-agreement]:not([data-agreement="none"])')).toBeVisible();
			await expect(handshake.judge('peer')).toContainText(/[1-5]\d\d [A-Z]/);
			await expect(handshake.trouble).toHaveCount(0);
		});
	}
});
