/** What a load run is asked for, the same for each transport, so that runs can be compared. */
import {
	idleRound,
	LOAD_BOUNDS,
	loadOrderSchema,
	type LoadOrder
} from '#lib/transports/measure/load-report.ts';
import type { Transport } from '#lib/transports/transport.ts';
import * as v from 'valibot';

export type LoadPlan = Omit<LoadOrder, 'transport'>;

export const FIRST_LOAD_PLAN: LoadPlan = {
	subscribers: 500,
	events: 50,
	size: 64,
	rate: 10,
	interval: 1_000,
	hold: 15
};

export function orderOf(plan: LoadPlan, transport: Transport): LoadOrder {
	return { transport, ...plan };
}

export function isSamePlan(one: LoadPlan, other: LoadPlan): boolean {
	return (Object.keys(FIRST_LOAD_PLAN) as (keyof LoadPlan)[]).every(
		(name) => one[name] === other[name]
	);
}

/** Seconds that its events take, where they take too long; null: it can be carried out. */
export function tooLong({ events, rate }: LoadPlan): number | null {
	const seconds = events / rate;
	return seconds > LOAD_BOUNDS.seconds.most ? seconds : null;
}

export function isLoadPlan(plan: LoadPlan): boolean {
	return v.is(loadOrderSchema, orderOf(plan, 'websocket'));
}

/** ms that its runs last at least: the waits and the events; connecting comes on top. */
export function leastTime(plan: LoadPlan, transports: readonly Transport[]): number {
	return transports
		.map((transport) => idleRound(orderOf(plan, transport)) + (plan.events / plan.rate) * 1000)
		.reduce((sum, time) => sum + time, 0);
}
