import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Direction } from '#lib/protocol/direction.ts';
import { PONG } from '#lib/protocol/frames/opcode.ts';
import { ScriptedRun } from '../../../../tests/support/scripted-run.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../tests/support/scripted-socket.ts';
import { closeFrame, frame } from '../../../../tests/support/wire-script.ts';
import { encodeScript } from '#lib/channel/script-message.ts';
import type { RunScript } from '#lib/runs/run-script.ts';
import { within } from '../session/connection-watch.ts';
import { LabSession } from '../session/lab-session.svelte.ts';
import type { ObservedConnection } from '../session/observed-connection.svelte.ts';
import { untilClosed, untilJudged, untilOver } from './run-watch.ts';

const REQUEST = new TextEncoder().encode(
	'GET /ws/echo HTTP/1.1\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'
);

let session: LabSession;

beforeEach(() => {
	ScriptedSocket.reset();
	session = new LabSession('ws://localhost:3000/lab/channel', { WebSocket: ScriptedWebSocket });
	session.open();
});

afterEach(() => session.close());

function scriptOf(...writes: readonly Uint8Array[]): RunScript {
	const steps = writes.map((bytes) => ({ kind: 'write', bytes, unit: 'whole', times: 1 }) as const);
	return { steps, gap: 0 };
}

interface Begun {
	readonly connection: ObservedConnection;
	readonly run: ScriptedRun;
}

/** A connection on which the student has written these bytes, and the run is still on. */
async function begin(role: Direction, bytes: Uint8Array): Promise<Begun> {
	const script = role === 'client' ? scriptOf(REQUEST, bytes) : scriptOf(bytes);
	const outcome = await (role === 'client'
		? session.rawClient(script)
		: session.rawServer({
				script,
				answer: 'due',
				extensions: '',
				protocols: [],
				confirmed: false
			}));
	if (outcome.kind !== 'connecting') throw new Error(`the connection is ${outcome.kind}`);
	const run = new ScriptedRun(outcome.connection.id, 10_000, role);
	ScriptedSocket.channel.record(...run.opening(encodeScript(script)));
	return { connection: outcome.connection, run };
}

/** Whether it has resolved by now; promises that wait for each other are given time to. */
async function isPending(promise: Promise<unknown>): Promise<boolean> {
	let isOn = true;
	void promise.then(() => (isOn = false));
	for (let turn = 0; turn < 20; turn++) await Promise.resolve();
	return isOn;
}

describe('the verdict', () => {
	it('is there as soon as the answer is', async () => {
		const { connection, run } = await begin('client', Uint8Array.of(0x89, 0x80, 1, 2, 3, 4));
		const judged = untilJudged(connection, 'client');
		ScriptedSocket.channel.record(run.end());
		expect(await isPending(judged)).toBe(true);
		ScriptedSocket.channel.record(run.data('server', frame('server', { opcode: PONG })));
		expect(await judged).toMatchObject({ kind: 'accepted', pongs: 1 });
	});

	it('stays open where the session is lost', async () => {
		const { connection } = await begin('client', Uint8Array.of(0x89));
		const judged = untilJudged(connection, 'client');
		connection.abandon();
		expect(await judged).toMatchObject({ kind: 'waiting' });
	});
});

describe('a closing handshake', () => {
	it('is complete with the second close frame', async () => {
		const { connection, run } = await begin('server', closeFrame('server', 1000));
		ScriptedSocket.channel.record(run.end());
		const closed = untilClosed(connection);
		expect(await isPending(closed)).toBe(true);
		ScriptedSocket.channel.record(run.data('client', closeFrame('client', 1000)));
		expect(await isPending(closed)).toBe(false);
	});

	it('waits for what the run still writes', async () => {
		const { connection, run } = await begin('server', closeFrame('server', 1000));
		const closed = untilClosed(connection);
		ScriptedSocket.channel.record(run.data('client', closeFrame('client', 1000)));
		expect(await isPending(closed)).toBe(true);
		ScriptedSocket.channel.record(run.end());
		expect(await isPending(closed)).toBe(false);
	});
});

describe('nothing is left to the student', () => {
	it('as the server, once the closing handshake is complete, though there is no verdict yet', async () => {
		const { connection, run } = await begin('server', closeFrame('server', 1000));
		const over = untilOver(connection, 'server');
		const close = run.data('client', closeFrame('client', 1000));
		ScriptedSocket.channel.record(run.end(), close);
		expect(await isPending(over)).toBe(false);
		expect(await isPending(untilJudged(connection, 'server'))).toBe(true);
	});

	it('as the client, not before the verdict: it is the server that ends TCP', async () => {
		const { connection, run } = await begin('client', closeFrame('client', 1000));
		const over = untilOver(connection, 'client');
		const close = run.data('server', closeFrame('server', 1000));
		ScriptedSocket.channel.record(run.end(), close);
		expect(await isPending(over)).toBe(true);
		ScriptedSocket.channel.record(run.fin('server'));
		expect(await isPending(over)).toBe(false);
	});

	it('where the session is lost', async () => {
		const { connection } = await begin('server', closeFrame('server', 1000));
		const over = untilOver(connection, 'server');
		connection.abandon();
		expect(await isPending(over)).toBe(false);
	});
});

describe('a wait with an end', () => {
	const never = new Promise(() => undefined);

	it.each([
		['what is waited for comes', () => within(60_000, Promise.resolve())],
		['what is waited for fails', () => within(60_000, Promise.reject(new Error('no')))],
		['its time is up', () => within(0, never)],
		['nobody waits any more', () => within(60_000, never, AbortSignal.abort())]
	])('ends where %s', async (_, wait) => {
		await expect(wait()).resolves.toBeUndefined();
	});
});
