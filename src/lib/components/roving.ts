/**
 * Moving the one tab stop inside a composite widget with the keyboard.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex
 */

const STEPS: Readonly<Record<'horizontal' | 'vertical', Readonly<Record<string, 1 | -1>>>> = {
	horizontal: { ArrowRight: 1, ArrowLeft: -1 },
	vertical: { ArrowDown: 1, ArrowUp: -1 }
};

/**
 * The index that a key leads to, around the ends; null when the key does not move.
 * `at` is -1 when nothing is current: forwards then starts at the first, backwards at the last.
 */
export function nextIndex(
	event: Pick<KeyboardEvent, 'key'>,
	at: number,
	count: number,
	axis: 'horizontal' | 'vertical'
): number | null {
	if (count === 0) return null;
	if (event.key === 'Home') return 0;
	if (event.key === 'End') return count - 1;
	const step = STEPS[axis][event.key];
	if (step === undefined) return null;
	if (at < 0) return step > 0 ? 0 : count - 1;
	return (at + step + count) % count;
}
