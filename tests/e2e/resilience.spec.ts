import { expect, inBothLanguages, test as base } from './fixtures.ts';
import { startRelay, type Relay } from './relay.ts';

const test = base.extend<{ relay: Relay }>({
	relay: async ({ server }, use) => {
		const relay = await startRelay(server.origin);
		await use(relay);
		await relay.stop();
	}
});

inBothLanguages(() => {
	test('a server that dies is noticed, what was recorded stays, and the page comes back', async ({
		bench,
		serve
	}) => {
		const { channel, connection } = bench.words;
		const first = await serve();
		await bench.open(first.origin);
		await bench.connect();
		await bench.sendText('before');
		await bench.expectCount(5);
		process.kill(first.pid, 'SIGKILL');
		await expect(bench.notice(channel.lost)).toBeVisible();
		await bench.records('frame', 'client').click();
		await expect(bench.field('opcode')).toBeVisible();
		await expect(bench.connectButton).toBeDisabled();

		await serve({ PORT: new URL(first.origin).port });
		await expect(bench.notice(channel.expired)).toBeVisible({ timeout: 30_000 });
		await bench.connectButton.click();
		await bench.expectCount(3);
		const which = bench.page.getByLabel(connection.which);
		await which.selectOption(connection.nth(1));
		await expect(bench.records('frame', 'client')).toHaveAccessibleName(/before/);
	});

	test('a cut channel is noticed and loses nothing of what crossed meanwhile', async ({
		bench,
		relay
	}) => {
		const { channel } = bench.words;
		await bench.open(relay.origin);
		await bench.connect();
		relay.cut();
		await expect(bench.notice(channel.lost)).toBeVisible();
		await bench.burst(50);
		relay.mend();
		await bench.expectCount(3 + 50 + 50);
		await expect(bench.notice(channel.lost)).toHaveCount(0);
	});

	test('without the lab server the home page shows a recording and says so', async ({
		page,
		bench: { text },
		language,
		relay
	}) => {
		relay.cut();
		await page.goto(`${relay.origin}/${language}`);
		const demo = page.getByRole('region', { name: text.liveDemo.recordedTitle });
		await expect(demo).toContainText(text.liveDemo.failed);
		await expect(demo.getByText(text.shell.source.recorded, { exact: true })).toBeVisible();
	});
});

test('without the lab server the workbench offers the sample, and connects when it can', async ({
	bench,
	relay
}) => {
	const { channel } = bench.words;
	relay.cut();
	await bench.open(relay.origin);
	const notice = bench.notice(channel.unreachable);
	await notice.getByRole('button', { name: channel.sample }).click();
	await expect(bench.badge('recorded')).toBeVisible();
	await expect(notice.getByRole('button', { name: channel.retry })).toBeEnabled();
	relay.mend();
	// By itself, at the next of its attempts: they lie up to 15 s apart.
	await expect(notice).toHaveCount(0, { timeout: 30_000 });
	await bench.connect();
	await expect(bench.badge('live')).toBeVisible();
});

test('a server that is told to end closes with 1001 and exits with 0', async ({ page, serve }) => {
	const server = await serve();
	await page.goto(`${server.origin}/en`);
	const closed = page.evaluate(
		() =>
			new Promise((resolve) => {
				const socket = new WebSocket(location.origin.replace('http', 'ws') + '/ws/echo');
				socket.onopen = () => (document.title = 'open');
				socket.onclose = ({ code }) => resolve(code);
			})
	);
	await expect(page).toHaveTitle('open');
	expect(await server.stop()).toBe(0);
	expect(await closed).toBe(1001);
});

test('a page closed mid-stream leaves nothing behind', async ({ bench, serve }) => {
	const { origin } = await serve({ SESSION_GRACE_SECONDS: '1' });
	await bench.open(origin);
	await bench.connect();
	await bench.burst(5000, 500);
	await expect(bench.records('frame').first()).toBeVisible();
	const figures = async () => {
		const text = await (await fetch(`${origin}/metrics`)).text();
		return text.match(/^wire101_(sessions|connections|observed_connections) \d+$/gm)?.sort();
	};
	expect(await figures()).toContain('wire101_sessions 1');
	await bench.page.close();
	await expect
		.poll(figures)
		.toEqual(['wire101_connections 0', 'wire101_observed_connections 0', 'wire101_sessions 0']);
});
