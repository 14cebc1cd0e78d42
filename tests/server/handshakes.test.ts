/** Opening handshakes: what `ws` answers is what the echo answers; what never reaches `ws`. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBare, startLab, type BareFixture, type LabFixture } from './support/lab-fixture.ts';
import { handshake, openRaw, openWebSocket, type HandshakeParts } from './support/raw-client.ts';

let lab: LabFixture;
let bare: BareFixture;
let deflating: BareFixture;

beforeAll(async () => {
	lab = await startLab();
	bare = await startBare({ maxPayload: 2 ** 20 });
	deflating = await startBare({ maxPayload: 2 ** 20, perMessageDeflate: true });
});
afterAll(async () => {
	for (const fixture of [lab, bare, deflating]) await fixture.close();
});

/** The whole answer: to the end of a refusal, or the head of a 101. */
async function answerTo(port: number, request: string): Promise<string> {
	const client = await openRaw(port);
	client.write(request);
	await client.until(({ text, socket }) => {
		return socket.readableEnded || (text.startsWith('HTTP/1.1 101') && text.endsWith('\r\n\r\n'));
	});
	client.destroy();
	return client.text;
}

interface Row extends HandshakeParts {
	readonly name: string;
	readonly status: number;
	/** Of the answer. */
	readonly has?: string;
	readonly query?: string;
}

const key = (value: string | null) => ({ headers: { 'Sec-WebSocket-Key': value } });
const version = (value: string | null) => ({ headers: { 'Sec-WebSocket-Version': value } });
const protocols = (value: string) => ({ headers: { 'Sec-WebSocket-Protocol': value } });
const extensions = (value: string) => ({ headers: { 'Sec-WebSocket-Extensions': value } });

const ROWS: readonly Row[] = [
	{ name: 'a good handshake', status: 101, has: 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=' },
	{ name: 'Upgrade: h2c', status: 400, has: 'Invalid Upgrade header', headers: { Upgrade: 'h2c' } },
	{ name: 'POST', status: 405, has: 'Invalid HTTP method', method: 'POST' },
	{ name: 'HEAD', status: 405, method: 'HEAD' },
	{ name: 'no key', status: 400, has: 'Sec-WebSocket-Key', ...key(null) },
	{
		name: 'a key of 15 bytes',
		status: 400,
		has: 'Sec-WebSocket-Key',
		...key('AAAAAAAAAAAAAAAAAAAA')
	},
	{ name: 'a key that is not base64', status: 400, ...key('!!!!!!!!!!!!!!!!!!!!!!==') },
	{ name: 'no version', status: 400, has: 'Sec-WebSocket-Version: 13, 8', ...version(null) },
	{ name: 'version 12', status: 400, has: 'Sec-WebSocket-Version: 13, 8', ...version('12') },
	{ name: 'version 25', status: 400, ...version('25') },
	{ name: 'version 8', status: 101, ...version('8') },
	{ name: 'HTTP/1.0', status: 101, version: 'HTTP/1.0' },
	{ name: 'no Host', status: 101, headers: { Host: null } },
	{ name: 'a subprotocol', status: 101, has: 'Sec-WebSocket-Protocol: a', ...protocols('a, b') },
	{ name: 'subprotocol a, a', status: 400, has: 'Sec-WebSocket-Protocol', ...protocols('a, a') },
	{ name: 'subprotocol a,,b', status: 400, ...protocols('a,,b') },
	{
		name: 'a bad extension with deflate off',
		status: 101,
		...extensions('permessage-deflate; x=;')
	},
	{ name: 'a header without a colon', status: 400, headers: { 'X-Odd\r\nbroken': '1' } }
];

describe.each(ROWS)('$name', (row) => {
	it('is answered as by bare ws', async () => {
		const ours = await answerTo(lab.port, handshake('/ws/echo', row));
		const theirs = await answerTo(bare.port, handshake('/ws/echo', row));
		expect(ours).toBe(theirs);
	});

	it(`gets ${row.status}`, async () => {
		const answer = await answerTo(lab.port, handshake('/ws/echo', row));
		expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${row.status} `));
		expect(answer).toContain(row.has ?? '');
	});
});

describe('permessage-deflate', () => {
	it.each([
		['?deflate=on', 'permessage-deflate', true],
		['?deflate=off', 'permessage-deflate', false],
		['', 'permessage-deflate', false],
		['?deflate=on', 'x-webkit-deflate-frame', false]
	])('with %s and an offer of %s: %s', async (query, offer, isAccepted) => {
		const answer = await answerTo(lab.port, handshake(`/ws/echo${query}`, extensions(offer)));
		expect(answer.includes('Sec-WebSocket-Extensions: permessage-deflate')).toBe(isAccepted);
	});

	it.each(['permessage-deflate; server_max_window_bits=7', 'permessage-deflate; x', ',,'])(
		'refuses the offer %s as bare ws does',
		async (offer) => {
			const request = handshake('/ws/echo?deflate=on', extensions(offer));
			const ours = await answerTo(lab.port, request);
			expect(ours).toBe(await answerTo(deflating.port, request));
			expect(ours).toMatch(/^HTTP\/1.1 400 /);
		}
	);

	it('is either on or off', async () => {
		expect(await answerTo(lab.port, handshake('/ws/echo?deflate=maybe'))).toMatch(
			/^HTTP\/1.1 400 /
		);
	});
});

describe('subprotocols by query', () => {
	it.each([
		['?protocols=b,c', 'a, b, c', 'b'],
		['?protocols=c,b', 'a, b, c', 'b'],
		['?protocols=x', 'a, b', null],
		['?protocols=', 'a', null],
		['', 'b, a', 'b']
	])('%s with the offer %s accepts %s', async (query, offer, accepted) => {
		const answer = await answerTo(lab.port, handshake(`/ws/echo${query}`, protocols(offer)));
		expect(/Sec-WebSocket-Protocol: (\S+)/.exec(answer)?.[1] ?? null).toBe(accepted);
	});
});

describe('request targets', () => {
	it.each([
		['GET', 'ws://127.0.0.1/ws/echo', 101],
		['GET', 'http://127.0.0.1/ws/echo?deflate=off', 101],
		['GET', 'http://evil.example/ws/echo', 421],
		['GET', '/ws/none', 404],
		['GET', '/ws/echo/', 404],
		['GET', '/ws', 404],
		['GET', '/lab/none', 404],
		['GET', '/healthz', 404],
		['GET', '/en/lab', 404],
		['GET', '//127.0.0.1/ws/echo', 404]
	])('an upgrade of %s %s gets %i', async (method, target, status) => {
		const answer = await answerTo(lab.port, handshake(target, { method }));
		expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
	});

	it.each([
		['GET', '/ws/echo', 426, 'Upgrade: websocket'],
		['POST', '/ws/echo', 426, 'Upgrade: websocket'],
		['GET', '/lab/channel', 426, 'Upgrade: websocket'],
		['GET', '/ws/none', 404, ''],
		['GET', '/lab/none', 404, ''],
		['GET', '/healthz', 200, '"status":"ok"'],
		['POST', '/healthz', 405, 'Allow: GET, HEAD'],
		['GET', '/metrics', 200, 'wire101_connections'],
		['GET', '/en', 200, 'page /en']
	])('a plain %s %s gets %i', async (method, target, status, has) => {
		const plain = { method, headers: { Upgrade: null, Connection: 'close' } };
		const answer = await answerTo(lab.port, handshake(target, plain));
		expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
		expect(answer).toContain(has);
		expect(answer).toContain('X-Content-Type-Options: nosniff');
	});

	it('without `Connection: Upgrade` is a plain request', async () => {
		const parts = { headers: { Connection: 'close' } };
		expect(await answerTo(lab.port, handshake('/ws/echo', parts))).toMatch(/^HTTP\/1.1 426 /);
	});

	it('that offers h2c on a page is answered as a plain one', async () => {
		const parts = { headers: { Upgrade: 'h2c' } };
		expect(await answerTo(lab.port, handshake('/en', parts))).toMatch(
			/^HTTP\/1.1 200 [^]*page \/en/
		);
	});
});

describe('bad HTTP', () => {
	it.each([
		['bare LF', 'GET /ws/echo HTTP/1.1\nHost: 127.0.0.1\n\n', 400],
		['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400],
		['a head over the limit', `GET /ws/echo HTTP/1.1\r\nX: ${'x'.repeat(17_000)}\r\n\r\n`, 431]
	])('%s gets Node’s own answer', async (_name, request, status) => {
		expect(await answerTo(lab.port, request)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
	});

	it('a head that never ends is cut off with 408', async () => {
		const impatient = await startLab({ limits: { headersTimeoutSeconds: 1 } });
		const client = await openRaw(impatient.port);
		client.write('GET /ws/echo HTTP/1.1\r\nHost:');
		await client.until(({ socket }) => socket.readableEnded);
		expect(client.text).toMatch(/^HTTP\/1.1 408 /);
		client.destroy();
		await impatient.close();
	}, 15_000);

	it('a connection that says nothing harms nobody', async () => {
		const silent = connect(lab.port, '127.0.0.1');
		const client = await openWebSocket(lab.port, '/ws/echo');
		expect(client.text).toMatch(/^HTTP\/1.1 101 /);
		silent.destroy();
		client.destroy();
	});
});
