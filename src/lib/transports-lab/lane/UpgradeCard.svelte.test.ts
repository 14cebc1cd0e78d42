import { expect, test } from 'vitest';
import { en } from '#lib/i18n/en/index.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import UpgradeCard from './UpgradeCard.svelte';
import type { UpgradeStep, UpgradeStepName } from './upgrade-steps.ts';

const words = en.transportsLab.lane.upgrade;

async function shown(...seen: UpgradeStepName[]): Promise<string> {
	const step = (name: UpgradeStepName, t: number): [UpgradeStepName, UpgradeStep] => [
		name,
		{ name, exchange: 1, record: t, field: 'packet-0-type', text: name, t: t * 1000 }
	];
	const steps = new Map(seen.map((name, index) => step(name, index)));
	const props = { steps, chosen: { exchange: null, record: -1 }, onchoose: () => undefined };
	const { container } = await renderWithText(UpgradeCard, props);
	return container.textContent ?? '';
}

test('steps that may still come are said to be so', async () => {
	const text = await shown('open', 'switch', 'probe');
	expect(text).toContain(words.pending);
	expect(text).not.toContain(words.unneeded);
});

test('once the session has moved without a noop, none was needed', async () => {
	const text = await shown('open', 'switch', 'probe', 'answer', 'upgrade');
	expect(text).toContain(words.unneeded);
	expect(text).not.toContain(words.pending);
});
