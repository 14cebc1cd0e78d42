/**
 * The frame lab in a real Chromium: from "Send" to the peer's verdict on the screen, the whole
 * table of cases, and a run of 20,000 frames. Needs the production build.
 */
import type { Page } from '@playwright/test';
import { en } from '../../src/lib/i18n/en/index.ts';
import type { PresetId } from '../../src/lib/runs/presets.ts';
import { figureOf, type Bench, type Figure } from './bench.ts';
import { inBrowser } from './bench-browser.ts';
import { quantile, watchFrames } from './frame-watch.ts';
import { watchHandshakes } from './handshake-watch.ts';
import { longestOf, LONG_TASK, once } from './page-runs.ts';
import { traceTasks } from './task-trace.ts';
import { timeVerdicts, type VerdictTimes } from './verdict-watch.ts';

/** From the press to the verdict, ms. */
const VERDICT = 20;
const WARM_UP = 6;
const ROUNDS = 61;
const TRY_ALL = 15_000;
const MOST_TRY_ALL = 60_000;
const FRAMES = 20_000;
/** FIN, text or ping, and MASK: bits of the draft. */
const MASK_BIT = 8;

const { editor, runs, verdicts, cases } = en.frameLab;

async function openLab(page: Page, origin: string, tool = ''): Promise<void> {
	await page.addInitScript(watchFrames);
	await page.goto(`${origin}/en/lab/frames${tool}`);
	await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
}

async function usePreset(page: Page, preset: PresetId): Promise<void> {
	await page.getByRole('button', { name: editor.tools.presets, exact: true }).click();
	await page.getByRole('menuitem', { name: editor.presets[preset], exact: true }).click();
}

interface Verdicts {
	readonly preset: PresetId;
	/** The bit that is turned over between two runs, so that their verdicts differ. */
	readonly flips: boolean;
	/** Word of the verdict that is timed. */
	readonly word: string;
}

async function verdictTimes({ preset, flips, word }: Verdicts): Promise<VerdictTimes> {
	return inBrowser(async (page, origin) => {
		await openLab(page, origin);
		await usePreset(page, preset);
		if (!flips) await page.getByRole('checkbox', { name: runs.send.keepOpen }).check();
		return page.evaluate(timeVerdicts, {
			peer: verdicts.peer,
			word,
			flip: flips ? MASK_BIT : null,
			warmUp: WARM_UP,
			rounds: ROUNDS
		});
	});
}

const unmaskedText = once(() =>
	verdictTimes({ preset: 'text', flips: true, word: verdicts.took.failed })
);
const maskedPing = once(() =>
	verdictTimes({ preset: 'ping', flips: true, word: verdicts.took.accepted })
);
const keptOpen = once(() =>
	verdictTimes({ preset: 'ping', flips: false, word: verdicts.took.accepted })
);

async function tryAll(): Promise<{ readonly took: number; readonly delayed: number }> {
	return inBrowser(async (page, origin) => {
		const handshakes = await watchHandshakes(page);
		await openLab(page, origin, '/cases');
		const button = page.getByRole('button', { name: cases.run, exact: true });
		const began = performance.now();
		await button.click();
		await page.locator('.cases[data-state=done]').waitFor({ timeout: MOST_TRY_ALL });
		const took = performance.now() - began;
		const progress = await page.locator('progress').evaluate((element) => {
			const { value, max } = element as HTMLProgressElement;
			return { value, max };
		});
		if (progress.value !== progress.max || progress.max < 45 + 28)
			throw new Error(`${progress.value} of ${progress.max} cases were judged`);
		return { took, delayed: handshakes.delayed() };
	});
}

const allTried = once(async () => [await tryAll(), await tryAll(), await tryAll()]);

interface Flood {
	/** ms on the clock, and of processor time. */
	readonly longest: number;
	readonly processorTime: number;
}

/** One ping, 20,000 times: 20,000 frames there and as many back. */
async function flood(): Promise<Flood> {
	return inBrowser(async (page, origin) => {
		await openLab(page, origin);
		await usePreset(page, 'ping');
		const times = page.getByLabel(runs.items.times, { exact: true });
		await times.fill(String(FRAMES));
		await times.blur();
		await page.getByText(runs.items.timesShort(FRAMES)).first().waitFor();
		const trace = await traceTasks(page);
		await page.evaluate(() => window.frameWatch.begin());
		await page.locator('form.send button[type=submit]').click();
		const peer = page.getByRole('region', { name: verdicts.peer, exact: true });
		const answers = verdicts.answers.pong(String(FRAMES));
		await peer.getByText(verdicts.took.accepted).waitFor({ timeout: 60_000 });
		await peer.getByText(answers).waitFor();
		const figures = await page.evaluate(() => window.frameWatch.end());
		return { longest: longestOf(figures), processorTime: await trace.end() };
	});
}

const floods = once(async () => [await flood(), await flood(), await flood()]);

async function figures<Measured>(
	measured: () => Promise<readonly Measured[]>,
	ratio: (each: Measured) => number
): Promise<Figure> {
	return figureOf((await measured()).map(ratio));
}

type Times = () => Promise<VerdictTimes>;

async function slowest(times: Times): Promise<Figure> {
	return figureOf([quantile((await times()).verdicts, 0.95) / VERDICT]);
}

/** Medians: a busy machine slows both. */
async function againstBare(times: Times): Promise<Figure> {
	const { verdicts: took, bare } = await times();
	return figureOf([quantile(took, 0.5) / quantile(bare, 0.5)]);
}

function verdictBenches(what: string, times: Times): Bench[] {
	return [
		{
			name: `frame lab: ${what}, send to verdict painted, of 20 ms`,
			target: '<= 1',
			run: () =>
				figures(
					async () => (await times()).verdicts,
					(ms) => ms / VERDICT
				)
		},
		{ name: `frame lab: ${what}, p95 of it`, target: '<= 2', run: () => slowest(times) },
		{
			name: `frame lab: ${what}, of a bare echo painted`,
			target: '<= 3',
			run: () => againstBare(times)
		}
	];
}

export const benches: Bench[] = [
	...verdictBenches('unmasked', unmaskedText),
	...verdictBenches('ping', maskedPing),
	...verdictBenches('ping, kept open', keptOpen),
	{
		name: 'frame lab: try all, both roles, of 15 s',
		target: '<= 1',
		run: () => figures(allTried, ({ took }) => took / TRY_ALL)
	},
	{
		name: 'frame lab: handshakes that the browser delayed meanwhile',
		target: '<= 0',
		run: () => figures(allTried, ({ delayed }) => delayed)
	},
	{
		name: 'frame lab: longest task in a run of 20,000 pings, of 50 ms',
		target: '<= 1',
		run: () => figures(floods, ({ longest }) => longest / LONG_TASK)
	},
	{
		name: 'frame lab: the same in processor time',
		target: '<= 1',
		run: () => figures(floods, ({ processorTime }) => processorTime / LONG_TASK)
	}
];
