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

const KEY = 'wire101.single-keys';

export class ShortcutList {
	#sources = $state.raw<readonly Source[]>([]);
	#hasSingleKeys = $state(readSingleKeys());

	/** Groups in the order they were added, in the language of now. */
	get groups(): readonly ShortcutGroup[] {
		return this.#sources.map((source) => source());
	}

	/** Whether single characters are shortcuts; the visitor may turn them off (WCAG 2.2, 2.1.4). */
	get hasSingleKeys(): boolean {
		return this.#hasSingleKeys;
	}

	set hasSingleKeys(on: boolean) {
		this.#hasSingleKeys = on;
		writeSingleKeys(on);
	}

	/**
	 * The key of a press that is meant as a shortcut; null while the visitor types, holds a modifier,
	 * or has turned such shortcuts off.
	 */
	singleKey(event: KeyboardEvent): string | null {
		if (!this.#hasSingleKeys || event.defaultPrevented || event.isComposing) return null;
		if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return null;
		return event.key;
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

function readSingleKeys(): boolean {
	if (typeof document === 'undefined') return true;
	try {
		return localStorage.getItem(KEY) !== 'off';
	} catch {
		return true;
	}
}

function writeSingleKeys(on: boolean): void {
	try {
		if (on) localStorage.removeItem(KEY);
		else localStorage.setItem(KEY, 'off');
	} catch {
		// Private windows may refuse: the choice then holds for this page.
	}
}
