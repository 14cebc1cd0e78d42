import { RESPONSE_PRESETS } from '#lib/handshakes/presets/response-presets.ts';
import { actingHeaders } from '#lib/handshakes/draft/safe-response.ts';
import { expect, inBothLanguages, test } from './handshake-fixture.ts';
import type { HandshakePage } from './handshake-page.ts';

const ACCEPT = 'Sec-WebSocket-Accept';
/** Failures in a row after which the lab makes a good handshake first. */
const FAILURES_BEFORE_GOOD = 6;
const WRONG = 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=';

/** Writes over the place of the Accept due. */
async function writeAccept(handshake: HandshakePage, value: string): Promise<void> {
	await handshake.cell(ACCEPT, 'value').click();
	await handshake.line(ACCEPT).locator('input[data-part="value"]').fill(value);
}

inBothLanguages(() => {
	test('a 101 with a wrong Accept: 1006 for the page, 101 on the wire, and a server that is open', async ({
		handshake,
		page
	}) => {
		const { accounts } = handshake.lab.response;
		await handshake.open('response');
		await writeAccept(handshake, WRONG);
		await handshake.sendUntilAnswered();
		await handshake.expectStrict('failed');
		await handshake.expectPeer('failed');
		await expect(handshake.judge('peer')).toContainText(
			handshake.lab.verdicts.page.close('1006', false)
		);
		await handshake.expectAgreement('agree');
		await expect(handshake.check('accept')).toContainText(handshake.lab.verdicts.checks.unsaid);
		await expect(handshake.explanation('failure-hidden')).toBeVisible();
		await expect(page.getByText(accounts.console, { exact: true })).toBeVisible();

		await handshake.expectTold(handshake.view('wire', '101'), 'page', 'error');
		await expect(handshake.view('page', 'close 1006')).toBeVisible();
		await expect(handshake.view('page', /^open/)).toHaveCount(0);
		await handshake.records('response').click();
		await expect(handshake.anatomy).toContainText(WRONG);
		await handshake.expectState('server', 'OPEN');
		await handshake.expectState('client', 'CLOSED');
	});

	test('the Accept due is put in for the browser’s own key, and the WebSocket opens', async ({
		handshake
	}) => {
		const { lab, text } = handshake;
		await handshake.open('response');
		await writeAccept(handshake, WRONG);
		await handshake.button(lab.editor.accept.put).click();
		await expect(handshake.strict).toContainText(lab.editor.strict.opens);
		await handshake.sendUntilAnswered();
		await handshake.expectStrict('accepted');
		await handshake.expectPeer('opened');
		await handshake.expectAgreement('agree');
		await handshake.records('response').click();
		await expect(handshake.anatomy).toContainText(text.anatomy.accept.equal);
		await handshake.expectState('client', 'OPEN');
		await handshake.player('live').click();
		await handshake.hangUp();
		await expect(handshake.view('page', 'close 1006')).toBeVisible();
	});

	test('every kind of refusal looks alike to the page', async ({ handshake }) => {
		await handshake.open('response');
		for (const [preset, line, explanation] of [
			['status-200', '200', 'failure-hidden'],
			['status-302', '302', 'redirect-not-followed'],
			['status-403', '403', 'failure-hidden'],
			['status-503', '503', 'failure-hidden']
		] as const) {
			await handshake.showDraft();
			await handshake.usePreset(preset);
			await handshake.sendUntilAnswered();
			await handshake.expectPeer('failed');
			await expect(handshake.view('wire', line)).toBeVisible();
			await expect(handshake.view('page', 'close 1006')).toBeVisible();
			await expect(handshake.explanation(explanation)).toBeVisible();
		}
		// Nothing was fetched from where the 302 pointed: one request on this connection, and no other.
		await expect(handshake.records('request')).toHaveCount(1);
	});

	test('a subprotocol and an extension that nobody offered', async ({ handshake, page }) => {
		const { offered } = handshake.lab.response;
		await handshake.open('response');
		await handshake.usePreset('subprotocol-not-offered');
		await expect(page.getByLabel(offered.label)).toHaveValue('chat');
		await handshake.sendUntilAnswered();
		await handshake.expectStrict('failed');
		await handshake.expectPeer('failed');
		await handshake.expectAgreement('agree');
		await handshake.showDraft();
		await handshake.usePreset('extension-not-offered');
		await handshake.sendUntilAnswered();
		await handshake.expectStrict('failed');
		await handshake.expectPeer('failed');
		// Asked for, chosen, and told to the page.
		await handshake.showDraft();
		await handshake.usePreset('due-subprotocol');
		await handshake.sendUntilAnswered();
		await handshake.expectPeer('opened');
		await expect(handshake.judge('peer')).toContainText('superchat');
	});

	test('frames in the write of the 101 reach the page behind open', async ({ handshake }) => {
		await handshake.open('response');
		await handshake.usePreset('due-frame');
		await handshake.sendUntilAnswered();
		await handshake.expectPeer('opened');
		await expect(handshake.records('frame', 'server')).toHaveAccessibleName(/Hello/);
		await expect(handshake.view('page', 'message')).toBeVisible();
	});

	test('a cookie needs a second click, and is set only then', async ({
		handshake,
		page,
		context
	}) => {
		const { confirm } = handshake.lab.response;
		const cookies = async () => (await context.cookies()).map(({ name }) => name);
		const dialog = page.getByRole('dialog', { name: confirm.title });
		await handshake.open('response');
		await handshake.usePreset('due-cookie');
		await handshake.send();
		await expect(dialog).toContainText('set-cookie');
		await expect(dialog).toContainText(confirm.effects.cookie);
		await dialog.getByRole('button', { name: confirm.back, exact: true }).click();
		await expect(dialog).toBeHidden();
		await expect(handshake.records('request')).toHaveCount(0);
		expect(await cookies()).not.toContain('wire101-lab');

		await handshake.send();
		await page.keyboard.press('Escape');
		await expect(dialog).toBeHidden();
		expect(await cookies()).not.toContain('wire101-lab');

		await handshake.send();
		await dialog.getByRole('button', { name: confirm.send, exact: true }).click();
		await handshake.expectPeer('opened');
		await expect.poll(cookies).toContain('wire101-lab');
	});

	test('a challenge for a password needs a second click too', async ({ handshake, page }) => {
		const { confirm } = handshake.lab.response;
		await handshake.open('response');
		await handshake.usePreset('status-401');
		await handshake.send();
		const dialog = page.getByRole('dialog', { name: confirm.title });
		await expect(dialog).toContainText('www-authenticate');
		await expect(dialog).toContainText(confirm.effects.challenge);
		await dialog.getByRole('button', { name: confirm.send, exact: true }).click();
		await handshake.expectPeer('failed');
		await expect(handshake.explanation('challenge-not-answered')).toBeVisible();
	});

	test('a browser that is never answered waits, the page says so, and hanging up ends it', async ({
		handshake,
		page
	}) => {
		const { silent } = handshake.lab.response;
		await handshake.open('response');
		await handshake.usePreset('answer-silence');
		await handshake.send();
		await expect(page.getByText(silent.detail)).toBeVisible();
		await handshake.expectPeer('unanswered');
		await expect(handshake.records('request')).toHaveCount(1);
		await handshake.hangUp();
		await handshake.expectPeer('failed');
		await expect(page.getByText(silent.detail)).toHaveCount(0);
		await expect(handshake.view('page', 'close 1006')).toBeVisible();
	});

	test('what no browser would offer is thrown by its constructor, in its own words', async ({
		handshake,
		page
	}) => {
		const { response, shell } = handshake.lab;
		await handshake.open('response');
		await page.getByLabel(response.offered.label).fill('two words');
		await handshake.send();
		await expect(handshake.trouble).toContainText(shell.trouble.exception('SyntaxError'));
		await handshake.button(shell.trouble.dismiss).click();
		await expect(handshake.trouble).toHaveCount(0);
	});

	test('after some failures the lab makes a good handshake by itself, and says so', async ({
		handshake,
		page
	}) => {
		const { delay } = handshake.lab.response;
		await handshake.open('response');
		await handshake.usePreset('accept-missing');
		for (let failure = 1; failure <= FAILURES_BEFORE_GOOD + 1; failure++) {
			await handshake.sendAnew();
			await handshake.expectPeer('failed');
			const count = page.locator('dt', { hasText: delay.failures }).locator('+ dd');
			// The good one has cleared those before it.
			await expect(count).toHaveText(String(failure > FAILURES_BEFORE_GOOD ? 1 : failure));
		}
		await expect(page.getByText(delay.good(1))).toBeVisible();
	});

	test('where nobody may play the server, the page says so', async ({ handshake, page, serve }) => {
		const server = await serve({ RAW_SERVER: 'off' });
		await handshake.open('response', server.origin);
		await expect(page.getByText(handshake.lab.response.off)).toBeVisible();
		await expect(handshake.sendButton).toBeDisabled();
		await handshake.open('request', server.origin);
		await handshake.send();
		await handshake.expectPeer('switched');
	});
});

const CONTEXT = {
	host: '127.0.0.1',
	origin: 'http://127.0.0.1',
	userAgent: '',
	language: 'en',
	newKey: () => 'dGhlIHNhbXBsZSBub25jZQ=='
};

/** The lab keeps Chromium from waiting: it makes a good handshake after some failures. */
test('every preset is answered with, and the page is told what came of it', async ({
	handshake,
	page
}) => {
	test.slow();
	const { confirm } = handshake.lab.response;
	await handshake.open('response');
	for (const { id, build } of RESPONSE_PRESETS) {
		await test.step(id, async () => {
			await handshake.showDraft();
			await handshake.usePreset(id);
			const isActing = actingHeaders(build(CONTEXT).bytes).length > 0;
			await handshake.sendAnew(async () => {
				await handshake.send();
				if (isActing) await handshake.button(confirm.send).click();
			});
			await expect(page.locator('[data-agreement]:not([data-agreement="none"])')).toBeVisible();
			await expect(handshake.trouble).toHaveCount(0);
		});
	}
});
