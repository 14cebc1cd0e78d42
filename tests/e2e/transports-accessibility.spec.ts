import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ChatPage } from './transports-chat-page.ts';
import { expect, test } from './transports-fixture.ts';
import { GamePage } from './transports-game-page.ts';
import { LoginPage } from './transports-login-page.ts';
import type { TransportsPage } from './transports-page.ts';

type Screens = Readonly<Record<string, (page: TransportsPage) => Promise<void>>>;

/** What is on the screen, one after the other; each leaves the page where the next begins. */
const RACE: Screens = {
	'the plan': (lab) => lab.open(),
	'the settings of a lane, and a refused one': async (lab) => {
		await lab.openSettings(lab.nameOf('short-polling'));
		await lab.setting('interval').fill('1');
		await expect(lab.setting('interval')).toHaveAttribute('aria-invalid', 'true');
	},
	'a race': async (lab) => {
		await lab.preset('five').click();
		await lab.setSource({ rate: 1, seconds: 30 });
		await lab.start();
		await expect(lab.row(lab.nameOf('short-polling')).locator('.bytes b')).toBeVisible();
	},
	'its result': async (lab) => {
		await lab.stopButton.click();
		await expect(lab.numbers).toBeVisible({ timeout: 20_000 });
		await lab.page.getByText(lab.lab.race.headers.title).click();
		await expect(lab.page.getByText(lab.lab.race.headers.about)).toBeVisible();
	},
	'the menu of files': async (lab) => {
		await lab.button(lab.lab.shell.save.label).click();
		await expect(lab.page.getByRole('menuitem').first()).toBeVisible();
	},
	'a lane and a request': async (lab) => {
		await lab.page.keyboard.press('Escape');
		await lab.openLane(lab.nameOf('server-sent-events'));
		await lab.records('request').click();
		await lab.showPane('anatomy');
		await expect(lab.anatomy).toContainText('Sec-Fetch-Mode');
	},
	'an event stream': async (lab) => {
		await lab.showPane('conversation');
		await lab.records('body').click();
		await lab.showPane('anatomy');
		await expect(lab.block(lab.lab.lane.dissect.stream.title)).toBeVisible();
	},
	'a packet of Socket.IO': async (lab) => {
		const which = lab.page.getByRole('combobox', { name: lab.lab.lane.which, exact: true });
		await which.selectOption({ label: lab.nameOf('socket-io') });
		await lab.page.getByRole('button', { name: /^2probe/ }).click();
		await lab.showPane('anatomy');
		await expect(lab.block(lab.lab.lane.dissect.engine.messageTitle)).toBeVisible();
	},
	'both sides of it': async (lab) => {
		await lab.showPane('states');
		await lab.expectState('client', 'OPEN');
	},
	'a lane that is none': (lab) => lab.open('lane')
};

const REPORT: Screens = {
	'the empty report': (lab) => lab.open('report'),
	'a comparison': async (lab) => {
		await lab.button(lab.lab.report.start).click();
		await expect(lab.page.locator('li[data-state="running"]')).toBeVisible();
	},
	'its first run': async (lab) => {
		const { report, summary } = lab.lab;
		const run = lab.page.getByRole('table', { name: report.numbers(summary.runs.steady.name) });
		await expect(run).toBeVisible({ timeout: 45_000 });
		await lab.button(report.cancel).click();
		await expect(lab.page.getByText(report.cancelled)).toBeVisible();
	}
};

const LOGIN: Screens = {
	'nobody logged in': (lab) => lab.open('login'),
	'a code': (lab) => loginOf(lab).showCode(),
	'a code that was scanned': async (lab) => {
		const { drawnPhone, login } = loginOf(lab);
		await drawnPhone.getByRole('button', { name: login.phone.scan }).click();
		await expect(drawnPhone).toContainText(lab.lab.phone.asking.title);
	},
	'a log-in': async (lab) => {
		const { drawnPhone, attempt } = loginOf(lab);
		await drawnPhone.getByRole('button', { name: lab.lab.phone.asking.confirm }).click();
		await expect(attempt.call(loginOf(lab), 1)).toBeVisible();
	},
	'a phone without a code': async (lab) => {
		await lab.page.goto(`/${lab.language}/phone`);
		await expect(lab.page.getByText(lab.lab.phone.noId.title)).toBeVisible();
	},
	'a phone with a code of nobody': async (lab) => {
		await lab.page.goto(`/${lab.language}/phone#${'A'.repeat(22)}`);
		await expect(lab.page.getByText(lab.lab.phone.over.title)).toBeVisible();
	},
	'a phone that is asked': async (lab) => {
		const { page } = lab;
		const first = new LoginPage(await page.context().newPage(), lab.language);
		await first.open('login', new URL(page.url()).origin);
		await first.showCode();
		await page.goto(await first.readCode());
		await expect(page.getByText(lab.lab.phone.asking.body)).toBeVisible();
	}
};

const GAME: Screens = {
	'the empty arena': (lab) => lab.open('game'),
	'a game': async (lab) => {
		await gameOf(lab).playBy('short-polling');
		await gameOf(lab).join();
	},
	'a frozen game': async (lab) => {
		const { game, tried } = gameOf(lab);
		await gameOf(lab).playBy('websocket');
		await expect(tried).toHaveCount(2);
		await lab.button(game.freeze).click();
		await expect(lab.page.getByText(game.frozen)).toBeVisible();
	},
	'a game that is left': async (lab) => {
		await lab.button(gameOf(lab).game.leave).click();
		await expect(lab.button(gameOf(lab).game.again)).toBeVisible();
	}
};

const SOURCE = 'its source';

const CHAT: Screens = {
	'the door of the chat': (lab) => lab.open('chat'),
	'a room': async (lab) => {
		await chatOf(lab).join('Ann', `axe-${lab.language}`);
		await chatOf(lab).say('Hello 你好');
		await expect(chatOf(lab).lines.filter({ hasText: 'Hello 你好' })).toBeVisible();
	},
	'what not to do': async (lab) => {
		await lab.button(chatOf(lab).chat.misdeeds.open).click();
		await expect(lab.page.getByText(chatOf(lab).chat.misdeeds.intro)).toBeVisible();
	},
	'an error reply': async (lab) => {
		const { misdeeds, errors } = chatOf(lab).chat;
		await lab.page.getByRole('button', { name: misdeeds.items['not-json'][0] }).click();
		await expect(chatOf(lab).log).toContainText(errors['not-json']);
	},
	[SOURCE]: async (lab) => {
		await chatOf(lab).show('source');
		await expect(lab.page.locator('[data-mark="mark"]').first()).toBeVisible();
	},
	'its wire': async (lab) => {
		await chatOf(lab).show('wire');
		await expect(lab.records('frame').first()).toBeVisible();
	},
	'who was told what': (lab) => chatOf(lab).show('told')
};

const SCALE: Screens = {
	'nothing measured': (lab) => lab.open('scale'),
	'a run': async (lab) => {
		const { setup } = lab.lab.scale;
		const field = (name: string) => lab.page.getByRole('spinbutton', { name, exact: true });
		await field(setup.subscribers).fill('10');
		await field(setup.events).fill('5');
		await lab.button(setup.run(lab.nameOf('websocket'))).click();
		await expect(lab.button(setup.cancel)).toBeVisible();
	},
	'its figures, and a million': async (lab) => {
		const numbers = lab.page.getByRole('table', { name: lab.lab.scale.table.title });
		await expect(numbers).toBeVisible({ timeout: 45_000 });
	}
};

const loginOf = ({ page, language }: TransportsPage) => new LoginPage(page, language);
const gameOf = ({ page, language }: TransportsPage) => new GamePage(page, language);
const chatOf = ({ page, language }: TransportsPage) => new ChatPage(page, language);

const PARTS: readonly (readonly [string, Screens])[] = [
	['the race and its lanes', RACE],
	['the report', REPORT],
	['the log-in and its phone', LOGIN],
	['the game', GAME],
	['the chat', CHAT],
	['the scale', SCALE]
];

async function visit(
	screens: Screens,
	lab: TransportsPage,
	look: (screen: string) => Promise<void>
): Promise<void> {
	for (const [screen, show] of Object.entries(screens)) {
		await test.step(screen, async () => {
			await show(lab);
			await look(screen);
		});
	}
}

async function expectNoViolations(page: Page, screen: string): Promise<void> {
	const axe = new AxeBuilder({ page });
	// Coloured source is thousands of elements, on most screens of the chat: one look is enough.
	if (screen !== SOURCE) axe.exclude('pre[translate="no"]');
	const { violations } = await axe.analyze();
	const found = violations.map(({ id, nodes }) => [
		id,
		...nodes.map(({ html, any }) => `${html} ${any.map(({ message }) => message).join()}`)
	]);
	expect.soft(found).toEqual([]);
}

async function expectNoSidewaysScrolling(page: Page): Promise<void> {
	const overflow = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return scrollWidth - clientWidth;
	});
	expect.soft(overflow).toBeLessThanOrEqual(0);
}

/** Nothing has a transition or an animation that one could see. */
async function expectNothingMoves(page: Page): Promise<void> {
	const moving = await page.evaluate(() =>
		[...document.querySelectorAll('*')]
			.filter((element) => {
				const { transitionDuration, animationDuration } = getComputedStyle(element);
				return [transitionDuration, animationDuration]
					.flatMap((durations) => durations.split(','))
					.some((duration) => parseFloat(duration) > 0.001);
			})
			.map((element) => element.outerHTML.slice(0, 100))
	);
	expect.soft(moving).toEqual([]);
}

for (const [width, colorScheme, language] of [
	[1440, 'light', 'zh'],
	[1440, 'dark', 'en'],
	[768, 'dark', 'zh'],
	[390, 'light', 'en'],
	[360, 'dark', 'zh']
] as const) {
	test.describe(`${width} pixels, ${colorScheme}, ${language}, reduced motion`, () => {
		test.use({
			viewport: { width, height: 900 },
			colorScheme,
			language,
			// A colour on its way to another has no contrast to judge.
			contextOptions: { reducedMotion: 'reduce' }
		});

		for (const [part, screens] of PARTS)
			test(`axe finds nothing, nothing scrolls sideways, nothing moves: ${part}`, async ({
				page,
				transports
			}) => {
				test.slow();
				await visit(screens, transports, async (screen) => {
					await expectNoSidewaysScrolling(page);
					await expectNothingMoves(page);
					if (width > 360) await expectNoViolations(page, screen);
				});
			});
	});
}
