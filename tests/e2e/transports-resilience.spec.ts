import { startRelay, type Relay } from './relay.ts';
import { expect, inBothLanguages, test as base } from './transports-fixture.ts';

const test = base.extend<{ relay: Relay }>({
	relay: async ({ server }, use) => {
		const relay = await startRelay(server.origin);
		await use(relay);
		await relay.stop();
	}
});

inBothLanguages(() => {
	test('a channel that is cut in the middle of a race comes back, and nothing is lost', async ({
		transports,
		relay
	}) => {
		const { channel } = transports.words;
		const { chart } = transports.lab.race;
		await transports.open('race', relay.origin);
		await transports.chooseLanes('short-polling', 'server-sent-events', 'websocket');
		await transports.setSource({ rate: 10, seconds: 6 });
		await transports.start();
		await expect(transports.progress).toHaveText(transports.sentence(chart.running));
		relay.cut();
		await expect(transports.notice(channel.lost)).toBeVisible();
		relay.mend();
		await expect(transports.notice(channel.lost)).toHaveCount(0, { timeout: 30_000 });
		await transports.expectFinished();
		for (const transport of ['short-polling', 'server-sent-events', 'websocket'] as const) {
			expect(await transports.figureOf(transports.nameOf(transport), 'events')).toBe(60);
		}
		await expect(transports.finding('all-delivered')).toHaveCount(1);
	});

	test('a server that dies in the middle of a race ends it, and the page says what is missing', async ({
		transports,
		serve
	}) => {
		const { race } = transports.lab;
		const first = await serve();
		await transports.open('race', first.origin);
		await transports.chooseLanes('long-polling', 'websocket');
		await transports.setSource({ rate: 10, seconds: 60 });
		await transports.start();
		const websocket = transports.nameOf('websocket');
		await expect(transports.row(websocket).locator('.bytes b')).toBeVisible();
		process.kill(first.pid, 'SIGKILL');
		await expect(transports.notice(transports.words.channel.lost)).toBeVisible();
		await expect(transports.row(websocket)).toContainText(race.chart.states.waiting);

		await serve({ PORT: new URL(first.origin).port });
		await expect(transports.notice(transports.words.channel.expired)).toBeVisible({
			timeout: 30_000
		});
		await expect(transports.notice(race.faults['session-lost'])).toBeVisible();
		await expect(transports.progress).toHaveText(race.chart.lost);
		await expect(transports.finding('session-lost')).toHaveCount(1);

		await transports.setSource({ seconds: 1 });
		await transports.race();
		expect(await transports.figureOf(websocket, 'events')).toBe(10);
		await expect(transports.notice(race.faults['session-lost'])).toHaveCount(0);
	});
});

test('without the lab server nothing can be raced, and the page says so until it can', async ({
	transports,
	relay
}) => {
	relay.cut();
	await transports.open('race', relay.origin);
	await expect(transports.notice(transports.words.channel.unreachable)).toBeVisible();
	await expect(transports.startButton).toBeDisabled();
	await expect(transports.page.getByText(transports.lab.race.noServer).first()).toBeVisible();
	// Once the relay is mended the page may be back before a click: asked for while it cannot be.
	await transports.button(transports.words.channel.retry).click();
	await expect(transports.startButton).toBeDisabled();
	relay.mend();
	await expect(transports.startButton).toBeEnabled({ timeout: 30_000 });
});
