/** Nothing lost and nothing twice, in either direction, wherever the channel is cut. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { ChannelEvent, LaneEvent } from '#lib/channel/batch.ts';
import type { LabChannel } from '#lib/channel/lab-channel.ts';
import type { Observation } from '#server/tap/recording-sink.ts';
import { startChaosRelay, type ChaosRelay, type Cut } from './channel-chaos-relay.ts';
import { eventually, startHarness, type Harness, type Page } from './channel-harness.ts';

let harness: Harness;
let relay: ChaosRelay;

afterEach(async () => {
	relay.close();
	await harness.close();
});

/** Reproducible chance (mulberry32), in [0, 1). */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** The n-th event of a stream: every kind, chunks of 0 to 400 bytes. */
function eventAt(
	index: number,
	{ connection, sink }: Observation
): Exclude<ChannelEvent, LaneEvent> {
	const common = { t: sink.now(), connection };
	const direction = index % 2 === 0 ? 'client' : 'server';
	if (index % 7 === 3) {
		return { ...common, kind: 'server', told: { name: 'message', data: 'text', size: index } };
	}
	if (index % 31 === 30) return { ...common, kind: 'fin', direction };
	const bytes = Uint8Array.from({ length: (index * 37) % 400 }, (_, at) => index * 13 + at);
	return { ...common, kind: 'data', direction, bytes };
}

/** All of the events but their times, in a form that is quick to compare. */
function print(events: readonly ChannelEvent[]): string[] {
	return events.map((event) => {
		const { kind, connection } = event;
		const direction = 'direction' in event ? event.direction : '';
		const bytes = event.kind === 'data' ? Buffer.from(event.bytes).toString('hex') : '';
		const told = event.kind === 'server' ? JSON.stringify(event.told) : '';
		return [kind, connection, direction, bytes, told].join(' ');
	});
}

/** Observes a connection whose peer notes the pings that it is told to send. */
async function observe(
	channel: LabChannel
): Promise<{ observation: Observation; pings: string[] }> {
	const { ticket } = await channel.command({ type: 'observe' });
	const observation = harness.registry.redeem(ticket);
	if (observation === null) throw new Error('the ticket is not known');
	const pings: string[] = [];
	observation.attach({
		ping: (data) => pings.push(Buffer.from(data).toString()),
		close: () => undefined
	});
	return { observation, pings };
}

function ping(channel: LabChannel, connection: number, text: string): Promise<unknown> {
	return channel.command({ type: 'ping-peer', connection, payload: btoa(text) });
}

/** Streams events down and commands up until `isEnough`; then waits for all to arrive. */
async function stream(page: Page, isEnough: (sent: number) => boolean): Promise<void> {
	const { observation, pings } = await observe(page.channel);
	const sent: ChannelEvent[] = [];
	const asked: string[] = [];
	const replies: Promise<unknown>[] = [];
	while (!isEnough(sent.length)) {
		await nextTurn();
		if (sent.length - page.events.length < 60) {
			const event = eventAt(sent.length, observation);
			sent.push(event);
			observation.sink.append(event);
		}
		if (asked.length - pings.length < 20) {
			asked.push(String(asked.length));
			replies.push(ping(page.channel, observation.connection, asked.at(-1) ?? ''));
		}
	}
	await Promise.all(replies);
	await eventually(() => page.events.length >= sent.length);
	expect(print(page.events)).toEqual(print(sent));
	expect(pings).toEqual(asked);
	const times = page.events.map((event) => event.t);
	expect(times).toEqual(times.toSorted((left, right) => left - right));
}

const generous = {
	commandsPerSecond: 1e6,
	commandBurst: 1e6,
	maxSessions: 5000,
	maxSessionsPerAddress: 5000
};

describe('a channel that is cut', () => {
	it.each([1, 2])(
		'loses nothing and repeats nothing over hundreds of cuts at random bytes (seed %i)',
		{ timeout: 60_000 },
		async (seed) => {
			const chance = seeded(seed);
			const total = 500;
			harness = await startHarness(generous);
			relay = await startChaosRelay(harness.port, () => {
				const direction = chance() < 0.5 ? 'toPage' : 'toServer';
				const after = Math.floor(chance() ** 2 * 6000);
				return relay.cuts < total ? { direction, after, isAbrupt: chance() < 0.5 } : null;
			});
			const page = harness.openPage({ random: chance }, relay.port);
			await stream(page, () => relay.cuts >= total);
			expect(page.sessions).toHaveLength(1);
			expect(page.sessions[0]?.isReplacement).toBe(false);
		}
	);

	it.each(['toPage', 'toServer'] as const)(
		'loses nothing and repeats nothing when cut once, at any byte %s',
		{ timeout: 60_000 },
		async (direction) => {
			let cut: Cut | null = null;
			harness = await startHarness(generous);
			relay = await startChaosRelay(harness.port, () => {
				const next = cut;
				cut = null;
				return next;
			});
			for (let after = 0; after < 1500; after += 7) {
				cut = { direction, after, isAbrupt: after % 2 === 0 };
				const page = harness.openPage({}, relay.port);
				await stream(page, (sent) => sent >= 12);
				page.channel.close();
			}
			expect(relay.cuts).toBeGreaterThan(120);
		}
	);
});
