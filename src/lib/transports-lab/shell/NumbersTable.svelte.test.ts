import '#lib/styles/index.css';
import { createRawSnippet } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { NumbersColumn } from './numbers-column.ts';
import NumbersTable from './NumbersTable.svelte';

type Id = 'number' | 'city' | 'sky' | 'high' | 'low' | 'link';
type Row = Readonly<Record<Id, string>>;

const COLUMNS: readonly NumbersColumn<Id>[] = [
	{ id: 'number', head: 'no.', kind: 'order' },
	{ id: 'city', head: 'city', kind: 'name' },
	{ id: 'sky', head: 'sky', kind: 'words' },
	{ id: 'high', head: 'high (°C)' },
	{ id: 'low', head: 'low (°C)' },
	{ id: 'link', head: 'forecast', kind: 'link' }
];
const ROWS: readonly Row[] = [
	{ number: '1', city: 'Oslo', sky: 'clear', high: '21', low: '9', link: 'more' },
	{ number: '2', city: 'Cairo', sky: 'hazy', high: '38', low: '24', link: 'more' }
];
const cell = createRawSnippet<[row: Row, column: Id]>((row, column) => ({
	render: () => `<span>${row()[column()]}</span>`
}));

beforeEach(() => page.viewport(1000, 600));
afterEach(() => document.documentElement.removeAttribute('style'));

function show(changed: { showsCaption?: boolean; isCurrent?: (row: Row) => boolean } = {}) {
	return render(NumbersTable<Row, Id>, {
		caption: 'Weather',
		columns: COLUMNS,
		rows: ROWS,
		keyOf: (row) => row.number,
		cell,
		...changed
	});
}

/** Set around the table, as its users do. */
const setLength = (name: string, value: string) =>
	document.documentElement.style.setProperty(name, value);
const table = () => page.getByRole('table', { name: 'Weather', exact: true });
const box = () => page.getByRole('group', { name: 'Weather', exact: true }).element();
const head = (name: string) => table().getByRole('columnheader', { name, exact: true }).element();

function cellOf(column: Id, row = 0): HTMLElement {
	const found = box().querySelectorAll<HTMLElement>(`tbody [data-column="${column}"]`)[row];
	return found ?? expect.fail(`no cell of ${column}`);
}

const labelOf = (element: Element) => getComputedStyle(element, '::before').content;
const top = (element: Element) => element.getBoundingClientRect().top;

test('each column and row has its head, and a cell the name of its column', async () => {
	await show();
	for (const { head: name } of COLUMNS) expect(head(name).getAttribute('scope')).toBe('col');
	const names = table().getByRole('rowheader').elements();
	expect(names.map(({ textContent }) => textContent)).toEqual(['Oslo', 'Cairo']);
	expect(cellOf('high').dataset).toMatchObject({ name: 'high (°C)' });
});

test('figures end below one another, words and names begin so', async () => {
	await show();
	const alignOf = (id: Id) => getComputedStyle(cellOf(id)).textAlign;
	expect((['number', 'city', 'sky', 'high', 'low'] as const).map(alignOf)).toEqual([
		'start',
		'start',
		'start',
		'end',
		'end'
	]);
	expect(getComputedStyle(cellOf('high')).fontVariantNumeric).toBe('tabular-nums');
});

test.each([
	[true, 'none'],
	[false, 'inset(50%)']
])('whether its caption is seen is said by who uses it: %s', async (showsCaption, clipped) => {
	await show({ showsCaption });
	const caption = box().querySelector('caption') ?? box();
	expect(getComputedStyle(caption).clipPath).toBe(clipped);
});

test('the row that still changes is marked', async () => {
	await show({ isCurrent: ({ city }) => city === 'Cairo' });
	const marked = box().querySelectorAll('tr[data-current]');
	expect(Array.from(marked, (row) => row.querySelector('th')?.textContent)).toEqual(['Cairo']);
});

test('where its box is narrow, a row is its name and labelled pairs', async () => {
	await page.viewport(400, 600);
	await show();
	expect(top(cellOf('sky'))).toBeGreaterThan(top(cellOf('city')));
	expect((['sky', 'high', 'low'] as const).map((id) => labelOf(cellOf(id)))).toEqual([
		'"sky"',
		'"high (°C)"',
		'"low (°C)"'
	]);
	expect(labelOf(cellOf('link'))).toBe('none');
	expect(cellOf('number').getBoundingClientRect().width).toBe(1);
	expect(box().scrollWidth).toBe(box().clientWidth);
});

test('rows that became pairs are still rows of a table', async () => {
	await page.viewport(400, 600);
	await show();
	expect(table().getByRole('row').elements()).toHaveLength(3);
	expect(head('high (°C)')).toBeInstanceOf(HTMLTableCellElement);
	expect(table().getByRole('rowheader', { name: 'Oslo' }).elements()).toHaveLength(1);
});

test.each([
	['30rem', 'none'],
	['60rem', '"high (°C)"']
])('rows become pairs in a box of 800 px that folds below %s: %s', async (least, label) => {
	setLength('--folds-below', least);
	setLength('inline-size', '800px');
	await show();
	expect(labelOf(cellOf('high'))).toBe(label);
});

test.each([
	['10rem', true],
	['min(100%, 15rem)', false]
])('pairs of %s at least stand beside one another: %s', async (width, isBeside) => {
	await page.viewport(400, 600);
	setLength('--pair-width', width);
	await show();
	expect(top(cellOf('sky')) === top(cellOf('high'))).toBe(isBeside);
});

test('a table wider than its box scrolls in it, by the keyboard too', async () => {
	setLength('--folds-below', '1rem');
	setLength('inline-size', '120px');
	await show();
	expect(box().scrollWidth).toBeGreaterThan(box().clientWidth);
	expect(document.documentElement.scrollWidth).toBe(document.documentElement.clientWidth);
	await userEvent.keyboard('{Tab}');
	expect(document.activeElement).toBe(box());
});
