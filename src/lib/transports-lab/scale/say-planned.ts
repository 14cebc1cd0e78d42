/** An extrapolation in words: what it comes to, and the same formula with its numbers put in. */
import type { Formats } from '#lib/i18n/format.ts';
import type { Text } from '#lib/i18n/text.ts';
import {
	extrapolate,
	type Extrapolated,
	type ExtrapolatedName,
	type FactorName
} from '#lib/transports/measure/extrapolate.ts';
import type { LoadResult } from '#lib/transports/measure/load-report.ts';
import { costsOf, isBelowFloor } from './costs.ts';
import { figure, rough } from './figure.ts';

type Words = Text['transportsLab']['scale']['planned'];

/** In the order in which they are read. */
export const PLANNED = [
	'memory',
	'heap',
	'idle-cores',
	'event-seconds',
	'connect-seconds',
	'files',
	'idle-requests',
	'idle-up',
	'idle-down'
] as const satisfies readonly ExtrapolatedName[];

export interface PlannedFigure {
	readonly name: ExtrapolatedName;
	/** What it comes to, such as `10.8 GiB`. */
	readonly shown: string;
	/** Such as `77,074,432 B + 1,000,000 × 10,887 B`; '' where nothing was measured. */
	readonly sum: string;
	/** Why it is no plain number; null: it is one. */
	readonly note: string | null;
}

/** @param clients a whole number, 1 or more */
export function sayPlanned(
	result: LoadResult,
	clients: number,
	words: Words,
	format: Formats
): readonly PlannedFigure[] {
	const { values } = extrapolate(result, clients);
	return PLANNED.map((name) => {
		const value = values.find((each) => each.name === name);
		if (!value) return { name, shown: words.unknown, sum: '', note: null };
		const sum = sumText(value, words, format);
		if (name === 'memory') return memory(value, sum, values, words, format);
		if (name === 'idle-cores') return idleCores(result, clients, value, sum, words, format);
		const note = name === 'event-seconds' && value.value === 0 ? words.beyondNone : null;
		return { name, shown: valueText(name, value.value, words, format), sum, note };
	});
}

/** Where less was added than is alive, pages of before were used again: the heap is the least. */
function memory(
	{ name, value }: Extrapolated,
	sum: string,
	values: readonly Extrapolated[],
	words: Words,
	format: Formats
): PlannedFigure {
	const heap = values.find((each) => each.name === 'heap');
	if (!heap || heap.value <= value) {
		return { name, shown: valueText(name, value, words, format), sum, note: null };
	}
	const shown = words.above(valueText(name, heap.value, words, format));
	return { name, shown, sum: sumText(heap, words, format), note: words.reusedNote };
}

/** Where the cost is lost in what the process does anyway, all that is known is a bound. */
function idleCores(
	result: LoadResult,
	clients: number,
	{ name, value }: Extrapolated,
	sum: string,
	words: Words,
	format: Formats
): PlannedFigure {
	const costs = costsOf(result);
	if (!isBelowFloor(costs)) {
		return { name, shown: valueText(name, value, words, format), sum, note: null };
	}
	const { floor } = costs;
	const most = (clients * floor) / 1_000_000;
	return {
		name,
		shown: words.below(valueText(name, most, words, format)),
		sum: `${format.number(clients)} × ${words.below(words.units.msPerSecond(figure(floor / 1000, format)))} ÷ ${format.number(1000)}`,
		note: words.floorNote(format.duration(floor))
	};
}

function valueText(
	name: ExtrapolatedName,
	value: number,
	{ units }: Words,
	format: Formats
): string {
	switch (name) {
		case 'memory':
		case 'heap':
			return format.bytes(Math.round(value));
		case 'idle-up':
		case 'idle-down':
			return units.perSecond(format.bytes(Math.round(value)));
		case 'idle-requests':
			return units.perSecond(rough(value, format));
		case 'connect-seconds':
			return units.seconds(rough(value, format));
		case 'files':
			return format.number(Math.round(value));
		default:
			return units.cores(rough(value, format));
	}
}

function sumText({ base, factors }: Extrapolated, words: Words, format: Formats): string {
	const product = factors
		.map(({ name, value }) => factorText(name, value, words, format))
		.reduce((sum, factor) => sum + (factor.startsWith('÷') ? ' ' : ' × ') + factor);
	return base === 0 ? product : `${words.units.bytes(format.number(base))} + ${product}`;
}

function factorText(name: FactorName, value: number, { units }: Words, format: Formats): string {
	switch (name) {
		case 'clients':
			return format.number(value);
		case 'per-thousand':
			return `÷ ${format.number(1000)}`;
		case 'rss':
		case 'heap':
			return units.bytes(format.number(value));
		case 'up':
		case 'down':
			return units.bytesPerSecond(figure(value, format));
		case 'requests':
			return units.perSecond(figure(value, format));
		case 'waiting':
			return units.msPerSecond(figure(value, format));
		case 'files':
			return figure(value, format);
		default:
			return units.ms(figure(value, format));
	}
}
