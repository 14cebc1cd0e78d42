import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Dialog from './Dialog.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>? shows this list</p>' }));
const props = { title: 'Keyboard shortcuts', closeLabel: 'Close', children };

describe('Dialog', () => {
	it('stays hidden until it is opened', async () => {
		const screen = await render(Dialog, { ...props, open: false });
		expect(screen.container.querySelector('dialog')?.open).toBe(false);
	});

	it('is a modal named by its title', async () => {
		const screen = await render(Dialog, { ...props, open: true });
		await expect.element(screen.getByRole('dialog', { name: props.title })).toBeVisible();
		expect(screen.container.querySelector('dialog')?.matches(':modal')).toBe(true);
	});

	it.each(['Escape', 'its button'])('closes by %s and says so once', async (way) => {
		const onclose = vi.fn();
		const screen = await render(Dialog, { ...props, open: true, onclose });
		if (way === 'Escape') await userEvent.keyboard('{Escape}');
		else await screen.getByRole('button', { name: 'Close' }).click();
		await expect.poll(() => onclose.mock.calls.length).toBe(1);
		expect(screen.container.querySelector('dialog')?.open).toBe(false);
	});

	it('closes where the ground around it is pressed, not where it is itself', async () => {
		const onclose = vi.fn();
		const screen = await render(Dialog, { ...props, open: true, onclose });
		await screen.getByText('? shows this list').click();
		expect(onclose).not.toHaveBeenCalled();
		screen.container.querySelector('dialog')?.click();
		await expect.poll(() => onclose.mock.calls.length).toBe(1);
	});
});
