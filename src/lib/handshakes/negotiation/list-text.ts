/** A comma-separated value edited element by element: the text is the truth. */
import { elementsOf } from './negotiation-draft.ts';

const joined = (elements: readonly string[]) => elements.join(', ');

export function setElement(text: string, at: number, element: string): string {
	return joined(elementsOf(text).map((each, index) => (index === at ? element : each)));
}

export function addElement(text: string, element: string): string {
	return joined([...elementsOf(text), element]);
}

export function removeElement(text: string, at: number): string {
	return joined(elementsOf(text).filter((_, index) => index !== at));
}

/** The text itself where there is no such place. */
export function moveElement(text: string, from: number, to: number): string {
	const all = elementsOf(text);
	const moved = all[from];
	if (moved === undefined || to < 0 || to >= all.length) return text;
	const others = all.filter((_, index) => index !== from);
	return joined([...others.slice(0, to), moved, ...others.slice(to)]);
}
