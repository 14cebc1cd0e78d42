import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import SelectField from './SelectField.svelte';
import TextArea from './TextArea.svelte';
import TextField from './TextField.svelte';

describe.each(['inside', 'above', 'hidden'] as const)('a label %s', (caption) => {
	it('names the text field', async () => {
		const screen = await render(TextField, { label: 'URL', value: 'ws://localhost', caption });
		await expect
			.element(screen.getByRole('textbox', { name: 'URL' }))
			.toHaveValue('ws://localhost');
	});

	it('names the select field', async () => {
		const options = [{ value: 'on', label: 'on' }];
		const screen = await render(SelectField, { label: 'Deflate', options, value: 'on', caption });
		await expect.element(screen.getByRole('combobox', { name: 'Deflate' })).toHaveValue('on');
	});

	it('names the text area', async () => {
		const screen = await render(TextArea, { label: 'JSON', value: '{}', caption });
		await expect.element(screen.getByRole('textbox', { name: 'JSON' })).toHaveValue('{}');
	});
});

describe('TextField', () => {
	it('says in words what is wrong with the value', async () => {
		const screen = await render(TextField, {
			label: 'Close code',
			value: '12',
			error: 'A close code has four digits.'
		});
		const input = screen.getByRole('textbox', { name: 'Close code' });
		await expect.element(input).toBeInvalid();
		await expect.element(input).toHaveAccessibleDescription('A close code has four digits.');
	});

	it('reads the error before the hint', async () => {
		const screen = await render(TextField, {
			label: 'Code',
			value: '',
			error: 'Wrong.',
			hint: '1000'
		});
		await expect.element(screen.getByRole('textbox')).toHaveAccessibleDescription('Wrong. 1000');
	});

	it('does not let the browser correct bytes', async () => {
		const screen = await render(TextField, { label: 'Hex', value: '', mono: true });
		await expect.element(screen.getByRole('textbox')).toHaveAttribute('spellcheck', 'false');
	});
});

describe('SelectField', () => {
	it('tells the value that was chosen', async () => {
		const onchange = vi.fn();
		const options = [
			{ value: 'off', label: 'off' },
			{ value: 'on', label: 'on' }
		];
		const screen = await render(SelectField, { label: 'Deflate', options, value: 'off', onchange });
		await screen.getByRole('combobox').selectOptions('on');
		expect(onchange).toHaveBeenCalledExactlyOnceWith('on');
	});
});
