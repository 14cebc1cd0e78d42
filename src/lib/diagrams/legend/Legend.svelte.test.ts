import { expect, test } from 'vitest';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import Legend from './Legend.svelte';

test.each(['en', 'zh'] as const)(
	'every kind of field has its colour and its word in %s',
	async (language) => {
		const { container } = await renderWithText(Legend, {}, language);
		const items = [...container.querySelectorAll('li')];
		expect(container.querySelectorAll('[data-kind]').length).toBe(10);
		expect(items.every((item) => item.textContent?.trim())).toBe(true);
	}
);
