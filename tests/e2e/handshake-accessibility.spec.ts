import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './handshake-fixture.ts';
import { NegotiationPage } from './negotiation-page.ts';
import { WaysPage } from './ways-page.ts';

type Screens = Readonly<Record<string, (lab: WaysPage) => Promise<void>>>;

/** What is on the screen, one after the other; each leaves the page where the next begins. */
const HEADS: Screens = {
	'the request': (lab) => lab.open(),
	'a line and its card': (lab) => lab.openLine('Sec-WebSocket-Key'),
	'a spoiled request as text': async (lab) => {
		await lab.usePreset('nul');
		await lab.showForm('both');
	},
	'the list of presets': async (lab) => {
		await lab.presetsButton.click();
		await expect(lab.page.getByRole('dialog')).toBeVisible();
	},
	'the list of headers': async (lab) => {
		await lab.page.keyboard.press('Escape');
		await lab.button(lab.lab.editor.tools.addHeader).click();
		await expect(lab.page.getByRole('dialog')).toBeVisible();
	},
	'an answer and its judges': async (lab) => {
		await lab.page.keyboard.press('Escape');
		await lab.usePreset('version-8');
		await lab.showStep('send');
		await lab.sendButton.click();
		await lab.expectAgreement('disagree');
	},
	'an answer on the wire': async (lab) => {
		await lab.records('response').click();
		await expect(lab.anatomy).toContainText('Sec-WebSocket-Accept');
	},
	'the response': (lab) => lab.open('response'),
	'a header that acts': async (lab) => {
		await lab.usePreset('due-cookie');
		await lab.showStep('send');
		await lab.sendButton.click();
		await expect(lab.page.getByRole('dialog')).toBeVisible();
	},
	'a failed handshake': async (lab) => {
		await lab.page.keyboard.press('Escape');
		await lab.showStep('draft');
		await lab.usePreset('accept-missing');
		await lab.showStep('send');
		await lab.sendButton.click();
		await lab.expectPeer('failed');
	}
};

const ACCEPT: Screens = {
	'the Accept': (lab) => lab.open('accept'),
	'the last round': async (lab) => {
		const { rounds, source } = lab.lab.accept;
		await lab.button(source.preset.first).click();
		await lab.page.getByRole('spinbutton', { name: rounds.jump }).fill('80');
		await expect(lab.page.locator('#step-rounds .result')).toBeVisible();
	},
	'the bits': async (lab) => {
		const { views } = lab.lab.accept.tools;
		await lab.page.getByRole('radio', { name: views.binary, exact: true }).check({ force: true });
	},
	'a key that is none': async (lab) => {
		await lab.page.getByLabel(lab.lab.accept.source.key, { exact: true }).fill('a b');
	}
};

const WAYS: Screens = {
	'the proxies': (lab) => lab.open('proxies'),
	'an upgrade that was dropped': async (lab) => {
		await lab.sendThrough('drops-upgrade');
		await lab.arrows('far', 'request').click();
		await expect(lab.page.getByRole('group', { name: lab.words.panes.anatomy })).toBeVisible();
	},
	'a connection that was cut': async (lab) => {
		await lab.chooseMode('cuts-idle');
		await lab.page.getByLabel(lab.proxies.idle).fill('300');
		await lab.sendThrough('cuts-idle');
		await expect(lab.verdict).toContainText(lab.proxies.verdict.cut);
	},
	'the page on wss': (lab) => lab.open('tls'),
	'TLS records and what is inside': async (lab) => {
		await lab.connectThroughTls();
		await lab.tlsRows.filter({ hasText: '/ws/echo' }).click();
		await expect(lab.page.getByRole('group', { name: lab.words.panes.anatomy })).toBeVisible();
	}
};

const negotiation = ({ page, language }: WaysPage) => new NegotiationPage(page, language);

const NEGOTIATION: Screens = {
	'the negotiation': (lab) => lab.open('negotiation'),
	'an offer with fallbacks, declined in part': async (lab) => {
		await negotiation(lab).use('fallback-taken');
		await negotiation(lab).send();
	},
	'a subprotocol that was not offered': async (lab) => {
		await negotiation(lab).use('own-never-offered');
		await negotiation(lab).send('own');
	}
};

const VIEWS: Screens = {
	'the views of nothing': (lab) => lab.open('views'),
	'a handshake that opened': async (lab) => {
		await lab.button(lab.lab.views.bench.good).click();
		await expect(lab.page.getByText('101 Switching Protocols').first()).toBeVisible();
	},
	'a handshake that failed': async (lab) => {
		await lab.button(lab.lab.editor.presets['status-403'].name).click();
		await expect(lab.page.getByText('403 Forbidden').first()).toBeVisible();
	}
};

const PARTS: readonly (readonly [string, Screens])[] = [
	['of heads', HEADS],
	['of Accept', ACCEPT],
	['of negotiation', NEGOTIATION],
	['of the views', VIEWS],
	['of the ways', WAYS]
];

async function visit(screens: Screens, lab: WaysPage, look: () => Promise<void>): Promise<void> {
	for (const [screen, show] of Object.entries(screens)) {
		await test.step(screen, async () => {
			await show(lab);
			await look();
		});
	}
}

async function expectNoSidewaysScrolling(page: Page): Promise<void> {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect.soft(overflow).toBeLessThanOrEqual(0);
}

for (const [width, colorScheme, language] of [
	[1440, 'light', 'zh'],
	[1440, 'dark', 'en'],
	[768, 'dark', 'zh'],
	[390, 'light', 'en']
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
			test(`axe finds nothing on any screen ${part}`, async ({ page }) => {
				test.slow();
				await visit(screens, new WaysPage(page, language), async () => {
					const { violations } = await new AxeBuilder({ page }).analyze();
					const found = violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
					expect.soft(found).toEqual([]);
				});
			});
	});
}

for (const width of [360, 390, 768, 1440]) {
	for (const language of ['zh', 'en'] as const) {
		test.describe(`${width} pixels, ${language}`, () => {
			test.use({ viewport: { width, height: 800 }, language });

			for (const [part, screens] of PARTS)
				test(`no screen ${part} scrolls sideways`, async ({ page }) => {
					test.slow();
					await visit(screens, new WaysPage(page, language), () => expectNoSidewaysScrolling(page));
				});
		});
	}
}

test.describe('with reduced motion', () => {
	test.use({ contextOptions: { reducedMotion: 'reduce' } });

	for (const [part, screens] of PARTS)
		test(`nothing moves on any screen ${part}`, async ({ page, language }) => {
			test.slow();
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
			await visit(screens, new WaysPage(page, language), async () =>
				expect.soft(await moving()).toEqual([])
			);
		});
});
