/** The standard comparison: nine fixed runs, about two minutes in all. */
import { DEFAULT_CLIENT, DEFAULT_SOURCE, plainLane, type RacePlan } from './race-plan.ts';
import { TRANSPORTS, type Transport } from '../transport.ts';

export const STANDARD_RUNS = [
	'steady',
	'fast',
	'large',
	'far',
	'compressed',
	'tabs-sse',
	'tabs-long-polling',
	'rare',
	'silence'
] as const;
export type StandardRun = (typeof STANDARD_RUNS)[number];

export interface PlannedRun {
	readonly id: StandardRun;
	readonly plan: RacePlan;
}

/** Short polling that asks once a second, and the other four. */
const five = TRANSPORTS.map((transport) => plainLane(transport));
/** The same, with short polling that asks rarely. */
const patient = five.map((lane) =>
	lane.transport === 'short-polling'
		? { ...lane, client: { ...DEFAULT_CLIENT, interval: 10_000, usesEtag: true } }
		: lane
);

/** Seven tabs with one lane each, where a browser has six connections; WebSocket for contrast. */
function sevenTabs(transport: Transport): RacePlan {
	const lanes = [plainLane(transport, { otherTabs: 6 }), plainLane('websocket', { otherTabs: 6 })];
	return { source: { ...DEFAULT_SOURCE, rate: 2, seconds: 8 }, lanes };
}

/** In the order in which they are run: short ones first, so that there is soon something to read. */
export const STANDARD_PLAN: readonly PlannedRun[] = [
	{ id: 'steady', plan: { source: { ...DEFAULT_SOURCE, rate: 5, seconds: 12 }, lanes: five } },
	{
		id: 'fast',
		plan: { source: { ...DEFAULT_SOURCE, rate: 50, seconds: 10 }, lanes: five }
	},
	{
		id: 'large',
		plan: { source: { ...DEFAULT_SOURCE, rate: 5, size: 16_384, seconds: 8 }, lanes: five }
	},
	{
		id: 'far',
		plan: {
			source: { ...DEFAULT_SOURCE, rate: 5, seconds: 12 },
			lanes: five.map((lane) => ({ ...lane, delay: 100, jitter: 40 }))
		}
	},
	{
		id: 'compressed',
		plan: {
			source: { ...DEFAULT_SOURCE, rate: 5, size: 2048, seconds: 8 },
			lanes: (['long-polling', 'server-sent-events', 'websocket'] as const).flatMap((transport) => [
				plainLane(transport),
				plainLane(transport, { compression: true })
			])
		}
	},
	{ id: 'tabs-sse', plan: sevenTabs('server-sent-events') },
	{ id: 'tabs-long-polling', plan: sevenTabs('long-polling') },
	{
		id: 'rare',
		plan: {
			source: { ...DEFAULT_SOURCE, pattern: 'rare', rate: 0.2, seconds: 20 },
			lanes: patient
		}
	},
	{ id: 'silence', plan: { source: { ...DEFAULT_SOURCE, rate: 0, seconds: 20 }, lanes: patient } }
];

/** µs that the sources run, all together. */
export const STANDARD_TIME = STANDARD_PLAN.reduce(
	(sum, { plan }) => sum + plan.source.seconds * 1_000_000,
	0
);
