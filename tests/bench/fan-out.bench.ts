/**
 * What our router costs when one event goes to 1,000 subscribers, against the least that does the
 * same. Servers and subscribers are processes of their own; short slices in turn.
 */
import { figureOf, type Bench } from './bench.ts';
import { Child, ROLE } from './child.ts';
import { once } from './page-runs.ts';
import { driveFanOut, type FanOutOrder } from './fan-out-client.ts';
import { serveFanOut, type FanOutTransport } from './fan-out-server.ts';

/** ms. Long enough for a collection of garbage, short enough for both to meet the same machine. */
const SLICE = 100;
const PAIRS = 121;
const WARM_UP = 10;

const SIDES = ['bare', 'lab'] as const;
type Side = (typeof SIDES)[number];

interface Ports {
	readonly port: number;
	readonly orders: number;
}

interface Contestant extends Ports {
	readonly side: Side;
	readonly child: Child;
}

/** Events a second of the wall clock, and of the server's processor. */
interface Rates {
	readonly wall: number;
	readonly cpu: number;
}

async function withServers<T>(
	transport: FanOutTransport,
	body: (client: Child, contestants: Contestant[]) => Promise<T>
): Promise<T> {
	const contestants = await Promise.all(
		SIDES.map(async (side) => {
			const child = new Child(import.meta.url, `${side} ${transport}`);
			return { side, child, ...(await child.reply<Ports>()) };
		})
	);
	const client = new Child(import.meta.url, 'client');
	try {
		return await body(client, contestants);
	} finally {
		for (const child of [client, ...contestants.map((each) => each.child)]) child.stop();
	}
}

async function rateOf(
	transport: FanOutTransport,
	client: Child,
	{ child, port, orders }: Contestant
): Promise<Rates> {
	const cpu = async () => (await child.ask<{ cpu: number }>({})).cpu;
	const before = await cpu();
	const order: FanOutOrder = { transport, port, orders, duration: SLICE };
	const { rate, events } = await client.ask<{ rate: number; events: number }>(order);
	return { wall: rate, cpu: (events / ((await cpu()) - before)) * 1e6 };
}

/** Each pair's share of what the bare server does, on both clocks. */
function compare(transport: FanOutTransport): Promise<Rates[]> {
	return withServers(transport, async (client, contestants) => {
		const shares: Rates[] = [];
		for (let pair = -WARM_UP; pair < PAIRS; pair++) {
			const rates = new Map<Side, Rates>();
			for (const contestant of pair % 2 === 0 ? contestants : contestants.toReversed()) {
				rates.set(contestant.side, await rateOf(transport, client, contestant));
			}
			const [lab, bare] = [rates.get('lab'), rates.get('bare')];
			if (pair < 0 || !lab || !bare) continue;
			shares.push({ wall: lab.wall / bare.wall, cpu: lab.cpu / bare.cpu });
		}
		return shares;
	});
}

function benchesOf(transport: FanOutTransport, target: string): Bench[] {
	const shares = once(() => compare(transport));
	const against = transport === 'websocket' ? 'bare ws' : 'bare Node';
	return (['wall', 'cpu'] as const).map((clock) => {
		const measure = clock === 'wall' ? 'until all have it' : 'processor time';
		return {
			name: `fan-out to 1,000: ${transport} / ${against}, ${measure}`,
			target,
			run: async () => figureOf((await shares()).map((share) => share[clock]))
		};
	});
}

if (ROLE === 'client') driveFanOut();
else if (ROLE) serveFanOut(ROLE);

const TARGETS = [
	['websocket', '>= 0.90'],
	['server-sent-events', '>= 0.85'],
	['long-polling', '>= 0.85']
] as const;

export const benches: Bench[] = TARGETS.flatMap(([transport, target]) =>
	benchesOf(transport, target)
);
