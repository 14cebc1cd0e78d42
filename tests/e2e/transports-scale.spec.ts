import { expect, inBothLanguages, test } from './transports-fixture.ts';
import { readDownload } from './transports-page.ts';

inBothLanguages(() => {
	test('fifty clients wait and are told, and a million is extrapolated from them', async ({
		transports,
		page
	}) => {
		test.slow();
		const { scale } = transports.lab;
		const field = (name: string) => page.getByRole('spinbutton', { name, exact: true });
		await transports.open('scale');
		await expect(page.getByText(scale.empty.title)).toBeVisible();
		await field(scale.setup.events).fill('1000');
		await field(scale.setup.rate).fill('10');
		await expect(page.getByRole('alert')).toHaveText(scale.setup.tooLong('100', '15'));
		await expect(transports.button(scale.setup.run(transports.nameOf('websocket')))).toBeDisabled();
		await field(scale.setup.subscribers).fill('50');
		await field(scale.setup.events).fill('10');
		await transports.button(scale.setup.run(transports.nameOf('websocket'))).click();
		await expect(
			page.getByRole('region', { name: scale.progress.title(transports.nameOf('websocket')) })
		).toBeVisible();
		const numbers = page.getByRole('table', { name: scale.table.title });
		const row = numbers.locator('tbody tr');
		await expect(row).toHaveCount(1, { timeout: 60_000 });
		const cell = (name: string) => row.locator(`td[data-name="${name}"]`);
		await expect(cell(scale.table.columns.clients)).toHaveText('50');
		await expect(cell(scale.table.columns.events)).toHaveText('500');
		await expect(cell(scale.table.columns.due)).toHaveText('500');

		// As many as one likes, with the formula and what it assumes.
		const planned = page.getByRole('table', {
			name: transports.sentence(scale.planned.tableTitle)
		});
		const plan = page.getByRole('region', { name: scale.planned.title, exact: true });
		await plan.getByRole('spinbutton', { name: scale.planned.clients }).fill('1000000');
		await expect(
			page.getByRole('table', { name: scale.planned.tableTitle('1,000,000') })
		).toBeVisible();
		await expect(planned.locator('tbody tr')).toHaveCount(1);
		await expect(page.getByText(scale.planned.values.memory.formula)).toBeVisible();
		const assumed = page.getByRole('region', { name: scale.planned.assumptions });
		await expect(assumed).toContainText(scale.planned.assumed.loopback);

		const downloading = page.waitForEvent('download');
		await transports.button(scale.table.save).click();
		const { bytes } = await readDownload(await downloading);
		expect(JSON.parse(bytes.toString())).toMatchObject({
			kind: 'wire101-load-runs',
			runs: [{ result: { order: { transport: 'websocket', subscribers: 50 } } }]
		});
	});
});

test('a run is cancelled, and another page’s is waited for', async ({
	transports,
	page,
	context
}) => {
	const { scale } = transports.lab;
	const run = scale.setup.run(transports.nameOf('websocket'));
	await transports.open('scale');
	await page.getByRole('spinbutton', { name: scale.setup.subscribers, exact: true }).fill('20');
	await transports.button(run).click();
	await expect(transports.button(scale.setup.cancel)).toBeVisible();
	const second = await context.newPage();
	await second.goto(page.url());
	await second.getByRole('button', { name: run, exact: true }).click();
	await expect(second.getByRole('alert')).toContainText(scale.faults.busy.title);
	await transports.button(scale.setup.cancel).click();
	await expect(transports.notice(scale.cancelled)).toBeVisible();
	await expect(transports.button(run)).toBeEnabled();
});

test('where load runs are switched off the page says so, and the server refuses them', async ({
	transports,
	page,
	serve
}) => {
	const { scale } = transports.lab;
	const { origin } = await serve({ ALLOW_LOAD: 'off' });
	await transports.open('scale', origin);
	await expect(page.getByText(scale.off.title)).toBeVisible();
	await expect(page.getByText(scale.off.command)).toBeVisible();
	await expect(transports.button(scale.setup.run(transports.nameOf('websocket')))).toBeDisabled();
	const answer = await page.evaluate(async () => {
		const order = {
			transport: 'websocket',
			subscribers: 1,
			events: 0,
			size: 1,
			rate: 1,
			interval: 1000,
			hold: 5
		};
		const response = await fetch('/lab/load', {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(order)
		});
		return { status: response.status, text: await response.text() };
	});
	expect(answer.status).toBe(403);
	expect(answer.text).toContain('ALLOW_LOAD');
});
