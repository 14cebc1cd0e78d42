/** Runs: their order, their bounds, their ends, and every wrong thing a page can ask for. */
import { Buffer } from 'node:buffer';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Command, ScriptMessage } from '#lib/channel/messages.ts';
import { DIRECT } from '#lib/runs/way.ts';
import { eventually } from './channel-harness.ts';
import { maskedFrame } from './support/raw-client.ts';
import {
	DUE,
	awaitHead,
	end,
	hex,
	opened,
	pause,
	script,
	startRawLab,
	write,
	type RawLab,
	type RawLabSettings,
	type RawPage,
	type Seen
} from './support/raw-lab.ts';

vi.setConfig({ testTimeout: 30_000 });

const ping = maskedFrame(0x89, Buffer.from('ping'));
const PONG = '8a0470696e67';

let lab: RawLab;
let page: RawPage;

async function start(settings: RawLabSettings = {}): Promise<void> {
	lab = await startRawLab(settings);
	page = lab.openPage();
}

afterEach(() => lab.close());

const echo = (toRun: ScriptMessage): Command => ({
	type: 'raw-client',
	way: DIRECT,
	script: toRun
});
const isOver = (seen: Seen): Promise<boolean> => seen.until(({ outcomes }) => outcomes.length > 0);

describe('a run', () => {
	it('may follow another on the same connection', async () => {
		await start();
		const seen = await page.rawClient(opened(write(ping)));
		await seen.until((now) => now.frames('server') === PONG);
		const { connection } = seen;
		await page.command({ type: 'run', connection, script: script([write(ping)]) });
		await seen.until((now) => now.frames('server') === PONG + PONG);
		expect(seen.outcomes).toEqual(['written', 'written']);
		expect(lab.counted).toEqual(['client written', 'client written']);
	});

	it('refuses another while it is on', async () => {
		await start();
		const { connection } = await page.rawClient(opened(pause(10_000)));
		const command = { type: 'run', connection, script: script([write(ping)]) } as const;
		expect(await page.codeOf(command)).toBe('run-in-progress');
	});

	it('stops at once when it is cancelled, and another may begin', async () => {
		await start();
		const seen = await page.rawClient(opened(pause(10_000), write(hex('ff'))));
		await seen.until(({ told }) => told.length === 1);
		const { connection } = seen;
		await page.command({ type: 'cancel-run', connection });
		await isOver(seen);
		expect(seen.outcomes).toEqual(['cancelled']);
		await page.command({ type: 'run', connection, script: script([write(ping)]) });
		await seen.until((now) => now.frames('server') === PONG);
		expect(seen.frames('client')).toBe(ping.toString('hex'));
	});

	it('stops between two bytes of a slow drip', async () => {
		await start();
		const seen = await page.rawClient(
			script([...opened().steps, write(ping, { unit: 'byte' })], 1000)
		);
		await seen.until((now) => now.frames('client').length === 2);
		await page.command({ type: 'cancel-run', connection: seen.connection });
		await isOver(seen);
		const told = seen.runs.find(({ name }) => name === 'end');
		expect(told).toMatchObject({ outcome: 'cancelled', bytes: seen.bytes('client').length });
	});

	it('is told from its begin to its end even where it is cancelled before it has a connection', async () => {
		await start();
		const client = page.rawClient(opened(write(ping)));
		const cancelled = page.codeOf({ type: 'cancel-run', connection: 1 });
		const seen = await client;
		expect(await cancelled).toBe(null);
		await isOver(seen);
		expect(seen.runs.map(({ name }) => name).slice(0, 2)).toEqual(['begin', 'end']);
		expect(seen.outcomes).toEqual(['cancelled']);
	});

	it('is cancelled by a hang-up', async () => {
		await start();
		const seen = await page.rawClient(opened(pause(10_000), write(ping)));
		await seen.until(({ told }) => told.length === 1);
		await page.command({ type: 'hang-up', connection: seen.connection, how: 'fin' });
		await seen.until(({ ends }) => ends.length === 2);
		expect(seen.outcomes).toEqual(['cancelled']);
		expect(seen.frames('client')).toBe('');
	});

	it('cannot be cancelled where none is on', async () => {
		await start();
		const seen = await page.rawClient(opened());
		await isOver(seen);
		const { connection } = seen;
		expect(await page.codeOf({ type: 'cancel-run', connection })).toBe('not-open');
	});

	it('ends with the connection, where its peer fails that', async () => {
		await start();
		const seen = await page.rawClient(opened(write(hex('8100')), pause(10_000), write(ping)));
		await isOver(seen);
		expect(seen.outcomes).toEqual(['peer-ended']);
		expect(seen.frames('client')).toBe('8100');
	});

	it('is over after an end of the connection, whatever follows in its script', async () => {
		await start();
		const seen = await page.rawClient(opened(end('fin'), pause(10_000), write(ping)));
		await isOver(seen);
		expect(seen.outcomes).toEqual(['written']);
		const { connection } = seen;
		await seen.until(({ ends }) => ends.length === 2);
		const command = { type: 'run', connection, script: script([write(ping)]) } as const;
		expect(await page.codeOf(command)).toBe('not-open');
	});

	it('times out where the head it awaits does not come', async () => {
		await start({ session: { headWait: 20, answerWait: 20 } });
		const seen = await page.rawClient(script([write('GET / HT'), awaitHead, write(ping)]));
		await seen.until(({ runs }) => runs.length === 3);
		expect(seen.runs.slice(1)).toEqual([
			{ name: 'end', outcome: 'timed-out', bytes: 8 },
			{ name: 'unanswered', after: 20_000 }
		]);
		expect(seen.bytes('client')).toBe('GET / HT');
	});

	it('times out after as many seconds as it may take', async () => {
		await start({ session: { runs: { maxBytes: 2000, maxWrites: 10, maxSeconds: 1 } } });
		const seen = await page.rawClient(opened(pause(600), pause(400), write(ping)));
		await isOver(seen);
		expect(seen.outcomes).toEqual(['timed-out']);
	});

	it('waits for a reader that is slower than it writes', async () => {
		await start({ limits: { maxBufferedBytes: 2 ** 20 } });
		const frame = maskedFrame(0x82, Buffer.alloc(2 ** 16));
		const seen = await page.rawClient(opened(write(frame, { times: 60 })));
		await isOver(seen);
		expect(seen.outcomes).toEqual(['written']);
		await seen.until((now) => now.told.filter(({ name }) => name === 'send').length === 60);
	});

	it('without a byte is over at once', async () => {
		await start();
		const empty = {
			kind: 'write',
			bytes: '',
			unit: 'byte',
			times: Number.MAX_SAFE_INTEGER
		} as const;
		const seen = await page.rawClient(script([empty]));
		await isOver(seen);
		expect(seen.runs.at(-1)).toEqual({ name: 'end', outcome: 'written', bytes: 0 });
	});
});

describe('silence after a run', () => {
	const unfinished = hex('818537fa213d7f');

	it('is told once', async () => {
		await start({ session: { answerWait: 20 } });
		const seen = await page.rawClient(opened(write(unfinished)));
		await seen.until(({ runs }) => runs.length === 3);
		expect(seen.runs.at(-1)).toEqual({ name: 'unanswered', after: 20_000 });
	});

	it('is told where the answer that came is to an earlier frame', async () => {
		await start({ session: { answerWait: 20 } });
		const seen = await page.rawClient(opened(write(ping), write(unfinished)));
		await seen.until(({ runs }) => runs.length === 3);
		expect(seen.runs.at(-1)).toEqual({ name: 'unanswered', after: 20_000 });
		expect(seen.frames('server')).toMatch(/^8a/);
	});

	it('is told where the run was cancelled before it had written a frame', async () => {
		await start({ session: { answerWait: 20 } });
		const seen = await page.rawClient(opened(pause(10_000), write(ping)));
		await seen.until((now) => now.bytes('server') !== '');
		await page.command({ type: 'cancel-run', connection: seen.connection });
		await seen.until(({ runs }) => runs.length === 3);
		expect(seen.runs.at(-1)).toEqual({ name: 'unanswered', after: 20_000 });
	});

	it('is not told where the student hangs up before', async () => {
		await start({ session: { answerWait: 10_000 } });
		const seen = await page.rawClient(opened(write(ping)));
		await isOver(seen);
		await page.command({ type: 'hang-up', connection: seen.connection, how: 'fin' });
		await seen.until(({ ends }) => ends.length === 2);
		expect(seen.runs.map(({ name }) => name)).toEqual(['begin', 'end']);
	});

	it('is not told where the peer has ended', async () => {
		await start({ session: { answerWait: 200 } });
		const seen = await page.rawClient(opened(write(hex('8100'))));
		await seen.until(({ told }) => told.at(-1)?.name === 'close');
		await eventually(() => lab.inner.size === 0);
		expect(seen.runs.map(({ name }) => name)).toEqual(['begin', 'end']);
	});

	it('is told even where the recording has reached its bound', async () => {
		await start({ session: { answerWait: 20 }, limits: { maxSessionRecordingBytes: 400 } });
		const flood = write(maskedFrame(0x8a, Buffer.alloc(100)), { times: 10 });
		const seen = await page.rawClient(opened(flood));
		await seen.until(({ runs }) => runs.at(-1)?.name === 'unanswered');
		expect(seen.events.map(({ kind }) => kind)).toContain('stopped');
	});
});

describe('bounds', () => {
	const bytes = (count: number, times = 1) => script([write(Buffer.alloc(count), { times })]);

	it.each<[string, ScriptMessage]>([
		['bytes', bytes(1025)],
		['repeated bytes', bytes(1, 1025)],
		['bytes without measure', bytes(2, Number.MAX_SAFE_INTEGER)],
		['writes', bytes(1, 33)],
		['single bytes', script([write(Buffer.alloc(33), { unit: 'byte' })])],
		['pauses', script([pause(1500), pause(1500)])],
		['gaps', script([write(Buffer.alloc(21), { unit: 'byte' })], 101)]
	])('of %s refuse a run before its first byte', async (_name, toRun) => {
		await start({ session: { runs: { maxBytes: 1024, maxWrites: 32, maxSeconds: 2 } } });
		expect(await page.codeOf(echo(toRun))).toBe('run-too-big');
		expect(
			await page.codeOf({ type: 'raw-server', ...DUE, extensions: '', protocol: '', script: toRun })
		).toBe('run-too-big');
		expect(lab.registry.counts.connections).toBe(0);
	});

	it('of runs a minute count them all', async () => {
		await start({ limits: { runsPerMinute: 3 } });
		const seen = await page.rawClient(opened());
		await isOver(seen);
		const { connection } = seen;
		expect(await page.codeOf({ type: 'run', connection, script: script([]) })).toBe(null);
		await page.rawServer(script([]));
		expect(await page.codeOf(echo(opened()))).toBe('rate-limited');
	});

	it('of connections count raw ones, and free them at their end', async () => {
		await start({ limits: { maxConnectionsPerSession: 1 } });
		const seen = await page.rawClient(opened());
		await isOver(seen);
		expect(await page.codeOf(echo(opened()))).toBe('too-many-connections');
		expect(await page.codeOf({ type: 'observe' })).toBe('too-many-connections');
		await page.command({ type: 'hang-up', connection: seen.connection, how: 'rst' });
		await eventually(() => lab.registry.counts.connections === 0);
		expect(await page.codeOf(echo(opened()))).toBe(null);
	});

	it('of raw connections hold for all sessions together, and leave each its share', async () => {
		const limits = { maxRawConnections: 4, maxSessions: 4 };
		await start({ limits });
		const taken = await Promise.all([1, 2, 3].map(() => page.rawClient(opened(pause(10_000)))));
		await page.rawServer(script([]));
		expect(await page.codeOf(echo(opened()))).toBe('too-many-connections');
		const other = lab.openPage();
		expect(await other.codeOf(echo(opened(pause(10_000))))).toBe(null);
		expect(await other.codeOf(echo(opened()))).toBe('too-many-connections');
		expect(await other.codeOf({ type: 'observe' })).toBe(null);
		for (const { connection } of taken) await page.command({ type: 'forget', connection });
		await eventually(() => lab.inner.size === 1);
		expect(await other.codeOf(echo(opened()))).toBe(null);
	});

	it('of raw connections are free again when their session ends or their ticket expires', async () => {
		await start({ limits: { maxRawConnections: 2, maxSessions: 2 }, session: { ticketLife: 10 } });
		await page.rawClient(opened(pause(10_000)));
		await page.rawServer(script([]));
		await eventually(() => lab.registry.counts.connections === 1);
		page.channel.close();
		await eventually(() => lab.registry.counts.connections === 0);
		const other = lab.openPage();
		for (let turn = 0; turn < 2; turn++) {
			expect(await other.codeOf(echo(opened(pause(10_000))))).toBe(null);
		}
		expect(await other.codeOf(echo(opened()))).toBe('too-many-connections');
	});

	it('of the reads of one frame end it, before joining them would stop the server', async () => {
		await start();
		const frame = maskedFrame(0x82, Buffer.alloc(17_000));
		const seen = await page.rawClient(opened(write(frame, { unit: 'byte' })));
		await seen.until(({ told }) => told.at(-1)?.name === 'close');
		expect(seen.told.find(({ name }) => name === 'error')).toMatchObject({
			code: 'WS_ERR_TOO_MANY_BUFFERED_PARTS'
		});
		expect(seen.frames('server')).toBe('880203f0');
	});

	it('of the recording stop that, and the run goes on', async () => {
		await start({ limits: { maxRecordingBytes: 64 * 1024 } });
		const frame = maskedFrame(0x82, Buffer.alloc(40_000));
		const seen = await page.rawClient(opened(write(frame, { times: 3 })));
		await isOver(seen);
		expect(seen.outcomes).toEqual(['written']);
		expect(seen.events).toContainEqual(expect.objectContaining({ kind: 'stopped' }));
	});

	it('are told to the page', async () => {
		await start({ limits: { maxRunBytes: 5000, maxRunWrites: 7, maxRunSeconds: 8 } });
		await page.command({ type: 'observe' });
		expect(lab.registry.limits.runs).toEqual({ maxBytes: 5000, maxWrites: 7, maxSeconds: 8 });
	});
});

describe('a command that makes no sense', () => {
	const steps = (...list: unknown[]) => ({ steps: list, gap: 0 });
	const bad = (command: object): Command => command as Command;

	it.each<[string, object, string]>([
		[
			'a way outside the list',
			{ type: 'raw-client', way: { kind: 'http://evil.example/' }, script: opened() },
			'malformed'
		],
		[
			'another port',
			{ type: 'raw-client', way: DIRECT, port: 80, script: steps({ kind: 'dial' }) },
			'malformed'
		],
		['no script', { type: 'raw-client', way: DIRECT }, 'malformed'],
		[
			'bytes that are no base64',
			{ type: 'raw-client', way: DIRECT, script: steps({ ...write('a'), bytes: '%%%' }) },
			'malformed'
		],
		[
			'base64 cut short',
			{ type: 'raw-client', way: DIRECT, script: steps({ ...write('a'), bytes: 'YQ' }) },
			'bad-argument'
		],
		[
			'base64 with loose bits',
			{ type: 'raw-client', way: DIRECT, script: steps({ ...write('a'), bytes: 'YR==' }) },
			'bad-argument'
		],
		[
			'a write no times',
			{ type: 'raw-client', way: DIRECT, script: steps({ ...write('a'), times: 0 }) },
			'malformed'
		],
		[
			'half a write',
			{ type: 'raw-client', way: DIRECT, script: steps({ ...write('a'), times: 0.5 }) },
			'malformed'
		],
		[
			'a pause before now',
			{ type: 'raw-client', way: DIRECT, script: steps({ kind: 'pause', ms: -1 }) },
			'malformed'
		],
		[
			'a pause of minutes',
			{ type: 'raw-client', way: DIRECT, script: steps({ kind: 'pause', ms: 60_000 }) },
			'malformed'
		],
		[
			'too many steps',
			{ type: 'raw-client', way: DIRECT, script: steps(...Array(2049).fill(awaitHead)) },
			'malformed'
		],
		[
			'a gap that is none',
			{ type: 'raw-client', way: DIRECT, script: { steps: [], gap: 'long' } },
			'malformed'
		],
		[
			'a connection that is none',
			{ type: 'run', connection: 99, script: opened() },
			'unknown-connection'
		],
		['a hang-up by shouting', { type: 'hang-up', connection: 1, how: 'shout' }, 'malformed'],
		[
			'a second header in extensions',
			{
				type: 'raw-server',
				...DUE,
				extensions: 'x\r\nSet-Cookie: a=b',
				protocol: '',
				script: opened()
			},
			'malformed'
		],
		[
			'a bare LF in the subprotocol',
			{ type: 'raw-server', ...DUE, extensions: '', protocol: 'a\nb', script: opened() },
			'malformed'
		],
		[
			'a header value beyond ASCII',
			{ type: 'raw-server', ...DUE, extensions: '', protocol: '你好', script: opened() },
			'malformed'
		],
		[
			'a header value of 1 KiB and more',
			{ type: 'raw-server', ...DUE, extensions: 'x'.repeat(1025), protocol: '', script: opened() },
			'malformed'
		]
	])('%s is refused, and the session goes on', async (_name, command, code) => {
		await start();
		expect(await page.codeOf(bad(command))).toBe(code);
		expect(await page.codeOf({ type: 'observe' })).toBe(null);
		expect(lab.counted).toEqual([]);
	});

	it('nor is a connection of the page itself one to write on', async () => {
		await start();
		const { connection } = await page.command({ type: 'observe' });
		expect(await page.codeOf({ type: 'run', connection, script: opened() })).toBe('not-open');
	});

	it('nor may a page write on the connection of another', async () => {
		await start();
		const { connection } = await page.rawClient(opened(pause(1000)));
		const other = lab.openPage();
		const run = { type: 'run', connection, script: opened() } as const;
		expect(await other.codeOf(run)).toBe('unknown-connection');
		expect(await other.codeOf({ type: 'cancel-run', connection })).toBe('unknown-connection');
	});
});
