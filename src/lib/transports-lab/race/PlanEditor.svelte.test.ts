import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { en } from '#lib/i18n/en/index.ts';
import type { RacePlan } from '#lib/transports/measure/race-plan.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import { FIRST_PLAN } from './edit-plan.ts';
import PlanEditor from './PlanEditor.svelte';
import { PRESETS } from './presets.ts';

const words = en.transportsLab.race;
const { bounds, wholeBounds } = en.transportsLab.shell;
const run = createRawSnippet(() => ({ render: () => '<span></span>' }));

async function show(plan: RacePlan = FIRST_PLAN, disabled = false) {
	let current = plan;
	const onchange = vi.fn((changed: RacePlan) => {
		current = changed;
		void screen.update({ plan: changed });
	});
	const screen = await renderWithText(PlanEditor, { plan, disabled, onchange, run });
	return { plan: () => current, onchange };
}

const field = (name: string) => page.getByRole('spinbutton', { name, exact: true });
const laneButton = (name: string) =>
	page.getByRole('button', { name: new RegExp(`^${name} `), expanded: undefined }).first();

test('a rate in its bounds counts as soon as it is typed', async () => {
	const { plan } = await show();
	await field(words.source.rate).fill('12.5');
	expect(plan().source.rate).toBe(12.5);
});

test.each([
	[words.source.rate, '51', bounds('0', '50', '5')],
	[words.source.size, '16385', wholeBounds('1', '16,384', '64')],
	[words.source.size, '1.5', wholeBounds('1', '16,384', '64')],
	[words.source.seconds, '0', wholeBounds('1', '120', '20')]
])('%s %s is refused, with its bounds', async (name, typed, message) => {
	const { onchange } = await show();
	await field(name).fill(typed);
	await expect.element(page.getByText(message)).toBeVisible();
	await expect.element(field(name)).toHaveAttribute('aria-invalid', 'true');
	expect(onchange).not.toHaveBeenCalled();
});

test('a lane shows the settings of its own transport, and keeps what is set', async () => {
	const { plan } = await show();
	await laneButton('Short polling').click();
	await field(words.lanes.interval).fill('500');
	await page.getByRole('checkbox', { name: words.lanes.etag }).click();
	expect(plan().lanes[0]?.client).toMatchObject({ interval: 500, usesEtag: true });
	await expect.element(field(words.lanes.hold)).not.toBeInTheDocument();
});

test('a lane is added from the menu, and numbered beside its like', async () => {
	const { plan } = await show();
	await page.getByRole('button', { name: words.lanes.add }).click();
	await page.getByRole('menuitem', { name: 'WebSocket' }).click();
	expect(plan().lanes).toHaveLength(5);
	await expect.element(laneButton('WebSocket 2')).toBeVisible();
});

test('a lane is removed by the keyboard alone', async () => {
	const { plan } = await show();
	(page.getByRole('button', { name: 'Remove Long polling' }).element() as HTMLElement).focus();
	await userEvent.keyboard('{Enter}');
	expect(plan().lanes.map(({ transport }) => transport)).not.toContain('long-polling');
});

test('a preset sets the whole plan, and says why it is worth trying', async () => {
	const { plan } = await show();
	await page.getByRole('button', { name: words.presets.items.tabs.name }).click();
	expect(plan()).toBe(PRESETS.tabs);
	await expect
		.element(page.getByRole('status').filter({ hasText: words.presets.items.tabs.why }))
		.toBeVisible();
});

test('nothing is changed while a race is on', async () => {
	await show(FIRST_PLAN, true);
	await expect.element(field(words.source.rate)).toBeDisabled();
	await expect.element(page.getByRole('button', { name: words.lanes.add })).toBeDisabled();
});

test('a plan without lanes says what it lacks', async () => {
	await show({ ...FIRST_PLAN, lanes: [] });
	await expect.element(page.getByText(words.lanes.none)).toBeVisible();
});
