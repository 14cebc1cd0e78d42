/** Load runs as a table that is copied: figures bare, one row for each run. */
import type { Formats } from '#lib/i18n/format.ts';
import type { Text } from '#lib/i18n/text.ts';
import type { LoadOrder, LoadResult } from '#lib/transports/measure/load-report.ts';
import type { Table } from '#lib/transports/measure/race-table.ts';
import { costsOf, type RunCosts } from './costs.ts';

type Scale = Text['transportsLab']['scale'];

const MEASURES = {
	clients: ({ order }) => order.subscribers,
	rss: (_, { rss }) => Math.round(rss),
	heap: (_, { heap }) => Math.round(heap),
	external: (_, { external }) => Math.round(external),
	waiting: (_, { waiting }) => rounded(waiting),
	floor: (_, { floor }) => rounded(floor),
	requests: (_, { requests }) => rounded(requests),
	up: (_, { up }) => rounded(up),
	down: (_, { down }) => rounded(down),
	delivered: (_, { delivered }) => rounded(delivered?.all),
	asWaiting: (_, { delivered }) => rounded(delivered?.asWaiting),
	connecting: (_, { connecting }) => rounded(connecting),
	events: ({ delivered }) => delivered,
	due: ({ due }) => due
} as const satisfies Record<string, (result: LoadResult, costs: RunCosts) => number | null>;

export type LoadColumn = keyof typeof MEASURES;
export const LOAD_COLUMNS = Object.keys(MEASURES) as readonly LoadColumn[];

export interface LoadRow {
	readonly name: string;
	readonly settings: string;
	/** Null: unknown. */
	readonly figures: Readonly<Record<LoadColumn, number | null>>;
}

export function loadRow(result: LoadResult, text: Text, format: Formats): LoadRow {
	const { shell, scale } = text.transportsLab;
	const costs = costsOf(result);
	const figures = LOAD_COLUMNS.map((name) => [name, MEASURES[name](result, costs)] as const);
	return {
		name: shell.transports[result.order.transport],
		settings: describeOrder(result.order, scale, format),
		figures: Object.fromEntries(figures) as LoadRow['figures']
	};
}

/** The heads of the columns, then a row for each run. */
export function loadTable(results: readonly LoadResult[], text: Text, format: Formats): Table {
	const { columns } = text.transportsLab.scale.table;
	return [
		[columns.transport, columns.settings, ...LOAD_COLUMNS.map((name) => columns[name])],
		...results.map((result) => {
			const { name, settings, figures } = loadRow(result, text, format);
			return [name, settings, ...LOAD_COLUMNS.map((column) => String(figures[column] ?? ''))];
		})
	];
}

export function describeOrder(
	{ transport, events, size, rate, interval, hold }: LoadOrder,
	{ table }: Pick<Scale, 'table'>,
	{ number, bytes }: Formats
): string {
	const parts = [table.settings(number(events), bytes(size), number(rate))];
	if (transport === 'short-polling') parts.unshift(table.interval(number(interval)));
	if (transport === 'long-polling') parts.unshift(table.hold(number(hold)));
	return parts.join(table.separator);
}

/** Three digits, as the noise of a run allows. */
function rounded(value: number | undefined): number | null {
	return value === undefined ? null : Number(value.toPrecision(3));
}
