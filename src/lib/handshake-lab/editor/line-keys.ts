/**
 * Moving through the lines of a draft by keyboard: one tab stop a line, arrows from cell to cell.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex
 */

export type LineKey =
	| { readonly kind: 'move'; readonly by: 1 | -1 }
	| { readonly kind: 'duplicate'; readonly by: 1 | -1 }
	| { readonly kind: 'go-line'; readonly by: 1 | -1 }
	| { readonly kind: 'go-cell'; readonly by: 1 | -1 }
	| { readonly kind: 'insert' }
	| { readonly kind: 'remove' };

type Press = Pick<
	KeyboardEvent,
	'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'
>;

/** Where the caret stands in a field; null for a cell that takes no text. */
export interface Caret {
	readonly isAtStart: boolean;
	readonly isAtEnd: boolean;
	/** The field offers a list: arrows and Enter choose from it. */
	readonly hasList: boolean;
}

/** Null: the key is not for the table. */
export function readLineKey(event: Press, caret: Caret | null): LineKey | null {
	if (event.isComposing || event.ctrlKey || event.metaKey) return null;
	if (caret?.hasList && !event.key.match(/^Arrow(Left|Right)$/)) return null;
	const vertical = { ArrowUp: -1, ArrowDown: 1 } as const;
	const by = vertical[event.key as keyof typeof vertical];
	if (by !== undefined) {
		if (!event.altKey) return event.shiftKey ? null : { kind: 'go-line', by };
		return event.shiftKey ? { kind: 'duplicate', by } : { kind: 'move', by };
	}
	if (event.altKey || event.shiftKey) return null;
	if (event.key === 'ArrowLeft') return cell(-1, caret?.isAtStart);
	if (event.key === 'ArrowRight') return cell(1, caret?.isAtEnd);
	if (event.key === 'Enter' && caret) return { kind: 'insert' };
	if ((event.key === 'Delete' || event.key === 'Backspace') && !caret) return { kind: 'remove' };
	return null;
}

function cell(by: 1 | -1, isAtEdge = true): LineKey | null {
	return isAtEdge ? { kind: 'go-cell', by } : null;
}

export function caretOf(element: Element): Caret | null {
	if (!(element instanceof HTMLInputElement)) return null;
	const { selectionStart, selectionEnd, value } = element;
	const isPoint = selectionStart === selectionEnd;
	return {
		isAtStart: isPoint && selectionStart === 0,
		isAtEnd: isPoint && selectionEnd === value.length,
		hasList: element.list !== null
	};
}
