import { startBareWs, type BareWs } from './bare-ws.ts';
import { expect, inBothLanguages, test as base } from './handshake-fixture.ts';

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

		const draft = await handshake.draftBytes();
		const head = await handshake.bytesOf(handshake.records('response'));
		const body = await handshake.bytesOf(handshake.records('body', 'server'));
		const told = await bareWs.ask(draft);
		expect(told).toContain('Missing or invalid Sec-WebSocket-Key header');
		expect(Buffer.concat([head, body]).toString('latin1')).toBe(told);
	});
});
