/** A race's result as rows of figures, and as the table that is copied. */
import type { Formats } from '#lib/i18n/format.ts';
import type { Text } from '#lib/i18n/text.ts';
import { bytesPerEvent, overheadPerEvent } from '#lib/transports/measure/overhead.ts';
import type { LaneResult, RaceResult } from '#lib/transports/measure/race-result.ts';
import { tableOf, type Table } from '#lib/transports/measure/race-table.ts';
import { describeLane, laneNames, resultLaneNames } from './lane-words.ts';

type Words = Text['transportsLab']['shell'];

export const COLUMNS = [
	'requests',
	'events',
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
	const { requests, delivered, up, down, delays, connections } = lane;
	return {
		requests,
		events: delivered,
		up,
		down,
		perEvent: bytesPerEvent(lane),
		overhead: overheadPerEvent(lane),
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
	{ number, decimals }: Formats
): string {
	const figure = row.figures[column];
	if (figure === null) return words.table.none;
	if (column === 'events') {
		return words.table.of(number(figure), number(result.emitted.count));
	}
	const digits = DECIMALS[column];
	return digits === undefined ? number(figure) : decimals(figure, digits);
}

/** The table that is copied: all columns, all lanes, figures bare. */
export function resultTable(result: RaceResult, text: Text, format: Formats): Table {
	const { shell, summary } = text.transportsLab;
	const names = resultLaneNames(result, shell, format);
	return tableOf(result, {
		columns: summary.table.columns,
		laneName: (lane) => names[lane] ?? '',
		settings: ({ planned }) => describeLane(planned, shell, format)
	});
}
