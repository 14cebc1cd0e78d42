import { encodeFrame, type FrameDescription } from '#lib/protocol/frames/encode-frame.ts';
import { formatHex } from '#lib/protocol/hex.ts';
import { appendItem } from '#lib/runs/edit-run.ts';
import { EMPTY_RUN, newFrame } from '#lib/runs/run.ts';
import { RunDraft } from '#lib/state/frame-lab/run-draft.svelte.ts';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import EditorTools from './EditorTools.svelte';

beforeEach(() => page.viewport(1000, 700));

async function show(description: Partial<FrameDescription> = {}) {
	const draft = new RunDraft();
	const payload = new TextEncoder().encode('Hello');
	const bytes = encodeFrame({ opcode: 1, maskingKey: null, payload, ...description });
	draft.load(appendItem(EMPTY_RUN, newFrame(bytes)));
	const newKey = () => Uint8Array.of(1, 2, 3, 4);
	const screen = await renderWithText(EditorTools, { draft, newKey });
	return { ...screen, draft, hex: () => formatHex(draft.selected?.bytes ?? new Uint8Array(0)) };
}

test('a preset takes the frame’s place', async () => {
	const { draft } = await show();
	await page.getByRole('button', { name: 'Presets' }).click();
	await page.getByRole('menuitem', { name: 'Ping between fragments' }).click();
	expect(draft.run.items).toHaveLength(3);
	expect(draft.selectedId).toBe(draft.run.items[0]?.id);
});

test('undo and redo are at hand where the editor stands alone', async () => {
	await page.viewport(500, 700);
	const { draft, hex } = await show();
	const before = hex();
	draft.setBytes(Uint8Array.of(0x89, 0x00));
	await page.getByRole('button', { name: 'Undo' }).click();
	expect(hex()).toBe(before);
	await page.getByRole('button', { name: 'Redo' }).click();
	expect(hex()).toBe('89 00');
});

test('beside the run, its undo is the only one', async () => {
	await show();
	await expect.element(page.getByText('Presets')).toBeVisible();
	expect(page.getByRole('button', { name: 'Undo' }).elements()).toEqual([]);
});

test.each([
	['C array', /const unsigned char frame\[\] = \{\s*0x81, 0x05/],
	['Python', /b'\\x81\\x05/]
])('the bytes are listed as %s', async (name, listing) => {
	const { container } = await show();
	await page.getByRole('button', { name: 'Copy as' }).click();
	await page.getByRole('radio', { name }).click();
	await expect.poll(() => container.querySelector('[popover] pre')?.textContent).toMatch(listing);
});
