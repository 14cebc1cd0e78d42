import { readComparison } from '#lib/transports/measure/comparison-file.ts';
import { readRaceFile } from '#lib/transports/measure/race-file.ts';
import { STANDARD_RUNS } from '#lib/transports/measure/standard-plan.ts';
import { expect, inBothLanguages, test } from './transports-fixture.ts';
import { readDownload, RACE_TIMEOUT } from './transports-page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
/** The pixels that a PNG says it has (RFC 2083 §4.1.1). */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

inBothLanguages(() => {
	test('a run leaves as a picture, as itself and as a table', async ({ transports, page }) => {
		const { numbers } = transports.lab.race;
		await transports.open();
		await transports.chooseLanes('short-polling', 'websocket');
		await transports.setSource({ rate: 5, seconds: 2 });
		await transports.race();
		const [polling, socket] = [
			transports.nameOf('short-polling'),
			transports.nameOf('websocket')
		] as const;

		// The file holds what the page says.
		const json = await transports.save('json');
		expect(json.name).toMatch(/^wire101-race-[\dTZ-]+\.json$/);
		const read = readRaceFile(json.bytes.toString());
		if (!read.isOk) throw new Error(`the run cannot be read: ${read.fault}`);
		const { lanes, emitted, outcome } = read.result;
		expect([outcome, emitted.count]).toEqual(['finished', 10]);
		for (const [at, name] of [polling, socket].entries()) {
			expect(lanes[at]?.up).toBe(await transports.figureOf(name, 'up'));
			expect(lanes[at]?.down).toBe(await transports.figureOf(name, 'down'));
		}

		const svg = await transports.save('svg');
		expect(svg.name).toMatch(/\.svg$/);
		const drawn = await page.evaluate((source) => {
			const { documentElement: root } = new DOMParser().parseFromString(source, 'image/svg+xml');
			const foreign = root.querySelectorAll('script, foreignObject, image, style[src]').length;
			const { width, height } = (root as unknown as SVGSVGElement).viewBox.baseVal;
			return { name: root.localName, text: root.textContent, foreign, width, height };
		}, svg.bytes.toString());
		expect([drawn.name, drawn.foreign]).toEqual(['svg', 0]);
		for (const name of [polling, socket]) expect(drawn.text).toContain(name);
		const png = await transports.save('png');
		expect(png.bytes.subarray(0, PNG.length)).toEqual(PNG);
		expect(sizeOf(png.bytes)).toEqual([2 * drawn.width, 2 * drawn.height]);

		const table = (await transports.copied(numbers.copyTsv))
			.split('\n')
			.map((row) => row.split('\t'));
		expect(table.map(({ length }) => length)).toEqual(Array(3).fill(table[0]?.length));
		expect(table.map(([name]) => name)).toEqual([
			transports.lab.summary.table.columns.transport,
			polling,
			socket
		]);
		const up = table[0]?.indexOf(transports.lab.summary.table.columns.up) ?? -1;
		expect(table[1]?.[up]).toBe(String(lanes[0]?.up));
		const markdown = await transports.copied(numbers.copyMarkdown);
		expect(markdown.split('\n')).toHaveLength(4);
		expect(markdown).toContain(`| ${polling} |`);
	});

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
