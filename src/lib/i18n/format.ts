/**
 * Numbers, bytes and durations as each language writes them (`Intl`); units stay Latin.
 *
 * Sizes are exact up to 1023 bytes, then in binary multiples (IEC 80000-13: 1 KiB = 1024 B).
 */
import { getText, type Text } from './text.ts';

export interface Formats {
	/** Digits grouped: `12,382`. */
	number(value: number | bigint): string;
	/** With as many digits after the point: `1,234.50`. */
	decimals(value: number, digits: number): string;
	/** `18 B`, `1.5 KiB`, `1 MiB`; from a count of bytes. */
	bytes(count: number | bigint): string;
	/** Milliseconds with three digits, as the player's clock and the sequence show time; from µs. */
	clock(microseconds: number): string;
	/** `480 µs`, `12.4 ms`, `3.2 s`; from µs. */
	duration(microseconds: number): string;
	/** Date and time of a wall clock given in ISO 8601. */
	dateTime(iso: string): string;
}

const BINARY_UNITS = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const;
/** A space that never breaks the line between a figure and its unit. */
const GAP = '\u00a0';

/** @param locale BCP 47 tag */
export function createFormats(locale: string): Formats {
	const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
	const rough = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
	const clock = new Intl.NumberFormat(locale, {
		useGrouping: false,
		minimumFractionDigits: 3,
		maximumFractionDigits: 3
	});
	const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
	const number = (value: number | bigint) => whole.format(value);
	const fractions = numbersWithDigits(locale);
	const measured = (value: number, unit: string) => `${rough.format(value)}${GAP}${unit}`;

	return {
		number,
		decimals: (value, digits) => fractions(digits).format(value),
		bytes: (count) => (count < 1024 ? `${number(count)}${GAP}B` : scaled(Number(count), measured)),
		clock: (microseconds) => clock.format(microseconds / 1000),
		duration(microseconds) {
			if (Math.abs(microseconds) < 1000) return measured(microseconds, 'µs');
			if (Math.abs(microseconds) < 1_000_000) return measured(microseconds / 1000, 'ms');
			return measured(microseconds / 1_000_000, 's');
		},
		dateTime(iso) {
			const date = new Date(iso);
			if (Number.isNaN(date.getTime())) throw new RangeError(`iso: not a date: ${iso}`);
			return dates.format(date);
		}
	};
}

// Making Intl objects is slow, and each dictionary needs only one set of them.
const made = new WeakMap<Text, Formats>();

function formatsOf(words: Text): Formats {
	const known = made.get(words);
	if (known) return known;
	const formats = createFormats(words.shell.locale);
	made.set(words, formats);
	return formats;
}

/**
 * Formats in the language of the page, from the words that stand in the component's context:
 * `const format = getFormat()` once, and `format().bytes(n)` where it is drawn.
 */
export function getFormat(): () => Formats {
	const text = getText();
	return () => formatsOf(text());
}

/** Made when first asked for: few pages need them. */
function numbersWithDigits(locale: string): (digits: number) => Intl.NumberFormat {
	const made = new Map<number, Intl.NumberFormat>();
	return (digits) => {
		const known = made.get(digits);
		if (known) return known;
		const bounds = { minimumFractionDigits: digits, maximumFractionDigits: digits };
		const format = new Intl.NumberFormat(locale, bounds);
		made.set(digits, format);
		return format;
	};
}

function scaled(count: number, measured: (value: number, unit: string) => string): string {
	let value = count / 1024;
	let unit = 0;
	// 1023.5 would be rounded to 1020 or 1 k, so the next unit begins a little early.
	while (value >= 1000 && unit < BINARY_UNITS.length - 1) {
		value /= 1024;
		unit += 1;
	}
	return measured(value, BINARY_UNITS[unit] ?? 'KiB');
}
