/** Responses written by hand, whole: what the page's own handshake gets, and nobody else. */
import { Buffer } from 'node:buffer';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { computeAccept } from '#lib/protocol/handshake/sec-websocket-accept.ts';
import { eventually } from './channel-harness.ts';
import {
	handshake,
	maskedFrame,
	openRaw,
	openWebSocket,
	type RawClient
} from './support/raw-client.ts';
import {
	awaitHead,
	end,
	hex,
	pause,
	script,
	startRawLab,
	write,
	writtenCommand,
	type RawLab,
	type RawLabSettings,
	type RawPage
} from './support/raw-lab.ts';

vi.setConfig({ testTimeout: 30_000 });

const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
const ACCEPT = computeAccept(KEY);
const SECRET = 'written by hand';
/** The 101 that is due, up to the value of Sec-WebSocket-Accept, and behind it. */
const BEFORE =
	'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
	'Sec-WebSocket-Accept: ';
const AFTER = '\r\n\r\n';
const due = (behind = '') =>
	write(Buffer.from(BEFORE + AFTER + behind, 'latin1'), { acceptAt: [BEFORE.length] });
const head = (...lines: string[]): string => `${lines.join('\r\n')}\r\n\r\n`;

let lab: RawLab;
let page: RawPage;

async function start(settings: RawLabSettings = {}): Promise<void> {
	lab = await startRawLab(settings);
	page = lab.openPage();
}

beforeEach(() => start());
afterEach(() => lab.close());

const restart = (settings: RawLabSettings): Promise<void> =>
	lab.close().then(() => start(settings));
const isFreed = (): Promise<unknown> => eventually(() => lab.registry.counts.connections === 0);
const statusOf = ({ text }: RawClient): number => Number(text.slice(9, 12));

async function ended(client: RawClient): Promise<string> {
	await client.until(({ socket }) => socket.readableEnded);
	client.socket.end();
	await client.closed;
	return client.text;
}

describe('a hand-written response', () => {
	it('is all that the client gets, with the Accept that is due in its place', async () => {
		const { path, seen } = await page.written(script([due('\x81\x02hi'), end('fin')]));
		const client = await openWebSocket(lab.port, path);
		expect(await ended(client)).toBe(`${BEFORE}${ACCEPT}${AFTER}\x81\x02hi`);
		await seen.until(({ ends }) => ends.length === 2);
		expect([seen.bytes('client'), seen.bytes('server')]).toEqual([handshake(path), client.text]);
		expect(seen.runs).toEqual([
			{ name: 'begin', bytes: client.length, writes: 1 },
			{ name: 'end', outcome: 'written', bytes: client.length }
		]);
		await isFreed();
	});

	it.each([
		['before and behind all else', write('x', { acceptAt: [0, 1] }), `${ACCEPT}x${ACCEPT}`],
		['twice in one place', write('ab', { acceptAt: [1, 1] }), `a${ACCEPT}${ACCEPT}b`],
		['alone', write('', { acceptAt: [0] }), ACCEPT],
		['in each repetition', write('ab', { times: 2, acceptAt: [1] }), `a${ACCEPT}b`.repeat(2)],
		['byte by byte', write('ab', { unit: 'byte', acceptAt: [1] }), `a${ACCEPT}b`]
	])('may have the Accept %s', async (_name, step, text) => {
		const { path, seen } = await page.written(script([step, end('fin')]));
		const client = await openRaw(lab.port);
		client.write(handshake(path));
		expect(await ended(client)).toBe(text);
		const writes = step.unit === 'byte' ? text.length : step.times;
		expect(seen.runs[0]).toEqual({ name: 'begin', bytes: text.length, writes });
	});

	it('opens the WebSocket of a client that finds it right', async () => {
		const { path } = await page.written(script([due('\x81\x02hi\x88\x02\x03\xe8')]), false);
		const client = new WebSocket(`ws://127.0.0.1:${lab.port}${path}`);
		const told: unknown[] = [];
		client.on('message', (data) => told.push(String(data)));
		await new Promise((resolve) => client.once('close', (code) => resolve(told.push(code))));
		expect(told[0]).toBe('hi');
	});

	const refusal = (status: string, ...lines: string[]) =>
		write(head(`HTTP/1.1 ${status}`, 'Content-Length: 0', ...lines));

	it.each([
		['another Accept', write(`${BEFORE}AAAA${AFTER}`), 'Invalid Sec-WebSocket-Accept header'],
		[
			'no Upgrade',
			write(head('HTTP/1.1 101 x', 'Connection: Upgrade')),
			'Unexpected server response: 101'
		],
		[
			'a subprotocol never offered',
			write(`${BEFORE}\r\nSec-WebSocket-Protocol: chat${AFTER}`, { acceptAt: [BEFORE.length] }),
			'Server sent a subprotocol but none was requested'
		],
		[
			'an extension never offered',
			write(`${BEFORE}\r\nSec-WebSocket-Extensions: x${AFTER}`, { acceptAt: [BEFORE.length] }),
			'Server sent a Sec-WebSocket-Extensions header but no extension was requested'
		],
		['200', refusal('200 OK'), 'Unexpected server response: 200'],
		['302', refusal('302 Found', 'Location: /'), 'Unexpected server response: 302'],
		['403', refusal('403 Forbidden'), 'Unexpected server response: 403'],
		['503', refusal('503 x', 'Retry-After: 9'), 'Unexpected server response: 503'],
		['garbage', write('no HTTP at all\r\n\r\n'), /^Parse Error: Expected HTTP/],
		['a reset', end('rst'), 'read ECONNRESET']
	])('fails a client with %s', async (_name, step, message) => {
		const { path } = await page.written(script([step]));
		const client = new WebSocket(`ws://127.0.0.1:${lab.port}${path}`, { perMessageDeflate: false });
		const error = await new Promise<Error>((resolve) => client.once('error', resolve));
		expect(error.message).toMatch(message);
	});

	it('never comes where nothing is written: the client is let go of after a while', async () => {
		await restart({ session: { rawIdle: 100, answerWait: 20 } });
		const { path, seen } = await page.written(script([]));
		const client = await openRaw(lab.port);
		client.write(handshake(path));
		await client.until(({ socket }) => socket.readableEnded);
		client.destroy();
		expect(client.length).toBe(0);
		await seen.until(({ runs }) => runs.length === 3);
		expect(seen.runs.map(({ name }) => name)).toEqual(['begin', 'end', 'unanswered']);
		await isFreed();
	});

	it('is one script: no further one is taken', async () => {
		const { path, seen } = await page.written(script([due()]));
		const client = await openWebSocket(lab.port, path);
		const { connection } = seen;
		const run = { type: 'run', connection, script: script([write('more')]) } as const;
		expect(await page.codeOf(run)).toBe('not-open');
		expect(await page.codeOf({ type: 'hang-up', connection, how: 'fin' })).toBeNull();
		expect(await ended(client)).not.toContain('more');
	});

	it('waits for no head: that of the handshake has come', async () => {
		const { path } = await page.written(script([awaitHead, write('HTTP/1.1 200 OK\r\n\r\n')]));
		const client = await openWebSocket(lab.port, path);
		expect(statusOf(client)).toBe(200);
		client.destroy();
	});

	it('may be longer than any head that a server takes', async () => {
		const long = `HTTP/1.1 101 x\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`;
		const { path } = await page.written(script([write(long), end('fin')]));
		const client = await openWebSocket(lab.port, path);
		expect(await ended(client)).toBe(long);
	});
});

describe('places of the Accept', () => {
	it.each<[string, Parameters<typeof write>[1]]>([
		['behind the end of the write', { acceptAt: [4] }],
		['that go back', { acceptAt: [2, 1] }],
		['that go back, byte by byte', { acceptAt: [2, 1], unit: 'byte' }]
	])('%s are refused', async (_name, how) => {
		expect(await page.codeOf(writtenCommand(script([write('abc', how)])))).toBe('bad-argument');
	});

	it.each<[string, unknown]>([
		['before the beginning', [-1]],
		['between two bytes', [0.5]],
		['that are no numbers', ['0']],
		['that are no list', 0],
		['without end', Array(1025).fill(0)]
	])('%s are no message', async (_name, acceptAt) => {
		const step = { ...write('abc'), acceptAt: acceptAt as number[] };
		expect(await page.codeOf(writtenCommand(script([step])))).toBe('malformed');
	});

	it('count with what is inserted', async () => {
		await restart({ limits: { maxRunBytes: 1024 } });
		const places = (count: number) => script([write('x', { acceptAt: Array(count).fill(0) })]);
		expect(await page.codeOf(writtenCommand(places(36)))).toBeNull();
		expect(await page.codeOf(writtenCommand(places(37)))).toBe('run-too-big');
	});

	it('are no client’s', async () => {
		const toRun = script([write('abc', { acceptAt: [1] })]);
		const command = { type: 'raw-client', way: { kind: 'direct' }, script: toRun } as const;
		expect(await page.codeOf(command)).toBe('bad-argument');
		const { connection } = await page.rawClient(script([pause(5000)]));
		expect(await page.codeOf({ type: 'run', connection, script: toRun })).toBe('bad-argument');
	});

	it('of a further script are filled as those of the first', async () => {
		const { path, seen } = await page.rawServer(script([]));
		const client = await openWebSocket(lab.port, path);
		const toRun = script([write('<>', { acceptAt: [1] })]);
		await page.command({ type: 'run', connection: seen.connection, script: toRun });
		await client.untilAfterHead(ACCEPT.length + 2);
		expect(client.afterHead.toString()).toBe(`<${ACCEPT}>`);
		client.destroy();
	});
});

describe('headers that act beyond the connection', () => {
	const cookie = 'HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\n\r\n';

	it.each([
		['as they are', [write(cookie)]],
		['in another case', [write(cookie.replace('Set-Cookie', 'sEt-cOOKIE'))]],
		['behind bare line feeds', [write(cookie.replaceAll('\r\n', '\n'))]],
		['with space before the colon', [write(cookie.replace(':', ' :'))]],
		['byte by byte', [write(cookie, { unit: 'byte' })]],
		['cut between two writes', [write(cookie.slice(0, 21)), write(cookie.slice(21))]],
		['cut around a pause', [write(cookie.slice(0, 19)), pause(5), write(cookie.slice(19))]],
		['made by a repetition', [write('Cookie: a\r\nSet-', { times: 2 })]],
		['in a second response', [write('HTTP/1.1 103 Early Hints\r\n\r\n'), pause(5), write(cookie)]],
		['that ask for a password', [write(head('HTTP/1.1 401 x', 'WWW-Authenticate: Basic'))]],
		['that are kept for years', [write(head('HTTP/1.1 101 x', 'Strict-Transport-Security: x'))]]
	])('need a second word: %s', async (_name, steps) => {
		expect(await page.codeOf(writtenCommand(script(steps)))).toBe('confirm-needed');
		expect(lab.registry.counts).toMatchObject({ tickets: 0, connections: 0 });
	});

	it('are written where the student has confirmed them', async () => {
		const { path } = await page.written(script([write(cookie), end('fin')]), true);
		const client = await openWebSocket(lab.port, path);
		expect(await ended(client)).toBe(cookie);
	});

	it('are not looked for in frames behind the 101 that is due', async () => {
		const { path } = await page.rawServer(script([write('set-cookie')]));
		const client = await openWebSocket(lab.port, path);
		await client.untilAfterHead(10);
		expect(client.afterHead.toString()).toBe('set-cookie');
		client.destroy();
	});

	it('are not to be found in nothing written for ever', async () => {
		const endless = { ...write('', { unit: 'byte' }), times: Number.MAX_SAFE_INTEGER };
		expect(await page.codeOf(writtenCommand(script([endless])))).toBeNull();
	});
});

describe('what a student wrote as a response is given', () => {
	const toPage = { Upgrade: null, Connection: null, 'Sec-WebSocket-Key': null };
	const plain = 'GET /en HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';

	it.each<[string, number, Parameters<typeof handshake>[1]]>([
		['to a navigation', 426, { headers: { ...toPage, 'Sec-Fetch-Mode': 'navigate' } }],
		['to a script of a page', 426, { headers: { ...toPage, 'Sec-Fetch-Mode': 'no-cors' } }],
		['to a navigation that wants an upgrade', 403, { headers: { 'Sec-Fetch-Mode': 'navigate' } }],
		['to a POST', 405, { method: 'POST' }],
		['to HTTP/1.0', 400, { version: 'HTTP/1.0' }],
		['to a request with a body', 400, { headers: { 'Content-Length': '4' } }],
		['to a page of another origin', 403, { headers: { Origin: 'https://evil.example' } }],
		['under a foreign Host', 421, { headers: { Host: 'evil.example' } }]
	])('never %s', async (_name, status, parts) => {
		const { path } = await page.written(script([write(SECRET)]));
		const client = await openRaw(lab.port);
		client.write(handshake(path, parts));
		await client.untilAfterHead(0);
		client.destroy();
		expect([statusOf(client), client.text.includes(SECRET)]).toEqual([status, false]);
	});

	it('never to a second bearer of its ticket', async () => {
		const { path } = await page.written(script([due()]));
		const first = await openWebSocket(lab.port, path);
		const second = await openWebSocket(lab.port, path);
		expect([statusOf(first), statusOf(second)]).toEqual([101, 403]);
		first.destroy();
		second.destroy();
	});

	it.each([
		['with a request behind it', [], plain],
		['with a frame behind it', [], maskedFrame(0x81, Buffer.from('x')).toString('latin1')],
		['on a connection that has served another request', [plain], '']
	])('never to a handshake %s', async (_name, before, behind) => {
		const { path } = await page.written(script([write(SECRET)]));
		const client = await openRaw(lab.port);
		for (const request of before) {
			client.write(request);
			await client.until(({ text }) => text.endsWith('page /en'));
		}
		client.socket.write(handshake(path) + behind, 'latin1');
		await client.until(({ socket }) => socket.readableEnded);
		client.destroy();
		expect(client.text).toContain('HTTP/1.1 400 ');
		expect(client.text).not.toContain(SECRET);
		await isFreed();
	});

	it('never to a request that comes later: its connection is reset', async () => {
		const first = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n';
		const { path, seen } = await page.written(script([write(first), pause(5000), write(SECRET)]));
		const client = await openWebSocket(lab.port, path);
		client.write(plain);
		await client.closed;
		expect([client.text, client.hasReset]).toEqual([first, true]);
		await seen.until(({ ends, outcomes }) => ends.length + outcomes.length === 2);
		expect([seen.ends, seen.outcomes]).toEqual([['rst server'], ['peer-ended']]);
	});

	it('never to a request that comes before the answer', async () => {
		const { path } = await page.written(script([pause(5000), write(SECRET)]));
		const client = await openRaw(lab.port);
		client.write(handshake(path));
		await eventually(() => lab.registry.counts.tickets === 0);
		client.write(plain);
		await client.closed;
		expect([client.length, client.hasReset]).toEqual([0, true]);
	});

	it('to who goes on with frames, however they are cut', async () => {
		const { path, seen } = await page.written(script([due()]));
		const client = await openWebSocket(lab.port, path);
		const frames = Buffer.concat([maskedFrame(0x81, Buffer.from('x')), Buffer.from('GET /')]);
		await client.writeSlowly(frames);
		await seen.until((now) => now.frames('client') === frames.toString('hex'));
		client.socket.end();
		await client.closed;
		expect(client.hasReset).toBe(false);
	});

	it('never where it is switched off', async () => {
		await restart({ hasRawServer: false });
		expect(await page.codeOf(writtenCommand(script([write(hex('00'))])))).toBe('raw-server-off');
	});

	it('never after its page has left', async () => {
		const { path } = await page.written(script([write('a'), pause(10_000), write(SECRET)]));
		const client = await openRaw(lab.port);
		client.write(handshake(path));
		await client.until(({ length }) => length === 1);
		page.channel.close();
		expect(await ended(client)).toBe('a');
		await isFreed();
	});
});
