import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Transport } from '#lib/transports/transport.ts';
import { loadResult } from '../../../../../tests/support/load-results.ts';
import { scriptFetch, type ScriptedLoad } from '../../../../../tests/support/load-script.ts';
import { writeLoadFile } from './load-file.ts';
import { FIRST_LOAD_PLAN } from './load-plan.ts';
import { LoadRuns } from './load-runs.svelte.ts';

let asked: ScriptedLoad[];
let runs: LoadRuns;
let now: number;
let pauses: number;

beforeEach(() => {
	now = 0;
	pauses = 0;
	const script = scriptFetch();
	asked = script.asked;
	runs = new LoadRuns({
		origin: 'http://localhost:3000',
		fetch: script.fetch,
		now: () => now,
		date: () => '2026-01-02T03:04:05.678Z',
		pause: async () => void pauses++
	});
});

afterEach(() => runs.cancel());

const start = (...transports: Transport[]) => runs.start(FIRST_LOAD_PLAN, transports);
const nth = (index: number) => vi.waitFor(() => asked[index] ?? expect.fail('not asked yet'));
const isPhase = (phase: string) =>
	vi.waitFor(() => expect(runs.progress?.message?.phase).toBe(phase));
const finish = (load: ScriptedLoad, transport: Transport) => {
	load.say({ phase: 'done', result: loadResult(transport) });
	load.end();
};

describe('a load run', () => {
	it('asks the page’s own server for one transport', async () => {
		void start('websocket');
		const load = await nth(0);
		expect(load.url).toBe('http://localhost:3000/lab/load');
		expect(load.order).toEqual({ transport: 'websocket', ...FIRST_LOAD_PLAN });
	});

	it('is followed line by line, however the lines are cut', async () => {
		void start('websocket');
		const load = await nth(0);
		load.say({ phase: 'measuring' });
		await isPhase('measuring');
		load.write('{"phase":"connecting","conn');
		load.write('ected":12}\n{"phase":"connecting","connected":30}\n');
		await isPhase('connecting');
		expect(runs.progress?.message).toEqual({ phase: 'connecting', connected: 30 });
		load.say({ phase: 'waiting', lasts: 3000 });
		await isPhase('waiting');
		load.say({ phase: 'delivering', delivered: 5, due: 25_000 });
		await isPhase('delivering');
	});

	it('knows for how long its phase has lasted', async () => {
		void start('websocket');
		const load = await nth(0);
		now = 1000;
		load.say({ phase: 'waiting', lasts: 3000 });
		await isPhase('waiting');
		now = 2500;
		expect(runs.elapsed).toBe(1500);
	});

	it('leaves its result behind, with the moment at which it began', async () => {
		const done = start('websocket');
		finish(await nth(0), 'websocket');
		await done;
		const result = loadResult('websocket');
		expect(runs.kept).toEqual([{ id: 1, startedAt: '2026-01-02T03:04:05.678Z', result }]);
		expect(runs.latest('websocket')?.id).toBe(1);
		expect(runs.latest('socket-io')).toBeNull();
		expect(runs.isRunning).toBe(false);
	});

	it('out of bounds is a mistake', async () => {
		const plan = { ...FIRST_LOAD_PLAN, subscribers: 2001 };
		await expect(runs.start(plan, ['websocket'])).rejects.toThrow('plan');
	});
});

describe('several load runs', () => {
	it('come one after the other', async () => {
		const done = start('short-polling', 'websocket');
		const first = await nth(0);
		expect(runs.queue).toEqual(['websocket']);
		finish(first, 'short-polling');
		const second = await nth(1);
		expect(asked).toHaveLength(2);
		expect(runs.progress?.transport).toBe('websocket');
		finish(second, 'websocket');
		await done;
		expect(runs.kept.map(({ result }) => result.order.transport)).toEqual([
			'short-polling',
			'websocket'
		]);
	});

	it('go on where one transport could not connect', async () => {
		const done = start('socket-io', 'websocket');
		(await nth(0)).say({ phase: 'failed', reason: 'too-many-files', text: 'Take fewer.' });
		finish(await nth(1), 'websocket');
		await done;
		const fault = { code: 'too-many-files', status: null, text: 'Take fewer.' };
		expect(runs.failed).toEqual([{ transport: 'socket-io', fault }]);
		expect(runs.kept).toHaveLength(1);
	});

	it('end where the server lets nobody begin', async () => {
		const done = start('socket-io', 'websocket');
		(await nth(0)).refuse(403, 'Allow them with ALLOW_LOAD=on.\n');
		await done;
		expect(asked).toHaveLength(1);
		expect(runs.failed[0]?.fault.code).toBe('switched-off');
	});

	it('are compared with earlier ones that were asked for the same', async () => {
		for (const index of [0, 1]) {
			const done = start('websocket');
			finish(await nth(index), 'websocket');
			await done;
		}
		const latest = runs.latest('websocket');
		expect(latest && runs.earlier(latest).map(({ id }) => id)).toEqual([1]);
	});
});

describe('a load run that comes to nothing', () => {
	it.each([
		[403, 'Its operator can allow them with ALLOW_LOAD=on.', 'switched-off'],
		[403, 'A page of another origin may not start a load run.', 'foreign-origin'],
		[400, 'This is no order of a load run.', 'refused'],
		[502, 'Bad Gateway', 'refused'],
		[503, 'The server is shutting down.', 'closing']
	])('with %i %j is %s', async (status, text, code) => {
		const done = start('websocket');
		(await nth(0)).refuse(status, `${text}\n`);
		await done;
		expect(runs.failed[0]?.fault).toEqual({ code, status, text });
	});

	it('with 409 is tried again for a moment, then given up', async () => {
		const done = start('websocket');
		for (let tries = 0; tries < 6; tries++) (await nth(tries)).refuse(409, 'One at a time.');
		await done;
		expect(pauses).toBe(5);
		expect(runs.failed[0]?.fault.code).toBe('busy');
	});

	it.each([
		['never answered', (load: ScriptedLoad) => load.cut(), 'unreachable'],
		['no run at all', (load: ScriptedLoad) => load.write('<!doctype html>\n'), 'bad-answer'],
		['without an end', (load: ScriptedLoad) => load.write('x'.repeat(70_000)), 'bad-answer'],
		[
			'lost in the middle',
			(load: ScriptedLoad) => (load.say({ phase: 'measuring' }), load.cut()),
			'cut'
		],
		[
			'ended in the middle',
			(load: ScriptedLoad) => (load.say({ phase: 'measuring' }), load.end()),
			'cut'
		]
	])('%s says so', async (_name, act, code) => {
		const done = start('websocket');
		act(await nth(0));
		await done;
		expect(runs.failed[0]?.fault.code).toBe(code);
	});
});

describe('a load run that is cancelled', () => {
	it('is aborted, and none comes after it', async () => {
		const done = start('short-polling', 'websocket');
		const load = await nth(0);
		load.say({ phase: 'measuring' });
		await isPhase('measuring');
		await runs.cancel();
		await done;
		expect(load.signal?.aborted).toBe(true);
		expect([runs.isCancelled, runs.failed, runs.kept]).toEqual([true, [], []]);
		expect(asked).toHaveLength(1);
	});
});

describe('the file of load runs', () => {
	it('holds each result whole', async () => {
		const done = start('websocket');
		finish(await nth(0), 'websocket');
		await done;
		expect(JSON.parse(writeLoadFile(runs.kept, 'Firefox'))).toEqual({
			kind: 'wire101-load-runs',
			version: 1,
			browser: 'Firefox',
			runs: [{ startedAt: '2026-01-02T03:04:05.678Z', result: loadResult('websocket') }]
		});
	});
});
