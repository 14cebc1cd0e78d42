/** A result as a table that can be pasted: numbers bare, as spreadsheets read them. */
import { bytesPerEvent, overheadPerEvent } from './overhead.ts';
import type { LaneResult, RaceResult } from './race-result.ts';
import { estimateHeaders } from './segments.ts';

/** Measured columns, in order; before them stand the lane's name and its settings. */
const MEASURES = {
	events: ({ delivered }) => delivered,
	requests: ({ requests }) => requests,
	up: ({ up }) => up,
	down: ({ down }) => down,
	heads: ({ headUp, headDown, unknownHeads }) => (unknownHeads > 0 ? null : headUp + headDown),
	perEvent: (lane) => tenths(bytesPerEvent(lane)),
	overhead: (lane) => tenths(overheadPerEvent(lane)),
	headers: (lane) => estimateHeaders(lane).total,
	median: ({ delays }) => milliseconds(delays?.p50),
	p95: ({ delays }) => milliseconds(delays?.p95),
	p99: ({ delays }) => milliseconds(delays?.p99),
	connections: ({ connections }) => connections,
	empty: ({ emptyAnswers }) => emptyAnswers,
	duplicates: ({ duplicates }) => duplicates,
	missing: ({ missing, skipped }) => missing + skipped
} as const satisfies Record<string, (lane: LaneResult) => number | null>;

export type TableColumn = 'transport' | 'settings' | keyof typeof MEASURES;

export interface TableWords {
	readonly columns: Readonly<Record<TableColumn, string>>;
	/** Of a lane, by its place in `RaceResult.lanes`. */
	readonly laneName: (lane: number) => string;
	readonly settings: (lane: LaneResult) => string;
}

/** The heads of the columns, then a row for each lane. */
export type Table = readonly (readonly string[])[];

export function tableOf({ lanes }: RaceResult, words: TableWords): Table {
	const measures = Object.entries(MEASURES);
	const { transport, settings } = words.columns;
	const names = Object.keys(MEASURES) as (keyof typeof MEASURES)[];
	return [
		[transport, settings, ...names.map((name) => words.columns[name])],
		...lanes.map((lane, at) => [
			words.laneName(at),
			words.settings(lane),
			...measures.map(([, measure]) => String(measure(lane) ?? ''))
		])
	];
}

/** Cells between tabs, as spreadsheets take them from the clipboard. */
export function toTsv(table: Table): string {
	return table.map((row) => row.map(oneLine).join('\t')).join('\n');
}

export function toMarkdown(table: Table): string {
	const [head = [], ...rows] = table.map((row) => row.map(escapeCell));
	const rule = head.map((_, column) => (column < 2 ? '---' : '---:'));
	return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function oneLine(cell: string): string {
	return cell.replace(/[\t\r\n]+/g, ' ');
}

function escapeCell(cell: string): string {
	return oneLine(cell).replace(/[\\|]/g, '\\$&');
}

function tenths(value: number | null): number | null {
	return value === null ? null : Math.round(value * 10) / 10;
}

function milliseconds(microseconds: number | undefined): number | null {
	return microseconds === undefined ? null : Math.round(microseconds / 10) / 100;
}
