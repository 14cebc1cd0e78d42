import { TRANSPORTS } from '#lib/transports/transport.ts';
import { expect, inBothLanguages, test } from './transports-fixture.ts';

inBothLanguages(() => {
	test('three transports are raced, a request is opened, and polling costs more than a WebSocket', async ({
		transports
	}) => {
		const polling = transports.nameOf('short-polling');
		const socket = transports.nameOf('websocket');
		await transports.open();
		await expect(transports.page.getByText(transports.lab.race.chart.emptyTitle)).toBeVisible();
		await transports.chooseLanes('short-polling', 'server-sent-events', 'websocket');
		await transports.setSource({ rate: 5, seconds: 3 });
		await transports.race();

		// The same run as numbers: each event came over each lane, and polling paid for its questions.
		for (const name of [polling, transports.nameOf('server-sent-events'), socket]) {
			expect(await transports.figureOf(name, 'events')).toBe(15);
		}
		expect(await transports.requestsOf(socket)).toBe(1);
		expect(await transports.requestsOf(polling)).toBeGreaterThan(3);
		const overhead = (name: string) => transports.figureOf(name, 'overhead');
		expect(await overhead(socket)).toBeGreaterThan(0);
		expect(await overhead(polling)).toBeGreaterThan(await overhead(socket));
		const delay = (name: string) => transports.figureOf(name, 'median');
		expect(await delay(polling)).toBeGreaterThan(await delay(socket));
		await expect(transports.finding('all-delivered')).toHaveCount(1);
		await expect(transports.finding('polling-dearer')).toContainText(polling);

		// Its requests, byte for byte.
		const requests = await transports.requestsOf(polling);
		await transports.openLane(polling);
		await expect(transports.exchangeRows).toHaveCount(requests);
		await transports.exchangeRows.nth(1).click();
		await transports.records('request').click();
		await expect(transports.anatomy).toContainText('GET');
		await expect(transports.anatomy).toContainText('/lab/events/poll?lane=');
		for (const header of ['Host', 'User-Agent', 'Sec-Fetch-Mode']) {
			await expect(transports.anatomy.getByText(header, { exact: true }).first()).toBeVisible();
		}
		await transports.records('response').click();
		await expect(transports.anatomy).toContainText('Content-Type');
		await transports.records('body').click();
		await expect(transports.block(transports.lab.lane.dissect.json.title)).toContainText('"data"');
		await transports.backToRace();
		await expect(transports.numbers).toBeVisible();
	});

	test('all five deliver every event, and a race can be run again', async ({ transports }) => {
		const { chart } = transports.lab.race;
		await transports.open();
		await transports.preset('five').click();
		await expect(
			transports.page.getByText(transports.lab.race.presets.items.five.why)
		).toBeVisible();
		await transports.setSource({ rate: 20, seconds: 3 });
		await transports.start();
		await expect(transports.progress).toHaveText(transports.sentence(chart.running));
		await expect(transports.source('rate')).toBeDisabled();
		await transports.expectFinished();
		for (const transport of TRANSPORTS) {
			expect(await transports.figureOf(transports.nameOf(transport), 'events')).toBe(60);
		}
		// Held requests are answered one by one: most for long polling, one for streams.
		const requests = (...[transport]: Parameters<typeof transports.nameOf>) =>
			transports.figureOf(transports.nameOf(transport), 'requests');
		expect(await requests('long-polling')).toBeGreaterThan(await requests('short-polling'));
		expect(await requests('server-sent-events')).toBe(1);
		expect(await requests('websocket')).toBe(1);
		await expect(transports.finding('clock')).toHaveCount(1);

		await transports.setSource({ rate: 10, seconds: 1 });
		await transports.againButton.click();
		await expect(transports.numbers).toHaveCount(0);
		await transports.expectFinished();
		expect(await transports.figureOf(transports.nameOf('socket-io'), 'events')).toBe(10);
	});
});
