/** The slider of clients: logarithmic, in figures of two digits. */

export const PLANNED_CLIENTS = { least: 1_000, most: 10_000_000 } as const;
export const FIRST_CLIENTS = 1_000_000;

/** Steps of the slider: 25 a decade. */
export const SLIDER_STEPS = 100;

const DECADES = Math.log10(PLANNED_CLIENTS.most / PLANNED_CLIENTS.least);

/** @param step 0 to `SLIDER_STEPS` */
export function clientsAt(step: number): number {
	const exact = PLANNED_CLIENTS.least * 10 ** ((DECADES * step) / SLIDER_STEPS);
	return Number(exact.toPrecision(2));
}

export function stepOf(clients: number): number {
	return Math.round((SLIDER_STEPS * Math.log10(clients / PLANNED_CLIENTS.least)) / DECADES);
}
