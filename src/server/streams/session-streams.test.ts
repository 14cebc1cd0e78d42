import { describe, expect, it, vi } from 'vitest';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import type { StreamSource } from '#lib/transports/stream-source.ts';
import { CHANNEL_LIMITS, type ChannelLimits } from '../session/channel-limits.ts';
import { Outbox } from '../session/outbox.ts';
import { Places } from '../session/places.ts';
import { SessionRoom } from '../session/session-room.ts';
import type { EventLog } from './event-log.ts';
import type { Lane } from './lane.ts';
import { Lanes } from './lanes.ts';
import { SessionStreams, type SharedStreams } from './session-streams.ts';
import type { StreamMaker, StreamMakers } from './stream-maker.ts';

const LANE = { transport: 'websocket', delay: 0, jitter: 0, compression: false } as const;
const RACE: StreamSource = {
	kind: 'race',
	pattern: 'steady',
	rate: 10,
	size: 4,
	seconds: 10,
	seed: 1
};

/** A source that does what the test says. */
class HandMaker implements StreamMaker {
	readonly startsAtOnce = true;
	readonly login = { id: 'A'.repeat(22), expiresIn: 60_000 };
	readonly received: string[] = [];
	log: EventLog | null = null;
	stops = 0;

	start(log: EventLog): void {
		this.log = log;
		log.append('first');
	}

	receive(lane: Lane, message: string): boolean {
		this.received.push(`${lane.number} ${message}`);
		return message !== 'bad';
	}

	stop(): void {
		this.stops++;
	}
}

interface Server {
	readonly shared: SharedStreams;
	readonly limits: ChannelLimits;
}

function serverOf(change: Partial<ChannelLimits> = {}, makers: StreamMakers = {}): Server {
	const limits = { ...CHANNEL_LIMITS, maxSessions: 2, ...change };
	return {
		limits,
		shared: {
			lanes: new Lanes(),
			streamPlaces: new Places(limits.maxStreams, limits.maxSessions),
			lanePlaces: new Places(limits.maxLanes, limits.maxSessions),
			pool: { held: 0 },
			makers
		}
	};
}

function sessionOn({ limits, shared }: Server) {
	const bytes = { held: 0, recorded: 0 };
	const now = () => 7;
	const outbox = new Outbox({
		now,
		window: 8,
		maxBytes: 2 ** 20,
		bytes,
		maxHeldBytes: 2 ** 20,
		share: 2 ** 20
	});
	const told: string[] = [];
	const append = vi.spyOn(outbox, 'append').mockImplementation((event: ChannelEvent) => {
		if (event.kind === 'lane') told.push(event.told.name);
	});
	const faults: unknown[] = [];
	const room = new SessionRoom({ limits, outbox, bytes });
	const streams = new SessionStreams({
		limits,
		shared,
		outbox,
		room,
		now,
		nextConnection: () => 1,
		onFault: (error) => faults.push(error)
	});
	const open = (source: StreamSource = RACE, lanes = 1) =>
		streams.open({ type: 'open-stream', id: 1, source, lanes: Array(lanes).fill(LANE) });
	const close = (stream: number) => streams.close({ type: 'close-stream', id: 1, stream });
	return { streams, told, faults, append, open, close };
}

const microtask = (): Promise<void> => Promise.resolve();

function codeOf(call: () => unknown): string {
	try {
		call();
		return 'done';
	} catch (error) {
		return (error as { code?: string }).code ?? String(error);
	}
}

describe('the streams of a session', () => {
	it('number their lanes through, each with a key of its own', () => {
		const server = serverOf();
		const { open } = sessionOn(server);
		const lanes = [...open(RACE, 2).lanes, ...open(RACE, 1).lanes];
		expect(lanes.map(({ lane }) => lane)).toEqual([1, 2, 3]);
		expect(new Set(lanes.map(({ key }) => key)).size).toBe(3);
		expect(lanes.map(({ key }) => server.shared.lanes.find(key)?.number)).toEqual([1, 2, 3]);
	});

	it.each<[string, Partial<ChannelLimits>, number[], string[]]>([
		['streams of one', { maxSessionStreams: 2 }, [1, 1, 1], ['done', 'done', 'too-many-streams']],
		['lanes of one', { maxSessionLanes: 3 }, [2, 2, 1], ['done', 'too-many-lanes', 'done']],
		['streams of all', { maxStreams: 2 }, [1, 1, 1], ['done', 'done', 'too-many-streams']],
		['lanes of all', { maxLanes: 4 }, [3, 2, 1], ['done', 'too-many-lanes', 'done']]
	])('are bounded: %s', (_title, limits, lanes, codes) => {
		const { open } = sessionOn(serverOf(limits));
		expect(lanes.map((count) => codeOf(() => open(RACE, count)))).toEqual(codes);
	});

	it('leave every other session its share of the places', () => {
		const server = serverOf({ maxStreams: 2, maxLanes: 4 });
		const greedy = sessionOn(server);
		const late = sessionOn(server);
		greedy.open(RACE, 2);
		greedy.open(RACE, 2);
		expect(codeOf(() => greedy.open())).toBe('too-many-streams');
		expect(codeOf(() => late.open(RACE, 2))).toBe('done');
		expect(codeOf(() => late.open())).toBe('too-many-streams');
	});

	it('give all places back, also those of a command that was refused', () => {
		const server = serverOf({ maxStreams: 4, maxLanes: 8, maxSessionLanes: 8 });
		for (let round = 0; round < 20; round++) {
			const { streams, open, close } = sessionOn(server);
			const { stream } = open(RACE, 3);
			expect(codeOf(() => open(RACE, 6))).toBe('too-many-lanes');
			expect(codeOf(() => open({ kind: 'game' }, 2))).toBe('bad-argument');
			streams.addLane({ type: 'add-lane', id: 1, stream, lane: LANE });
			close(stream);
			open(RACE, 8);
			streams.end();
			expect(streams.counts).toEqual({ streams: 0, lanes: 0, sockets: 0 });
		}
		expect(server.shared.lanes.size).toBe(0);
	});

	it('give the places back where the source cannot be made', () => {
		const server = serverOf(
			{ maxStreams: 1, maxLanes: 2 },
			{
				login: () => {
					throw new Error('mine');
				}
			}
		);
		const { streams, open } = sessionOn(server);
		expect(() => open({ kind: 'login' })).toThrow('mine');
		expect(streams.counts).toEqual({ streams: 0, lanes: 0, sockets: 0 });
		expect(codeOf(() => open(RACE, 2))).toBe('done');
	});
});

describe('a source of another kind', () => {
	function openLogin(maker: StreamMaker = new HandMaker()) {
		const server = serverOf({}, { login: () => maker });
		const session = sessionOn(server);
		const opened = session.open({ kind: 'login' });
		const lane = server.shared.lanes.find(opened.lanes[0]?.key ?? '');
		if (!lane) throw new Error('no lane');
		return { ...session, opened, lane, server };
	}

	it('begins by itself, once its page knows of it', async () => {
		const maker = new HandMaker();
		const { told, opened, streams } = openLogin(maker);
		expect([maker.log, told]).toEqual([null, []]);
		expect(opened.login).toEqual(maker.login);
		await microtask();
		expect([maker.log?.lastId, told]).toEqual([1, ['emitted']]);
		const again = { type: 'start-stream', id: 1, stream: opened.stream } as const;
		expect(codeOf(() => streams.start(again))).toBe('bad-argument');
	});

	it('is handed what the clients of its lanes send, as fast as they may', () => {
		const maker = new HandMaker();
		const { lane, told } = openLogin(maker);
		expect([lane.receive('one'), lane.receive('bad')]).toEqual([true, false]);
		expect(maker.received).toEqual(['1 one', '1 bad']);
		expect(told).toEqual(['received', 'received']);
		const taken = Array.from({ length: 1000 }, () => lane.receive('more')).filter(Boolean);
		expect(taken.length).toBeLessThan(300);
	});

	it('is stopped once: by itself, by its page, or with its stream', async () => {
		const maker = new HandMaker();
		const { told, opened, streams, lane, close } = openLogin(maker);
		await microtask();
		maker.log?.end();
		streams.stop({ type: 'stop-stream', id: 1, stream: opened.stream });
		close(opened.stream);
		streams.end();
		expect([maker.stops, told]).toEqual([1, ['emitted', 'source-ended']]);
		expect([lane.isEnded, lane.receive('late')]).toEqual([true, false]);
	});

	it('does not begin where its stream is closed before', async () => {
		const maker = new HandMaker();
		const { opened, close } = openLogin(maker);
		close(opened.stream);
		await microtask();
		expect([maker.log, maker.stops]).toEqual([null, 1]);
	});

	it('ends its stream where it cannot begin, and the fault is reported', async () => {
		const maker = new HandMaker();
		maker.start = () => {
			throw new Error('mine');
		};
		const { told, faults } = openLogin(maker);
		await microtask();
		expect([told, maker.stops, faults.length]).toEqual([['source-ended'], 1, 1]);
	});
});

describe('the end of a lane', () => {
	function openLane() {
		const server = serverOf();
		const session = sessionOn(server);
		const { stream, lanes } = session.open();
		const lane = server.shared.lanes.find(lanes[0]?.key ?? '');
		if (!lane) throw new Error('no lane');
		return { ...session, lane, stream, server, key: lanes[0]?.key ?? '' };
	}

	it('is told to all who wait for it, once, whatever one of them does', () => {
		const { lane, close, stream, faults, server, key } = openLane();
		const ends: string[] = [];
		lane.onEnd(() => {
			throw new Error('mine');
		});
		lane.onEnd(() => ends.push('told'));
		lane.onEnd(() => ends.push('left'))();
		close(stream);
		lane.onEnd(() => ends.push('late'));
		expect([ends, faults.length, lane.isEnded]).toEqual([['told', 'late'], 1, true]);
		expect(server.shared.lanes.find(key)).toBeNull();
	});

	it('frees what its stream kept', () => {
		const { lane, close, stream, server } = openLane();
		for (let n = 0; n < 10; n++) lane.log.append('event');
		expect(server.shared.pool.held).toBeGreaterThan(0);
		close(stream);
		expect([server.shared.pool.held, lane.log.listeners]).toEqual([0, 0]);
	});

	it('comes to all lanes of a page that reads nothing', async () => {
		const server = serverOf();
		const { open, told, streams, append } = sessionOn(server);
		open(RACE, 2);
		append.mockRestore();
		const { key } = open(RACE, 1).lanes[0] ?? { key: '' };
		const lane = server.shared.lanes.find(key);
		for (let n = 0; n < 60_000 && !lane?.isEnded; n++) {
			lane?.dropped('bad-packet');
			if (n % 1000 === 0) await microtask();
		}
		expect([told, lane?.isEnded, streams.counts.lanes]).toEqual([[], true, 0]);
		streams.end();
	});
});
