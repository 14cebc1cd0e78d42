/** Plans that show something; why each is worth trying stands in the words. */
import {
	DEFAULT_CLIENT,
	DEFAULT_SOURCE,
	plainLane,
	type PlannedLane,
	type RacePlan,
	type RaceSource
} from '#lib/transports/measure/race-plan.ts';
import { TRANSPORTS, type Transport } from '#lib/transports/transport.ts';

const all = (...transports: readonly Transport[]) => transports.map((each) => plainLane(each));
const asking = (interval: number, usesEtag = false): PlannedLane =>
	plainLane('short-polling', { client: { ...DEFAULT_CLIENT, interval, usesEtag } });
const plan = (source: Partial<RaceSource>, lanes: readonly PlannedLane[]): RacePlan => ({
	source: { ...DEFAULT_SOURCE, ...source },
	lanes
});
const twice = (transport: Transport) => [
	plainLane(transport),
	plainLane(transport, { compression: true })
];

export const PRESETS = {
	five: plan({}, all(...TRANSPORTS)),
	rare: plan({ pattern: 'rare', rate: 0.1, seconds: 60 }, [
		asking(10_000),
		asking(1_000),
		...all('long-polling', 'server-sent-events', 'websocket')
	]),
	silence: plan({ rate: 0, seconds: 30 }, [
		asking(1_000),
		asking(1_000, true),
		...all('long-polling', 'server-sent-events', 'websocket', 'socket-io')
	]),
	flood: plan({ rate: 50, seconds: 10 }, all(...TRANSPORTS)),
	bursts: plan({ pattern: 'bursty', rate: 20, seconds: 20 }, [
		asking(1_000),
		...all('long-polling', 'server-sent-events', 'websocket')
	]),
	etag: plan({ pattern: 'rare', rate: 0.2, seconds: 30 }, [asking(500), asking(500, true)]),
	compression: plan({ rate: 5, size: 4096, seconds: 15 }, [
		...twice('long-polling'),
		...twice('server-sent-events'),
		...twice('websocket')
	]),
	distance: plan(
		{ rate: 5 },
		all('short-polling', 'long-polling', 'server-sent-events', 'websocket').map((lane) => ({
			...lane,
			delay: 150
		}))
	),
	tabs: plan({ rate: 2, seconds: 20 }, [
		plainLane('server-sent-events', { otherTabs: 5 }),
		asking(1_000),
		...all('websocket')
	])
} as const satisfies Record<string, RacePlan>;

export type PresetId = keyof typeof PRESETS;
export const PRESET_IDS = Object.keys(PRESETS) as readonly PresetId[];
