import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import type { EventClient, EventClientOptions } from '#lib/transports/clients/event-client.ts';
import type { LaneTold } from '#lib/transports/lane-told.ts';
import { plainLane } from '#lib/transports/measure/race-plan.ts';
import type { Transport } from '#lib/transports/transport.ts';
import {
	ScriptedSocket,
	ScriptedWebSocket,
	TOKEN
} from '../../../../../tests/support/scripted-socket.ts';
import { LabSession } from '../../session/lab-session.svelte.ts';
import { QrLogin } from './login.svelte.ts';

/** A client that does what its test says. */
class ScriptedClient implements EventClient {
	readonly last = 0;
	readonly duplicates = 0;
	isStopped = false;
	readonly transport: Transport;
	readonly options: EventClientOptions;

	constructor(transport: Transport, options: EventClientOptions) {
		this.transport = transport;
		this.options = options;
	}

	start(): void {
		this.options.onstate('open', null);
	}

	async stop(): Promise<void> {
		this.isStopped = true;
		this.options.onstate('stopped', null);
	}

	send = () => Promise.resolve({ kind: 'not-sent' } as const);
}

let session: LabSession;
let login: QrLogin;
let clients: ScriptedClient[];

beforeEach(async () => {
	ScriptedSocket.reset();
	clients = [];
	session = new LabSession('ws://localhost:3000/lab/channel', { WebSocket: ScriptedWebSocket });
	session.open();
	login = new QrLogin({
		session,
		origin: 'http://localhost:3000',
		schedule: (callback) => callback(),
		openClient: async (transport, given) => {
			const client = new ScriptedClient(transport, given);
			clients.push(client);
			return client;
		}
	});
	await session.isReached();
});

afterEach(() => {
	login.dispose();
	session.close();
});

const told = (t: number, connection: number, what: LaneTold): ChannelEvent => ({
	kind: 'lane',
	t,
	connection,
	told: what
});
const emitted = (id: number, t: number) => told(t, 0, { name: 'emitted', stream: 1, id, size: 7 });
const record = (...events: ChannelEvent[]) => ScriptedSocket.channel.record(...events);
const isPhase = (phase: string) => vi.waitFor(() => expect(login.current?.phase).toBe(phase));
const types = () => ScriptedSocket.commands.map(({ type }) => type);

async function shown() {
	const over = login.start();
	await isPhase('waiting');
	const tell = (id: number, data: string) => clients.at(-1)?.options.onevent({ id, data });
	return { over, tell };
}

describe('a log-in', () => {
	it('shows its code once its page waits', async () => {
		await shown();
		expect(login.current?.id).toBe(TOKEN);
		expect(login.current?.left).toBeGreaterThan(100_000);
		expect(types()).toEqual(['open-stream']);
	});

	it('waits as it was planned', async () => {
		login.planned = plainLane('server-sent-events');
		await shown();
		expect(clients[0]?.transport).toBe('server-sent-events');
	});

	it('goes through its steps, and is counted when it is over', async () => {
		const { over, tell } = await shown();
		record(
			told(3000, 1, { name: 'exchange', lane: 1, socket: 1 }),
			told(3000, 1, { name: 'counted', direction: 'client', bytes: 500 }),
			emitted(1, 4000)
		);
		tell(1, 'scanned');
		expect(login.current?.phase).toBe('scanned');
		record(
			emitted(2, 5000),
			told(5000, 1, { name: 'counted', direction: 'server', bytes: 90 }),
			told(5000, 1, { name: 'done' })
		);
		tell(2, 'confirmed');
		expect(login.current?.phase).toBe('confirmed');
		await over;
		expect(login.results).toMatchObject([
			{ number: 1, outcome: 'confirmed', requests: 1, up: 500, down: 90 }
		]);
		expect(login.results[0]?.steps.map(({ step }) => step)).toEqual(['scanned', 'confirmed']);
		expect(types()).toEqual(['open-stream', 'close-stream']);
	});

	it('asks for nothing more once it is decided', async () => {
		const { tell } = await shown();
		tell(1, 'declined');
		expect(clients[0]?.isStopped).toBe(true);
		tell(2, 'confirmed');
		expect(login.current?.phase).toBe('declined');
	});

	it('pays no heed to what is no step', async () => {
		const { tell } = await shown();
		tell(1, 'logged in as root');
		expect(login.current?.phase).toBe('waiting');
	});

	it('knows the delay of a step as soon as the server has told of it', async () => {
		const { tell } = await shown();
		tell(1, 'scanned');
		expect(login.current?.steps).toEqual([{ step: 'scanned', delay: null }]);
		record(emitted(1, 2500));
		await vi.waitFor(() => expect(login.current?.steps[0]?.delay).not.toBeNull());
	});

	it('is let go when it is stopped', async () => {
		const { over } = await shown();
		login.stop();
		await over;
		expect(login.results).toMatchObject([{ outcome: 'stopped', steps: [] }]);
		expect(types()).toContain('close-stream');
	});

	it('is lost when its lane is', async () => {
		const { over } = await shown();
		clients[0]?.options.onstate('stopped', { kind: 'unknown-lane' });
		await over;
		expect(login.current?.phase).toBe('lost');
	});

	it('fails where the server has no room, and says why', async () => {
		ScriptedSocket.refusals.set('open-stream', 'too-many-streams');
		await login.start();
		expect(login.current).toMatchObject({ phase: 'failed', trouble: 'too-many-streams' });
		expect(login.results).toEqual([]);
	});
});

describe('log-ins', () => {
	it('are kept, and begun one at a time', async () => {
		const first = await shown();
		const second = await shown();
		await first.over;
		second.tell(1, 'confirmed');
		record(emitted(1, 5000));
		await second.over;
		expect(login.results.map(({ number, outcome }) => [number, outcome])).toEqual([
			[1, 'stopped'],
			[2, 'confirmed']
		]);
		expect(login.lanes).toHaveLength(2);
		login.clear();
		expect(login.attempts).toEqual([]);
	});
});
