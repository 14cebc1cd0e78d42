import { expect, inBothLanguages, test } from './fixtures.ts';

inBothLanguages(() => {
	test('bytes written in hex go out as one binary frame and come back', async ({ bench }) => {
		const { composer } = bench.words;
		await bench.open();
		await bench.connect();
		await bench.compose('binary');
		await bench.composer.getByLabel(composer.hex).fill('00 ff 7f');
		await bench.sendButton.click();
		await bench.records('frame', 'client').click();
		await expect(bench.field('opcode')).toContainText('2');
		await expect(bench.records('frame', 'server')).toHaveAccessibleName(/00 ff 7f/);
	});

	test('a fault in the hex is named and nothing can be sent', async ({ bench }) => {
		const { composer } = bench.words;
		await bench.open();
		await bench.compose('binary');
		const hex = bench.composer.getByLabel(composer.hex);
		await hex.fill('48 6g');
		await expect(bench.composer).toContainText(composer.hexNotHex(5));
		await hex.fill('48 6');
		await expect(bench.composer).toContainText(composer.hexHalfByte(4));
		await expect(bench.sendButton).toBeDisabled();
		await hex.fill('48 65');
		await expect(bench.sendButton).toBeEnabled();
	});

	test('a ping from the server is answered by the browser, and the page is not told', async ({
		bench
	}) => {
		await bench.open();
		await bench.connect();
		await bench.compose('server');
		await bench.composer.getByRole('button', { name: bench.words.composer.serverPing }).click();
		await expect(bench.records('frame', 'server')).toHaveAccessibleName(/ping/);
		await expect(bench.records('frame', 'client')).toHaveAccessibleName(/pong/);
		const { untold } = bench.text.views;
		const ping = bench.view('server', 'ping()');
		await bench.expectTold(ping, 'wire', 'ping');
		await bench.expectTold(ping, 'page', untold);
		const pong = bench.view('server', 'pong');
		await bench.expectTold(pong, 'wire', 'pong');
		await bench.expectTold(pong, 'page', untold);
	});

	test('close(1005) is refused in the browser’s own words and nothing is sent', async ({
		bench
	}) => {
		const { exception } = bench.words;
		await bench.open();
		await bench.connect();
		await bench.close('1005', '');
		const notice = bench.notice(exception.title('InvalidAccessError', 'close()'));
		await expect(notice).toContainText(/1005 is neither/);
		await expect(notice).toContainText(exception.nothingSent);
		await expect(bench.view('page', 'InvalidAccessError')).toBeVisible();
		await bench.expectCount(3);
		await bench.expectState('client', 'OPEN');
	});

	test('a host of somebody else is refused with the reason', async ({ bench, server }) => {
		await bench.open();
		await bench.setUrl('ws://example.com/ws/echo');
		await bench.connectButton.click();
		const { host } = new URL(server.origin);
		await expect(bench.notice(bench.words.errors.foreignUrl(host))).toBeVisible();
		await expect(bench.badge('live')).toHaveCount(0);
	});
});

test('a file goes out as one binary message', async ({ page, bench }) => {
	const { composer } = bench.words;
	await bench.open();
	await bench.connect();
	await bench.compose('binary');
	const choosing = page.waitForEvent('filechooser');
	await bench.composer.getByRole('button', { name: composer.file }).click();
	const buffer = Buffer.from(Array.from({ length: 300 }, (_, index) => index & 0xff));
	await (await choosing).setFiles({ name: 'bytes.bin', mimeType: 'application/x-bin', buffer });
	await expect(bench.composer).toContainText('bytes.bin');
	await bench.sendButton.click();
	await bench.records('frame', 'client').click();
	await expect(bench.field('extended-payload-length')).toContainText('300');
	await bench.expectTold(bench.view('page', 'send()'), 'server', 'message');
});

test('JSON goes out as compact text, and a fault in it is named', async ({ bench }) => {
	const { composer } = bench.words;
	await bench.open();
	await bench.connect();
	await bench.compose('json');
	const json = bench.composer.getByLabel(composer.jsonValue);
	await json.fill('{ "a": ');
	await expect(bench.composer).toContainText(composer.jsonError('').slice(0, -1));
	await expect(bench.sendButton).toBeDisabled();
	await json.fill('{ "a": [1, 2] }');
	await bench.sendButton.click();
	await expect(bench.records('frame', 'server')).toHaveAccessibleName(/\{"a":\[1,2\]\}/);
});

test('a burst of 200 messages arrives whole, echoes included', async ({ bench }) => {
	await bench.open();
	await bench.connect();
	await bench.burst(200, 0, 300);
	await bench.expectCount(3 + 200 + 200);
});

test('sending without a connection opens one first', async ({ bench }) => {
	await bench.open();
	await expect(bench.sendButton).toHaveText(bench.words.composer.connectAndSend);
	await bench.sendText('first');
	await expect(bench.records('frame', 'server')).toHaveAccessibleName(/first/);
});

test('the server’s code closes with a code and the page is told it', async ({ bench }) => {
	await bench.open();
	await bench.connect();
	await bench.compose('server');
	await bench.close('4001', 'enough', true);
	await bench.expectState('server', 'CLOSED');
	await bench.expectTold(bench.view('server', 'close(4001)'), 'wire', 'close 4001');
	await expect(bench.view('page', 'close 4001')).toBeVisible();
	await expect(bench.view('server', 'close 4001')).toBeVisible();
});
