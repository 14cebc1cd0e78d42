import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CLIENT_CASES } from '#lib/runs/cases/client-cases.ts';
import type { MatrixRow } from '#lib/runs/cases/matrix.ts';
import { readRun } from '#lib/runs/read-run.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import CaseTable from './CaseTable.svelte';

const cases = CLIENT_CASES.filter(({ id }) => id === 'text' || id === 'length-16-for-5');

/** As if the peer took everything. */
function taken(tried: (typeof cases)[number]): MatrixRow {
	const { id, role, run } = tried;
	const peer = { kind: 'accepted', hasPageError: false, end: null, messages: 1, pongs: 0 } as const;
	return { id, role, fingerprint: '', strict: readRun(run).verdict, peer };
}

function table(isTried: boolean) {
	const onopen = vi.fn();
	const now = { title: 'ws, now', find: isTried ? taken : () => null };
	const recorded = { title: 'ws, recorded', find: () => null };
	const props = {
		title: 'Cases',
		cases,
		columns: [now, recorded],
		strictOf: (tried: (typeof cases)[number]) => readRun(tried.run).verdict,
		href: '#',
		onopen
	};
	return renderWithText(CaseTable, props).then((screen) => ({ ...screen, onopen }));
}

describe('a table of cases', () => {
	test('has the strict verdict before anything is tried', async () => {
		const { container } = await table(false);
		const row = container.querySelector('[data-case="length-16-for-5"]');
		expect(row?.textContent).toContain('Violation');
		expect(row?.textContent).toContain('not tried');
	});

	test('says where the judges part, and why', async () => {
		const { container } = await table(true);
		const row = container.querySelector('[data-agreement="peer-lenient"]');
		expect(row?.textContent).toContain('peer is lenient');
		expect(row?.querySelector('.why')?.textContent).toContain('shortest form');
		expect(container.querySelector('[data-case="text"] .why')).toBeNull();
	});

	test('leads to the editor with the case', async () => {
		const screen = await table(false);
		await screen.getByRole('link', { name: 'Open “Text” in the editor' }).click();
		expect(screen.onopen).toHaveBeenCalledWith(cases[0]);
	});

	test('keeps inside 390 pixels', async () => {
		await page.viewport(390, 800);
		const { container } = await table(true);
		expect(container.scrollWidth).toBeLessThanOrEqual(390);
	});
});
