import { expect, test as base } from './handshake-fixture.ts';
import { WaysPage } from './ways-page.ts';

const HOSTILE = '<img src=x onerror="window.isHacked=1;alert(1)">';

const test = base.extend<{ ways: WaysPage }>({
	ways: async ({ page, language }, use) => use(new WaysPage(page, language))
});

test.beforeEach(({ page }) => {
	page.on('dialog', (dialog) => {
		throw new Error(`a dialog said ${dialog.message()}`);
	});
});

test.afterEach(async ({ page }) => {
	await expect(page.locator('img')).toHaveCount(0);
	expect(await page.evaluate(() => 'isHacked' in window)).toBe(false);
});

test('markup in every part of a request stays text, and so does the answer to it', async ({
	handshake
}) => {
	await handshake.open();
	await handshake.showForm('both');
	const lines = [
		`GET /ws/echo?a=${HOSTILE.replaceAll(' ', '/')} HTTP/1.1`,
		`Host: ${HOSTILE}`,
		`${HOSTILE}: ${HOSTILE}`,
		'Upgrade: websocket',
		'Connection: Upgrade',
		`Sec-WebSocket-Key: ${HOSTILE}`,
		'Sec-WebSocket-Version: 13',
		`Sec-WebSocket-Protocol: ${HOSTILE}`,
		`Sec-WebSocket-Extensions: a="${HOSTILE}"`,
		`Cookie: ${HOSTILE}`
	];
	await handshake.written.fill([...lines, '', HOSTILE].join('\n'));
	await handshake.written.blur();
	for (const name of ['Host', 'Sec-WebSocket-Key', 'Sec-WebSocket-Extensions', 'Cookie']) {
		await handshake.openLine(name);
		await expect(handshake.line(name)).toBeVisible();
	}
	await handshake.sendAnew();
	await handshake.expectPeer('refused');
	await handshake.records('request').first().click();
	await expect(handshake.anatomy).toContainText('<img src=x onerror=');
});

test('markup that the server takes stays text in what it answers', async ({ handshake }) => {
	await handshake.open();
	await handshake.usePreset('minimal');
	await handshake.startCell('target').fill('/ws/<img/src=x>');
	await handshake.sendAnew();
	await handshake.expectPeer('refused');
	await expect(handshake.judge('peer')).toContainText('404');
	await handshake.records('request').click();
	await expect(handshake.anatomy).toContainText('/ws/<img/src=x>');
});

test('markup as a whole response stays text in the accounts, the judges and the record', async ({
	handshake,
	page
}) => {
	await handshake.open('response');
	await handshake.showForm('both');
	const lines = [
		`HTTP/1.1 101 ${HOSTILE}`,
		'Upgrade: websocket',
		'Connection: Upgrade',
		'Sec-WebSocket-Accept: {accept}',
		`Sec-WebSocket-Protocol: ${HOSTILE}`,
		`X-Own: ${HOSTILE}`
	];
	await handshake.written.fill([...lines, '', HOSTILE].join('\n'));
	await handshake.sendUntilAnswered();
	await handshake.expectPeer('failed');
	await expect(page.locator('#pane-results')).toContainText('<img src=x');
	await handshake.records('response').click();
	await expect(handshake.anatomy).toContainText('<img src=x onerror=');
});

test('markup that is no HTTP at all stays text', async ({ handshake, page }) => {
	await handshake.open('response');
	await handshake.showForm('text');
	await handshake.written.fill(`${HOSTILE}\n\n`);
	await handshake.sendAnew();
	await handshake.expectPeer('failed');
	await expect(page.locator('#pane-results')).toContainText('<img src=x');
});

test('a page in place of an answer is quoted, not drawn', async ({ handshake }) => {
	const body = `<html><body>${HOSTILE}</body></html>`;
	await handshake.open('response');
	await handshake.showForm('text');
	await handshake.written.fill(
		`HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: ${body.length}\n\n${body}`
	);
	await handshake.sendUntilAnswered();
	await handshake.expectPeer('failed');
	await handshake.records('body', 'server').click();
	await expect(handshake.anatomy).toBeVisible();
});

test('markup as a subprotocol stays text in the browser’s words about it', async ({
	handshake,
	page
}) => {
	await handshake.open('response');
	await page.getByLabel(handshake.lab.response.offered.label).fill(HOSTILE);
	await handshake.send();
	await expect(handshake.trouble).toContainText('<img src=x');
});

test('markup as a key stays text down to the last bit', async ({ handshake, page }) => {
	const { source } = handshake.lab.accept;
	await handshake.open('accept');
	await page.getByRole('radio', { name: source.typed }).check({ force: true });
	await page.getByLabel(source.key, { exact: true }).fill(HOSTILE);
	await page.getByLabel(source.claimed).fill(HOSTILE);
	await expect(page.locator('#step-compare')).toContainText('<img src=x');
});

test('markup goes through a proxy as text', async ({ ways, page }) => {
	await ways.open();
	await ways.usePreset('minimal');
	await ways.cell('Sec-WebSocket-Version', 'value').fill(HOSTILE);
	await page
		.getByRole('navigation', { name: ways.lab.shell.nav })
		.getByRole('link', { name: ways.lab.shell.tools.proxies })
		.click();
	await ways.choose(ways.proxies.whose, ways.proxies.own);
	await ways.sendThrough('passes-upgrade');
	await expect(ways.verdict).toContainText('400');
	await ways.arrows('far', 'request').click();
	await expect(page.getByText('<img src=x').first()).toBeVisible();
});

test('markup goes through TLS as text', async ({ ways, page }) => {
	await ways.open('tls');
	await ways.connectThroughTls(HOSTILE);
	await expect(ways.tlsRows.filter({ hasText: '<img src=x' }).first()).toBeVisible();
	const found = await ways.searchTls(HOSTILE);
	await expect(found.inside).toHaveText(ways.tls.search.times(1));
	await expect(page.locator('img')).toHaveCount(0);
});

test('bytes that no text holds are shown as escapes, and sent as they are', async ({
	handshake
}) => {
	await handshake.open();
	await handshake.usePreset('minimal');
	await handshake.showForm('both');
	await handshake.cell('Host', 'value').fill('\\x00\\xff\\x1b[31m‮');
	await expect(handshake.written).toHaveValue(/Host: \\x00\\xff\\x1b\[31m/);
	const draft = await handshake.draftBytes();
	expect(draft.includes(Buffer.from([0x00, 0xff, 0x1b]))).toBe(true);
	await handshake.sendAnew();
	await handshake.expectPeer('refused');
	await expect(handshake.judge('peer')).toContainText(handshake.lab.verdicts.authors.node);
});
