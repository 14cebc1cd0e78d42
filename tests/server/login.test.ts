/** Log-ins by QR code against a real lab server: who may confirm, and who learns of it. */
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket as WsWebSocket } from 'ws';
import {
	LOGIN_PATHS,
	loginAnswerSchema,
	type LoginStep
} from '#lib/transports/login/login-event.ts';
import { plainLane } from '#lib/transports/measure/race-plan.ts';
import { TRANSPORTS } from '#lib/transports/transport.ts';
import { LabSession } from '#lib/state/session/lab-session.svelte.ts';
import type { LoginAttempt } from '#lib/state/transports-lab/login/login-attempt.svelte.ts';
import { LoginPhone } from '#lib/state/transports-lab/login/login-phone.svelte.ts';
import { QrLogin } from '#lib/state/transports-lab/login/login.svelte.ts';
import { createLabServer, type LabServer } from '#server/lab-server.ts';
import { parseOptions } from '#server/options.ts';
import * as v from 'valibot';
import { nodeEventSource } from '../support/event-source.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let server: Server;
let lab: LabServer;
let session: LabSession;
let login: QrLogin;
let origin: string;

/** `ws` with the browser's interface, from a page of this origin. */
function webSocketOf(pageOrigin: string): typeof WebSocket {
	class PageWebSocket extends WsWebSocket {
		constructor(url: string, protocols: string[] = []) {
			super(url, protocols, { origin: pageOrigin });
		}
	}
	return PageWebSocket as unknown as typeof WebSocket;
}

async function start(loginLife?: number): Promise<void> {
	const options = parseOptions({});
	const limits = { ...options.limits, shutdownSeconds: 0 };
	const log = pino({ level: 'silent' });
	lab = createLabServer({ ...options, limits, log, ...(loginLife && { loginLife }) });
	server = createServer((message, response) => lab.handle(message, response));
	lab.attach(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const PageWebSocket = webSocketOf(origin);
	session = new LabSession(`${origin.replace('http', 'ws')}/lab/channel`, {
		WebSocket: PageWebSocket
	});
	session.open();
	login = new QrLogin({
		session,
		origin,
		surroundings: { WebSocket: PageWebSocket, EventSource: nodeEventSource() },
		schedule: (callback) => void setTimeout(callback, 16)
	});
	await session.isReached();
}

beforeEach(() => start());

afterEach(() => stop());

async function stop(): Promise<void> {
	login.dispose();
	session.close();
	await lab.close();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
}

interface Posted {
	readonly method?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
}

interface Answered {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly text: string;
}

const JSON_HEADERS = { 'content-type': 'application/json' };

/** Unlike `fetch` it sends no header of its own accord. */
function ask(
	path: string,
	{ method = 'POST', headers = {}, body = '' }: Posted
): Promise<Answered> {
	return new Promise((resolve, reject) => {
		const asked = request(origin + path, { method, headers }, (response) => {
			let text = '';
			response.setEncoding('utf8').on('data', (part: string) => (text += part));
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
			);
		});
		asked.on('error', reject);
		asked.end(method === 'GET' ? undefined : body);
	});
}

const post = (path: string, id: string) =>
	ask(path, { headers: { ...JSON_HEADERS, origin }, body: JSON.stringify({ id }) });

/** A page's own `fetch` says where it comes from. */
const pageFetch: typeof fetch = (input, init) =>
	fetch(input, { ...init, headers: { ...init?.headers, origin } } as RequestInit);

/** Waits until its code is shown. */
async function shown(): Promise<{ attempt: LoginAttempt; id: string; over: Promise<void> }> {
	const over = login.start();
	const attempt = login.current;
	if (!attempt) throw new Error('no attempt has begun');
	const id = await vi.waitFor(() => {
		if (attempt.id === null) throw new Error('no code yet');
		return attempt.id;
	});
	return { attempt, id, over };
}

const UNKNOWN = 'A'.repeat(22);

const STEPS: Readonly<Record<string, LoginStep>> = {
	scan: 'scanned',
	confirm: 'confirmed',
	decline: 'declined'
};

describe.each(Object.entries(LOGIN_PATHS))('to %s a log-in', (act, path) => {
	it('is nothing that a link or a picture can do', async () => {
		const { status, headers } = await ask(path, { method: 'GET', headers: { origin } });
		expect([status, headers.allow]).toEqual([405, 'POST, OPTIONS']);
	});

	it.each([
		['of another site', { ...JSON_HEADERS, origin: 'http://evil.example' }],
		['of a sandbox', { ...JSON_HEADERS, origin: 'null' }],
		['without an Origin', JSON_HEADERS]
	])('is refused to a page %s', async (_who, headers) => {
		const { id } = await shown();
		const { status } = await ask(path, { headers, body: JSON.stringify({ id }) });
		expect(status).toBe(403);
		expect(login.current?.phase).toBe('waiting');
	});

	it.each([
		['no JSON', '{"id":'],
		['no id', '{}'],
		['an id that is none', '{"id":"short"}'],
		['an id of another type', '{"id":12345}'],
		['nothing', '']
	])('needs an id, and says so to %s', async (_what, body) => {
		const { status, text } = await ask(path, { headers: { ...JSON_HEADERS, origin }, body });
		expect(status).toBe(400);
		expect(text).toContain('{"id":"…"}');
	});

	it('takes JSON only, which no form can send', async () => {
		const headers = { origin, 'content-type': 'text/plain' };
		const { status } = await ask(path, { headers, body: JSON.stringify({ id: UNKNOWN }) });
		expect(status).toBe(415);
	});

	it('takes no more than an id needs', async () => {
		const body = JSON.stringify({ id: UNKNOWN, more: 'x'.repeat(2000) });
		const { status } = await ask(path, { headers: { ...JSON_HEADERS, origin }, body });
		expect(status).toBe(413);
	});

	it('that nobody waits for says what to do', async () => {
		const { status, text } = await post(path, UNKNOWN);
		expect(status).toBe(404);
		expect(text).toMatch(/new code/);
	});

	it(`answers with what ${act} led to, how long is left, and who asks`, async () => {
		const { id } = await shown();
		const { status, headers, text } = await post(path, id);
		expect(status).toBe(200);
		expect(headers['cache-control']).toBe('no-store');
		const answer = v.parse(loginAnswerSchema, JSON.parse(text));
		expect(answer.step).toBe(STEPS[act]);
		expect(answer.expiresIn).toBeGreaterThan(60_000);
	});
});

describe('a log-in', () => {
	it('names the browser and the address that wait', async () => {
		const { id } = await shown();
		const answer = await vi.waitFor(async () => {
			const told = v.parse(loginAnswerSchema, JSON.parse((await post(LOGIN_PATHS.scan, id)).text));
			expect(told.asker).not.toBeNull();
			return told;
		});
		expect(answer.asker).toEqual({ browser: 'node', address: '127.0.0.1', isServer: true });
	});

	it('can be confirmed once only', async () => {
		const { id, over } = await shown();
		const answers = await Promise.all([
			post(LOGIN_PATHS.confirm, id),
			post(LOGIN_PATHS.confirm, id),
			post(LOGIN_PATHS.decline, id)
		]);
		await over;
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
		expect(login.results).toHaveLength(1);
	});

	it('that was let go can be confirmed no more', async () => {
		const { id, over, attempt } = await shown();
		login.stop();
		await over;
		expect(attempt.phase).toBe('stopped');
		expect((await post(LOGIN_PATHS.confirm, id)).status).toBe(404);
	});

	it('whose page has gone can be confirmed no more', async () => {
		const { id } = await shown();
		session.close();
		await vi.waitFor(async () => expect((await post(LOGIN_PATHS.scan, id)).status).toBe(404));
	});

	it('gives its code up to a newer one', async () => {
		const first = await shown();
		const second = await shown();
		await first.over;
		expect(second.id).not.toBe(first.id);
		expect(first.attempt.phase).toBe('stopped');
		expect((await post(LOGIN_PATHS.scan, first.id)).status).toBe(404);
		expect((await post(LOGIN_PATHS.scan, second.id)).status).toBe(200);
	});

	it('expires, is told so, and cannot be confirmed afterwards', async () => {
		await stop();
		await start(300);
		login.planned = plainLane('websocket');
		const { id, over, attempt } = await shown();
		await over;
		expect(attempt.phase).toBe('expired');
		expect(attempt.result?.steps.map(({ step }) => step)).toEqual(['expired']);
		expect((await post(LOGIN_PATHS.confirm, id)).status).toBe(404);
	});
});

describe.each(TRANSPORTS)('a page that waits by %s', (transport) => {
	it.each([
		['confirm', 'confirmed'],
		['decline', 'declined']
	] as const)('learns that its phone scanned, and then of its %s', async (act, outcome) => {
		const lane = plainLane(transport);
		login.planned = { ...lane, client: { ...lane.client, interval: 200 } };
		const { id, attempt, over } = await shown();
		const phone = new LoginPhone({ id, origin, fetch: pageFetch });
		await phone.scan();
		expect(phone.state).toBe('asking');
		await vi.waitFor(() => expect(attempt.phase).toBe('scanned'), { timeout: 10_000 });
		await phone.decide(act);
		await over;
		expect([attempt.phase, phone.state]).toEqual([outcome, outcome]);
		const { result } = attempt;
		expect(result?.steps.map(({ step }) => step)).toEqual(['scanned', outcome]);
		for (const step of result?.steps ?? []) expect(step.delay).not.toBeNull();
		expect(result?.requests).toBeGreaterThan(0);
		expect(Math.min(result?.up ?? 0, result?.down ?? 0)).toBeGreaterThan(0);
		phone.dispose();
	});
});
