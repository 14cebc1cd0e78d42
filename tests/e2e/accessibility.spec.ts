import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { BenchPage } from './bench-page.ts';
import { expect, test } from './fixtures.ts';
import { FramesPage } from './frames-page.ts';

type Screens = Readonly<Record<string, (bench: BenchPage) => Promise<void>>>;

/** What is on the screen, one after the other; each leaves the page where the next begins. */
const WORKBENCH: Screens = {
	home: async ({ page, language }) => {
		await page.goto(`/${language}`);
		await expect(page.locator('[data-bit]').first()).toBeVisible();
	},
	'a page that is not there': async ({ page, language }) => {
		await page.goto(`/${language}/nothing`);
	},
	'the empty workbench': (bench) => bench.open(),
	'a recording': (bench) => bench.takeRecording('sample'),
	'a request': async (bench) => {
		await bench.open();
		await bench.connect();
		await bench.showPane('traffic');
		await bench.records('request').click();
		await expect(bench.anatomy).toContainText('Sec-WebSocket-Key');
	},
	'a frame': async (bench) => {
		await bench.showComposer();
		await bench.sendText('Hello 你好');
		await bench.showPane('traffic');
		await bench.records('frame', 'client').click();
		await bench.bit(8).click();
		await expect(bench.readout).toContainText('MASK');
	},
	'both sides': async (bench) => {
		await bench.showPane('sides');
		await bench.expectState('client', 'OPEN');
	}
};

const FRAME_LAB: Screens = {
	'the empty frame lab': async (bench) => {
		await framesOf(bench).open();
	},
	'a draft': async (bench) => {
		await framesOf(bench).begin('hello');
		await expect(bench.page.locator('[data-bit]').first()).toBeVisible();
	},
	'a run and its judges': async (bench) => {
		await framesOf(bench).showStep('run');
		await framesOf(bench).send();
		await framesOf(bench).expectAgreement('agree');
	},
	'a frame on the wire': async (bench) => {
		await bench.records('frame', 'client').click();
		await expect(bench.anatomy).toContainText('0x1');
	},
	'the fragments': (bench) => framesOf(bench).open('fragments'),
	'a weave that was sent': async (bench) => {
		const { send } = framesOf(bench).lab.weaver;
		await bench.page.getByRole('button', { name: send.send, exact: true }).click();
		await expect(framesOf(bench).judge('peer')).toBeVisible();
	},
	'the compression': (bench) => framesOf(bench).open('compression'),
	'messages that were compressed': async (bench) => {
		const { send, stream, broken } = framesOf(bench).lab.compression;
		await bench.page.getByRole('button', { name: send, exact: true }).click();
		const block = bench.page.getByRole('region', { name: stream.title, exact: true });
		await expect(block).toBeVisible();
		await bench.page.getByRole('button', { name: broken.send, exact: true }).click();
		await expect(framesOf(bench).judge('peer')).toContainText('1007');
	},
	'the masking': (bench) => framesOf(bench).open('masking'),
	'a request sent four ways': async (bench) => {
		const { trial } = framesOf(bench).lab.masking;
		await bench.page.getByRole('button', { name: trial.send, exact: true }).click();
		await expect(framesOf(bench).judge('peer')).toContainText('1002');
	},
	'the limits': (bench) => framesOf(bench).open('limits'),
	'a bound that was passed': async (bench) => {
		const article = framesOf(bench).experiment('announced');
		await article.getByRole('button').first().click();
		await expect(framesOf(bench).judge('peer', article)).toContainText('1009');
	},
	'all cases': (bench) => framesOf(bench).open('cases'),
	'cases that were tried': async (bench) => {
		const { cases } = framesOf(bench).lab;
		await bench.page.getByRole('button', { name: cases.run, exact: true }).click();
		await expect(bench.page.locator('tr[data-agreement="peer-lenient"]').first()).toBeAttached({
			timeout: 30_000
		});
		await bench.page.getByRole('button', { name: cases.cancel, exact: true }).click();
		// The rows are alike; axe takes its time with each.
		await bench.page.getByRole('checkbox', { name: cases.onlyDisagreements }).check();
	}
};

function framesOf({ page, language }: BenchPage): FramesPage {
	return new FramesPage(page, language);
}

const PARTS: readonly (readonly [string, Screens])[] = [
	['the workbench', WORKBENCH],
	['the frame lab', FRAME_LAB]
];

async function visit(screens: Screens, bench: BenchPage, look: () => Promise<void>): Promise<void> {
	for (const [screen, show] of Object.entries(screens)) {
		await test.step(screen, async () => {
			await show(bench);
			await look();
		});
	}
}

async function expectNoSidewaysScrolling(page: Page): Promise<void> {
	const overflow = () =>
		page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
	expect(await overflow()).toBeLessThanOrEqual(0);
}

for (const [width, colorScheme, language] of [
	[1440, 'light', 'zh'],
	[1440, 'dark', 'en'],
	[768, 'light', 'en'],
	[768, 'dark', 'zh'],
	[390, 'light', 'zh'],
	[390, 'dark', 'en']
] as const) {
	test.describe(`${width} pixels, ${colorScheme}, ${language}`, () => {
		test.use({
			viewport: { width, height: 900 },
			colorScheme,
			language,
			// A colour on its way to another has no contrast to judge.
			contextOptions: { reducedMotion: 'reduce' }
		});

		for (const [part, screens] of PARTS)
			test(`axe finds nothing on any screen of ${part}`, async ({ page, bench }) => {
				test.slow();
				await visit(screens, bench, async () => {
					const { violations } = await new AxeBuilder({ page }).analyze();
					const found = violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
					expect.soft(found).toEqual([]);
				});
			});
	});
}

for (const width of [360, 390, 768, 1440]) {
	test.describe(`${width} pixels`, () => {
		test.use({ viewport: { width, height: 800 } });

		for (const [part, screens] of PARTS)
			test(`no screen of ${part} scrolls sideways`, async ({ page, bench }) => {
				await visit(screens, bench, () => expectNoSidewaysScrolling(page));
			});
	});
}

test.describe('with reduced motion', () => {
	test.use({ contextOptions: { reducedMotion: 'reduce' } });

	for (const [part, screens] of PARTS)
		test(`nothing moves on any screen of ${part}`, async ({ page, bench }) => {
			const moving = () =>
				page.evaluate(() =>
					[...document.querySelectorAll('*')]
						.filter((element) => {
							const { transitionDuration, animationDuration } = getComputedStyle(element);
							return [transitionDuration, animationDuration]
								.flatMap((durations) => durations.split(','))
								.some((duration) => parseFloat(duration) > 0.001);
						})
						.map((element) => element.outerHTML.slice(0, 100))
				);
			await visit(screens, bench, async () => expect(await moving()).toEqual([]));
		});
});
