import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Menu from './Menu.svelte';

const items = [
	{ value: 'open', label: 'Open a file…' },
	{ value: 'save', label: 'Save as a file', disabled: true },
	{ value: 'sample', label: 'Sample recording' },
	{ value: 'live', label: 'Back to live' }
];

async function openMenu(onselect = vi.fn()) {
	const screen = await render(Menu, { label: 'Recording', items, onselect });
	await screen.getByRole('button', { name: 'Recording' }).click();
	await expect.element(screen.getByRole('menuitem', { name: 'Open a file…' })).toHaveFocus();
	return { screen, onselect };
}

describe('Menu', () => {
	it('says on its button that a menu opens, and whether it is open', async () => {
		const { screen } = await openMenu();
		const button = screen.getByRole('button', { name: 'Recording' });
		await expect.element(button).toHaveAttribute('aria-haspopup', 'menu');
		await expect.element(button).toHaveAttribute('aria-expanded', 'true');
	});

	it.each([
		['{ArrowDown}', 'Sample recording'],
		['{ArrowUp}', 'Back to live'],
		['{End}', 'Back to live'],
		['b', 'Back to live'],
		['s', 'Sample recording']
	])('moves the focus on %s to %s', async (keys, focused) => {
		const { screen } = await openMenu();
		await userEvent.keyboard(keys);
		await expect.element(screen.getByRole('menuitem', { name: focused })).toHaveFocus();
	});

	it('closes, gives the focus back and tells the choice on Enter', async () => {
		const { screen, onselect } = await openMenu();
		await userEvent.keyboard('{ArrowDown}{Enter}');
		expect(onselect).toHaveBeenCalledExactlyOnceWith('sample');
		await expect.element(screen.getByRole('button', { name: 'Recording' })).toHaveFocus();
	});

	it('chooses nothing on Escape', async () => {
		const { screen, onselect } = await openMenu();
		await userEvent.keyboard('{Escape}');
		await expect.element(screen.getByRole('button')).toHaveAttribute('aria-expanded', 'false');
		expect(onselect).not.toHaveBeenCalled();
	});

	it('closes on Tab, which goes on from the button', async () => {
		const { screen } = await openMenu();
		await userEvent.keyboard('{Tab}');
		await expect.element(screen.getByRole('button')).toHaveAttribute('aria-expanded', 'false');
	});

	it('begins at the chosen one of a choice', async () => {
		const choice = [
			{ value: 'light', label: 'Light', checked: false },
			{ value: 'dark', label: 'Dark', checked: true }
		];
		const screen = await render(Menu, { label: 'Theme', items: choice, onselect: vi.fn() });
		await screen.getByRole('button', { name: 'Theme' }).click();
		const dark = screen.getByRole('menuitemradio', { name: 'Dark' });
		await expect.element(dark).toHaveFocus();
		await expect.element(dark).toHaveAttribute('aria-checked', 'true');
	});

	it('stands under its button', async () => {
		const { screen } = await openMenu();
		const button = screen.getByRole('button').element().getBoundingClientRect();
		const menu = screen.getByRole('menu').element().getBoundingClientRect();
		expect(menu.top).toBeGreaterThan(button.bottom);
		expect(Math.abs(menu.left - Math.max(button.left, 8))).toBeLessThan(4);
	});
});
