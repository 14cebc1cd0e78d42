/**
 * A race of five lanes at 50 events a second, drawn live in a real Chromium: what its charts cost,
 * and whether anything is lost meanwhile. Needs the production build.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { en } from '../../src/lib/i18n/en/index.ts';
import { readRaceFile } from '../../src/lib/transports/measure/race-file.ts';
import type { RaceResult } from '../../src/lib/transports/measure/race-result.ts';
import { inBrowser } from './bench-browser.ts';
import { figureOf, type Bench, type Figure } from './bench.ts';
import { quantile, watchFrames, type FrameFigures } from './frame-watch.ts';
import { LONG_TASK, longestOf, once } from './page-runs.ts';
import { traceScripts, type ScriptFigures } from './script-trace.ts';

const RATE = 50;
const SECONDS = 16;
const LANES = 5;
/** Scripting of one frame, ms. */
const SCRIPTING = 4;
/** At 60 frames a second, ms. */
const FRAME = 1000 / 60;

interface RaceRun extends FrameFigures, ScriptFigures {
	readonly result: RaceResult;
}

/** Three races, each in a browser of its own. */
const runs = once(async () => {
	const done: RaceRun[] = [];
	while (done.length < 3) done.push(await inBrowser(race));
	return done;
});

const { race: words, shell } = en.transportsLab;

async function race(page: Page, origin: string): Promise<RaceRun> {
	await page.addInitScript(watchFrames);
	await page.goto(`${origin}/en/lab/transports`);
	await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
	const button = (name: string) => page.getByRole('button', { name, exact: true });
	const field = (name: string) => page.getByRole('spinbutton', { name, exact: true });
	await page
		.getByRole('group', { name: words.presets.title })
		.getByRole('button', { name: words.presets.items.five.name, exact: true })
		.click();
	await field(words.source.rate).fill(String(RATE));
	await field(words.source.seconds).fill(String(SECONDS));
	await button(words.start).click();
	// From its first mark on: fetching the clients and connecting come before.
	await page
		.getByRole('article')
		.nth(LANES - 1)
		.waitFor();
	const running = words.chart.running('');
	const said = page.locator('p.said', { hasText: running });
	await said.waitFor();
	const trace = await traceScripts(page);
	await page.evaluate(() => window.frameWatch.begin());
	await said.evaluate(untilRun, { words: running, seconds: SECONDS - 1 });
	const frames = await page.evaluate(() => window.frameWatch.end());
	const scripts = await trace.end();
	await page
		.getByRole('table', { name: words.numbers.title, exact: true })
		.waitFor({ timeout: 30_000 });
	return { ...frames, ...scripts, result: await resultOf(page) };
}

/**
 * Resolves once the race says, in these words, that it has run for so many seconds, and rejects
 * where it says something else. It is told of each change: to ask again and again would add to what
 * is measured. Runs in the page: refers to nothing outside.
 */
function untilRun(said: Element, run: { words: string; seconds: number }): Promise<void> {
	return new Promise((resolve, reject) => {
		const look = (): void => {
			const text = said.textContent;
			if (!text.startsWith(run.words)) reject(new Error(`the race does not run: ${text}`));
			else if (parseFloat(text.slice(run.words.length)) >= run.seconds) resolve();
		};
		new MutationObserver(look).observe(said, { characterData: true, subtree: true });
		look();
	});
}

/** As the page saves it. */
async function resultOf(page: Page): Promise<RaceResult> {
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: shell.save.label, exact: true }).click();
	await page.getByRole('menuitem', { name: shell.save.json, exact: true }).click();
	const read = readRaceFile(await readFile(await (await download).path(), 'utf8'));
	if (!read.isOk) throw new Error(`the saved race is unreadable: ${JSON.stringify(read)}`);
	const { emitted, lanes } = read.result;
	if (emitted.count !== RATE * SECONDS || lanes.length !== LANES) {
		throw new Error(`the race made ${emitted.count} events for ${lanes.length} lanes`);
	}
	return read.result;
}

/** Events that a lane was not given, of all that were made for it. */
function lostShare({ result }: RaceRun): number {
	const { emitted, lanes } = result;
	const lost = lanes.reduce((sum, { delivered }) => sum + Math.abs(emitted.count - delivered), 0);
	return lost / (emitted.count * lanes.length);
}

async function figures(ratio: (run: RaceRun) => number): Promise<Figure> {
	return figureOf((await runs()).map(ratio));
}

const RACE = `race: ${LANES} lanes at ${RATE} events a second`;

export const benches: Bench[] = [
	{
		name: `${RACE}, scripting of a frame, p95 against 4 ms`,
		target: '<= 1',
		run: () => figures(({ frames }) => quantile(frames, 0.95) / SCRIPTING)
	},
	{
		name: `${RACE}, the same, median`,
		target: '<= 1',
		run: () => figures(({ frames }) => quantile(frames, 0.5) / SCRIPTING)
	},
	{
		name: `${RACE}, longest task, processor time against 50 ms`,
		target: '<= 1',
		run: () => figures(({ longestTask }) => longestTask / LONG_TASK)
	},
	{
		name: `${RACE}, longest task on the clock against 50 ms`,
		target: '<= 1',
		run: () => figures((run) => longestOf(run) / LONG_TASK)
	},
	{
		name: `${RACE}, time from frame to frame, median against 1/60 s`,
		target: '<= 1.05',
		run: () => figures(({ intervals }) => quantile(intervals, 0.5) / FRAME)
	},
	{
		name: `${RACE}, events lost`,
		target: '<= 0',
		run: () => figures(lostShare)
	}
];
