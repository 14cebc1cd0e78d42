/**
 * The choice of colours: as the system says, or light, or dark. Stored, shared by all tabs, and
 * applied before the first paint by the script in src/app.html, which reads the same key.
 */
import { createSubscriber } from 'svelte/reactivity';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'wire101.theme';

export class ThemeChoice {
	#subscribe = createSubscriber((update) => {
		const onStorage = (event: StorageEvent) => {
			if (event.key !== KEY && event.key !== null) return;
			apply(read());
			update();
		};
		this.#update = update;
		addEventListener('storage', onStorage);
		return () => removeEventListener('storage', onStorage);
	});
	#update: (() => void) | undefined;

	get current(): Theme {
		this.#subscribe();
		return shown();
	}

	set current(theme: Theme) {
		write(theme);
		apply(theme);
		this.#update?.();
	}
}

/** What the document shows is the truth, also where nothing can be stored. */
function shown(): Theme {
	if (typeof document === 'undefined') return 'system';
	return asTheme(document.documentElement.dataset.theme);
}

function apply(theme: Theme): void {
	if (theme === 'system') delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = theme;
}

function read(): Theme {
	try {
		return asTheme(localStorage.getItem(KEY));
	} catch {
		return 'system';
	}
}

function write(theme: Theme): void {
	try {
		if (theme === 'system') localStorage.removeItem(KEY);
		else localStorage.setItem(KEY, theme);
	} catch {
		// Private windows may refuse: the choice then holds for this page.
	}
}

function asTheme(value: string | null | undefined): Theme {
	return value === 'light' || value === 'dark' ? value : 'system';
}
