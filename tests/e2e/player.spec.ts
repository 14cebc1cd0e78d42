import type { BenchPage } from './bench-page.ts';
import { expect, inBothLanguages, test } from './fixtures.ts';

/** Records of a handshake and one echo: accepted, request, response, text, text. */
const LAST = 4;

async function record(bench: BenchPage): Promise<void> {
	await bench.open();
	await bench.connect();
	await bench.sendText('Hello');
	await bench.expectCount(LAST + 1);
}

inBothLanguages(() => {
	test('stepping back takes every panel with it', async ({ page, bench }) => {
		await record(bench);
		const url = page.url();
		await bench.player('previous').click();
		await expect(bench.record(3)).toHaveAttribute('aria-current', 'true');
		await expect(bench.record(4)).toHaveAttribute('data-at', 'future');
		await expect(bench.anatomy).toContainText(bench.text.anatomy.direction.client);
		await bench.player('start').click();
		await bench.expectState('client', 'CONNECTING');
		await expect(bench.view('wire', '101').getByRole('cell').nth(1)).toHaveAttribute(
			'data-at',
			'future'
		);
		await expect(bench.scrubber).toHaveAttribute(
			'aria-valuetext',
			new RegExp(bench.text.player.nothing)
		);
		await bench.player('end').click();
		await expect(bench.record(LAST)).toHaveAttribute('aria-current', 'true');
		await bench.expectState('client', 'OPEN');
		expect(page.url()).toBe(url);
	});

	test('played one record a second it reaches the end by itself', async ({ page, bench }) => {
		await record(bench);
		await bench.player('start').click();
		await page.getByLabel(bench.text.player.speed).selectOption('record');
		await bench.player('play').click();
		await expect(bench.player('pause')).toBeVisible();
		await bench.expectState('client', 'CONNECTING');
		await expect(bench.record(LAST)).toHaveAttribute('aria-current', 'true', { timeout: 20_000 });
		await expect(bench.player('play')).toBeVisible();
	});
});

test('scrubbing moves by time, the arrows by record', async ({ page, bench }) => {
	await record(bench);
	await bench.scrubber.fill('0');
	await bench.expectState('server', 'CONNECTING');
	for (const index of [0, 1, 2]) {
		await page.keyboard.press('ArrowRight');
		await expect(bench.record(index)).toHaveAttribute('aria-current', 'true');
	}
	await bench.expectState('server', 'OPEN');
	await page.keyboard.press('End');
	await expect(bench.record(LAST)).toHaveAttribute('aria-current', 'true');
});

test('played slowly it can be paused half way', async ({ page, bench }) => {
	await record(bench);
	await page.getByLabel(bench.text.player.speed).selectOption('0.0001');
	await bench.player('start').click();
	await bench.player('play').click();
	const { max } = await bench.scrubber.evaluate((input: HTMLInputElement) => ({ max: input.max }));
	await expect
		.poll(() => bench.scrubber.evaluate((input: HTMLInputElement) => input.valueAsNumber))
		.toBeGreaterThan(0);
	await bench.player('pause').click();
	expect(Number(await bench.scrubber.inputValue())).toBeLessThan(Number(max));
});

test('a paused screen stays where it is while more arrives, and Live catches up', async ({
	bench
}) => {
	await record(bench);
	await bench.burst(20, 10);
	await expect(bench.record(LAST + 1)).toBeAttached();
	await bench.player('start').click();
	await bench.record(2).click();
	await bench.expectCount(LAST + 41);
	await expect(bench.record(2)).toHaveAttribute('aria-current', 'true');
	await bench.player('live').click();
	await expect(bench.record(LAST + 40)).toHaveAttribute('aria-current', 'true');
});

test('whoever sends while the screen is paused sees what comes of it', async ({ bench }) => {
	await record(bench);
	await bench.player('start').click();
	await bench.sendText('more');
	await expect(bench.record(LAST + 2)).toHaveAttribute('aria-current', 'true');
});

test('the time scale spreads the records and keeps them all', async ({ page, bench }) => {
	await record(bench);
	const scale = page.getByRole('button', { name: bench.text.sequence.toScale });
	await scale.click();
	await expect(scale).toHaveAttribute('aria-pressed', 'true');
	await expect(bench.record(LAST)).toBeVisible();
});
