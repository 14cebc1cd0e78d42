import { afterEach, describe, expect, it } from 'vitest';
import { ShortcutList } from './shortcuts.svelte.ts';

afterEach(() => {
	localStorage.clear();
	document.body.replaceChildren();
});

/** What a list makes of a key pressed in an element. */
function press(list: ShortcutList, init: KeyboardEventInit, tag = 'div', type = ''): string | null {
	const element = document.createElement(tag);
	if (type) element.setAttribute('type', type);
	document.body.append(element);
	let key: string | null = null;
	const listen = (event: KeyboardEvent) => (key = list.singleKey(event));
	addEventListener('keydown', listen, { once: true });
	element.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }));
	return key;
}

describe('ShortcutList', () => {
	it('lists groups in the order they were added, and drops them', () => {
		const list = new ShortcutList();
		const drop = list.add(() => ({ title: 'Bits', shortcuts: [] }));
		list.add(() => ({ title: 'Player', shortcuts: [] }));
		expect(list.groups.map((group) => group.title)).toEqual(['Bits', 'Player']);
		drop();
		expect(list.groups.map((group) => group.title)).toEqual(['Player']);
	});

	it.each([
		['div', '', '?'],
		['input', 'range', '?'],
		['input', 'radio', '?'],
		['input', 'text', null],
		['textarea', '', null],
		['select', '', null]
	])('hears ? pressed in a %s %s as %s', (tag, type, heard) => {
		expect(press(new ShortcutList(), { key: '?' }, tag, type)).toBe(heard);
	});

	it.each(['ctrlKey', 'metaKey', 'altKey', 'isComposing'])('leaves keys with %s alone', (held) => {
		expect(press(new ShortcutList(), { key: '?', [held]: true })).toBeNull();
	});

	it('hears nothing once single keys are turned off, also after a reload', () => {
		new ShortcutList().hasSingleKeys = false;
		expect(press(new ShortcutList(), { key: '?' })).toBeNull();
	});
});
