import { readComparison } from '#lib/transports/measure/comparison-file.ts';
import { STANDARD_RUNS } from '#lib/transports/measure/standard-plan.ts';
import { expect, inBothLanguages, test } from './transports-fixture.ts';
import { PNG, RACE_TIMEOUT, readDownload } from './transports-page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

inBothLanguages(() => {
	test('the standard comparison is cancelled after two of its runs, saved and opened again', async ({
		transports,
		page
	}) => {
		test.slow();
		const { report, summary } = transports.lab;
		await transports.open('report');
		await expect(page.getByText(report.empty)).toBeVisible();
		await transports.button(report.start).click();
		const progress = page.getByRole('progressbar', { name: report.progressLabel });
		const runs = page.getByRole('list', { name: report.runs }).getByRole('listitem');
		await expect(runs).toHaveCount(STANDARD_RUNS.length);
		await expect(runs.first()).toHaveAttribute('data-state', 'running');
		await expect(progress).toHaveAttribute('max', String(STANDARD_RUNS.length));
		await expect(page.getByText(transports.sentence(report.progress))).toBeVisible();
		await expect(runs.nth(1)).toHaveAttribute('data-state', 'done', { timeout: 2 * RACE_TIMEOUT });
		await transports.button(report.cancel).click();
		await expect(page.getByText(report.cancelled)).toBeVisible();
		await expect(runs.nth(2)).toHaveAttribute('data-state', 'waiting');

		const run = (name: string) => page.getByRole('region', { name, exact: true });
		const table = page.getByRole('table', { name: report.numbers(summary.runs.steady.name) });
		expect(await transports.figureOf(transports.nameOf('websocket'), 'events', table)).toBe(60);
		await runs.nth(1).getByRole('link', { name: summary.runs.fast.name }).click();
		await expect(run(summary.runs.fast.name)).toBeInViewport();
		const markdown = await transports.copied(report.copyAll);
		expect(markdown.match(/^## /gm)).toHaveLength(2);
		const png = await transports.save('png', run(summary.runs.fast.name));
		expect(png.bytes.subarray(0, PNG.length)).toEqual(PNG);

		const downloading = page.waitForEvent('download');
		await transports.button(report.saveAll).click();
		const saved = await readDownload(await downloading);
		const read = readComparison(saved.bytes.toString());
		expect(read.isOk && read.runs.map(({ id }) => id)).toEqual(['steady', 'fast']);

		// On another visit there is nothing, until the file is opened.
		await page.reload();
		await expect(page.getByText(report.empty)).toBeVisible();
		const open = async (name: string, content: Buffer) => {
			const choosing = page.waitForEvent('filechooser');
			await transports.button(summary.table.open).click();
			await (await choosing).setFiles({ name, mimeType: 'application/json', buffer: content });
		};
		await open('none.json', Buffer.from('{"version":1,"runs":[{"id":"<b>"}]}'));
		await expect(page.getByRole('alert')).toHaveText(summary.faults['not-a-run']);
		await open(saved.name, saved.bytes);
		await expect(runs.nth(1)).toHaveAttribute('data-state', 'done');
		expect(await transports.figureOf(transports.nameOf('websocket'), 'events', table)).toBe(60);
	});
});

test('the whole comparison says what polling costs, when connections run out, and what compression saves', async ({
	transports,
	page
}) => {
	// Its sources run for 106 s.
	test.setTimeout(240_000);
	const { report, summary } = transports.lab;
	const { findings, runs } = summary;
	await transports.open('report');
	await transports.button(report.start).click();
	await expect(transports.button(report.again)).toBeVisible({ timeout: 220_000 });
	await expect(page.locator('li[data-state="done"]')).toHaveCount(STANDARD_RUNS.length);
	const says = (run: keyof typeof runs, words: Parameters<typeof transports.sentence>[0]) =>
		expect(page.locator(`#run-${run}`)).toContainText(transports.sentence(words));
	await says('steady', findings['all-delivered']);
	await says('fast', findings['polling-dearer']);
	await says('far', findings['all-delivered']);
	await says('compressed', findings['compression-smaller']);
	await says('tabs-sse', findings['six-connections']('6'));
	await says('tabs-long-polling', findings['six-connections']('6'));
	await says('silence', findings.silence);
	for (const id of STANDARD_RUNS) {
		const table = page.getByRole('table', { name: report.numbers(runs[id].name) });
		expect(await table.getByRole('rowheader').count()).toBeGreaterThan(1);
	}
	expect((await transports.copied(report.copyAll)).match(/^## /gm)).toHaveLength(
		STANDARD_RUNS.length
	);
});
