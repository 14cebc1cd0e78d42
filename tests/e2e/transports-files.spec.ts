import { readRaceFile } from '#lib/transports/measure/race-file.ts';
import { expect, inBothLanguages, test } from './transports-fixture.ts';
import { PNG } from './transports-page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

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
});
