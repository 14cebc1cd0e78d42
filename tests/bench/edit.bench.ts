/**
 * The frame editor in a real Chromium: one bit of a 64 KiB payload turned over, until bits, fields
 * and hex all show it. Needs the production build.
 */
import type { Page } from '@playwright/test';
import { en } from '../../src/lib/i18n/en/index.ts';
import { figureOf, type Bench, type Figure } from './bench.ts';
import { inBrowser } from './bench-browser.ts';

/** One frame of a screen that shows 60 a second, ms. */
const FRAME = 16;
const WARM_UP = 20;
const ROUNDS = 101;
/** A header of 14 bytes, then the second byte of the payload. */
const PAYLOAD_BIT = 15 * 8 + 3;
const RSV1_BIT = 1;

const words = en.frameLab.editor;

/** Opens the editor with 64 KiB of payload, and its fields with the payload in hex. */
async function openLongFrame(page: Page, origin: string): Promise<void> {
	await page.goto(`${origin}/en/lab/frames`);
	await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
	await page.getByRole('button', { name: words.tools.presets, exact: true }).click();
	await page.getByRole('menuitem', { name: words.presets['length-64'], exact: true }).click();
	await page.getByRole('radio', { name: words.payload.forms.hex, exact: true }).check();
	await page.getByRole('textbox', { name: words.payload.hexLabel }).waitFor();
}

async function measure(bit: number): Promise<Figure> {
	return inBrowser(async (page, origin) => {
		await openLongFrame(page, origin);
		const labels = { wire: words.hex.label, payload: words.payload.hexLabel };
		const took = await page.evaluate(timeFlips, {
			bit,
			labels,
			warmUp: WARM_UP,
			rounds: ROUNDS,
			isPayload: bit === PAYLOAD_BIT
		});
		return figureOf(took.map((ms) => ms / FRAME));
	});
}

interface Flips {
	readonly bit: number;
	readonly labels: { readonly wire: string; readonly payload: string };
	readonly warmUp: number;
	readonly rounds: number;
	/** The payload's bytes change, else the switch of RSV1. */
	readonly isPayload: boolean;
}

/** Runs in the page: ms from each press to the page laid out with all three forms changed. */
async function timeFlips({ bit, labels, warmUp, rounds, isPayload }: Flips): Promise<number[]> {
	const find = <Found extends HTMLElement>(selector: string): Found => {
		const found = document.querySelector<Found>(selector);
		if (!found) throw new Error(`the page has no ${selector}`);
		return found;
	};
	const state = (): string[] => [
		find(`button[data-bit="${bit}"]`).innerText,
		find<HTMLTextAreaElement>(`textarea[aria-label="${labels.wire}"]`).value,
		isPayload
			? find<HTMLTextAreaElement>(`textarea[aria-label="${labels.payload}"]`).value
			: String(find('[data-field="rsv1"] [role="switch"]').ariaChecked)
	];
	const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
	const took: number[] = [];
	for (let round = -warmUp; round < rounds; round++) {
		const before = state();
		const button = find(`button[data-bit="${bit}"]`);
		await frame();
		const begin = performance.now();
		button.click();
		await Promise.resolve();
		document.documentElement.getBoundingClientRect();
		const end = performance.now();
		const after = state();
		const stale = after.findIndex((value, form) => value === before[form]);
		if (stale >= 0) throw new Error(`form ${stale} of three does not show the bit yet`);
		if (round >= 0) took.push(end - begin);
	}
	return took;
}

export const benches: Bench[] = [
	{
		name: 'edit: a payload bit of 64 KiB on all three forms, of a frame of 16 ms',
		target: '<= 1',
		run: () => measure(PAYLOAD_BIT)
	},
	{
		name: 'edit: a header bit of 64 KiB on all three forms, of a frame of 16 ms',
		target: '<= 1',
		run: () => measure(RSV1_BIT)
	}
];
