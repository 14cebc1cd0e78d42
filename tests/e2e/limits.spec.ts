import { expect, inBothLanguages, test } from './frames-fixture.ts';
import { createFormats } from '#lib/i18n/format.ts';
import type { FramesPage } from './frames-page.ts';

type Id = Parameters<FramesPage['experiment']>[0];

/** What ends each: the close code of ws, and the code it tells. */
const REFUSED = {
	announced: [/1009/, 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'],
	huge: [/1009/, 'WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH'],
	sum: [/1009/, 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'],
	fragments: [/1008/, 'WS_ERR_TOO_MANY_BUFFERED_PARTS']
} as const satisfies Partial<Record<Id, readonly [RegExp, string]>>;

inBothLanguages(() => {
	test('each bound that is passed is answered with its close code', async ({ frames }) => {
		const { limits } = frames.lab;
		await frames.open('limits');
		for (const id of Object.keys(REFUSED) as (keyof typeof REFUSED)[]) {
			const [code, error] = REFUSED[id];
			const article = frames.experiment(id);
			await article.getByRole('button', { name: limits.run, exact: true }).click();
			const peer = frames.judge('peer', article);
			await expect(peer).toContainText(code, { timeout: 20_000 });
			await expect(peer).toContainText(error);
		}
	});

	test('every frame of a flood of pings arrives, and gets its pong', async ({ frames }) => {
		const { limits } = frames.lab;
		const all = createFormats(frames.text.shell.locale).number(5000);
		await frames.open('limits');
		const article = frames.experiment('pings');
		await article.getByRole('button', { name: limits.run, exact: true }).click();
		const whole = article.getByRole('definition').filter({ hasText: limits.facts.of(all, all) });
		await expect(whole).toHaveCount(2, { timeout: 20_000 });
		await expect(frames.judge('peer', article)).toContainText(frames.lab.verdicts.took.accepted);
	});

	test('a drip is cancelled in the middle, and can be sent again', async ({ frames }) => {
		const { limits } = frames.lab;
		await frames.open('limits');
		const article = frames.experiment('drip');
		await article.getByRole('button', { name: limits.run, exact: true }).click();
		await expect(article.getByRole('group').locator('dl')).toBeVisible();
		await article.getByRole('button', { name: limits.cancel, exact: true }).click();
		await expect(article).toContainText(limits.facts.outcomes.cancelled);
		await expect(article.getByRole('button', { name: limits.runAgain, exact: true })).toBeEnabled();
	});

	test('what would be sent opens in the frame editor', async ({ frames }) => {
		await frames.open('limits');
		const article = frames.experiment('huge');
		await article.getByRole('link', { name: frames.lab.limits.open }).click();
		await frames.expectHex(/^82 ff 7f ff ff ff ff ff ff ff /);
	});
});

test('an experiment that the server would not carry out says so before it is sent', async ({
	frames,
	serve
}) => {
	const server = await serve({ MAX_RUN_BYTES: '4096' });
	await frames.open('limits', server.origin);
	const { limits } = frames.lab;
	const article = frames.experiment('fragments');
	await expect(article.getByRole('button', { name: limits.run, exact: true })).toBeDisabled();
	await expect(article.locator('.fault')).toContainText(/4\s?KiB/);
	await expect(frames.experiment('huge').getByRole('button', { name: limits.run })).toBeEnabled();
});
