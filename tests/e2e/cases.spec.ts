import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { CLIENT_CASES } from '#lib/runs/cases/client-cases.ts';
import { agreementOf, readMatrix } from '#lib/runs/cases/matrix.ts';
import { SERVER_CASES } from '#lib/runs/cases/server-cases.ts';
import { expect, inBothLanguages, test } from './frames-fixture.ts';
import type { FramesPage } from './frames-page.ts';

const ALL = CLIENT_CASES.length + SERVER_CASES.length;

/** The rows where the judges part, each with why. */
const PARTED = 'tr[data-agreement]:not([data-agreement="agree"]):not([data-agreement="open"])';

const button = (frames: FramesPage, name: string) =>
	frames.page.getByRole('button', { name, exact: true });

/** What the page hands over as a file. */
async function exported(page: Page, press: () => Promise<void>): Promise<string> {
	const downloading = page.waitForEvent('download');
	await press();
	return readFile(await (await downloading).path(), 'utf8');
}

inBothLanguages(() => {
	test('all cases are tried against both peers, judged, explained and exported', async ({
		frames,
		page
	}) => {
		test.slow();
		const { cases, shell } = frames.lab;
		await frames.open('cases');
		await button(frames, cases.run).click();
		await expect(page.locator('.cases')).toHaveAttribute('data-state', 'done', { timeout: 90_000 });
		await expect(page.getByText(cases.progress(String(ALL), String(ALL)))).toBeVisible();
		await expect(page.getByText(cases.stopped)).toHaveCount(0);
		await expect(page.locator('tr[data-case]')).toHaveCount(ALL);
		await expect(page.locator('tr[data-agreement]')).toHaveCount(ALL);
		await expect(page.getByText(cases.notTried, { exact: true })).toHaveCount(0);

		const lenient = page.locator('tr[data-case="length-16-for-5"]').first();
		await expect(lenient).toHaveAttribute('data-agreement', 'peer-lenient');
		await expect(lenient.locator('.why')).toHaveText(
			frames.lab.verdicts.explanations['length-not-minimal-taken']
		);
		const parted = await page.locator(PARTED).count();
		expect(parted).toBeGreaterThan(5);
		expect(parted).toBeLessThan(ALL / 2);
		await expect(page.locator(PARTED).filter({ has: page.locator('.why') })).toHaveCount(parted);

		const file = await exported(page, () => button(frames, cases.exportJson).click());
		const matrix = readMatrix(JSON.parse(file));
		expect(matrix?.rows).toHaveLength(ALL);
		expect(matrix?.rows.filter((row) => row.peer.kind === 'waiting')).toEqual([]);
		const sides = (matrix?.rows ?? []).map((row) => agreementOf(row));
		expect(sides.filter((side) => side !== 'agree' && side !== 'open')).toHaveLength(parted);
		expect(matrix?.peers.client).toMatch(/^ws \d/);

		await page.getByRole('checkbox', { name: cases.onlyDisagreements }).check();
		await expect(page.locator(PARTED)).toHaveCount(parted);
		await expect(page.locator('tr[data-case="text"]')).toHaveCount(0);

		const { name } = cases.table['length-16-for-5'];
		const open = page.getByRole('link', { name: cases.openInEditor(name), exact: true });
		await open.first().click();
		await expect(page).toHaveURL(/\/lab\/frames$/);
		await frames.expectHex(/^81 fe 00 05 /);
		await page
			.getByRole('navigation', { name: shell.nav })
			.getByRole('link', { name: shell.tools.cases })
			.click();
		await expect(button(frames, cases.run)).toBeEnabled();
	});

	test('trying all is cancelled at once, and what was judged stays', async ({ frames, page }) => {
		const { cases } = frames.lab;
		await frames.open('cases');
		await page
			.getByRole('radiogroup', { name: cases.roles.label })
			.getByRole('radio', { name: cases.roles.client })
			.check({ force: true });
		await expect(page.locator('tr[data-case]')).toHaveCount(CLIENT_CASES.length);
		await button(frames, cases.run).click();
		await expect(page.locator('tr[data-agreement]').first()).toBeVisible();
		await button(frames, cases.cancel).click();
		await expect(button(frames, cases.again)).toBeEnabled();
		await expect(page.locator('tr[data-agreement]').first()).toBeVisible();
		await expect(page.getByText(cases.notTried, { exact: true }).first()).toBeVisible();
		await button(frames, cases.again).click();
		await expect(page.locator('.cases')).toHaveAttribute('data-state', 'done', { timeout: 60_000 });
		await expect(page.locator('tr[data-agreement]')).toHaveCount(CLIENT_CASES.length);
	});
});

test('with the raw server off, the browser is not tried, and the page says why', async ({
	frames,
	page,
	serve
}) => {
	const server = await serve({ RAW_SERVER: 'off' });
	await frames.open('cases', server.origin);
	await expect(page.getByText(frames.lab.cases.noRawServer)).toBeVisible();
	await button(frames, frames.lab.cases.run).click();
	await expect(page.locator('.cases')).toHaveAttribute('data-state', 'done', { timeout: 60_000 });
	await expect(page.locator('tr[data-agreement]')).toHaveCount(CLIENT_CASES.length);
});
