import { expect, test } from './frames-fixture.ts';

const HOSTILE = '<img src=x onerror="window.isHacked=1;alert(1)">';

test.beforeEach(({ page }) => {
	page.on('dialog', (dialog) => {
		throw new Error(`a dialog said ${dialog.message()}`);
	});
});

test.afterEach(async ({ page }) => {
	await expect(page.locator('img')).toHaveCount(0);
	expect(await page.evaluate(() => 'isHacked' in window)).toBe(false);
});

test('markup in a message stays text in every view', async ({ bench }) => {
	await bench.open();
	await bench.connect();
	await bench.sendText(HOSTILE);
	await bench.records('frame', 'server').click();
	await expect(bench.records('frame', 'server')).toContainText('<img src=x');
	await expect(bench.anatomy).toContainText('<img src=x onerror=');
});

test('markup as a subprotocol stays text in the browser’s words about it', async ({ bench }) => {
	await bench.open();
	await bench.setSubprotocols(HOSTILE);
	await bench.connectButton.click();
	await expect(bench.notice('SyntaxError')).toContainText('<img src=x');
});

for (const [side, isServer] of [
	['page', false],
	['server', true]
] as const) {
	test(`markup as the reason of a close by the ${side} stays text`, async ({ bench }) => {
		await bench.open();
		await bench.connect();
		await bench.compose('server');
		await bench.close('4000', HOSTILE, isServer);
		const frame = bench.records('frame', side === 'page' ? 'client' : 'server');
		await frame.click();
		await expect(frame).toContainText('<img src=x');
		await expect(bench.anatomy).toContainText('<img src=x onerror=');
	});
}

test('markup in the query stays text in the request', async ({ bench, server }) => {
	await bench.open();
	await bench.setUrl(`${server.origin.replace('http', 'ws')}/ws/echo?a='<img/src=x>`);
	await bench.connect();
	await bench.records('request').click();
	await expect(bench.anatomy).toContainText('img/src=x');
});

/** One unmasked frame, as a server sends it, of at most 125 bytes. */
function serverFrame(opcode: number, payload: string, code = ''): string {
	const bytes = Buffer.concat([Buffer.from(code, 'hex'), Buffer.from(payload)]);
	return Buffer.concat([Buffer.of(0x80 | opcode, bytes.length), bytes]).toString('hex');
}

test('markup in the bytes of a draft stays text in the editor and in what comes back', async ({
	frames,
	page
}) => {
	const { payload } = frames.lab.editor;
	await frames.open();
	await frames.begin('hello');
	await page.getByLabel(payload.textLabel).fill(HOSTILE);
	await expect(page.getByText('<img src=x').first()).toBeVisible();
	await frames.send();
	await expect(frames.records('frame', 'server')).toContainText('<img src=x');
	await frames.records('frame', 'server').click();
	await expect(frames.anatomy).toContainText('<img src=x onerror=');
});

test('markup as what a raw server says stays text in the judges and the views', async ({
	frames
}) => {
	await frames.open();
	await frames.playServer();
	await frames.begin('nothing');
	await frames.writeHex(serverFrame(1, HOSTILE) + serverFrame(8, HOSTILE, '0fa0'));
	await frames.send();
	await frames.expectStrict('close');
	await expect(frames.judge('peer')).toContainText('4000');
	for (const record of [0, 1]) {
		await frames.records('frame', 'server').nth(record).click();
		await expect(frames.anatomy).toContainText('<img src=x onerror=');
	}
});

test('markup as an extension stays text in the head of the raw client', async ({ frames }) => {
	await frames.open();
	await frames.begin('hello');
	await frames.setExtensions('a="<img src=x>"');
	await frames.send();
	await frames.records('request').click();
	await expect(frames.anatomy).toContainText('<img src=x>');
});

test('markup in a woven message stays text on the bar and in its pieces', async ({
	frames,
	page
}) => {
	const { message, send } = frames.lab.weaver;
	await frames.open('fragments');
	await page.getByRole('textbox', { name: message.textLabel }).fill(HOSTILE);
	await page.getByRole('button', { name: send.send, exact: true }).click();
	await expect(frames.judge('peer')).toBeVisible();
});

test('markup in compressed messages stays text among the tokens', async ({ frames, page }) => {
	const { compression } = frames.lab;
	await frames.open('compression');
	await page.getByRole('textbox', { name: compression.messages.nth(2) }).fill(HOSTILE.repeat(3));
	await page.getByRole('button', { name: compression.send, exact: true }).click();
	await expect(
		page.getByRole('region', { name: compression.stream.title, exact: true })
	).toContainText('<img');
});

test('markup as the naive reader’s target and host stays text', async ({ frames, page }) => {
	const { trial } = frames.lab.masking;
	await frames.open('masking');
	await page
		.getByRole('textbox', { name: trial.request })
		.fill(`GET /${HOSTILE.replaceAll(' ', '/')} HTTP/1.1\nHost: <img/src=x>\n\n`);
	await page.getByRole('button', { name: trial.send, exact: true }).click();
	await expect(page.getByText(trial.seesFake('<img/src=x>')).first()).toBeVisible();
});
