import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PONG } from '#lib/protocol/frames/opcode.ts';
import { appendItem, setRole } from '#lib/runs/edit-run.ts';
import { EMPTY_RUN, newFrame } from '#lib/runs/run.ts';
import { ScriptedRun } from '../../../../tests/support/scripted-run.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../tests/support/scripted-socket.ts';
import { closeFrame, frame } from '../../../../tests/support/wire-script.ts';
import { LabSession } from '../session/lab-session.svelte.ts';
import { RawTrial } from './raw-trial.svelte.ts';

const PAGE = new URL('http://localhost:3000/en/lab/frames/limits');
const PING = appendItem(EMPTY_RUN, newFrame(Uint8Array.of(0x89, 0x80, 1, 2, 3, 4)));

let session: LabSession;
let trial: RawTrial;

beforeEach(() => {
	ScriptedSocket.reset();
	session = new LabSession('ws://localhost:3000/lab/channel', { WebSocket: ScriptedWebSocket });
	session.open();
	trial = new RawTrial(session);
});

afterEach(() => session.close());

const types = () => ScriptedSocket.commands.map(({ type }) => type);

/** Waits for the command that opens connection `id`, and records what a server would until then. */
async function begun(id = 1): Promise<ScriptedRun> {
	await vi.waitFor(() => expect(types().filter((type) => type === 'raw-client')).toHaveLength(id));
	await vi.waitFor(() => expect(trial.connection?.id).toBe(id));
	const command = ScriptedSocket.commands.findLast((each) => each.type === 'raw-client');
	if (!command || !('script' in command)) throw new Error('no run was sent');
	const run = new ScriptedRun(id);
	ScriptedSocket.channel.record(...run.opening(command.script));
	return run;
}

function answer(run: ScriptedRun) {
	const pong = frame('server', { opcode: PONG });
	ScriptedSocket.channel.record(run.end(), run.data('server', pong));
}

describe('a try', () => {
	it('shows nothing before it was made', () => {
		expect(trial).toMatchObject({ capture: null, verdicts: null, isRunning: false });
	});

	it('is on until the peer’s verdict is in, then hangs up', async () => {
		const done = trial.start(PING, PAGE);
		expect(trial.isRunning).toBe(true);
		answer(await begun());
		await done;
		await vi.waitFor(() =>
			expect(trial.verdicts?.peer).toMatchObject({ kind: 'accepted', pongs: 1 })
		);
		expect(trial.isRunning).toBe(false);
		expect(types()).toEqual(['raw-client', 'hang-up']);
	});

	it('lets go of the recording of the try before', async () => {
		const first = trial.start(PING, PAGE);
		answer(await begun());
		await first;
		await vi.waitFor(() => expect(trial.isRunning).toBe(false));
		const second = trial.start(PING, PAGE);
		answer(await begun(2));
		await second;
		expect(types()).toEqual(['raw-client', 'hang-up', 'forget', 'raw-client', 'hang-up']);
	});

	it('is not begun a second time while it is on', async () => {
		const done = trial.start(PING, PAGE);
		await trial.start(PING, PAGE);
		answer(await begun());
		await done;
		expect(types().filter((type) => type === 'raw-client')).toHaveLength(1);
	});

	it('says why it could not begin', async () => {
		ScriptedSocket.refusals.set('raw-client', 'run-too-big');
		await trial.start(PING, PAGE);
		expect(trial).toMatchObject({ trouble: 'run-too-big', isRunning: false, capture: null });
	});

	it('is cancelled as soon as there is something to cancel', async () => {
		const done = trial.start(PING, PAGE);
		await trial.cancel();
		const run = await begun();
		await vi.waitFor(() => expect(types()).toContain('cancel-run'));
		ScriptedSocket.channel.record(run.end('cancelled'));
		answer(run);
		await done;
	});
});

it('ends TCP as the server once both close frames are there, then waits for the verdict', async () => {
	const close = newFrame(Uint8Array.of(0x88, 0x02, 0x03, 0xe8));
	const done = trial.start(setRole(appendItem(EMPTY_RUN, close), 'server'), PAGE);
	await vi.waitFor(() => expect(trial.connection?.id).toBe(1));
	const command = ScriptedSocket.commands.at(-1);
	if (!command || !('script' in command)) throw new Error('no run was sent');
	const run = new ScriptedRun(1, 10_000, 'server');
	ScriptedSocket.channel.record(...run.opening(command.script), run.end());
	ScriptedSocket.channel.record(run.data('client', closeFrame('client', 1000)));
	await vi.waitFor(() => expect(types()).toEqual(['raw-server', 'hang-up']));
	expect(trial.isRunning).toBe(true);
	ScriptedSocket.channel.record(run.fin('server'), run.fin('client'));
	ScriptedSocket.all.at(-1)?.drop();
	await done;
	await vi.waitFor(() => expect(trial.verdicts?.peer.kind).toBe('closed'));
});

it('stops what is on and forgets it when nobody looks any more', async () => {
	const done = trial.start(PING, PAGE);
	const run = await begun();
	await trial.dispose();
	answer(run);
	await done;
	expect(types()).toEqual(['raw-client', 'cancel-run', 'hang-up', 'forget']);
});
