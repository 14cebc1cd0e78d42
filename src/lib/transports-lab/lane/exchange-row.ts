/** One exchange in a line of the list: its columns as text. */
import type { Formats } from '#lib/i18n/format.ts';
import type { Text } from '#lib/i18n/text.ts';
import type { LaneExchange } from '#lib/transports/measure/lane-exchange.ts';

export interface ExchangeRow {
	readonly number: string;
	readonly method: string;
	/** Path and query, without the lane's key: it is long, and the same in every row. */
	readonly path: string;
	readonly status: string;
	readonly begun: string;
	readonly up: string;
	readonly down: string;
	readonly connection: string;
	readonly held: string;
	readonly events: string;
}

type Words = Text['transportsLab']['lane']['list'];

/** @param origin µs of the session at which the lanes began to connect */
export function exchangeRow(
	exchange: LaneExchange,
	{ origin, events }: { readonly origin: number; readonly events: number | null },
	words: Words,
	format: Formats
): ExchangeRow {
	const { number, method, target, status, t, up, down, socket } = exchange;
	return {
		number: format.number(number),
		method: method ?? '',
		path: shortTarget(target),
		status: status === null ? (exchange.end === null ? words.pending : '–') : String(status),
		begun: format.decimals((t - origin) / 1_000_000, 3),
		up: format.number(up),
		down: format.number(down),
		connection: format.number(socket),
		held: heldText(exchange, words, format),
		events: events === null ? words.unknownEvents : String(events)
	};
}

/** Longest path in a row, in UTF-16 units: it is drawn in one line. */
const LONGEST_PATH = 200;

export function shortTarget(target: string | null): string {
	if (target === null) return '';
	return target.replace(/([?&]lane=)[A-Za-z0-9_-]+/, '$1…').slice(0, LONGEST_PATH);
}

/** µs from the request's last byte to the end of the exchange; null while it goes on. */
export function heldTime({ requestEnd, t, end }: LaneExchange): number | null {
	return end === null ? null : Math.max(0, end - (requestEnd ?? t));
}

function heldText(exchange: LaneExchange, words: Words, format: Formats): string {
	const held = heldTime(exchange);
	return held === null ? words.pending : format.decimals(held / 1000, 1);
}
