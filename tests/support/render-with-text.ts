/** Renders a component with the words of a language and the page's styles, in the test's browser. */
import '#lib/styles/index.css';
import { en } from '#lib/i18n/en/index.ts';
import { zh } from '#lib/i18n/zh/index.ts';
import type { Component } from 'svelte';
import { render } from 'vitest-browser-svelte';
import WithText from './WithText.svelte';

const WORDS = { en, zh };

/**
 * @param props of the component under test
 * @returns the screen, and `update`, which gives the component other props and keeps the rest
 */
export async function renderWithText<Props extends object>(
	component: Component<Props>,
	props: Props,
	language: keyof typeof WORDS = 'en'
) {
	const Under = component as unknown as Component<Record<string, unknown>>;
	const all = (given: Props) => ({
		words: WORDS[language],
		component: Under,
		given: given as Record<string, unknown>
	});
	const screen = await render(WithText, { props: all(props) });
	return {
		...screen,
		async update(changed: Partial<Props>): Promise<void> {
			props = { ...props, ...changed };
			await screen.rerender(all(props));
		}
	};
}
