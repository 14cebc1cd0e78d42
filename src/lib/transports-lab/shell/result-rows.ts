/** A race's result as rows of figures: for the table on the page, and for those that are copied. */
import type { Formats } from '#lib/i18n/format.ts';
import type { Text } from '#lib/i18n/text.ts';
import type { LaneResult, RaceResult } from '#lib/transports/measure/race-result.ts';
import { laneNames } from './lane-words.ts';

type Words = Text['transportsLab']['shell'];

export const COLUMNS = [
	'requests',
	'delivered',
	'up',
	'down',
	'perEvent',
	'overhead',
	'median',
	'p95',
	'p99',
	'connections'
] as const;
export type Column = (typeof COLUMNS)[number];

export interface ResultRow {
	readonly name: string;
	readonly lane: LaneResult;
	/** Bytes, counts, or ms; null: nothing was delivered. */
	readonly figures: Readonly<Record<Column, number | null>>;
}

/** The page's own lanes, in the plan's order; other tabs' are in the run's file. */
export function resultRows(
	result: RaceResult,
	words: Words,
	format: Formats
): readonly ResultRow[] {
	const names = laneNames(result.plan.lanes, words, format);
	return result.lanes
		.filter(({ tab }) => tab === 0)
		.map((lane) => ({ name: names[lane.index] ?? '', lane, figures: figuresOf(lane) }));
}

function figuresOf(lane: LaneResult): ResultRow['figures'] {
	const { requests, delivered, deliveredBytes, up, down, delays, connections } = lane;
	const each = (bytes: number) => (delivered > 0 ? bytes / delivered : null);
	return {
		requests,
		delivered,
		up,
		down,
		perEvent: each(up + down),
		overhead: each(up + down - deliveredBytes),
		median: delays && delays.p50 / 1000,
		p95: delays && delays.p95 / 1000,
		p99: delays && delays.p99 / 1000,
		connections
	};
}

const DECIMALS: Readonly<Partial<Record<Column, number>>> = {
	perEvent: 1,
	overhead: 1,
	median: 2,
	p95: 2,
	p99: 2
};

/** A figure as it is read. */
export function figureText(
	row: ResultRow,
	column: Column,
	result: RaceResult,
	words: Words,
	{ number }: Formats
): string {
	const figure = row.figures[column];
	if (figure === null) return words.table.none;
	if (column === 'delivered') {
		return words.table.of(number(figure), number(result.emitted.count));
	}
	const decimals = DECIMALS[column];
	return decimals === undefined ? number(figure) : figure.toFixed(decimals);
}

/** Tab-separated: plain figures, as a spreadsheet reads them. */
export function rowsToTsv(rows: readonly ResultRow[], words: Words): string {
	const head = [words.table.transport, ...COLUMNS.map((column) => words.table[column])];
	const lines = rows.map(({ name, figures }) => [
		name,
		...COLUMNS.map((column) => plain(figures[column], DECIMALS[column] ?? 0))
	]);
	return [head, ...lines].map((cells) => cells.join('\t')).join('\n') + '\n';
}

export function rowsToMarkdown(
	rows: readonly ResultRow[],
	result: RaceResult,
	words: Words,
	format: Formats
): string {
	const head = [words.table.transport, ...COLUMNS.map((column) => words.table[column])];
	const rule = ['---', ...COLUMNS.map(() => '---:')];
	const lines = rows.map((row) => [
		row.name,
		...COLUMNS.map((column) => figureText(row, column, result, words, format))
	]);
	return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n') + '\n';
}

function plain(figure: number | null, decimals: number): string {
	return figure === null ? '' : figure.toFixed(decimals);
}
