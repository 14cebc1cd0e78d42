/**
 * One pair of listeners for a diagram of many small parts: which part was pressed, and where keys
 * lead. Parts carry their identity in a `data-…` attribute.
 */
import type { Attachment } from 'svelte/attachments';

export interface Picking {
	/** The attribute, such as `data-bit`. */
	readonly attribute: string;
	readonly onpick: (value: string, event: MouseEvent) => void;
	/** Returns whether the key was used, and must not scroll. */
	readonly onkey?: (value: string, event: KeyboardEvent) => boolean;
}

export function picking({ attribute, onpick, onkey }: Picking): Attachment<HTMLElement> {
	const valueAt = (event: Event) =>
		event.target instanceof Element
			? (event.target.closest(`[${attribute}]`)?.getAttribute(attribute) ?? null)
			: null;
	return (element) => {
		const click = (event: MouseEvent) => {
			const value = valueAt(event);
			if (value !== null) onpick(value, event);
		};
		const keydown = (event: KeyboardEvent) => {
			const value = valueAt(event);
			const isPlain = !event.altKey && !event.metaKey && !event.shiftKey;
			if (value !== null && isPlain && onkey?.(value, event)) event.preventDefault();
		};
		element.addEventListener('click', click);
		element.addEventListener('keydown', keydown);
		return () => {
			element.removeEventListener('click', click);
			element.removeEventListener('keydown', keydown);
		};
	};
}
