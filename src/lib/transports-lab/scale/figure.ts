/** Figures of three digits, whatever their size. */
import type { Formats } from '#lib/i18n/format.ts';

const SMALLEST = 1e-4;

/** What is carried on from a measure is no more exact than it: `1,000,000` for 1,000,053. */
export function rough(value: number, format: Formats): string {
	return figure(Number(value.toPrecision(3)), format);
}

/** `0`, `0.0123`, `4.56`, `12,382`; never an exponent. */
export function figure(value: number, format: Formats): string {
	if (value === 0) return '0';
	if (value < SMALLEST) return `< ${SMALLEST}`;
	if (value >= 100) return format.number(value);
	return String(Number(value.toPrecision(3)));
}
