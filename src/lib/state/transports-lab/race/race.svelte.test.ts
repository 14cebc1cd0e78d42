import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import type { EventClient, EventClientOptions } from '#lib/transports/clients/event-client.ts';
import type { LaneTold } from '#lib/transports/lane-told.ts';
import { DEFAULT_SOURCE, plainLane, type RacePlan } from '#lib/transports/measure/race-plan.ts';
import type { Transport } from '#lib/transports/transport.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../../tests/support/scripted-socket.ts';
import { LabSession } from '../../session/lab-session.svelte.ts';
import { Race } from './race.svelte.ts';
import { StandardComparison } from './standard-comparison.svelte.ts';

const PLAN: RacePlan = { source: DEFAULT_SOURCE, lanes: [plainLane('websocket')] };

/** A client that does what its test says. */
class ScriptedClient implements EventClient {
	readonly last = 0;
	readonly duplicates = 0;
	isStarted = false;
	isStopped = false;
	readonly transport: Transport;
	readonly options: EventClientOptions;

	constructor(transport: Transport, options: EventClientOptions) {
		this.transport = transport;
		this.options = options;
	}

	start(): void {
		this.isStarted = true;
	}

	async stop(): Promise<void> {
		this.isStopped = true;
		this.options.onstate('stopped', null);
	}

	send = () => Promise.resolve({ kind: 'sent', isTaken: true } as const);
}

let session: LabSession;
let race: Race;
let clients: ScriptedClient[];
/** Frames that the screen has asked for. */
let frames: (() => void)[];
/** ms by which the page's clock has been put forward. */
let ahead: number;
/** How the code of a client comes. */
let fetchCode: (transport: Transport) => Promise<void>;

beforeEach(() => {
	ScriptedSocket.reset();
	clients = [];
	frames = [];
	ahead = 0;
	fetchCode = () => Promise.resolve();
	session = new LabSession('ws://localhost:3000/lab/channel', { WebSocket: ScriptedWebSocket });
	session.open();
	race = new Race(options());
});

afterEach(async () => {
	await race.dispose();
	session.close();
});

const options = () => ({
	session,
	origin: 'http://localhost:3000',
	schedule: (callback: () => void) => void frames.push(callback),
	now: () => performance.now() + ahead,
	openClient: async (transport: Transport, given: EventClientOptions) => {
		await fetchCode(transport);
		const client = new ScriptedClient(transport, given);
		clients.push(client);
		return client;
	}
});

const told = (connection: number, told: LaneTold): ChannelEvent => ({
	kind: 'lane',
	t: 2000,
	connection,
	told
});
const emitted = (id: number) => told(0, { name: 'emitted', stream: 1, id, size: 64 });
const seen = (lane: number) => told(100 + lane, { name: 'exchange', lane, socket: lane });
const ended = told(0, { name: 'source-ended', stream: 1 });
const record = (...events: ChannelEvent[]) => ScriptedSocket.channel.record(...events);
const types = () => ScriptedSocket.commands.map(({ type }) => type);
const isPhase = (phase: Race['phase']) => vi.waitFor(() => expect(race.phase).toBe(phase));
const connect = () => clients.forEach(({ options }) => options.onstate('open', null));
const draw = () => frames.splice(0).forEach((frame) => frame());

describe('a race', () => {
	it('starts its source once all lanes are connected', async () => {
		const done = race.start(PLAN);
		await isPhase('connecting');
		expect(clients.map(({ isStarted }) => isStarted)).toEqual([true]);
		expect(types()).toEqual(['open-stream']);
		connect();
		await isPhase('running');
		expect(types()).toEqual(['open-stream', 'start-stream']);
		await race.cancel();
		await done;
	});

	it('asks for the lanes of other tabs, after its own', async () => {
		const lanes = [plainLane('server-sent-events', { otherTabs: 2 }), plainLane('websocket')];
		const done = race.start({ ...PLAN, lanes });
		await isPhase('connecting');
		expect(race.lanes.map(({ transport, tab, index }) => [transport, tab, index])).toEqual([
			['server-sent-events', 0, 0],
			['websocket', 0, 1],
			['server-sent-events', 1, 0],
			['server-sent-events', 2, 0]
		]);
		await race.cancel();
		await done;
	});

	it('has a result when what was on the way has arrived', async () => {
		const done = race.start(PLAN);
		await isPhase('connecting');
		connect();
		await isPhase('running');
		record(emitted(1), ended);
		await isPhase('draining');
		clients[0]?.options.onevent({ id: 1, data: 'x'.repeat(64) });
		await done;
		expect(race.result).toMatchObject({
			outcome: 'finished',
			emitted: { count: 1, bytes: 64 },
			lanes: [{ delivered: 1, deliveredBytes: 64, missing: 0, wasConnected: true }]
		});
		expect(types().at(-1)).toBe('close-stream');
		expect(clients[0]?.isStopped).toBe(true);
	});

	it('ends its source when it is stopped, and has a result', async () => {
		const done = race.start(PLAN);
		await isPhase('connecting');
		connect();
		await isPhase('running');
		await race.stop();
		expect(types().at(-1)).toBe('stop-stream');
		record(ended);
		await done;
		expect(race.result?.outcome).toBe('stopped');
	});

	it('has no result when it is cancelled, and leaves nothing', async () => {
		const done = race.start(PLAN);
		await isPhase('connecting');
		await race.cancel();
		await done;
		expect(race).toMatchObject({ result: null, phase: 'finished', trouble: null });
		expect(clients[0]?.isStopped).toBe(true);
		expect(types().at(-1)).toBe('close-stream');
	});

	it('says why it could not begin', async () => {
		ScriptedSocket.refusals.set('open-stream', 'too-many-streams');
		await race.start(PLAN);
		expect(race).toMatchObject({ trouble: 'too-many-streams', result: null, isRunning: false });
	});

	it('ends with what it has when the session is lost', async () => {
		const done = race.start(PLAN);
		await isPhase('connecting');
		connect();
		await isPhase('running');
		record(emitted(1));
		session.close();
		await done;
		expect(race).toMatchObject({ trouble: 'session-lost', result: { outcome: 'lost' } });
		expect(race.result?.lanes[0]).toMatchObject({ delivered: 0, missing: 1 });
	});

	it('tells readers once a frame, and only lanes that changed', async () => {
		const done = race.start({ ...PLAN, lanes: [plainLane('websocket'), plainLane('websocket')] });
		await isPhase('connecting');
		connect();
		await isPhase('running');
		draw();
		const [version, ...lanes] = [race.version, ...race.lanes.map((each) => each.version)];
		clients[0]?.options.onevent({ id: 1, data: 'a' });
		clients[0]?.options.onevent({ id: 2, data: 'b' });
		draw();
		expect(race.version - version).toBe(1);
		expect(race.lanes.map((each, at) => each.version - (lanes[at] ?? 0))).toEqual([1, 0]);
		await race.cancel();
		await done;
	});

	it('is refused out of its bounds', async () => {
		await expect(race.start({ ...PLAN, lanes: [] })).rejects.toThrow(RangeError);
	});

	it('is begun once', async () => {
		const done = race.start(PLAN);
		await race.start(PLAN);
		await isPhase('connecting');
		expect(types()).toEqual(['open-stream']);
		await race.cancel();
		await done;
	});
});

describe('requests that do not leave the browser', () => {
	const begun = async (...transports: Transport[]) => {
		const lanes = transports.map((transport) => plainLane(transport));
		const done = race.start({ ...PLAN, lanes });
		await isPhase('connecting');
		return async () => {
			await race.cancel();
			await done;
		};
	};
	const ask = (at: number, request = 1) => {
		const t = performance.now() + ahead;
		clients[at]?.options.onrequest?.({ kind: 'begin', request, t });
	};
	const pass = (ms: number) => {
		ahead += ms;
		draw();
	};
	const behind = () => race.lanes.map(({ queuedBehind }) => queuedBehind);

	it('are told after a second, whoever holds the connections', async () => {
		const end = await begun('short-polling', 'server-sent-events');
		ask(0);
		pass(700);
		expect(behind()).toEqual([null, null]);
		pass(800);
		expect(behind()).toEqual(['others', null]);
		expect(race.holding).toBe(0);
		await end();
	});

	it('are told earlier where this race holds all six', async () => {
		const streams = Array.from({ length: 7 }, () => 'server-sent-events' as const);
		const end = await begun(...streams);
		for (const at of streams.keys()) ask(at);
		for (const at of [1, 2, 3, 4, 5, 6]) record(seen(at));
		pass(400);
		expect(race.holding).toBe(6);
		expect(behind()).toEqual([...Array(6).fill(null), 'own']);
		await end();
	});

	it('are not those of a WebSocket, whose handshakes are not counted among the six', async () => {
		const end = await begun('websocket');
		ask(0);
		pass(5000);
		expect(behind()).toEqual([null]);
		await end();
	});

	it('are not told while the channel is away, nor for that time', async () => {
		const end = await begun('short-polling');
		ask(0);
		ScriptedSocket.isReachable = false;
		ScriptedSocket.channel.drop();
		pass(5000);
		expect(race.isChannelLost).toBe(true);
		expect(behind()).toEqual([null]);
		await end();
	});

	it('are in the result, as what never left', async () => {
		const done = race.start({ ...PLAN, lanes: [plainLane('short-polling')] });
		await isPhase('connecting');
		connect();
		await isPhase('running');
		ask(0);
		pass(4000);
		record(ended);
		await done;
		const { queued } = race.result?.lanes[0] ?? {};
		expect(queued).toMatchObject({ requests: 0, unsent: 1 });
		expect(queued?.longest).toBeGreaterThanOrEqual(4_000_000);
	});
});

describe('the code of clients', () => {
	const never = new Promise<never>(() => undefined);
	const two = { ...PLAN, lanes: [plainLane('websocket'), plainLane('short-polling')] };

	afterEach(() => void vi.useRealTimers());

	it('is waited for until the race is stopped', async () => {
		fetchCode = () => never;
		const done = race.start(two);
		await isPhase('fetching');
		ahead += 3000;
		expect(race.codeWait).toBeGreaterThanOrEqual(3_000_000);
		await race.stop();
		await done;
		expect(race).toMatchObject({ phase: 'finished', trouble: null, result: null, codeWait: 0 });
	});

	it('is not waited for longer than ten seconds where that of another lane is there', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		let come = () => undefined as void;
		fetchCode = (transport) =>
			transport === 'websocket' ? Promise.resolve() : new Promise((resolve) => (come = resolve));
		const done = race.start(two);
		await vi.advanceTimersByTimeAsync(9000);
		expect(race.phase).toBe('fetching');
		expect(clients[0]?.isStarted).toBe(false);
		await vi.advanceTimersByTimeAsync(1000);
		expect(race.phase).toBe('connecting');
		expect(clients.map(({ isStarted }) => isStarted)).toEqual([true]);
		connect();
		await vi.advanceTimersByTimeAsync(0);
		expect(race.phase).toBe('running');
		// What comes late begins late.
		come();
		await vi.advanceTimersByTimeAsync(0);
		expect(clients.map(({ isStarted }) => isStarted)).toEqual([true, true]);
		record(ended);
		await done;
		expect(race.result?.lanes.map(({ code }) => code)).toEqual(['there', 'late']);
	});

	it('begins nothing when it comes after the race', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		let come = () => undefined as void;
		fetchCode = () => new Promise((resolve) => (come = resolve));
		const done = race.start(PLAN);
		await vi.advanceTimersByTimeAsync(10_000);
		await done;
		expect(race).toMatchObject({ trouble: 'no-code', result: null, isRunning: false });
		come();
		await vi.advanceTimersByTimeAsync(0);
		expect(clients.map(({ isStarted }) => isStarted)).toEqual([false]);
	});

	it('may not be had: a lane without it is left out, and a race without any does not begin', async () => {
		fetchCode = (transport) =>
			transport === 'websocket' ? Promise.reject(new Error('offline')) : Promise.resolve();
		const done = race.start(two);
		await isPhase('connecting');
		connect();
		await isPhase('running');
		record(ended);
		await done;
		expect(race.result?.lanes.map(({ code }) => code)).toEqual(['failed', 'there']);
		await race.start(PLAN);
		expect(race).toMatchObject({ trouble: 'code-failed', result: null });
	});
});

describe('the standard comparison', () => {
	const two = [
		{ id: 'rare', plan: PLAN },
		{ id: 'silence', plan: PLAN }
	] as const;

	it('runs one race after another, and keeps what is done when it is cancelled', async () => {
		const standard = new StandardComparison({ ...options(), plan: two });
		const done = standard.start();
		race = standard.race;
		await isPhase('connecting');
		expect(standard.current).toBe('rare');
		connect();
		await isPhase('running');
		record(ended);
		await vi.waitFor(() => expect(standard.current).toBe('silence'));
		await standard.cancel();
		await done;
		expect(standard.runs.map(({ id }) => id)).toEqual(['rare']);
		expect(standard).toMatchObject({ isRunning: false, isComplete: false, progress: 0.5 });
	});

	it('ends where a race could not begin', async () => {
		ScriptedSocket.refusals.set('open-stream', 'too-many-streams');
		const standard = new StandardComparison({ ...options(), plan: two });
		await standard.start();
		expect(standard).toMatchObject({ trouble: 'too-many-streams', isRunning: false, runs: [] });
	});
});
