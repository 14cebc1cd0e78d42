/** What a race is built on: the page's own by default. */
import type { EventClient, EventClientOptions } from '#lib/transports/clients/event-client.ts';
import { openEventClient } from '#lib/transports/clients/open-client.ts';
import { drawPace, type Schedule } from '../../session/draw-pace.ts';
import type { LabSession } from '../../session/lab-session.svelte.ts';
import type { OpenedStream } from '../../session/opened-stream.ts';
import { chance } from '../chance.ts';
import type { LaneRun } from './lane-run.svelte.ts';

/** What a client is built on. */
export type ClientSurroundings = Pick<
	EventClientOptions,
	'fetch' | 'WebSocket' | 'EventSource' | 'io' | 'timers'
>;

export interface RaceOptions {
	readonly session: LabSession;
	/** `http://host:port` of the lab server. */
	readonly origin: string;
	readonly surroundings?: ClientSurroundings;
	/** Fetches the code of a transport's client, and makes one. */
	readonly openClient?: typeof openEventClient;
	/** When the screen is told. */
	readonly schedule?: Schedule;
	/** ms of the page's clock. */
	readonly now?: () => number;
	/** `User-Agent` of the page's browser. */
	readonly browser?: string;
}

export function withDefaults(options: RaceOptions): Required<RaceOptions> {
	return {
		surroundings: {},
		openClient: openEventClient,
		schedule: drawPace(),
		now: () => performance.now(),
		browser: globalThis.navigator?.userAgent ?? '',
		...options
	};
}

/** The client of a lane, not started. */
export function openLaneClient(
	run: LaneRun,
	stream: OpenedStream,
	{ origin, surroundings, openClient }: Required<RaceOptions>
): Promise<EventClient> {
	const lane = stream.lanes.find((opened) => opened.lane === run.lane)?.key ?? '';
	return run.open((listeners) =>
		openClient(run.transport, {
			...surroundings,
			...listeners,
			origin,
			lane,
			settings: run.planned.client,
			random: chance
		})
	);
}
