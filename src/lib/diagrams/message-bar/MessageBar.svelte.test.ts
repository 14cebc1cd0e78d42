import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import MessageBar from './MessageBar.svelte';

async function show(changed: Record<string, unknown> = {}, width = 800) {
	const props = {
		data: new TextEncoder().encode('你好'),
		isText: true,
		cuts: [4] as readonly number[],
		onadd: vi.fn(),
		onmove: vi.fn(),
		onremove: vi.fn(),
		...changed
	};
	await page.viewport(width, 600);
	return { ...(await renderWithText(MessageBar, props)), props };
}

const handle = () => page.getByRole('slider', { name: 'Cut 1' });

/** Middle of the border before a byte. */
function borderBefore(container: Element, at: number): { x: number; y: number } {
	const box = container.querySelectorAll('.byte')[at]?.getBoundingClientRect();
	return { x: box?.left ?? 0, y: (box?.top ?? 0) + 10 };
}

function pointer(type: string, target: Element | null, at: { x: number; y: number }) {
	const init = { bubbles: true, button: 0, pointerId: 1, clientX: at.x, clientY: at.y };
	target?.dispatchEvent(new PointerEvent(type, { ...init, pointerType: 'mouse' }));
}

test('a cut says after which byte and inside which character it lies', async () => {
	await show();
	await expect.element(handle()).toHaveAttribute('aria-valuenow', '4');
	await expect.element(handle()).toHaveAttribute('aria-valuetext', 'after byte 4 of 6, inside 好');
});

test.each([
	['{ArrowLeft}', [0, 3]],
	['{ArrowRight}', [0, 5]],
	['{Home}', [0, 0]],
	['{End}', [0, 6]]
])('%s moves a cut', async (keys, given) => {
	const { props } = await show();
	handle().element().focus();
	await userEvent.keyboard(keys);
	expect(props.onmove).toHaveBeenCalledExactlyOnceWith(...given);
});

test.each(['{Delete}', '{Backspace}'])('%s takes a cut away', async (keys) => {
	const { props } = await show();
	handle().element().focus();
	await userEvent.keyboard(keys);
	expect(props.onremove).toHaveBeenCalledExactlyOnceWith(0);
});

test('a press between two bytes cuts there', async () => {
	const { container, props } = await show();
	const at = borderBefore(container, 2);
	const byte = container.querySelectorAll('.byte')[2] ?? null;
	byte?.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: at.x, clientY: at.y }));
	expect(props.onadd).toHaveBeenCalledExactlyOnceWith(2);
});

test('a press in the middle of a byte does not cut', async () => {
	const { container, props } = await show();
	const at = borderBefore(container, 2);
	const byte = container.querySelectorAll('.byte')[2] ?? null;
	const middle = { clientX: at.x + 32, clientY: at.y };
	byte?.dispatchEvent(new MouseEvent('click', { bubbles: true, ...middle }));
	expect(props.onadd).not.toHaveBeenCalled();
});

test('a cut follows the pointer that drags it, and the click at the end does not cut', async () => {
	const { container, props } = await show();
	const bar = container.querySelector('.bar');
	if (bar) bar.setPointerCapture = () => {};
	pointer('pointerdown', container.querySelector('[role=slider]'), borderBefore(container, 4));
	pointer('pointermove', bar, borderBefore(container, 2));
	pointer('pointerup', bar, borderBefore(container, 2));
	const { x, y } = borderBefore(container, 1);
	bar?.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: x, clientY: y }));
	expect(props.onmove).toHaveBeenCalledExactlyOnceWith(0, 2);
	expect(props.onadd).not.toHaveBeenCalled();
});

test('a divided character is drawn as one over both fragments', async () => {
	const { container } = await show();
	const split = container.querySelectorAll('[data-split]');
	expect(Array.from(split, (each) => each.textContent)).toEqual(['好']);
});

test('a long message wraps, and nothing is cut off on a phone', async () => {
	const { container } = await show({ data: new Uint8Array(64), isText: false, cuts: [] }, 390);
	expect(container.querySelectorAll('[data-row]').length).toBeGreaterThan(4);
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
