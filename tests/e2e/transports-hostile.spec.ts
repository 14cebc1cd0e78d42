import { connect } from 'node:net';
import { once } from 'node:events';
import { TRANSPORT_PATHS } from '#lib/transports/wire/addresses.ts';
import { expect, test } from './transports-fixture.ts';

const HOSTILE = '<img src=x onerror="window.isHacked=1;alert(1)">';

/** Chromium hands out any User-Agent. */
test.use({ userAgent: `Mozilla/5.0 ${HOSTILE}` });

test.beforeEach(({ page }) => {
	page.on('dialog', (dialog) => {
		throw new Error(`a dialog said ${dialog.message()}`);
	});
});

test.afterEach(async ({ page }) => {
	await expect(page.locator('img')).toHaveCount(0);
	expect(await page.evaluate(() => 'isHacked' in window)).toBe(false);
});

/** Sends bytes as they are, and waits for the answer. */
async function sendRaw(origin: string, request: string): Promise<string> {
	const { port, hostname } = new URL(origin);
	const socket = connect(Number(port), hostname);
	socket.end(request);
	const answer: Buffer[] = [];
	socket.on('data', (chunk) => answer.push(chunk));
	await once(socket, 'close');
	return Buffer.concat(answer).toString('latin1');
}

test('markup in heads and targets of a lane stays text, in its list and on the bench', async ({
	transports,
	page,
	server
}) => {
	await transports.open();
	await transports.chooseLanes('short-polling');
	await transports.setSource({ seconds: 30 });
	const asking = page.waitForRequest((request) =>
		request.url().includes(TRANSPORT_PATHS['short-polling'])
	);
	await transports.start();
	const lane = new URL((await asking).url()).searchParams.get('lane') ?? '';
	// Somebody who learned the key asks as well: it is recorded, and refused.
	const answer = await sendRaw(
		server.origin,
		`GET ${TRANSPORT_PATHS['short-polling']}?lane=${lane}&after=<img/src=x/onerror=alert(1)> HTTP/1.1\r\n` +
			`Host: ${new URL(server.origin).host}\r\nX-Own: ${HOSTILE}\r\nConnection: close\r\n\r\n`
	);
	expect(answer).toMatch(/^HTTP\/1\.1 400 /);
	await transports.openLane(transports.nameOf('short-polling'));
	const row = transports.exchangeRows.filter({ hasText: 'after=<img/src=x' });
	await expect(row).toBeVisible();
	await expect(row.locator('.status')).toHaveText('400');
	await row.click();
	await transports.records('request').click();
	await expect(transports.anatomy).toContainText('after=<img/src=x/onerror=alert(1)>');
	await expect(transports.anatomy).toContainText(HOSTILE);
	await transports.backToRace();
	await transports.stopButton.click();
	await expect(transports.numbers).toBeVisible({ timeout: 15_000 });
	// The run's file names the browser, and the picture is drawn from the run.
	const { bytes } = await transports.save('json');
	expect(JSON.parse(bytes.toString()).browser).toContain(HOSTILE);
	const svg = await transports.save('svg');
	expect(svg.bytes.toString()).not.toContain('<img');
});

test('markup as the browser that asks to be logged in stays text on the phone', async ({
	transports,
	page
}) => {
	const { login, phone } = transports.lab;
	await transports.open('login');
	await transports.button(login.start).click();
	await transports.button(login.phone.scan).click();
	await expect(page.getByRole('heading', { name: phone.asking.title })).toBeVisible();
	await expect(page.locator('dl', { hasText: phone.asking.browser }).first()).toBeVisible();
});

test('markup in a saved report stays text', async ({ transports, page }) => {
	const { summary } = transports.lab;
	await transports.open('report');
	const choosing = page.waitForEvent('filechooser');
	await transports.button(summary.table.open).click();
	const content = JSON.stringify({
		version: 1,
		runs: [{ id: HOSTILE, result: { browser: HOSTILE } }]
	});
	await (
		await choosing
	).setFiles({
		name: `${HOSTILE.replaceAll('/', '')}.json`,
		mimeType: 'application/json',
		buffer: Buffer.from(content)
	});
	await expect(page.getByRole('alert')).toHaveText(summary.faults['not-a-run']);
});
