import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { traceMessage } from '#lib/protocol/deflate/deflate-blocks.ts';
import { MessageDeflater } from '#lib/protocol/deflate/deflate-message.ts';
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { DEFLATE_TAIL } from '#lib/protocol/deflate/permessage-deflate.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import DeflateDiagram from './DeflateDiagram.svelte';

const utf8 = (text: string) => new TextEncoder().encode(text);

function show(earlier: string, text: string, language: 'en' | 'zh' = 'en') {
	const deflater = new MessageDeflater(15, true);
	const window = utf8(earlier);
	deflater.deflate(window);
	const payload = deflater.deflate(utf8(text));
	const trace = traceMessage(payload, { window });
	const onselect = vi.fn();
	const data = joinBytes([payload, DEFLATE_TAIL]);
	const props = { trace, data, window, selected: null as number | null, onselect };
	return { onselect, screen: renderWithText(DeflateDiagram, props, language) };
}

const sources = () =>
	[...document.querySelectorAll('[data-source]')].map((each) => each.textContent).join('');

describe('DeflateDiagram', () => {
	test('names each block by word, and draws each kind in a shape of its own', async () => {
		await show('', 'Hello').screen;
		await expect.element(page.getByRole('button', { name: /^fixed codes/ })).toBeVisible();
		await expect.element(page.getByRole('button', { name: /^stored/ })).toBeVisible();
		const shapes = [...document.querySelectorAll('ul svg path')].map((path) =>
			[path.getAttribute('d'), path.getAttribute('fill')].join()
		);
		expect(new Set(shapes).size).toBe(2);
	});

	test('lights what the first match copies in an earlier message', async () => {
		await show('the masking key', 'a masking key').screen;
		await expect.element(page.getByText('from earlier messages')).toBeVisible();
		expect(sources()).toBe('␣masking␣key');
	});

	test('lights inside the same message what another match copies, when it is pointed at', async () => {
		await show('', 'frame by frame, key by key').screen;
		await page
			.getByRole('button', { name: /^match key/ })
			.or(page.getByRole('button', { name: /^match ␣by/ }))
			.first()
			.hover();
		expect(sources()).not.toBe('');
	});

	test('says which bits a token has, in the order in which they are read', async () => {
		await show('', 'Hi').screen;
		await expect.element(page.getByRole('status')).toHaveTextContent('01111000');
	});

	test('moves from token to token with the arrow keys, and to the next match', async () => {
		const { onselect, screen } = show('', 'frame by frame by frame');
		const { update } = await screen;
		await update({ selected: 0 });
		document.querySelector<HTMLElement>('[data-token="0"]')?.focus();
		await userEvent.keyboard('{ArrowRight}');
		expect(onselect).toHaveBeenLastCalledWith(1);
		await userEvent.keyboard('{ArrowDown}');
		const match = document.querySelector('[data-kind-of="match"]')?.getAttribute('data-token');
		expect(onselect).toHaveBeenLastCalledWith(Number(match));
	});

	test('has one tab stop', async () => {
		await show('', 'frame by frame').screen;
		expect(document.querySelectorAll('[data-token][tabindex="0"]').length).toBe(1);
	});

	test('draws hostile text as text', async () => {
		await show('', '<img src=x onerror=alert(1)>').screen;
		expect(document.querySelector('.tokens img')).toBeNull();
	});

	test('says where a broken stream cannot be read on', async () => {
		const data = Uint8Array.of(0x07);
		const props = { trace: traceMessage(data), data, window: new Uint8Array(0), selected: null };
		await renderWithText(DeflateDiagram, { ...props, onselect: () => undefined }, 'zh');
		await expect.element(page.getByText('块类型 11 不存在')).toBeVisible();
	});
});
