import { describe, expect, test, vi } from 'vitest';
import { explainDisagreement, compareVerdicts } from '#lib/runs/verdict/agreement.ts';
import type { PeerVerdict, StrictVerdict } from '#lib/runs/verdict/verdict.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import Judges from './Judges.svelte';

const NOT_MINIMAL: StrictVerdict = {
	kind: 'fail',
	code: 'length-not-minimal',
	section: '5.2',
	closeCode: 1002,
	frame: 1,
	bitOffset: 9,
	bitLength: 7
};
const NOTHING = { hasPageError: false, end: null, messages: 0, pongs: 0 } as const;
const ACCEPTED: PeerVerdict = { ...NOTHING, kind: 'accepted', messages: 1 };
const REFUSED: PeerVerdict = {
	...NOTHING,
	kind: 'failed',
	closeCode: 1002,
	closeReason: '<b>no</b>',
	errorCode: 'WS_ERR_EXPECTED_MASK',
	end: 'fin'
};

function judges(strict: StrictVerdict, peer: PeerVerdict, language: 'en' | 'zh' = 'en') {
	const agreement = compareVerdicts(strict, peer);
	const explanation = explainDisagreement(strict, peer, 'client');
	const onselect = vi.fn();
	const props = { strict, peer, agreement, explanation, onselect };
	return renderWithText(Judges, props, language).then((screen) => ({ ...screen, onselect }));
}

describe('two judges', () => {
	test('that part say so with a sign, a word and a reason', async () => {
		const { container } = await judges(NOT_MINIMAL, ACCEPTED);
		expect(container.querySelector('.agreement')?.textContent).toMatch(/≠\s*peer is lenient/);
		expect(container.querySelector('.explanation')?.textContent).toContain('shortest form');
	});

	test('that agree give no reason', async () => {
		const { container } = await judges(NOT_MINIMAL, REFUSED);
		expect(container.querySelector('.agreement')?.textContent).toMatch(/=\s*agree/);
		expect(container.querySelector('.explanation')).toBeNull();
	});

	test('show what the peer said as text', async () => {
		const { container } = await judges(NOT_MINIMAL, REFUSED);
		expect(container.textContent).toContain('<b>no</b>');
		expect(container.textContent).toContain('WS_ERR_EXPECTED_MASK');
		expect(container.querySelector('dd b')).toBeNull();
	});

	test('link the section, and lead to the bits', async () => {
		const screen = await judges(NOT_MINIMAL, ACCEPTED);
		const link = screen.container.querySelector('a.section-ref');
		expect(link?.getAttribute('href')).toContain('section-5.2');
		await screen.getByRole('button', { name: 'Show the bits' }).click();
		expect(screen.onselect).toHaveBeenCalledWith(1, 9);
	});

	test('wait, in Chinese, where the answer is still to come', async () => {
		const { container } = await judges({ kind: 'legal' }, { ...NOTHING, kind: 'waiting' }, 'zh');
		expect(container.textContent).toContain('等待中');
		expect(container.textContent).toContain('未定');
	});
});
