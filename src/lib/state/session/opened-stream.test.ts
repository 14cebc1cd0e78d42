import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import type { LaneTold } from '#lib/transports/lane-told.ts';
import {
	ScriptedSocket,
	ScriptedWebSocket,
	TOKEN
} from '../../../../tests/support/scripted-socket.ts';
import { LabSession } from './lab-session.svelte.ts';
import type { OpenedStream } from './opened-stream.ts';

const LANE = { transport: 'websocket', delay: 0, jitter: 0, compression: false } as const;
const T = 2000;
const lane = (connection: number, told: LaneTold): ChannelEvent => ({
	kind: 'lane',
	t: T,
	connection,
	told
});
const fin = (connection: number): ChannelEvent => ({
	kind: 'fin',
	t: T,
	connection,
	direction: 'client'
});

let session: LabSession;

beforeEach(() => {
	ScriptedSocket.reset();
	session = new LabSession('ws://localhost:3000/lab/channel', { WebSocket: ScriptedWebSocket });
	session.open();
});

afterEach(() => session.close());

async function open(): Promise<OpenedStream> {
	const opened = await session.openStream({ kind: 'game' }, [LANE]);
	if ('code' in opened) throw new Error(opened.code);
	return opened;
}

function heard(stream: OpenedStream): ChannelEvent[] {
	const events: ChannelEvent[] = [];
	stream.listen((own) => events.push(...own));
	return events;
}

describe('an opened stream', () => {
	it('has its lanes with their keys', async () => {
		expect((await open()).lanes).toEqual([{ lane: 1, key: TOKEN }]);
	});

	it('is not opened where the server refuses', async () => {
		ScriptedSocket.refusals.set('open-stream', 'too-many-streams');
		const opened = await session.openStream({ kind: 'game' }, [LANE]);
		expect(opened).toEqual({ code: 'too-many-streams' });
	});

	it('hears of the exchanges of its lanes until they are over, and of no others', async () => {
		const events = heard(await open());
		ScriptedSocket.channel.record(
			lane(7, { name: 'exchange', lane: 1, socket: 1 }),
			fin(7),
			lane(7, { name: 'done' }),
			fin(7),
			lane(8, { name: 'exchange', lane: 99, socket: 1 }),
			fin(8)
		);
		expect(events.map(({ kind, connection }) => [kind, connection])).toEqual([
			['lane', 7],
			['fin', 7],
			['lane', 7]
		]);
	});

	it('hears what overtook the answer to its opening', async () => {
		await vi.waitFor(() => expect(session.status).toBe('open'));
		ScriptedSocket.early = [lane(0, { name: 'emitted', stream: 1, id: 1, size: 1 })];
		expect(heard(await open())).toHaveLength(1);
	});

	it('asks for its source to begin and to end, and for another lane', async () => {
		const stream = await open();
		await stream.start();
		await stream.stop();
		await stream.addLane(LANE);
		await stream.close();
		expect(ScriptedSocket.commands.slice(1)).toMatchObject([
			{ type: 'start-stream', stream: 1 },
			{ type: 'stop-stream', stream: 1 },
			{ type: 'add-lane', stream: 1, lane: LANE },
			{ type: 'close-stream', stream: 1 }
		]);
		expect(stream.lanes).toHaveLength(2);
	});

	it('says why its source did not begin', async () => {
		const stream = await open();
		ScriptedSocket.refusals.set('start-stream', 'unknown-stream');
		expect(await stream.start()).toBe('unknown-stream');
	});

	it('hears nothing once it is closed', async () => {
		const stream = await open();
		const events = heard(stream);
		await stream.close();
		ScriptedSocket.channel.record(lane(0, { name: 'source-ended', stream: 1 }));
		expect(events).toEqual([]);
	});

	it('is lost with its session', async () => {
		const stream = await open();
		const onLoss = vi.fn();
		stream.onLoss(onLoss);
		session.close();
		expect(onLoss).toHaveBeenCalledOnce();
		expect(await stream.start()).toBe('session-lost');
	});
});
