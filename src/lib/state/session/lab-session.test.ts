import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import type { RunScript } from '#lib/runs/run-script.ts';
import {
	ScriptedSocket,
	ScriptedWebSocket,
	TOKEN
} from '../../../../tests/support/scripted-socket.ts';
import { LabSession, type ConnectOutcome } from './lab-session.svelte.ts';

beforeEach(() => {
	ScriptedSocket.reset();
	vi.stubGlobal('requestAnimationFrame', () => 0);
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

function openSession(): LabSession {
	const session = new LabSession('ws://localhost/lab/channel', { WebSocket: ScriptedWebSocket });
	session.open();
	return session;
}

function connectionOf(outcome: ConnectOutcome) {
	if (outcome.kind !== 'connecting') throw new Error(`the session said ${outcome.kind}`);
	return outcome.connection;
}

async function connect() {
	const session = openSession();
	const outcome = await session.connect({ url: 'ws://localhost/ws/echo', protocols: [] });
	const { recording } = connectionOf(outcome).capture;
	const told = () =>
		recording.events.flatMap((event) => (event.kind === 'page' ? [event.told.name] : []));
	return { session, told };
}

it('the ticket goes into the URL that the browser opens, and not into the one that is shown', async () => {
	await connect();
	expect(ScriptedSocket.all.at(-1)?.url).toBe(`ws://localhost/ws/echo?ticket=${TOKEN}`);
});

it('knows from the server how long a message may be', async () => {
	expect((await connect()).session.terms?.maxMessageBytes).toBe(4096);
});

it('shows what the page was told by its own clock once a lost session can no more be resumed', async () => {
	const { session, told } = await connect();
	ScriptedSocket.isReachable = false;
	for (const socket of ScriptedSocket.all) socket.drop();
	await vi.advanceTimersByTimeAsync(20_000);
	expect([session.status, told().includes('close')]).toEqual(['lost', false]);
	await vi.advanceTimersByTimeAsync(20_000);
	expect(told()).toContain('close');
	session.close();
});

const script: RunScript = {
	steps: [
		{ kind: 'write', bytes: Uint8Array.of(0x89, 0x80, 0, 0, 0, 0), unit: 'whole', times: 1 },
		{ kind: 'pause', ms: 5 },
		{ kind: 'end', how: 'fin' }
	],
	gap: 1
};
const travelling = {
	...script,
	steps: [{ ...script.steps[0], bytes: 'iYAAAAAA' }, ...script.steps.slice(1)]
};
const accepted: ChannelEvent = { kind: 'accepted', connection: 1, t: 3000 };

describe('the raw client', () => {
	it('sends its script to the echo and opens no WebSocket of the page', async () => {
		const connection = connectionOf(await openSession().rawClient(script));
		expect(ScriptedSocket.commands).toEqual([
			{ type: 'raw-client', id: expect.any(Number), way: { kind: 'direct' }, script: travelling }
		]);
		expect(ScriptedSocket.all).toHaveLength(1);
		expect(connection.peer).toBeNull();
	});

	it('is recorded like any other connection', async () => {
		const { capture } = connectionOf(await openSession().rawClient(script));
		ScriptedSocket.channel.record(accepted);
		expect(capture.conversation.records.map(({ kind }) => kind)).toEqual(['accepted']);
	});

	it('has a second recording where something stands on its way', async () => {
		const session = openSession();
		await session.connect({ url: 'ws://localhost/ws/echo', protocols: [] });
		const way = { kind: 'proxy', mode: 'drops-upgrade', idle: 1000 } as const;
		ScriptedSocket.early = [2, 3].map((connection) => ({ ...accepted, connection }));
		const outcome = await session.rawClient(script, { way });
		const { connection, second } = outcome.kind === 'connecting' ? outcome : {};
		expect(ScriptedSocket.commands.at(-1)).toMatchObject({ type: 'raw-client', way });
		const recorded = [connection, second].map((each) =>
			each?.capture.recording.events.map((event) => event.connection)
		);
		expect(recorded).toEqual([[2], [3]]);
		expect(session.connections).toHaveLength(3);
	});

	it('has one recording where it goes straight', async () => {
		expect(await openSession().rawClient(script)).toMatchObject({ second: null });
	});

	it.each(['tls-off', 'way-off'])('is unobserved where the way is closed: %s', async (code) => {
		ScriptedSocket.refusals.set('raw-client', code);
		const outcome = await openSession().rawClient(script, { way: { kind: 'tls' } });
		expect(outcome).toEqual({ kind: 'unobserved', code });
	});

	it('loses nothing that was recorded before the page knew its number', async () => {
		const session = openSession();
		await session.connect({ url: 'ws://localhost/ws/echo', protocols: [] });
		ScriptedSocket.early = [accepted, { ...accepted, connection: 2 }];
		const { capture } = connectionOf(await session.rawClient(script));
		expect(capture.recording.events.map(({ connection }) => connection)).toEqual([2]);
	});

	it('is told at once, and not at the pace of the screen, when there is more', async () => {
		const connection = connectionOf(await openSession().rawClient(script));
		let count = 0;
		const stop = connection.watch(() => (count += 1));
		ScriptedSocket.channel.record(accepted);
		const whileWatching = count;
		stop();
		ScriptedSocket.channel.record(accepted);
		expect([whileWatching, count]).toEqual([1, 1]);
	});

	it.each(['run-too-big', 'too-many-connections', 'rate-limited'])(
		'is unobserved where the server says %s',
		async (code) => {
			ScriptedSocket.refusals.set('raw-client', code);
			expect(await openSession().rawClient(script)).toEqual({ kind: 'unobserved', code });
		}
	);
});

describe('the raw server', () => {
	const request = {
		script,
		answer: 'due',
		extensions: 'permessage-deflate',
		protocols: ['chat'],
		confirmed: false
	} as const;

	it('gets its ticket for the script, and the browser connects with it', async () => {
		const outcome = await openSession().rawServer(request);
		expect(ScriptedSocket.commands).toMatchObject([
			{
				type: 'raw-server',
				answer: 'due',
				extensions: 'permessage-deflate',
				protocol: 'chat',
				confirmed: false,
				script: travelling
			}
		]);
		const socket = ScriptedSocket.all.at(-1);
		expect([socket?.url, socket?.protocols]).toEqual([
			`ws://localhost/ws/raw?ticket=${TOKEN}`,
			['chat']
		]);
		expect(connectionOf(outcome).peer).not.toBeNull();
	});

	it('offers no subprotocol where its 101 names none', async () => {
		await openSession().rawServer({ ...request, protocols: [] });
		expect(ScriptedSocket.all.at(-1)?.protocols).toEqual([]);
	});

	it('offers several, and the 101 that is due names the first', async () => {
		await openSession().rawServer({ ...request, protocols: ['chat', 'superchat'] });
		expect(ScriptedSocket.commands).toMatchObject([{ protocol: 'chat' }]);
		expect(ScriptedSocket.all.at(-1)?.protocols).toEqual(['chat', 'superchat']);
	});

	it('answers with the script alone where that is the whole response', async () => {
		const steps = [{ ...script.steps[0], acceptAt: [1] }] as RunScript['steps'];
		const written = { script: { steps, gap: 0 }, answer: 'written', confirmed: true } as const;
		await openSession().rawServer({ ...request, ...written });
		expect(ScriptedSocket.commands).toMatchObject([
			{
				answer: 'written',
				confirmed: true,
				extensions: '',
				protocol: '',
				script: { steps: [{ acceptAt: [1] }] }
			}
		]);
		expect(ScriptedSocket.all.at(-1)?.protocols).toEqual(['chat']);
	});

	it('opens no WebSocket where a second word is needed', async () => {
		ScriptedSocket.refusals.set('raw-server', 'confirm-needed');
		const outcome = await openSession().rawServer({ ...request, answer: 'written' });
		expect(outcome).toEqual({ kind: 'unobserved', code: 'confirm-needed' });
		expect(ScriptedSocket.all).toHaveLength(1);
	});

	it('opens no WebSocket where it is turned off', async () => {
		ScriptedSocket.refusals.set('raw-server', 'raw-server-off');
		const outcome = await openSession().rawServer(request);
		expect(outcome).toEqual({ kind: 'unobserved', code: 'raw-server-off' });
		expect(ScriptedSocket.all).toHaveLength(1);
	});
});

describe('an open raw connection', () => {
	it('takes commands by its number', async () => {
		const session = openSession();
		const connection = connectionOf(await session.rawClient(script));
		ScriptedSocket.commands = [];
		await session.run(connection, script);
		await session.cancelRun(connection);
		await session.hangUp(connection, 'rst');
		expect(ScriptedSocket.commands).toMatchObject([
			{ type: 'run', connection: 1, script: travelling },
			{ type: 'cancel-run', connection: 1 },
			{ type: 'hang-up', connection: 1, how: 'rst' }
		]);
	});

	it('says why a run is refused', async () => {
		const session = openSession();
		const connection = connectionOf(await session.rawClient(script));
		ScriptedSocket.refusals.set('run', 'run-in-progress');
		expect(await session.run(connection, script)).toBe('run-in-progress');
	});
});
