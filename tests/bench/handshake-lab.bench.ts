/**
 * The handshake lab in a real Chromium: a character typed into a header, a round of SHA-1 stepped
 * through, and a hand-written request from "Send" to the real answer on the screen. Needs the
 * production build.
 */
import type { Page } from '@playwright/test';
import { en } from '../../src/lib/i18n/en/index.ts';
import { figureOf, type Bench, type Figure } from './bench.ts';
import { inBrowser } from './bench-browser.ts';

/** One frame of a screen that shows 60 a second, ms. */
const FRAME = 16;
/** From the press to the answer, ms. */
const ANSWER = 50;
const WARM_UP = 10;
const ROUNDS = 61;
const ROUND_STEPS = 70;

const { editor, verdicts, accept } = en.handshakeLab;

async function open(page: Page, origin: string, tool = ''): Promise<void> {
	await page.goto(`${origin}/en/lab/handshake${tool}`);
	await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
}

/** Both forms of the draft are on the screen, and the first answer has come. */
async function openBench(page: Page, origin: string): Promise<void> {
	await open(page, origin);
	await page.getByRole('radio', { name: editor.view.both, exact: true }).check({ force: true });
	await page.locator('form.send button[type=submit]').click();
	const peer = page.getByRole('region', { name: verdicts.peer.request, exact: true });
	await peer.getByText(verdicts.took.switched).waitFor();
}

interface Work {
	/** Accessible names of what the page shows and changes. */
	readonly strict: string;
	readonly peer: string;
	readonly warmUp: number;
	readonly rounds: number;
	/** Whether each change is sent, too. */
	readonly isSent: boolean;
}

/**
 * Runs in the page: ms from each change of Sec-WebSocket-Version, 12 or 13, to the page laid out
 * with the strict line changed; or from each press of "Send" to the frame painted with the answer.
 */
async function timeVersions({ strict, peer, warmUp, rounds, isSent }: Work): Promise<number[]> {
	const MOST = 10_000;
	const found = <Found>(what: Found | null | undefined, name: string): Found => {
		if (what === null || what === undefined) throw new Error(`the page has no ${name}`);
		return what;
	};
	const valueOf = (header: string): HTMLInputElement => {
		const rows = [...document.querySelectorAll('[data-line]')];
		const row = rows.find(
			(each) => each.querySelector<HTMLInputElement>('[data-part=name]')?.value === header
		);
		return found(row?.querySelector<HTMLInputElement>('[data-part=value]'), header);
	};
	const line = (): string =>
		found(document.querySelector(`[role=status][aria-label="${strict}"]`), strict).textContent;
	const card = (): string => {
		const cards = [...document.querySelectorAll<HTMLElement>('section')];
		return cards.find((each) => each.querySelector('h4')?.textContent === peer)?.innerText ?? '';
	};
	const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
	const painted = async (): Promise<number> => {
		await frame();
		await new Promise<void>((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve();
			port2.postMessage(null);
		});
		return performance.now();
	};
	const until = (isThere: () => boolean): Promise<void> =>
		new Promise((resolve, reject) => {
			const timer = setTimeout(() => reject(new Error(`no answer: ${card()}`)), MOST);
			const look = (): void => {
				if (!isThere()) return;
				clearTimeout(timer);
				observer.disconnect();
				resolve();
			};
			const observer = new MutationObserver(look);
			observer.observe(document.body, { subtree: true, childList: true, characterData: true });
			look();
		});
	const took: number[] = [];
	for (let round = -warmUp; round < rounds; round++) {
		const version = round % 2 === 0 ? '12' : '13';
		const before = line();
		const input = valueOf('Sec-WebSocket-Version');
		await frame();
		const typedAt = performance.now();
		input.value = version;
		input.dispatchEvent(new InputEvent('input', { bubbles: true }));
		await Promise.resolve();
		document.documentElement.getBoundingClientRect();
		const laidOutAt = performance.now();
		if (line() === before) throw new Error('the strict line does not show the change yet');
		if (!isSent) {
			if (round >= 0) took.push(laidOutAt - typedAt);
			continue;
		}
		const isIdle = () => document.querySelector('form.send button[type=submit]:enabled') !== null;
		await until(isIdle);
		await painted();
		const status = version === '13' ? '101' : '400';
		const sentAt = performance.now();
		found(document.querySelector<HTMLElement>('form.send button[type=submit]'), 'Send').click();
		await until(() => card().includes(status));
		const answeredAt = await painted();
		if (round >= 0) took.push(answeredAt - sentAt);
	}
	return took;
}

async function versions(isSent: boolean): Promise<Figure> {
	return inBrowser(async (page, origin) => {
		await openBench(page, origin);
		const took = await page.evaluate(timeVersions, {
			strict: editor.strict.label,
			peer: verdicts.peer.request,
			warmUp: WARM_UP,
			rounds: ROUNDS,
			isSent
		});
		return figureOf(took.map((ms) => ms / (isSent ? ANSWER : FRAME)));
	});
}

/** Runs in the page: ms from each press of "One round forward" to the page laid out with the next round. */
async function timeSteps({ label, steps }: { label: string; steps: number }): Promise<number[]> {
	const button = document.querySelector<HTMLElement>(`button[aria-label="${label}"]`);
	const rounds = document.querySelector<HTMLElement>('#step-rounds');
	if (!button || !rounds) throw new Error('the page has no rounds');
	const took: number[] = [];
	for (let step = 0; step < steps; step++) {
		const before = rounds.innerText;
		await new Promise((resolve) => requestAnimationFrame(resolve));
		const begin = performance.now();
		button.click();
		await Promise.resolve();
		document.documentElement.getBoundingClientRect();
		const end = performance.now();
		if (rounds.innerText === before) throw new Error(`step ${step} changes nothing`);
		took.push(end - begin);
	}
	return took;
}

async function sha1Steps(): Promise<Figure> {
	return inBrowser(async (page, origin) => {
		await open(page, origin, '/accept');
		const label = accept.rounds.on;
		await page.getByRole('button', { name: label, exact: true }).waitFor();
		const took = await page.evaluate(timeSteps, { label, steps: ROUND_STEPS });
		return figureOf(took.slice(WARM_UP).map((ms) => ms / FRAME));
	});
}

export const benches: Bench[] = [
	{
		name: 'handshake lab: a value typed, table, text and verdict, of a frame of 16 ms',
		target: '<= 1',
		run: () => versions(false)
	},
	{
		name: 'handshake lab: send to the real answer painted, of 50 ms',
		target: '<= 1',
		run: () => versions(true)
	},
	{
		name: 'handshake lab: a round of SHA-1 stepped through, of a frame of 16 ms',
		target: '<= 1',
		run: sha1Steps
	}
];
