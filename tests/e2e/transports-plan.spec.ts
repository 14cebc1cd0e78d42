import { MOST_ROWS } from '#lib/transports-lab/race/edit-plan.ts';
import { TRANSPORTS } from '#lib/transports/transport.ts';
import { expect, inBothLanguages, test } from './transports-fixture.ts';

inBothLanguages(() => {
	test('what is out of bounds says so, and the race keeps to what counted before', async ({
		transports
	}) => {
		const { race, shell } = transports.lab;
		await transports.open();
		for (const [field, wrong, words] of [
			['rate', '51', shell.bounds('0', '50', '5')],
			['size', '1.5', shell.wholeBounds('1', '16,384', '64')],
			['size', '16385', shell.wholeBounds('1', '16,384', '2')],
			['seconds', '0', shell.wholeBounds('1', '120', '20')]
		] as const) {
			await transports.source(field).fill(wrong);
			await expect(transports.source(field)).toHaveAttribute('aria-invalid', 'true');
			await expect(transports.source(field)).toHaveAccessibleDescription(words);
			await transports.source(field).fill('2');
			await expect(transports.source(field)).not.toHaveAttribute('aria-invalid');
		}
		await transports.chooseLanes('short-polling');
		await transports.openSettings(transports.nameOf('short-polling'));
		for (const [field, wrong, words] of [
			['interval', '199', shell.wholeBounds('200', '10,000', '1000')],
			['delay', '5001', shell.wholeBounds('0', '5,000', '0')],
			['jitter', '', shell.wholeBounds('0', '5,000', '0')],
			['tabs', '10', shell.wholeBounds('0', '9', '0')]
		] as const) {
			await transports.setting(field).fill(wrong);
			await expect(transports.setting(field)).toHaveAccessibleDescription(words);
		}
		// Another transport has settings of its own; none is left, none can be raced.
		await transports.chooseLanes('long-polling');
		await transports.openSettings(transports.nameOf('long-polling'));
		await transports.setting('hold').fill('61');
		await expect(transports.setting('hold')).toHaveAccessibleDescription(
			shell.wholeBounds('5', '60', '25')
		);
		await transports.remover(transports.nameOf('long-polling')).click();
		await expect(transports.startButton).toBeDisabled();
		await expect(transports.page.getByText(race.lanes.none).first()).toBeVisible();
	});

	test('a race of several lanes of one transport, behind delay and jitter, tells them apart', async ({
		transports
	}) => {
		const { race, shell } = transports.lab;
		await transports.open();
		await transports.chooseLanes('websocket');
		await transports.addLane('websocket');
		const [near, far] = [1, 2].map((number) =>
			shell.laneName(transports.nameOf('websocket'), String(number))
		) as [string, string];
		await transports.openSettings(far);
		await transports.setting('delay').fill('150');
		await transports.setting('jitter').fill('20');
		await transports.setSource({ rate: 10, seconds: 2 });
		await transports.race();
		// Both clocks may be wrong, by far less than this.
		expect(await transports.figureOf(far, 'median')).toBeGreaterThan(140);
		expect(await transports.figureOf(far, 'events')).toBe(20);
		expect(await transports.figureOf(near, 'median')).toBeLessThan(
			await transports.figureOf(far, 'median')
		);

		while (await transports.button(race.lanes.add).isEnabled()) {
			await transports.addLane('short-polling');
		}
		await expect(transports.lanes.locator('button[aria-expanded]')).not.toHaveCount(0);
		await expect(transports.page.getByText(race.lanes.fullRows(String(MOST_ROWS)))).toBeVisible();
	});

	test('the six connections of HTTP/1.1 run out on streams of other tabs, and the page says so', async ({
		transports
	}) => {
		const { chart, lanes } = transports.lab.race;
		const stream = transports.nameOf('server-sent-events');
		const polling = transports.nameOf('short-polling');
		const socket = transports.nameOf('websocket');
		await transports.open();
		await transports.chooseLanes('short-polling', 'server-sent-events', 'websocket');
		await transports.openSettings(stream);
		await transports.setting('tabs').fill('6');
		await expect(transports.page.getByText(lanes.tabsHint)).toBeVisible();
		await transports.setSource({ rate: 5, seconds: 3 });
		await transports.start();
		await expect(transports.page.getByText(chart.queuedNow).first()).toBeVisible({
			timeout: 15_000
		});
		await transports.expectFinished();
		const finding = transports.finding('six-connections');
		const { findings } = transports.lab.summary;
		await expect(finding).toContainText(findings['six-connections']('6'));
		// Those that got none of the six were given nothing; WebSockets are not counted among them.
		expect(await transports.figureOf(socket, 'events')).toBe(15);
		expect(await transports.figureOf(stream, 'events')).toBe(15);
		expect(await transports.figureOf(polling, 'events')).toBeLessThan(15);
		await expect(transports.finding('lost')).toContainText(polling);
	});
});

test('every plan that is worth trying says why, and begins', async ({ transports }) => {
	test.slow();
	const { items } = transports.lab.race.presets;
	await transports.open();
	for (const [id, { why }] of Object.entries(items)) {
		await transports.preset(id as keyof typeof items).click();
		await expect(transports.preset(id as keyof typeof items)).toHaveAttribute(
			'aria-pressed',
			'true'
		);
		await expect(transports.page.getByText(why, { exact: true })).toBeVisible();
		await transports.setSource({ seconds: 1 });
		await transports.start();
		await transports.stopButton.click();
		await expect(transports.startButton.or(transports.againButton)).toBeEnabled({
			timeout: 20_000
		});
	}
});

test('without room for its lanes the server refuses, and the page says so', async ({
	transports,
	serve
}) => {
	const { origin } = await serve({ MAX_LANES: '3' });
	await transports.open('race', origin);
	await transports.startButton.click();
	await expect(transports.notice(transports.lab.race.faults['too-many-lanes'])).toBeVisible();
	await transports.remover(transports.nameOf('long-polling')).click();
	await transports.setSource({ seconds: 1 });
	await transports.race();
	expect(TRANSPORTS).toHaveLength(5);
	expect(await transports.figureOf(transports.nameOf('websocket'), 'events')).toBe(5);
});
