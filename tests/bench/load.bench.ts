/**
 * Load runs at their largest: 2,000 clients of each transport in a process of their own, as
 * `POST /lab/load` starts them. All must connect, and every event must reach every client.
 */
import { LOAD_BOUNDS } from '#lib/transports/measure/load-report.ts';
import { TRANSPORTS, type Transport } from '#lib/transports/transport.ts';
import { runLoad } from '#server/load/load-run.ts';
import { figureOf, type Bench } from './bench.ts';

const SUBSCRIBERS = LOAD_BOUNDS.subscribers.most;
const EVENTS = 10;
/** ms; how much they cost while nothing happens is not the question here. */
const IDLE = 300;

/** Which share of the events got through. Throws where not all clients can connect. */
async function delivered(transport: Transport): Promise<number> {
	const size = { subscribers: SUBSCRIBERS, events: EVENTS, size: 64, rate: 5 };
	const result = await runLoad(
		{ transport, ...size, interval: 2000, hold: 15 },
		{ tell: () => undefined, signal: new AbortController().signal, idleRound: () => IDLE }
	);
	return result.delivered / result.due;
}

export const benches: Bench[] = TRANSPORTS.map((transport) => ({
	name: `load run of ${SUBSCRIBERS} clients: ${transport}, events delivered / due`,
	target: '>= 1.00',
	run: async () => figureOf([await delivered(transport)])
}));
