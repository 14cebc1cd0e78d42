import { expect, test } from 'vitest';
import { SelectionState } from './selection.svelte.ts';

class Cursor {
	record = 3;
	goToRecord(index: number): void {
		this.record = index;
	}
}

test('nothing is selected at first', () => {
	expect(new SelectionState(new Cursor()).current).toBeNull();
});

test('a chosen field and bit are what is lit', () => {
	const selection = new SelectionState(new Cursor());
	selection.select({ record: 3, field: 'mask', bit: 8 });
	expect(selection.current).toEqual({ record: 3, field: 'mask', bit: 8 });
});

test('choosing in another record moves the cursor there', () => {
	const cursor = new Cursor();
	new SelectionState(cursor).select({ record: 7, field: 'fin' });
	expect(cursor.record).toBe(7);
});

test('the field stays chosen when the cursor moves, the bit does not', () => {
	const cursor = new Cursor();
	const selection = new SelectionState(cursor);
	selection.select({ record: 3, field: 'masking-key', bit: 20 });
	cursor.record = 4;
	expect(selection.current).toEqual({ record: 4, field: 'masking-key' });
});

test('before the first record nothing is lit', () => {
	const cursor = new Cursor();
	const selection = new SelectionState(cursor);
	selection.select({ record: 3, field: 'fin' });
	cursor.record = -1;
	expect(selection.current).toBeNull();
});

test('clearing lets go of the field', () => {
	const selection = new SelectionState(new Cursor());
	selection.select({ record: 3, field: 'fin' });
	selection.clear();
	expect(selection.current).toBeNull();
});
