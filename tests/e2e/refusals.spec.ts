import { expect, inBothLanguages, test } from './fixtures.ts';

inBothLanguages(() => {
	test('a path without a peer answers 404 on the wire and tells the page only 1006', async ({
		bench,
		server
	}) => {
		await bench.open();
		await bench.setUrl(`${server.origin.replace('http', 'ws')}/ws/nothing`);
		await bench.connect();
		await expect(bench.records('response')).toHaveAccessibleName(/404/);
		await bench.expectTold(bench.view('server', 'refused 404'), 'wire', '404');
		await expect(bench.view('page', 'error')).toBeVisible();
		await expect(bench.view('page', 'close 1006')).toBeVisible();
		await expect(bench.view('page', '404')).toHaveCount(0);
		await bench.expectState('client', 'CLOSED');
	});
});

for (const [what, fill] of [
	['a subprotocol named twice', { subprotocols: 'chat, chat', url: '/ws/echo' }],
	['a URL with a fragment', { subprotocols: '', url: '/ws/echo#bits' }]
] as const) {
	test(`${what} is refused by the browser with a SyntaxError`, async ({ bench, server }) => {
		await bench.open();
		await bench.setUrl(server.origin.replace('http', 'ws') + fill.url);
		await bench.setSubprotocols(fill.subprotocols);
		await bench.connectButton.click();
		const title = bench.words.exception.title('SyntaxError', 'new WebSocket()');
		await expect(bench.notice(title)).toContainText(/Failed to construct 'WebSocket'/);
		await expect(bench.view('page', 'SyntaxError')).toBeVisible();
		await expect(bench.records('request')).toHaveCount(0);
	});
}

test('a message over the server’s bound is closed with 1009 and an error code of ws', async ({
	bench,
	serve
}) => {
	const { origin } = await serve({ MAX_MESSAGE_BYTES: '1024' });
	await bench.open(origin);
	await bench.connect();
	await bench.burst(1, 0, 1025);
	await expect(bench.records('frame', 'server')).toHaveAccessibleName(/1009/);
	await expect(bench.view('server', 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH')).toBeVisible();
	await expect(bench.view('page', 'close 1009')).toBeVisible();
});

test('a file over the server’s bound is refused before it is sent', async ({
	page,
	bench,
	serve
}) => {
	const { origin } = await serve({ MAX_MESSAGE_BYTES: '1024' });
	await bench.open(origin);
	await bench.connect();
	await bench.compose('binary');
	const choosing = page.waitForEvent('filechooser');
	await bench.composer.getByRole('button', { name: bench.words.composer.file }).click();
	const buffer = Buffer.alloc(1025);
	await (await choosing).setFiles({ name: 'big.bin', mimeType: 'application/x-bin', buffer });
	await expect(bench.composer.getByLabel(bench.words.composer.hex)).toHaveAttribute(
		'aria-invalid',
		'true'
	);
});
