/**
 * The workbench in a real Chromium: a burst live on all panes, and a long recording opened and
 * scrolled. Needs the production build.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { Conversations } from '../../src/lib/capture/conversations.ts';
import { Recording } from '../../src/lib/capture/recording.ts';
import { en } from '../../src/lib/i18n/en/index.ts';
import { figureOf, type Bench, type Figure } from './bench.ts';
import { chooseFromMenu, onWorkbench, recordsOnScreen } from './bench-browser.ts';
import { quantile, type FrameFigures } from './frame-watch.ts';
import { makeLongRecording } from './long-recording.ts';
import { LONG_TASK, longestOf, once } from './page-runs.ts';
import { traceTasks } from './task-trace.ts';

const RATE = 1_000;
const SECONDS = 10;
const SENT = RATE * SECONDS;
/** Accepted, request and response come before the first frame. */
const BEFORE_FRAMES = 3;
const FRAMES = 100_000;
const FIRST_VIEW = 1_000;
const SCROLLED_FRAME = 33;

interface LiveRun extends FrameFigures {
	/** Messages missing anywhere: on the wire, on the screen, in what the page and the server told. */
	readonly lost: number;
	/** Of the longest task, ms. */
	readonly processorTime: number;
}

/** Three bursts, each in a page of its own. */
const liveRuns = once(async () => {
	const runs: LiveRun[] = [];
	while (runs.length < 3) runs.push(await onWorkbench(burst));
	return runs;
});

async function burst(page: Page): Promise<LiveRun> {
	const { composer, connection } = en.workbench;
	await page.getByRole('button', { name: connection.connect, exact: true }).click();
	await page.locator('button[data-record=response]').waitFor();
	await page.getByRole('radio', { name: composer.burst, exact: true }).check();
	await page.getByLabel(composer.burstCount).fill(String(SENT));
	await page.getByLabel(composer.burstRate).fill(String(RATE));
	await page.getByLabel(composer.burstSize).fill('16');
	const trace = await traceTasks(page);
	await page.evaluate(() => window.frameWatch.begin());
	await page.getByRole('button', { name: composer.send, exact: true }).click();
	const missing = async (): Promise<number> =>
		BEFORE_FRAMES + 2 * SENT - (await recordsOnScreen(page));
	// Looks at the screen seldom: looking takes time on the page's own thread.
	await settle(missing, [SECONDS * 1000, 500]);
	const figures = await page.evaluate(() => window.frameWatch.end());
	const processorTime = await trace.end();
	const notInFile = await settle(() => lostInFile(page), [500]);
	return { ...figures, processorTime, lost: Math.abs(await missing()) + notInFile };
}

/** Asks until nothing is missing any more, for half a minute; returns what is missing then. */
async function settle(missing: () => Promise<number>, intervals: number[]): Promise<number> {
	let last = NaN;
	const ask = async (): Promise<number> => (last = await missing());
	await expect
		.poll(ask, { timeout: 30_000, intervals })
		.toBe(0)
		.catch(() => undefined);
	return last;
}

/** Saves the recording and counts in it. */
async function lostInFile(page: Page): Promise<number> {
	const download = page.waitForEvent('download');
	await chooseFromMenu(page, 'save');
	const read = Recording.fromJSON(await readFile(await (await download).path(), 'utf8'));
	if (!read.isOk) throw new Error(`the saved recording is unreadable: ${read.code}`);
	const { events } = read.recording;
	const conversation = Conversations.of(read.recording).get(events[0]?.connection ?? 0);
	const told = (kind: 'page' | 'server', name: string): number =>
		events.filter((event) => event.kind === kind && event.told.name === name).length;
	const counts = [
		conversation?.messageCount('client') ?? 0,
		conversation?.messageCount('server') ?? 0,
		told('page', 'send'),
		told('page', 'message'),
		told('server', 'message')
	];
	const calls = events.filter((event) => event.kind === 'page' && event.told.name === 'send');
	const took = ((calls.at(-1)?.t ?? 0) - (calls[0]?.t ?? 0)) / 1e6;
	if (took > SECONDS * 1.1)
		throw new Error(`the burst took ${took.toFixed(1)} s: not ${RATE} a second`);
	return counts.reduce((lost, count) => lost + Math.abs(SENT - count), 0);
}

interface OpenRun extends FrameFigures {
	/** ms from choosing the file to the first rows and the anatomy on the screen. */
	readonly firstView: number;
}

/** Opens the recording five times, each in a page of its own, and scrolls it. */
const openRuns = once(async () => {
	const directory = await mkdtemp(join(tmpdir(), 'wire101-bench-'));
	const path = join(directory, 'long.json');
	try {
		await writeFile(path, JSON.stringify(makeLongRecording(FRAMES)));
		const runs: OpenRun[] = [];
		while (runs.length < 5) runs.push(await onWorkbench((page) => openAndScroll(page, path)));
		return runs;
	} finally {
		await rm(directory, { recursive: true });
	}
});

async function openAndScroll(page: Page, path: string): Promise<OpenRun> {
	const firstView = page.evaluate(timeFirstView);
	const chooser = page.waitForEvent('filechooser');
	await chooseFromMenu(page, 'open');
	await (await chooser).setFiles(path);
	const took = await firstView;
	expect(await recordsOnScreen(page)).toBe(BEFORE_FRAMES + FRAMES);
	await page.locator('.scroller').hover();
	await page.evaluate(() => window.frameWatch.begin());
	const before = await scrollTop(page);
	// Upwards, and faster and faster: the reader looks for the beginning.
	for (let step = 0; step < 240; step++) await page.mouse.wheel(0, -100 * (1 + (step >> 4)));
	const figures = await page.evaluate(() => window.frameWatch.end());
	expect(before - (await scrollTop(page))).toBeGreaterThan(50_000);
	return { ...figures, firstView: took };
}

const scrollTop = (page: Page): Promise<number> =>
	page.locator('.scroller').evaluate((element) => element.scrollTop);

/** Runs in the page: from the choice of a file to the frame after the one that shows it. */
function timeFirstView(): Promise<number> {
	return new Promise((resolve) => {
		document.addEventListener(
			'change',
			() => {
				const chosenAt = performance.now();
				const look = (): void => {
					const isShown =
						document.querySelector('#pane-traffic [data-record=frame]') &&
						document.querySelector('#pane-anatomy [data-bit]');
					requestAnimationFrame(isShown ? () => resolve(performance.now() - chosenAt) : look);
				};
				look();
			},
			{ capture: true, once: true }
		);
	});
}

async function figures<Run>(
	runs: () => Promise<readonly Run[]>,
	ratio: (run: Run) => number
): Promise<Figure> {
	return figureOf((await runs()).map(ratio));
}

export const benches: Bench[] = [
	{
		name: 'browser: 1,000 frames a second live for 10 s, frames lost',
		target: '<= 0',
		run: () => figures(liveRuns, ({ lost }) => lost / SENT)
	},
	{
		name: 'browser: longest task of the page meanwhile, against 50 ms',
		target: '<= 1',
		run: () => figures(liveRuns, (run) => longestOf(run) / LONG_TASK)
	},
	{
		// What the page itself does, on a machine that others keep busy.
		name: 'browser: the same in processor time',
		target: '<= 1',
		run: () => figures(liveRuns, ({ processorTime }) => processorTime / LONG_TASK)
	},
	{
		name: 'browser: open a 100,000-frame recording, first view against 1 s',
		target: '<= 1',
		run: () => figures(openRuns, ({ firstView }) => firstView / FIRST_VIEW)
	},
	{
		name: 'browser: scroll it, p95 of a frame against 33 ms',
		target: '<= 1',
		run: () => figures(openRuns, ({ intervals }) => quantile(intervals, 0.95) / SCROLLED_FRAME)
	}
];
