import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Tabs from './Tabs.svelte';

const tabs = [
	{ value: 'bits', label: 'Bits' },
	{ value: 'bytes', label: 'Bytes', disabled: true },
	{ value: 'fields', label: 'Fields' }
];
const panel = createRawSnippet((value: () => string) => ({
	render: () => `<p>${value()}</p>`
}));

describe('Tabs', () => {
	it('names the panel by the open tab', async () => {
		const screen = await render(Tabs, { label: 'Anatomy', tabs, value: 'bits', panel });
		await expect.element(screen.getByRole('tabpanel', { name: 'Bits' })).toHaveTextContent('bits');
		await expect.element(screen.getByRole('tab', { selected: true })).toHaveTextContent('Bits');
	});

	it.each([
		['{ArrowRight}', 'fields'],
		['{ArrowLeft}', 'fields'],
		['{End}', 'fields']
	])('opens and focuses the next tab that is not disabled on %s', async (keys, opened) => {
		const onchange = vi.fn();
		const screen = await render(Tabs, { label: 'Anatomy', tabs, value: 'bits', panel, onchange });
		screen.getByRole('tab', { name: 'Bits' }).element().focus();
		await userEvent.keyboard(keys);
		expect(onchange).toHaveBeenCalledExactlyOnceWith(opened);
		await expect.element(screen.getByRole('tab', { name: 'Fields' })).toHaveFocus();
	});

	it('names the panel that stands elsewhere', async () => {
		const screen = await render(Tabs, {
			label: 'Panes',
			tabs,
			value: 'bits',
			panelId: (value: string) => `pane-${value}`
		});
		const tab = screen.getByRole('tab', { name: 'Fields' });
		await expect.element(tab).toHaveAttribute('aria-controls', 'pane-fields');
	});
});
