/**
 * What our server costs when one event goes to 1,000 subscribers, against the least that does the
 * same; once without the tap and once with it. Servers and subscribers are processes of their own;
 * short slices in turn.
 *
 * Long polling with the tap misses its target: to be seen by the tap, each request is read as a chunk
 * of its own and handed to the parser by a stream of Node's, which the bare server does without.
 */
import { figureOf, type Bench } from './bench.ts';
import { Child, ROLE } from './child.ts';
import { once } from './page-runs.ts';
import { driveFanOut, type FanOutOrder } from './fan-out-client.ts';
import { serveFanOut, type FanOutSide, type FanOutTransport } from './fan-out-server.ts';

/** ms. Long enough for a collection of garbage, short enough for both to meet the same machine. */
const SLICE = 100;
const ROUNDS = 121;
const WARM_UP = 10;

const SIDES: readonly FanOutSide[] = ['bare', 'lab', 'tapped'];

interface Address {
	readonly port: number;
	readonly orders: number;
	readonly keys: readonly string[];
}

interface Contestant extends Address {
	readonly side: FanOutSide;
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
			return { side, child, ...(await child.reply<Address>()) };
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
	{ child, port, orders, keys }: Contestant
): Promise<Rates> {
	const cpu = async () => (await child.ask<{ cpu: number }>({})).cpu;
	const before = await cpu();
	const order: FanOutOrder = { transport, port, orders, keys, duration: SLICE };
	const { rate, events } = await client.ask<{ rate: number; events: number }>(order);
	return { wall: rate, cpu: (events / ((await cpu()) - before)) * 1e6 };
}

interface Shares {
	readonly side: FanOutSide;
	readonly rates: Rates;
}

/** Of what the bare server does, on both clocks, round by round. */
function compare(transport: FanOutTransport): Promise<Shares[]> {
	return withServers(transport, async (client, contestants) => {
		const shares: Shares[] = [];
		for (let round = -WARM_UP; round < ROUNDS; round++) {
			const rates = new Map<FanOutSide, Rates>();
			// Always in this order: who ran twice in a row would be half as fast again as the others.
			for (const contestant of contestants) {
				rates.set(contestant.side, await rateOf(transport, client, contestant));
			}
			const bare = rates.get('bare');
			if (round < 0 || !bare) continue;
			for (const [side, { wall, cpu }] of rates) {
				shares.push({ side, rates: { wall: wall / bare.wall, cpu: cpu / bare.cpu } });
			}
		}
		return shares;
	});
}

function benchesOf({ transport, against, target }: Comparison): Bench[] {
	const shares = once(() => compare(transport));
	const figure = async (side: FanOutSide, clock: keyof Rates) => {
		const own = (await shares()).filter((share) => share.side === side);
		return figureOf(own.map(({ rates }) => rates[clock]));
	};
	return (['lab', 'tapped'] as const).flatMap((side) =>
		(['wall', 'cpu'] as const).map((clock) => {
			const who = side === 'tapped' ? `${transport} with the tap` : transport;
			const measure = clock === 'wall' ? 'until all have it' : 'processor time';
			return {
				name: `fan-out to 1,000: ${who} / ${against}, ${measure}`,
				target,
				run: () => figure(side, clock)
			};
		})
	);
}

if (ROLE === 'client') driveFanOut();
else if (ROLE) serveFanOut(ROLE);

interface Comparison {
	readonly transport: FanOutTransport;
	readonly against: string;
	readonly target: string;
}

const COMPARISONS: readonly Comparison[] = [
	{
		transport: 'websocket',
		against: 'bare ws',
		target: '>= 0.90'
	},
	{
		transport: 'server-sent-events',
		against: 'bare Node',
		target: '>= 0.85'
	},
	{
		transport: 'long-polling',
		against: 'bare Node',
		target: '>= 0.85'
	}
];

export const benches: Bench[] = COMPARISONS.flatMap(benchesOf);
