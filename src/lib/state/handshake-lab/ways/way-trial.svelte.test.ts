import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import { encodeRequest } from '#lib/protocol/handshake/encode-request.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import type { RunStep } from '#lib/runs/run-script.ts';
import { readScript, ScriptedRun } from '../../../../../tests/support/scripted-run.ts';
import { ScriptedSocket, ScriptedWebSocket } from '../../../../../tests/support/scripted-socket.ts';
import { head, switching } from '../../../../../tests/support/wire-script.ts';
import { LabSession } from '../../session/lab-session.svelte.ts';
import { framesScript, openingScript, tunnelScript, untilAnswered } from './way-trial-plan.ts';
import { WayTrial } from './way-trial.svelte.ts';

const newMaskingKey = () => Uint8Array.of(1, 2, 3, 4);
const REQUEST = encodeRequest({ target: '/ws/echo', host: 'a', key: 'dGhlIHNhbXBsZSBub25jZQ==' });
const PLAN = {
	way: { kind: 'proxy', mode: 'passes-upgrade', idle: 1000 },
	tunnel: null,
	opening: openingScript(REQUEST),
	frames: framesScript({ newMaskingKey, text: 'hi' })
} as const;
const CONNECT_PLAN = {
	...PLAN,
	way: { kind: 'proxy', mode: 'connect', idle: 1000 },
	tunnel: tunnelScript('localhost:3000')
} as const;
const REFUSED = head('HTTP/1.1 426 Upgrade Required', 'Content-Length: 0');

let session: LabSession;
let trial: WayTrial;

beforeEach(() => {
	ScriptedSocket.reset();
	session = new LabSession('ws://localhost:3000/lab/channel', { WebSocket: ScriptedWebSocket });
	session.open();
	trial = new WayTrial(session);
});

afterEach(() => session.close());

const types = () => ScriptedSocket.commands.map(({ type }) => type);
const record = (...events: readonly ChannelEvent[]) => ScriptedSocket.channel.record(...events);

/** Waits for the run with that number, and records what it writes; the far side is over at once. */
async function ran(run: ScriptedRun, count: number): Promise<string> {
	const ofRuns = () => ScriptedSocket.commands.filter((each) => 'script' in each);
	await vi.waitFor(() => expect(ofRuns()).toHaveLength(count));
	await vi.waitFor(() => expect(trial.near).not.toBeNull());
	const command = ofRuns()[count - 1];
	if (!command || !('script' in command)) throw new Error('no run was sent');
	const writes = readScript(command.script).steps.flatMap((step) =>
		step.kind === 'write' ? [step.bytes] : []
	);
	const far = new ScriptedRun(2);
	record(far.fin('client'), run.begin(), ...writes.map((bytes) => run.data('client', bytes)));
	return latin1(writes[0] ?? new Uint8Array(0));
}

const hungUp = () => vi.waitFor(() => expect(types()).toContain('hang-up'));

describe('a try of a way', () => {
	it('writes frames only after a 101', async () => {
		const done = trial.start(PLAN);
		const run = new ScriptedRun(1);
		expect(await ran(run, 1)).toMatch(/^GET /);
		record(run.data('server', switching()), run.end());
		await ran(run, 2);
		expect(trial.step).toBe('frames');
		record(run.end(), run.fin('server'), run.fin('client'));
		await done;
		expect(types()).toEqual(['raw-client', 'run', 'hang-up']);
		expect(trial).toMatchObject({ isRunning: false, trouble: null });
	});

	it('writes none after a refusal', async () => {
		const done = trial.start(PLAN);
		const run = new ScriptedRun(1);
		await ran(run, 1);
		record(run.data('server', REFUSED), run.end(), run.fin('server'));
		await hungUp();
		record(run.fin('client'));
		await done;
		expect(types()).toEqual(['raw-client', 'hang-up']);
	});

	it('asks for the tunnel first, and goes on in it', async () => {
		const done = trial.start(CONNECT_PLAN);
		const run = new ScriptedRun(1);
		expect(await ran(run, 1)).toMatch(/^CONNECT localhost:3000 /);
		record(run.data('server', head('HTTP/1.1 200 Connection Established')), run.end());
		expect(await ran(run, 2)).toMatch(/^GET /);
		record(run.data('server', REFUSED), run.end(), run.fin('server'));
		await hungUp();
		record(run.fin('client'));
		await done;
	});

	it('sends no opening request where the tunnel is refused', async () => {
		const done = trial.start(CONNECT_PLAN);
		const run = new ScriptedRun(1);
		await ran(run, 1);
		record(run.data('server', head('HTTP/1.1 403 Forbidden', 'Content-Length: 0')), run.end());
		record(run.fin('server'));
		await done;
		expect(types()).not.toContain('run');
	});

	it('says why it could not begin', async () => {
		ScriptedSocket.refusals.set('raw-client', 'way-off');
		await trial.start(PLAN);
		expect(trial).toMatchObject({ trouble: 'way-off', isRunning: false, near: null });
	});

	it('says why it could not go on', async () => {
		ScriptedSocket.refusals.set('run', 'run-too-big');
		const done = trial.start(PLAN);
		const run = new ScriptedRun(1);
		await ran(run, 1);
		record(run.data('server', switching()), run.end());
		await hungUp();
		record(run.fin('client'), run.fin('server'));
		await done;
		expect(trial.trouble).toBe('run-too-big');
	});

	it('is not begun a second time while it is on', async () => {
		const done = trial.start(PLAN);
		await trial.start(PLAN);
		const run = new ScriptedRun(1);
		await ran(run, 1);
		record(run.end(), run.fin('server'), run.fin('client'));
		await done;
		expect(types().filter((type) => type === 'raw-client')).toHaveLength(1);
	});

	it('stops what is on, and lets go of it, when nobody looks any more', async () => {
		const done = trial.start(PLAN);
		const run = new ScriptedRun(1);
		await ran(run, 1);
		await trial.dispose();
		record(run.end('cancelled'), run.fin('server'), run.fin('client'));
		await done;
		expect(types().slice(0, 2)).toEqual(['raw-client', 'cancel-run']);
		expect(types().at(-1)).toBe('forget');
	});
});

describe('a plan', () => {
	const kinds = (steps: readonly RunStep[]) =>
		steps.map((step) => (step.kind === 'pause' ? step.ms : step.kind));

	it.each([
		['without quiet', {}, ['write', 'write']],
		['with quiet', { quiet: 320 }, ['write', 320, 'write', 'write']],
		[
			'with pings in it',
			{ quiet: 320, pingEvery: 100 },
			['write', 100, 'write', 100, 'write', 100, 'write', 20, 'write', 'write']
		],
		['longer than one pause may be', { quiet: 16_000 }, ['write', 10_000, 6000, 'write', 'write']]
	])('says something, and closes: %s', (_name, options, expected) => {
		expect(kinds(framesScript({ newMaskingKey, text: 'a', ...options }).steps)).toEqual(expected);
	});

	it('waits for the answer once, unless its side has ended', () => {
		const opening = openingScript(REQUEST);
		expect(untilAnswered(opening).steps).toEqual(opening.steps);
		const ended = { steps: [{ kind: 'end', how: 'fin' } as const], gap: 0 };
		expect(untilAnswered(ended).steps).toHaveLength(1);
	});
});
