import { expect, test } from 'vitest';
import { readLineKey } from './line-keys.ts';

const NO_MODIFIER = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const press = (key: string, modifiers: Partial<typeof NO_MODIFIER> = {}) => ({
	key,
	...NO_MODIFIER,
	...modifiers,
	isComposing: false
});
const caret = { isAtStart: false, isAtEnd: true, hasList: false };

test.each([
	['an arrow down goes to the next line', press('ArrowDown'), caret, { kind: 'go-line', by: 1 }],
	[
		'with Alt it moves the line',
		press('ArrowUp', { altKey: true }),
		caret,
		{ kind: 'move', by: -1 }
	],
	[
		'with Alt and Shift it doubles the line',
		press('ArrowDown', { altKey: true, shiftKey: true }),
		null,
		{ kind: 'duplicate', by: 1 }
	],
	['at the end of a text → goes on', press('ArrowRight'), caret, { kind: 'go-cell', by: 1 }],
	['inside a text ← stays in it', press('ArrowLeft'), caret, null],
	['on a button ← goes on', press('ArrowLeft'), null, { kind: 'go-cell', by: -1 }],
	['Enter in a text adds a line', press('Enter'), caret, { kind: 'insert' }],
	['Enter on a button presses it', press('Enter'), null, null],
	['Delete in a text deletes text', press('Delete'), caret, null],
	['Delete on a button removes the line', press('Delete'), null, { kind: 'remove' }],
	['Control keeps its keys', press('ArrowDown', { ctrlKey: true }), null, null],
	['a list of offers keeps its arrows', press('ArrowDown'), { ...caret, hasList: true }, null],
	['a list of offers keeps its Enter', press('Enter'), { ...caret, hasList: true }, null]
])('%s', (_, event, at, key) => {
	expect(readLineKey(event, at)).toEqual(key);
});

test('nothing is done while a word is being composed', () => {
	expect(readLineKey({ ...press('Enter'), isComposing: true }, caret)).toBeNull();
});
