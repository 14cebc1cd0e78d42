import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Button from './Button.svelte';
import IconButton from './IconButton.svelte';

const children = createRawSnippet(() => ({ render: () => '<span>Connect</span>' }));

describe('Button', () => {
	it('is a button that submits nothing unless it is told to', async () => {
		const screen = await render(Button, { children });
		await expect.element(screen.getByRole('button')).toHaveAttribute('type', 'button');
	});

	it('calls back when pressed by keyboard', async () => {
		const onclick = vi.fn((event: Event) => event.preventDefault());
		const screen = await render(Button, { children, onclick });
		screen.getByRole('button').element().focus();
		await screen.getByRole('button').click();
		expect(onclick).toHaveBeenCalledOnce();
	});

	it('is a link where it has an address', async () => {
		const screen = await render(Button, { children, href: '/en/lab' });
		const link = screen.getByRole('link', { name: 'Connect' });
		await expect.element(link).toHaveAttribute('href', '/en/lab');
		await expect.element(link).not.toHaveAttribute('type');
	});

	it('hides its icon from screen readers', async () => {
		const screen = await render(Button, { children, icon: 'plug' });
		expect(screen.container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
	});
});

describe('IconButton', () => {
	it('is named by its label, and shows it on hover', async () => {
		const screen = await render(IconButton, { icon: 'play', label: 'Play' });
		const button = screen.getByRole('button', { name: 'Play' });
		await expect.element(button).toHaveAttribute('title', 'Play');
	});

	it('is no smaller than the least target size of WCAG 2.2', async () => {
		const screen = await render(IconButton, { icon: 'play', label: 'Play', size: 'small' });
		const { width, height } = screen.getByRole('button').element().getBoundingClientRect();
		expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
	});
});
