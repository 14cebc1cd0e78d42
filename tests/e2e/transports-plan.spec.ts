import type { Page } from '@playwright/test';
import type { Language } from '#lib/i18n/text.ts';
import { MOST_ROWS } from '#lib/transports-lab/race/edit-plan.ts';
import { TRANSPORTS } from '#lib/transports/transport.ts';
import { expect, inBothLanguages, test } from './transports-fixture.ts';
import { TransportsPage } from './transports-page.ts';

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

/** Further tabs of the same browser, and what becomes of this one. */
inBothLanguages((language) => {
	test('connections that another tab holds make requests of this one wait, and it says so', async ({
		transports,
		page
	}) => {
		const { chart } = transports.lab.race;
		const stream = transports.nameOf('server-sent-events');
		const polling = transports.nameOf('short-polling');
		const socket = transports.nameOf('websocket');
		await transports.open();
		await transports.chooseLanes('short-polling', 'server-sent-events', 'websocket');
		// All code is here before, as in a tab that has raced.
		await transports.setSource({ rate: 5, seconds: 1 });
		await transports.race();
		await expect(transports.finding('six-others')).toHaveCount(0);
		const other = await openStreams(page, language, 4);

		await transports.setSource({ rate: 5, seconds: 4 });
		await transports.start();
		await expect(transports.row(polling)).toContainText(transports.sentence(chart.queuedOthers), {
			timeout: 15_000
		});
		await transports.expectFinished();
		await expect(transports.finding('six-others')).toHaveCount(1);
		expect(await transports.figureOf(stream, 'events')).toBe(20);
		expect(await transports.figureOf(socket, 'events')).toBe(20);
		await other.stopButton.click();
		await expect(other.numbers).toBeVisible();

		await transports.setSource({ seconds: 1 });
		await transports.race();
		await expect(transports.finding('six-others')).toHaveCount(0);
		expect(await transports.figureOf(polling, 'events')).toBe(5);
	});

	test('a lane behind a long delay waits on its way, not for a connection', async ({
		transports
	}) => {
		const { chart } = transports.lab.race;
		const polling = transports.nameOf('short-polling');
		await transports.open();
		await transports.chooseLanes('short-polling');
		await transports.openSettings(polling);
		await transports.setting('delay').fill('1500');
		await transports.setSource({ rate: 5, seconds: 2 });
		await transports.start();
		await expect(transports.progress).toHaveText(transports.sentence(chart.draining), {
			timeout: 30_000
		});
		await expect(transports.row(polling)).not.toContainText(
			transports.sentence(chart.queuedOthers)
		);
		await transports.expectFinished();
		await expect(transports.finding('six-others')).toHaveCount(0);
	});

	test('the code of lanes needs a connection too: a first race says what it waits for', async ({
		transports,
		page
	}) => {
		const { race } = transports.lab;
		await transports.open();
		await transports.chooseLanes('websocket');
		const other = await openStreams(page, language, 5);

		await transports.start();
		await expect(transports.notice(race.code.title)).toBeVisible();
		await expect(transports.progress).toHaveText(transports.sentence(race.chart.fetching));
		// It can be stopped, and is over by itself where nothing comes.
		await transports.stopButton.click();
		await expect(transports.startButton).toBeVisible();
		await transports.start();
		await expect(transports.notice(race.faults['no-code'])).toBeVisible({ timeout: 20_000 });

		await transports.start();
		await expect(transports.notice(race.code.title)).toBeVisible();
		await other.stopButton.click();
		await expect(transports.progress).toHaveText(transports.sentence(race.chart.running));
		await transports.stopButton.click();
		await expect(transports.numbers).toBeVisible();
	});
});

/** Another tab that races streams: one of its own, and as many more as there are to be. */
async function openStreams(page: Page, language: Language, more: number): Promise<TransportsPage> {
	const other = new TransportsPage(await page.context().newPage(), language);
	await other.open();
	await other.chooseLanes('server-sent-events');
	await other.openSettings(other.nameOf('server-sent-events'));
	await other.setting('tabs').fill(String(more));
	await other.setSource({ rate: 1, seconds: 60 });
	await other.start();
	const { total } = other.lab.race.chart;
	const held = String(more + 1);
	await expect(other.page.getByText(total(held, held), { exact: true })).toBeVisible();
	return other;
}

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
