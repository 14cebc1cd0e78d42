import { expect, inBothLanguages, test } from './handshake-fixture.ts';
import type { HandshakePage } from './handshake-page.ts';

const ACCEPT = 'Sec-WebSocket-Accept';
const WRONG = 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=';

/** Writes over the place of the Accept due. */
async function writeAccept(handshake: HandshakePage, value: string): Promise<void> {
	await handshake.cell(ACCEPT, 'value').click();
	await handshake.line(ACCEPT).locator('input[data-part="value"]').fill(value);
}

inBothLanguages(() => {
	test('a 101 with a wrong Accept: error and 1006 to the page, 101 on the wire, the server thinks it is open', async ({
		handshake,
		page
	}) => {
		const { response } = handshake.lab;
		await handshake.open('response');
		await writeAccept(handshake, WRONG);
		await handshake.sendUntilAnswered();
		await handshake.expectPeer('failed');
		await expect(handshake.judge('peer')).toContainText('1006');
		await handshake.expectStrict('failed');
		await handshake.expectAgreement('agree');
		await expect(handshake.explanation('failure-hidden')).toBeVisible();

		await expect(handshake.view('page', 'error')).toBeVisible();
		await expect(handshake.view('page', 'close 1006')).toBeVisible();
		const wire = handshake.view('wire', '101');
		await expect(wire).toBeVisible();
		await expect(page.getByText(response.accounts.consoleUnread)).toBeVisible();
		await handshake.records('response').click();
		await expect(handshake.anatomy).toContainText(WRONG);
		await expect(handshake.anatomy).toContainText(handshake.text.anatomy.accept.title);
	});
});
