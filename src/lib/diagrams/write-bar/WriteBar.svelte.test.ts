import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import { EMPTY_RUN, newFrame, type Run, type RunItem } from '#lib/runs/run.ts';
import WriteBar from './WriteBar.svelte';

const BYTES = Uint8Array.of(0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58);
const frame = (id: number, cuts: number[] = [], joinsNext = false): RunItem => {
	return { ...newFrame(BYTES), id, cuts, joinsNext };
};

async function show(run: Partial<Run>, language?: 'en' | 'zh') {
	const props = {
		run: { ...EMPTY_RUN, ...run },
		selected: null,
		onselect: vi.fn(),
		onadd: vi.fn(),
		onmove: vi.fn(),
		onremove: vi.fn()
	};
	await page.viewport(1000, 600);
	return { ...(await renderWithText(WriteBar, props, language)), props };
}

const cuts = () => page.getByRole('slider', { name: 'Cut between two writes' });

function cell(container: HTMLElement, from: number): DOMRect {
	const found = container.querySelector(`[data-from="${from}"]`);
	if (!found) throw new RangeError(`no cell of byte ${from}`);
	return found.getBoundingClientRect();
}

function point(container: HTMLElement, type: string, x: number, y: number): void {
	const target = document.elementFromPoint(x, y) ?? container;
	const init = { bubbles: true, clientX: x, clientY: y, pointerId: 1, pointerType: 'mouse' };
	target.dispatchEvent(new PointerEvent(type, { ...init, button: 0 }));
}

test('every cut is a handle that says where it is', async () => {
	await show({ items: [frame(1, [3]), frame(2)] });
	await expect.element(cuts().first()).toHaveAttribute('aria-valuetext', 'after byte 3 of frame 1');
	await expect.element(cuts().last()).toHaveAttribute('aria-valuetext', 'after frame 1');
});

test('in Chinese as well', async () => {
	const { container } = await show({ items: [frame(1, [3])] }, 'zh');
	const said = container.querySelector('[role=slider]')?.getAttribute('aria-valuetext');
	expect(said).toBe('第 1 帧的第 3 个字节之后');
});

test('only one of them is a tab stop', async () => {
	const { container } = await show({ items: [frame(1, [3, 5]), frame(2)] });
	expect(container.querySelectorAll('[role=slider][tabindex="0"]')).toHaveLength(1);
});

test.each([
	['{ArrowRight}', 4],
	['{ArrowLeft}', 2],
	['{Shift>}{ArrowLeft}{/Shift}', 1]
])('%s moves a cut to byte %s', async (keys, offset) => {
	const { props } = await show({ items: [frame(1, [3])] });
	cuts().element().focus();
	await userEvent.keyboard(keys);
	expect(props.onmove).toHaveBeenCalledWith({ item: 1, offset: 3 }, { item: 1, offset });
});

test.each(['{Delete}', '{Backspace}'])('%s removes a cut', async (keys) => {
	const { props } = await show({ items: [frame(1, [3])] });
	cuts().element().focus();
	await userEvent.keyboard(keys);
	expect(props.onremove).toHaveBeenCalledWith({ item: 1, offset: 3 });
});

test('the arrows up and down lead to the other cuts', async () => {
	await show({ items: [frame(1, [3, 5])] });
	cuts().first().element().focus();
	await userEvent.keyboard('{ArrowDown}');
	await expect.element(cuts().last()).toHaveFocus();
});

test('a press between two bytes cuts there, and drags the cut on', async () => {
	const { container, props } = await show({ items: [frame(1)] });
	const border = cell(container, 4);
	vi.spyOn(HTMLElement.prototype, 'setPointerCapture').mockImplementation(() => undefined);
	point(container, 'pointerdown', border.left + 1, border.top + 8);
	const target = cell(container, 7);
	point(container, 'pointermove', target.left + 1, target.top + 8);
	expect(props.onadd).toHaveBeenCalledWith({ item: 1, offset: 4 });
	expect(props.onmove).toHaveBeenCalledWith({ item: 1, offset: 4 }, { item: 1, offset: 7 });
});

test('a press on a byte chooses its frame', async () => {
	const { container, props } = await show({ items: [frame(1, [], true), frame(2)] });
	const second = container.querySelector('[data-item="2"][data-from="4"]')?.getBoundingClientRect();
	if (!second) throw new RangeError('frame 2 is not drawn');
	point(container, 'click', second.left + second.width / 2, second.top + 8);
	expect(props.onselect).toHaveBeenCalledWith(2);
});

test('byte by byte there is nothing to drag', async () => {
	const { container } = await show({ items: [frame(1, [3])], unit: 'byte' });
	expect(container.querySelector('[role=slider]')).toBeNull();
});
