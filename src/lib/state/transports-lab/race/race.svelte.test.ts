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

beforeEach(() => {
	ScriptedSocket.reset();
	clients = [];
	frames = [];
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
	openClient: async (transport: Transport, given: EventClientOptions) => {
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
