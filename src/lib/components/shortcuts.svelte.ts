/**
 * The keyboard shortcuts that the page on the screen offers, for the help dialog (`?`).
 *
 * The shell provides one list; a page or a diagram adds its own while it is mounted:
 * `useShortcuts(() => ({ title: text().player.keys, shortcuts: [...] }))`.
 */
import { createContext, onDestroy } from 'svelte';

export interface Shortcut {
	/** Keys as they are lettered, in the order pressed: `['←', '→']` are two ways, `['Shift+F']` one. */
	readonly keys: readonly string[];
	readonly does: string;
}

export interface ShortcutGroup {
	readonly title: string;
	readonly shortcuts: readonly Shortcut[];
}

type Source = () => ShortcutGroup;

export class ShortcutList {
	#sources = $state.raw<readonly Source[]>([]);

	/** Groups in the order they were added, in the language of now. */
	get groups(): readonly ShortcutGroup[] {
		return this.#sources.map((source) => source());
	}

	/** Adds a group until the returned function is called. */
	add(source: Source): () => void {
		this.#sources = [...this.#sources, source];
		return () => {
			this.#sources = this.#sources.filter((other) => other !== source);
		};
	}
}

const [getShortcutList, setShortcutList] = createContext<ShortcutList>();
export { getShortcutList, setShortcutList };

/** Adds a group to the help for as long as the calling component lives. */
export function useShortcuts(source: Source): void {
	onDestroy(getShortcutList().add(source));
}

/** Whether a key press is meant for a control that takes text, and not for a shortcut. */
export function isTyping(event: KeyboardEvent): boolean {
	const target = event.target;
	if (!(target instanceof HTMLElement)) return false;
	if (target.isContentEditable || target instanceof HTMLSelectElement) return true;
	if (target instanceof HTMLTextAreaElement) return true;
	return (
		target instanceof HTMLInputElement &&
		!['radio', 'checkbox', 'range', 'button'].includes(target.type)
	);
}
