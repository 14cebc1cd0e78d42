import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PONG } from '#lib/protocol/frames/opcode.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import type { Case } from '#lib/runs/cases/cases.ts';
import { appendItem, setRole } from '#lib/runs/edit-run.ts';
import { EMPTY_RUN, newFrame } from '#lib/runs/run.ts';
import { ScriptedRun } from '../../../../tests/support/scripted-run.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../tests/support/scripted-socket.ts';
import { closeFrame, frame } from '../../../../tests/support/wire-script.ts';
import { LabSession } from '../session/lab-session.svelte.ts';
import { TryAll } from './try-all.svelte.ts';

const PEERS = { client: 'ws', server: 'this browser' };
const PING = Uint8Array.of(0x89, 0x80, 1, 2, 3, 4);
const CLOSE = Uint8Array.of(0x88, 0x02, 0x03, 0xe8);

let session: LabSession;
let all: TryAll;

beforeEach(() => {
	ScriptedSocket.reset();
	session = new LabSession('ws://localhost:3000/lab/channel', { WebSocket: ScriptedWebSocket });
	session.open();
	const pageUrl = new URL('http://localhost:3000/en/lab/frames/cases');
	all = new TryAll({ session, pageUrl, peers: PEERS });
});

afterEach(() => {
	vi.useRealTimers();
	session.close();
});

function aCase(id: string, role: Direction = 'client', bytes = PING): Case {
	const run = setRole(appendItem(EMPTY_RUN, newFrame(bytes)), role);
	return { id, role, run, group: 'legal' };
}

const count = (type: string) => ScriptedSocket.commands.filter((each) => each.type === type).length;

/** Waits for a connection, and records its whole run. @param attempt which command opened it */
async function opened(id: number, role: Direction = 'client', attempt = id): Promise<ScriptedRun> {
	await vi.waitFor(() => expect(session.connections.some((each) => each.id === id)).toBe(true));
	const command = ScriptedSocket.commands.filter((each) => 'script' in each)[attempt - 1];
	if (!command || !('script' in command)) throw new Error('no run was sent');
	const run = new ScriptedRun(id, 10_000, role);
	ScriptedSocket.channel.record(...run.opening(command.script), run.end());
	return run;
}

async function answer(id: number, attempt = id): Promise<void> {
	const run = await opened(id, 'client', attempt);
	ScriptedSocket.channel.record(run.data('server', frame('server', { opcode: PONG })));
}

describe('the cases', () => {
	it('are tried a few at a time, each on a connection that is let go of', async () => {
		const cases = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => aCase(id));
		const done = all.start(cases);
		await vi.waitFor(() => expect(session.connections).toHaveLength(4));
		expect(all).toMatchObject({ isRunning: true, total: 6, done: 0 });
		for (let id = 1; id <= 6; id++) await answer(id);
		await done;
		expect([count('raw-client'), count('forget')]).toEqual([6, 6]);
		expect(all).toMatchObject({ isRunning: false, total: 6, done: 6, trouble: null });
		expect(session.connections).toEqual([]);
	});

	it('make rows in their own order, whichever is judged first', async () => {
		const cases = [aCase('first'), aCase('second')];
		const done = all.start(cases);
		await answer(2);
		await vi.waitFor(() => expect(all.done).toBe(1));
		await answer(1);
		await done;
		expect(all.matrix).toMatchObject({ peers: PEERS, rows: [{ id: 'first' }, { id: 'second' }] });
	});

	it('have no rows before they were tried', () => {
		expect([all.matrix, all.row(aCase('a'))]).toEqual([null, null]);
	});

	it('are told apart by role, where they share a name', async () => {
		const asClient = aCase('close', 'client');
		const done = all.start([asClient]);
		await answer(1);
		await done;
		expect(all.row(asClient)).toMatchObject({ role: 'client', peer: { kind: 'accepted' } });
		expect(all.row(aCase('close', 'server'))).toBeNull();
	});

	it('tried anew replace their own rows and no others', async () => {
		const [kept, again] = [aCase('kept'), aCase('again')];
		const first = all.start([kept, again]);
		await answer(1);
		await answer(2);
		await first;
		const second = all.start([again]);
		expect([all.row(kept)?.id, all.row(again)]).toEqual(['kept', null]);
		await answer(3);
		await second;
		expect(all.matrix?.rows.map(({ id }) => id)).toEqual(['kept', 'again']);
	});
});

it('ends TCP as the server once both close frames are there, before any verdict', async () => {
	const tried = aCase('close', 'server', CLOSE);
	const done = all.start([tried]);
	const run = await opened(1, 'server');
	expect(count('hang-up')).toBe(0);
	ScriptedSocket.channel.record(run.data('client', closeFrame('client', 1000)));
	await vi.waitFor(() => expect(count('hang-up')).toBe(1));
	ScriptedSocket.channel.record(run.fin('server'), run.fin('client'));
	ScriptedSocket.all.at(-1)?.drop();
	await done;
	expect(all.row(tried)?.peer).toMatchObject({ kind: 'closed', closeCode: 1000 });
});

describe('a case without a verdict in its time', () => {
	beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));

	it('is tried once more', async () => {
		const tried = aCase('a');
		const done = all.start([tried]);
		await opened(1);
		await vi.advanceTimersByTimeAsync(4000);
		await answer(2);
		await done;
		expect(all.row(tried)?.peer.kind).toBe('accepted');
		expect([count('raw-client'), count('forget')]).toEqual([2, 2]);
	});

	it('is left so the second time', async () => {
		const tried = aCase('a');
		const done = all.start([tried]);
		await opened(1);
		await vi.advanceTimersByTimeAsync(4000);
		await opened(2);
		await vi.advanceTimersByTimeAsync(4000);
		await done;
		expect(all.row(tried)?.peer.kind).toBe('waiting');
		expect(count('raw-client')).toBe(2);
	});
});

describe('where the server refuses', () => {
	it.each(['rate-limited', 'too-many-connections'])(
		'for a while, it is asked again: %s',
		async (code) => {
			ScriptedSocket.refusals.set('raw-client', code);
			const done = all.start([aCase('a')]);
			await vi.waitFor(() => expect(count('raw-client')).toBe(1));
			ScriptedSocket.refusals.clear();
			await answer(1, 2);
			await done;
			expect(all).toMatchObject({ done: 1, trouble: null });
		}
	);

	it('for good, no further case is begun, and it says why', async () => {
		ScriptedSocket.refusals.set('raw-client', 'internal-error');
		await all.start(Array.from({ length: 9 }, (_, id) => aCase(`${id}`)));
		expect(all).toMatchObject({ trouble: 'internal-error', done: 0, isRunning: false });
		expect(count('raw-client')).toBeLessThanOrEqual(4);
	});
});

it('lets go of what is under way when it is cancelled, and begins nothing more', async () => {
	const done = all.start(Array.from({ length: 9 }, (_, id) => aCase(`${id}`)));
	await vi.waitFor(() => expect(session.connections).toHaveLength(4));
	all.cancel();
	await done;
	expect([count('raw-client'), count('forget')]).toEqual([4, 4]);
	expect(all).toMatchObject({ isRunning: false, done: 0, trouble: null, matrix: null });
});

it('is not begun a second time while it is on', async () => {
	const done = all.start([aCase('a')]);
	await all.start([aCase('b')]);
	await answer(1);
	await done;
	expect(all.matrix?.rows.map(({ id }) => id)).toEqual(['a']);
});
