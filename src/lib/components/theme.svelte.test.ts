import { afterEach, describe, expect, it } from 'vitest';
import { ThemeChoice } from './theme.svelte.ts';

afterEach(() => {
	localStorage.clear();
	delete document.documentElement.dataset.theme;
});

describe('ThemeChoice', () => {
	it('follows the system until something is chosen', () => {
		expect(new ThemeChoice().current).toBe('system');
	});

	it('applies and stores a choice', () => {
		const theme = new ThemeChoice();
		theme.current = 'dark';
		expect(document.documentElement.dataset.theme).toBe('dark');
		expect(localStorage.getItem('wire101.theme')).toBe('dark');
	});

	it('forgets it when the system is to decide again', () => {
		const theme = new ThemeChoice();
		theme.current = 'light';
		theme.current = 'system';
		expect(document.documentElement.dataset.theme).toBeUndefined();
		expect(localStorage.getItem('wire101.theme')).toBeNull();
	});

	it('follows a choice made in another tab', () => {
		const seen: string[] = [];
		const stop = $effect.root(() => {
			const theme = new ThemeChoice();
			$effect.pre(() => void seen.push(theme.current));
		});
		localStorage.setItem('wire101.theme', 'dark');
		dispatchEvent(new StorageEvent('storage', { key: 'wire101.theme' }));
		return expect
			.poll(() => seen)
			.toEqual(['system', 'dark'])
			.then(stop);
	});
});
