/**
 * What the tap costs: echo throughput and idle memory against bare `ws` in the same layout, each
 * server and the client in a process of its own, short slices in turn.
 */
import { figureOf, type Bench, type Figure } from './bench.ts';
import { Child, ROLE } from './child.ts';
import { drive, type ClientOrder } from './echo-client.ts';
import { serveEcho } from './echo-server.ts';

const SLICE = 300;
const PAIRS = 25;
const WARM_UP = 4;

type Variant = 'bare' | 'recorded' | 'unobserved';

const PATHS: Readonly<Record<Variant, string>> = {
	bare: '/ws/echo',
	recorded: '/ws/echo?ticket=bench',
	unobserved: '/ws/echo'
};

/** A bare server and one other, with one client for both. */
async function withServers<T>(
	other: Variant,
	body: (client: Child, servers: { child: Child; variant: Variant; port: number }[]) => Promise<T>
): Promise<T> {
	const variants: Variant[] = ['bare', other];
	const servers = await Promise.all(
		variants.map(async (variant) => {
			const child = new Child(import.meta.url, variant);
			return { child, variant, ...(await child.reply<{ port: number }>()) };
		})
	);
	const client = new Child(import.meta.url, 'client');
	try {
		return await body(client, servers);
	} finally {
		for (const child of [client, ...servers.map((server) => server.child)]) child.stop();
	}
}

function throughput(name: string, target: string, other: Variant, load: Load): Bench {
	const run = () =>
		withServers(other, async (client, servers) => {
			const rate = async ({ port, variant }: { port: number; variant: Variant }) => {
				const order: ClientOrder = { ...load, port, path: PATHS[variant], duration: SLICE };
				return (await client.ask<{ rate: number }>(order)).rate;
			};
			const ratios: number[] = [];
			for (let pair = -WARM_UP; pair < PAIRS; pair++) {
				const inTurn = pair % 2 === 0 ? servers : servers.toReversed();
				const rates = new Map<Variant, number>();
				for (const server of inTurn) rates.set(server.variant, await rate(server));
				if (pair >= 0) ratios.push((rates.get(other) ?? 0) / (rates.get('bare') ?? 1));
			}
			return figureOf(ratios);
		});
	return { name, target, run };
}

interface Load {
	readonly connections: number;
	readonly size: number;
}

const IDLE_CONNECTIONS = 1000;
const IDLE_ROUNDS = 5;

/** Heap and array buffers that 1,000 idle connections add, here against there. */
async function idleMemory(): Promise<Figure> {
	const ratios: number[] = [];
	for (let round = 0; round < IDLE_ROUNDS; round++) {
		ratios.push(
			await withServers('recorded', async (client, servers) => {
				const costs = new Map<Variant, number>();
				for (const { child, port, variant } of servers) {
					const load = { port, path: PATHS[variant], size: 0, duration: 0 };
					const heap = async () => (await child.ask<{ bytes: number }>({})).bytes;
					await client.ask({ ...load, connections: 50 });
					const before = await heap();
					await client.ask({ ...load, connections: IDLE_CONNECTIONS });
					costs.set(variant, (await heap()) - before);
				}
				return (costs.get('recorded') ?? 0) / (costs.get('bare') ?? 1);
			})
		);
	}
	return figureOf(ratios);
}

if (ROLE === 'client') drive();
else if (ROLE) serveEcho(ROLE);

const ONE_SMALL = { connections: 1, size: 64 };

export const benches: Bench[] = [
	throughput('echo recorded: 1 connection, 64 B', '>= 0.95', 'recorded', ONE_SMALL),
	throughput('echo recorded: 1 connection, 16 KiB', '>= 0.95', 'recorded', {
		connections: 1,
		size: 16 * 1024
	}),
	throughput('echo recorded: 100 connections, 64 B', '>= 0.90', 'recorded', {
		connections: 100,
		size: 64
	}),
	throughput('echo unobserved: 1 connection, 64 B', '>= 0.98', 'unobserved', ONE_SMALL),
	{ name: 'memory of an idle observed connection', target: '<= 1.6', run: idleMemory }
];
