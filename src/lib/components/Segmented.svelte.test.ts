import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '#lib/styles/index.css';
import Segmented from './Segmented.svelte';

const options = [
	{ value: 'text', label: 'text' },
	{ value: 'binary', label: 'binary' },
	{ value: 'ping', label: 'ping', disabled: true },
	{ value: 'close', label: 'close' }
];

/** Starts where the tab key would lead, wherever an earlier test left the focus. */
const focus = (screen: { container: HTMLElement }) =>
	screen.container.querySelector<HTMLElement>(':checked')?.focus();

describe('Segmented', () => {
	it('is one named choice with one chosen option', async () => {
		const screen = await render(Segmented, { label: 'What to send', options, value: 'binary' });
		await expect.element(screen.getByRole('radiogroup', { name: 'What to send' })).toBeVisible();
		await expect.element(screen.getByRole('radio', { name: 'binary' })).toBeChecked();
		await expect.element(screen.getByRole('radio', { name: 'text' })).not.toBeChecked();
	});

	it('tells what was chosen by mouse', async () => {
		const onchange = vi.fn();
		const screen = await render(Segmented, { label: 'Kind', options, value: 'text', onchange });
		await screen.getByRole('radio', { name: 'close' }).click();
		expect(onchange).toHaveBeenCalledExactlyOnceWith('close');
		await expect.element(screen.getByRole('radio', { name: 'close' })).toBeChecked();
	});

	it('moves the choice with the arrows, past what is disabled', async () => {
		const onchange = vi.fn();
		const screen = await render(Segmented, { label: 'Kind', options, value: 'text', onchange });
		focus(screen);
		await userEvent.keyboard('{ArrowRight}{ArrowRight}');
		expect(onchange.mock.calls).toEqual([['binary'], ['close']]);
	});

	it('is one stop for the tab key', async () => {
		const screen = await render(Segmented, { label: 'Kind', options, value: 'binary' });
		focus(screen);
		await userEvent.tab();
		await expect.element(screen.getByRole('radio', { name: 'close' })).not.toHaveFocus();
	});

	it('shows the focus around the option', async () => {
		const screen = await render(Segmented, { label: 'Kind', options, value: 'text' });
		focus(screen);
		await userEvent.keyboard('{ArrowRight}{ArrowLeft}');
		const label = screen.getByText('text').element().closest('label');
		expect(label && getComputedStyle(label).outlineStyle).toBe('solid');
	});
});
