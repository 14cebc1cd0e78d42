import { expect, inBothLanguages, test } from './transports-fixture.ts';
import type { TransportsPage } from './transports-page.ts';

/** The packets that move a session of Socket.IO to its WebSocket, in the order in which they are sent. */
const PROBES = [
	['client', '2probe'],
	['server', '3probe'],
	['client', '5']
] as const;

async function expectStreamFields(transports: TransportsPage): Promise<void> {
	const { stream } = transports.lab.lane.dissect;
	await transports.records('body').click();
	const block = transports.block(stream.title);
	for (const meaning of [stream.retry, stream.data, stream.lineId, stream.dispatches]) {
		await expect(block.getByText(meaning, { exact: true }).first()).toBeVisible();
	}
	// One selection: a field of the stream lights its bytes.
	await block.getByRole('button', { name: 'retry', exact: true }).click();
	await expect(transports.anatomy.locator('[data-byte][data-selected]')).toHaveCount(5);
}

/** Each header that the browser and the server have sent has words of its own. */
async function expectPlainHeads(transports: TransportsPage): Promise<void> {
	const { http } = transports.lab.lane;
	const { anatomy, text } = transports;
	for (const [kind, shown] of [
		['request', http.headers.referer.meaning],
		['response', http.headers['keep-alive'].meaning]
	] as const) {
		await transports.records(kind).click();
		await expect(anatomy).toContainText(shown);
		await expect(anatomy).not.toContainText(text.anatomy.head.unknown);
		await expect(anatomy).not.toContainText(http.unknown);
	}
	await anatomy.getByRole('button', { name: '200', exact: true }).click();
	await expect(anatomy.locator('.readout')).toContainText(http.parts.status);
}

inBothLanguages(() => {
	test('the bytes of each transport are taken apart in its own way', async ({ transports }) => {
		const { lane } = transports.lab;
		await transports.open();
		await transports.preset('five').click();
		await transports.setSource({ seconds: 2 });
		await transports.race();

		await transports.openLane(transports.nameOf('server-sent-events'));
		await expect(transports.exchangeRows).toHaveCount(1);
		expect(await transports.exchangeFigure(transports.exchangeRows, 'events')).toBe(10);
		await expectStreamFields(transports);

		// The upgrade of Socket.IO, packet by packet, in masked frames and plain ones.
		const which = transports.page.getByRole('combobox', { name: lane.which, exact: true });
		await which.selectOption({ label: transports.nameOf('socket-io') });
		const steps = transports.page.getByRole('region', { name: lane.upgrade.title });
		// A noop is sent only where a poll is held at that moment.
		for (const step of ['open', 'switch'] as const) {
			await expect(
				steps.getByRole('button').filter({ hasText: lane.upgrade.steps[step] })
			).toBeVisible();
		}
		for (const [direction, packet] of PROBES) {
			await steps
				.getByRole('button')
				.filter({ hasText: new RegExp(`^${packet}`) })
				.click();
			const frame = transports.page.locator('button[data-record="frame"][aria-current="true"]');
			await expect(frame).toHaveAttribute('data-direction', direction);
			await expect(frame).toContainText(packet);
			await expect(transports.field('payload')).toBeVisible();
			const dissected = transports.block(lane.dissect.engine.messageTitle);
			await expect(dissected).toContainText(lane.dissect.names['packet-type']);
		}
		await expect(transports.bit(0)).toBeVisible();
		// Its handshake is explained as one.
		await steps.getByRole('button').filter({ hasText: lane.upgrade.steps.switch }).click();
		await expect(transports.anatomy).toContainText(transports.text.headers.upgrade.meaning);
		const socket = transports.exchangeRows.filter({ hasText: 'transport=websocket' });
		expect(await transports.exchangeFigure(socket, 'status')).toBe(101);
		expect(await transports.exchangeFigure(socket, 'events')).toBe(10);

		await which.selectOption({ label: transports.nameOf('long-polling') });
		await transports.exchangeRows.nth(2).click();
		await transports.records('request').click();
		await expect(transports.anatomy).toContainText('hold=25');
		// It is no handshake: its headers are explained as those of plain HTTP.
		await expectPlainHeads(transports);
		await transports.records('body').click();
		const json = transports.block(lane.dissect.json.title);
		await expect(json.locator('[data-field^="json-"]', { hasText: '"events"' })).toBeVisible();

		await which.selectOption({ label: transports.nameOf('websocket') });
		await expect(transports.exchangeRows).toHaveCount(1);
		await transports.records('frame', 'server').first().click();
		await expect(transports.anatomy).toContainText(/"id": ?\d+,\s*"data"/);
		await transports.expectState('client', 'OPEN');
		await transports.player('end').click();
		await transports.expectState('client', 'CLOSED');
	});

	test('a lane is read while the race is on, which is stopped before its end', async ({
		transports
	}) => {
		const { chart } = transports.lab.race;
		const polling = transports.nameOf('short-polling');
		await transports.open();
		await transports.chooseLanes('short-polling', 'server-sent-events');
		await transports.setSource({ seconds: 60 });
		await transports.openSettings(polling);
		await transports.setting('interval').fill('200');
		await transports.start();
		await transports.openLane(polling);
		const rows = () => transports.exchanges.getAttribute('aria-rowcount');
		const before = Number(await rows());
		await expect
			.poll(async () => Number(await rows()), { timeout: 15_000 })
			.toBeGreaterThan(before + 3);

		// An answer that never ends grows while it is looked at.
		const which = transports.page.getByRole('combobox', { name: transports.lab.lane.which });
		await which.selectOption({ label: transports.nameOf('server-sent-events') });
		await expect(transports.exchangeRows).toHaveAttribute('data-open');
		const events = () => transports.exchangeFigure(transports.exchangeRows, 'events');
		const seen = await events();
		await expect.poll(events, { timeout: 15_000 }).toBeGreaterThan(seen + 3);
		await transports.records('body').click();
		await expect(transports.anatomy).toContainText(transports.lab.lane.dissect.body.pending);

		await transports.backToRace();
		await expect(transports.progress).toHaveText(transports.sentence(chart.running));
		await transports.stopButton.click();
		await expect(transports.numbers).toBeVisible({ timeout: 15_000 });
		await expect(transports.progress).toHaveText(chart.stopped);
		await expect(transports.finding('stopped')).toHaveCount(1);
	});
});

test('a page of a lane without a race says what fills it, and leads there', async ({
	transports
}) => {
	const { empty } = transports.lab.lane;
	await transports.open('lane');
	await expect(transports.page.getByRole('heading', { name: empty.title })).toBeVisible();
	await transports.page.getByRole('link', { name: empty.action }).click();
	await expect(transports.startButton).toBeEnabled();
});

test('questions without news are found by their 304, and have no body', async ({ transports }) => {
	const { list } = transports.lab.lane;
	await transports.open();
	await transports.preset('etag').click();
	await transports.setSource({ rate: 0, seconds: 3 });
	await transports.race();
	const [plain, tagged] = [1, 2].map((number) =>
		transports.lab.shell.laneName(transports.nameOf('short-polling'), String(number))
	) as [string, string];
	expect(await transports.figureOf(tagged, 'down')).toBeLessThan(
		await transports.figureOf(plain, 'down')
	);
	await transports.openLane(tagged);
	await transports.page.getByRole('textbox', { name: list.filter }).fill('304');
	await transports.exchangeRows.last().click();
	await transports.records('request').click();
	await expect(transports.anatomy).toContainText(/if-none-match/i);
	await transports.records('response').click();
	await expect(transports.anatomy).toContainText('304');
	await expect(transports.records('body')).toHaveCount(0);
	await transports.page.getByRole('textbox', { name: list.filter }).fill('418');
	await expect(transports.page.getByText(list.none)).toBeVisible();
});

test('beyond its bound a lane is only counted: totals stay exact, and the page says so', async ({
	transports,
	serve
}) => {
	const { lane } = transports.lab;
	const { origin } = await serve({ MAX_LANE_BYTES: '8192' });
	await transports.open('race', origin);
	await transports.chooseLanes('websocket');
	await transports.setSource({ rate: 5, size: 16_384, seconds: 1 });
	await transports.race();
	const name = transports.nameOf('websocket');
	expect(await transports.figureOf(name, 'down')).toBeGreaterThan(5 * 16_384);
	expect(await transports.figureOf(name, 'events')).toBe(5);
	await transports.openLane(name);
	await expect(transports.notice(lane.cut.title)).toBeVisible();
	await expect(transports.exchangeRows.locator('.events')).toHaveText(lane.list.unknownEvents);
});

test.describe('on a phone', () => {
	test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

	inBothLanguages(() => {
		test('an exchange leads to its conversation, a record of it to its bytes', async ({
			transports
		}) => {
			await transports.open();
			await transports.chooseLanes('short-polling', 'websocket');
			await transports.setSource({ seconds: 2 });
			await transports.race();
			await transports.openLane(transports.nameOf('short-polling'));
			await transports.records('request').tap();
			await expect(transports.paneTab('anatomy')).toHaveAttribute('aria-selected', 'true');
			await expect(transports.anatomy).toContainText('User-Agent');
			await transports.paneTab('states').tap();
			await transports.exchangeRows.nth(1).tap();
			await expect(transports.paneTab('conversation')).toHaveAttribute('aria-selected', 'true');
			await expect(transports.records('request')).toBeVisible();
			await transports.records('response').tap();
			await expect(transports.anatomy).toContainText('Content-Length');
		});
	});
});
