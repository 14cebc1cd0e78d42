/**
 * What our own server answers to a hand-written handshake on the raw client's path, byte for byte
 * beside `ws` driven directly with the same options; and what the lab reads from the capture.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';
import { Conversation } from '#lib/capture/conversation.ts';
import { compareHandshake, EXPLANATIONS } from '#lib/handshakes/verdict/agreement.ts';
import { readAnswer } from '#lib/handshakes/verdict/answer.ts';
import { judgeRows } from '#lib/handshakes/verdict/judge-rows.ts';
import { checkRequest } from '#lib/protocol/handshake/opening-handshake.ts';
import { parseOptions } from '#server/options.ts';
import { EchoPeer } from '#server/peers/echo.ts';
import { createGuardedEcho, GUARDED_PATH } from '#server/peers/guarded.ts';
import { InnerListener } from '#server/peers/inner-listener.ts';
import { InnerPeers } from '#server/peers/inner-peers.ts';
import type { Observation } from '#server/tap/recording-sink.ts';
import { startBare, type BareFixture } from './support/lab-fixture.ts';
import { TestRecording } from './support/memory-registry.ts';
import { ODD_REQUESTS, type OddRequest } from './support/odd-requests.ts';
import { handshake, openRaw } from './support/raw-client.ts';

const { limits } = parseOptions({});
/** So that a head that never ends is answered while a test waits. */
const bounds = { ...limits, headersTimeoutSeconds: 1, requestTimeoutSeconds: 1 };

let inner: InnerListener;
let bare: BareFixture;
let deflating: BareFixture;

beforeAll(async () => {
	inner = new InnerListener(
		new InnerPeers({
			bounds,
			echo: new EchoPeer(limits),
			guarded: createGuardedEcho(limits),
			room: limits.maxRecordingBytes,
			onFault: (error) => {
				throw error;
			}
		})
	);
	bare = await startBare({ maxPayload: limits.maxMessageBytes });
	deflating = await startBare({ maxPayload: limits.maxMessageBytes, perMessageDeflate: true });
});
afterAll(async () => {
	await inner.close();
	for (const fixture of [bare, deflating]) await fixture.close();
});

/** A first answer that is whole: up to its head, or up to the body of the announced length. */
function isWhole(text: string): boolean {
	const end = text.indexOf('\r\n\r\n') + 4;
	if (end < 4) return false;
	const length = /^Content-Length: (\d+)\r$/im.exec(text.slice(0, end))?.[1];
	return text.startsWith('HTTP/1.1 101') || (!!length && text.length >= end + Number(length));
}

/** A plain object, as a session's is: the peers spread it. */
function observationOf({ connection, sink }: TestRecording): Observation {
	const nothing = () => undefined;
	return { connection, sink, take: () => true, attach: nothing, release: nothing };
}

interface Answered {
	readonly text: string;
	readonly conversation: Conversation;
}

/** Writes the bytes as a raw client and takes the answer: whole, or up to the end. */
async function ask(request: string): Promise<Answered> {
	const recording = new TestRecording(1);
	const dialled = inner.dial(observationOf(recording));
	const { socket } = dialled;
	socket.on('error', () => undefined);
	await new Promise<void>((resolve) => dialled.ready.whenOpen(resolve));
	socket.write(Buffer.from(request, 'latin1'));
	const text = await answerOn(socket);
	dialled.destroy();
	const conversation = new Conversation(1);
	recording.events.forEach((event, index) => conversation.append(event, index));
	return { text, conversation };
}

function answerOn(socket: Socket): Promise<string> {
	return new Promise((resolve) => {
		let text = '';
		socket.on('data', (bytes: Buffer) => {
			text += bytes.toString('latin1');
			if (isWhole(text)) resolve(text);
		});
		socket.once('end', () => resolve(text));
		socket.once('close', () => resolve(text));
	});
}

function askBare(request: string): Promise<string> {
	return askAt(request.includes('deflate=on') ? deflating.port : bare.port, request);
}

async function askAt(port: number, request: string): Promise<string> {
	const client = await openRaw(port);
	client.write(Buffer.from(request, 'latin1'));
	await client.until(({ text, socket }) => socket.readableEnded || isWhole(text));
	client.destroy();
	return client.text;
}

/** What the lab reads from it. */
function judge({ conversation }: Answered) {
	const answer = readAnswer(conversation);
	const strict = answer.asked && checkRequest(answer.asked);
	const { kind, explanations } = compareHandshake(strict, answer, 'client');
	const objections = (strict ? judgeRows(strict, answer) : [])
		.filter(({ peer }) => peer === 'objected')
		.map(({ check }) => check.id);
	return { answer, strict, kind, explanations, objections };
}

interface Expected {
	readonly status: number | null;
	readonly author: 'ws' | 'node' | 'lab' | null;
	readonly kind: 'agree' | 'disagree' | 'open';
	/** Ids, between spaces. */
	readonly explanations: string;
	/** The check that the server's words object to. */
	readonly objection: string;
}

type Row = readonly [
	name: OddRequest,
	status: Expected['status'],
	author: Expected['author'],
	kind: Expected['kind'],
	explanations: string,
	objection?: string
];

const named = (rows: readonly Row[]) =>
	rows.map(([name, status, author, kind, explanations, objection = '']) => ({
		name,
		expected: { status, author, kind, explanations, objection } satisfies Expected
	}));

/** The name of the request; status, author; whether the judges agree, why not, and which header. */
const ROWS: readonly Row[] = [
	['good', 101, 'ws', 'agree', ''],
	['Upgrade: WebSocket', 101, 'ws', 'agree', ''],
	['Connection: keep-alive, Upgrade', 101, 'ws', 'agree', ''],
	['an http target', 101, 'ws', 'agree', ''],
	['subprotocols a, b', 101, 'ws', 'agree', ''],
	['subprotocols in two headers', 101, 'ws', 'agree', ''],
	['a good offer', 101, 'ws', 'agree', ''],
	['an unknown extension', 101, 'ws', 'agree', ''],
	['a key with bits left over', 101, 'ws', 'agree', ''],
	['an empty line first', 101, 'ws', 'agree', ''],

	['version 8', 101, 'ws', 'disagree', 'version-8-taken'],
	['version 8 with its own origin', 101, 'ws', 'disagree', 'version-8-taken'],
	['version 013', 101, 'ws', 'disagree', 'version-coerced'],
	['version 13.0', 101, 'ws', 'disagree', 'version-coerced'],
	['version 0xd', 101, 'ws', 'disagree', 'version-coerced'],
	['HTTP/1.0', 101, 'ws', 'disagree', 'http-1-0-taken'],
	['HTTP/0.9', 101, 'ws', 'disagree', 'http-1-0-taken'],
	['a ws target', 101, 'ws', 'disagree', 'ws-target-taken'],
	['a fragment after a query', 101, 'ws', 'disagree', 'fragment-taken'],
	['no Host', 101, 'ws', 'disagree', 'host-missing-taken'],
	['two Hosts', 101, 'ws', 'disagree', 'host-unread'],
	['a malformed Host', 101, 'ws', 'disagree', 'host-unread'],
	['an empty Host', 101, 'ws', 'disagree', 'host-unread'],
	['a malformed Origin', 101, 'ws', 'disagree', 'origin-unread'],
	['two Origins', 101, 'ws', 'disagree', 'origin-unread'],
	['a malformed extension, deflate off', 101, 'ws', 'disagree', 'extensions-unread'],
	['no HTTP version', 101, 'ws', 'disagree', 'http-fault-taken'],
	['two spaces', 101, 'ws', 'disagree', 'http-fault-taken'],
	['a coding that is not chunked', 101, 'ws', 'disagree', 'http-fault-taken'],

	['Upgrade: h2c, websocket', 400, 'ws', 'disagree', 'upgrade-list-refused', 'upgrade'],
	['a window of 7 bits', 400, 'ws', 'disagree', 'extension-offer-refused', 'extensions'],
	['a bad offer before a good one', 400, 'ws', 'disagree', 'extension-offer-refused', 'extensions'],
	['an empty extension element', 400, 'ws', 'disagree', 'extension-offer-refused', 'extensions'],

	['version 12', 400, 'ws', 'open', 'version-status-open version-8-named', 'version'],
	['version 25', 400, 'ws', 'open', 'version-status-open version-8-named', 'version'],
	['no version', 400, 'ws', 'agree', 'version-8-named', 'version'],
	['version 256', 400, 'ws', 'agree', 'version-8-named', 'version'],
	['version 13, 8', 400, 'ws', 'agree', 'version-8-named', 'version'],
	['two versions', 400, 'ws', 'agree', 'version-8-named', 'version'],

	['a ws target and version 12', 400, 'ws', 'agree', 'other-order version-8-named', 'version'],
	['Upgrade: h2c', 400, 'ws', 'agree', '', 'upgrade'],
	['Upgrade: websocket/13', 400, 'ws', 'agree', '', 'upgrade'],
	['HEAD', 405, 'ws', 'agree', 'body-to-head', 'method'],
	['POST', 405, 'ws', 'agree', '', 'method'],
	['no key', 400, 'ws', 'agree', '', 'key'],
	['a key of 15 bytes', 400, 'ws', 'agree', '', 'key'],
	['a key that is not base64', 400, 'ws', 'agree', '', 'key'],
	['the key of an article', 400, 'ws', 'agree', '', 'key'],
	['two keys', 400, 'ws', 'agree', '', 'key'],
	['subprotocols a, a', 400, 'ws', 'agree', '', 'subprotocols'],
	['subprotocols a,,b', 400, 'ws', 'agree', '', 'subprotocols'],
	['no subprotocol in the header', 400, 'ws', 'agree', '', 'subprotocols'],
	['a subprotocol with a space', 400, 'ws', 'agree', '', 'subprotocols'],
	['a malformed extension, deflate on', 400, 'ws', 'agree', '', 'extensions'],
	['an empty extension header', 400, 'ws', 'agree', '', 'extensions'],
	['hixie-76', 400, 'ws', 'agree', '', 'key'],

	['get in lower case', 400, 'node', 'open', 'node-first', 'request-valid'],
	['an unknown method', 400, 'node', 'open', 'node-first', 'request-valid'],
	['HTTP/1.2', 400, 'node', 'disagree', 'node-refused', 'request-valid'],
	['http/1.1', 400, 'node', 'agree', '', 'request-valid'],
	['a relative target', 400, 'node', 'agree', '', 'request-valid'],
	['a tab for a space', 400, 'node', 'agree', '', 'request-valid'],
	['a space in the target', 400, 'node', 'agree', '', 'request-valid'],
	['a space after the version', 400, 'node', 'agree', '', 'request-valid'],
	['a byte above ASCII in the target', 400, 'node', 'agree', '', 'request-valid'],
	['a control character in the target', 400, 'node', 'agree', '', 'request-valid'],
	['a plain GET without Host', 400, 'node', 'agree', '', 'request-valid'],
	['LF everywhere', 400, 'node', 'agree', '', 'request-valid'],
	['one LF', 400, 'node', 'agree', '', 'request-valid'],
	['a header without a colon', 400, 'node', 'agree', '', 'request-valid'],
	['a header without a name', 400, 'node', 'agree', '', 'request-valid'],
	['a space in a header name', 400, 'node', 'agree', '', 'request-valid'],
	['a space before the colon', 400, 'node', 'agree', '', 'request-valid'],
	['a folded header', 400, 'node', 'agree', '', 'request-valid'],
	['a folded key', 400, 'node', 'agree', '', 'request-valid'],
	['a NUL in a value', 400, 'node', 'agree', '', 'request-valid'],
	['a control character in a value', 400, 'node', 'agree', '', 'request-valid'],
	['a DEL in a value', 400, 'node', 'agree', '', 'request-valid'],
	['a bare CR in a value', 400, 'node', 'agree', '', 'request-valid'],
	['whitespace before the first header', 400, 'node', 'agree', '', 'request-valid'],
	['a malformed Content-Length', 400, 'node', 'agree', '', 'request-valid'],
	['two lengths', 400, 'node', 'agree', '', 'request-valid'],
	['a length and chunks', 400, 'node', 'agree', '', 'request-valid'],
	['no HTTP at all', 400, 'node', 'open', 'node-first', 'request-valid'],
	['a head of 20 kB', 431, 'node', 'open', 'head-too-large', 'request-valid'],
	['a frame', 400, 'node', 'open', 'head-no-http'],
	['a TLS record', 400, 'node', 'open', 'head-no-http'],

	['CONNECT', null, null, 'disagree', 'ended-unanswered']
];

/** What our own code answers before `ws` or in its place. */
const OWN_ROWS: readonly Row[] = [
	['plain GET', 426, 'lab', 'agree', 'plain-request', 'upgrade'],
	['no Upgrade', 426, 'lab', 'agree', 'plain-request', 'upgrade'],
	['no Connection', 426, 'lab', 'agree', 'plain-request', 'upgrade'],
	['Connection: keep-alive', 426, 'lab', 'agree', 'plain-request', 'upgrade'],
	['POST without Upgrade', 426, 'lab', 'open', 'plain-request', 'upgrade'],
	['an unknown path', 404, 'lab', 'open', 'no-endpoint', 'target'],
	['an unknown query', 400, 'lab', 'open', 'own-rule'],
	['an ftp target', 404, 'lab', 'open', 'no-endpoint', 'target'],
	['a fragment', 404, 'lab', 'open', 'no-endpoint', 'target'],
	['target *', 404, 'lab', 'open', 'no-endpoint', 'target']
];

/** Node stamps the time into what passes its own response. */
const undated = (text: string) => text.replace(/^Date: .*\r\n/m, '');

describe.each(named(ROWS))('$name', ({ name, expected }) => {
	it('is answered as by ws driven directly', async () => {
		const { text } = await ask(ODD_REQUESTS[name]);
		expect(undated(text)).toBe(undated(await askBare(ODD_REQUESTS[name])));
	});

	it(`is read as ${Object.values(expected).join(' ')}`, async () => {
		expect(read(await ask(ODD_REQUESTS[name]))).toEqual(expected);
	});
});

describe.each(named(OWN_ROWS))('$name, which never reaches ws,', ({ name, expected }) => {
	it(`is read as ${Object.values(expected).join(' ')}`, async () => {
		expect(read(await ask(ODD_REQUESTS[name]))).toEqual(expected);
	});
});

function read(answered: Answered): Expected {
	const { answer, kind, explanations, objections } = judge(answered);
	const { status, author } = answer;
	if (kind === 'none') throw new TypeError('answered: nothing to compare');
	return {
		status,
		author,
		kind,
		explanations: explanations.join(' '),
		objection: objections.join(' ')
	};
}

describe('a guarded endpoint', () => {
	interface GuardedRow {
		readonly name: string;
		readonly headers: Readonly<Record<string, string>>;
		readonly status: number;
		readonly explanation: string;
		readonly objection: string;
	}
	const rows: readonly GuardedRow[] = [
		{
			name: 'the page of another host',
			headers: { Origin: 'http://evil.example' },
			status: 403,
			explanation: 'origin-forbidden',
			objection: 'origin'
		},
		{
			name: 'no token',
			headers: { Origin: 'http://127.0.0.1' },
			status: 401,
			explanation: 'token-demanded',
			objection: ''
		},
		{
			name: 'both as they should be',
			headers: { Origin: 'http://127.0.0.1', Authorization: 'Bearer wire101' },
			status: 101,
			explanation: '',
			objection: ''
		}
	];

	it.each(rows)('answers $name with $status', async ({ headers, ...row }) => {
		const found = read(await ask(handshake(GUARDED_PATH, { headers })));
		const { status, explanation, objection } = row;
		expect(found).toMatchObject({ status, explanations: explanation, objection, author: 'ws' });
	});

	it('refuses in the words of ws driven directly with the same guard', async () => {
		const told = 'Send the header Authorization: Bearer wire101';
		const guarded = await startBare({
			verifyClient: (_info, decide) =>
				decide(false, 401, told, { 'WWW-Authenticate': 'Bearer realm="wire101"' })
		});
		const request = handshake(GUARDED_PATH);
		const { text } = await ask(request);
		expect(text).toBe(await askAt(guarded.port, request));
		await guarded.close();
	});
});

describe('our 426 for a plain request', () => {
	it('carries Upgrade, as RFC 9110 §15.5.22 demands', async () => {
		const { text } = await ask(ODD_REQUESTS['plain GET']);
		expect(text).toMatch(/^Upgrade: websocket\r$/m);
		expect(text).toMatch(/^Connection: Upgrade\r$/m);
	});
});

describe('a head that never ends', () => {
	it('is answered 408 by Node itself, and nothing of it is a request', async () => {
		const { answer, kind, explanations } = judge(await ask(ODD_REQUESTS.good.slice(0, -2)));
		expect(answer).toMatchObject({ kind: 'refused', status: 408, author: 'node', asked: null });
		expect([kind, explanations]).toEqual(['open', ['head-unfinished']]);
	}, 10_000);
});

describe('pipelined requests', () => {
	it('are answered one by one, and the handshake is the one that counts', async () => {
		const plain = 'GET /elsewhere HTTP/1.1\r\nHost: a\r\n\r\n';
		const recording = new TestRecording(1);
		const dialled = inner.dial(observationOf(recording));
		dialled.socket.on('error', () => undefined).resume();
		await new Promise<void>((resolve) => dialled.ready.whenOpen(resolve));
		dialled.socket.write(plain + ODD_REQUESTS.good);
		await recording.until(({ told }) => told.length > 0);
		dialled.destroy();
		const conversation = new Conversation(1);
		recording.events.forEach((event, index) => conversation.append(event, index));
		const { answers, kind } = readAnswer(conversation);
		expect(answers.map(({ status }) => status)).toEqual([404, 101]);
		expect(kind).toBe('switched');
	});

	it('end with the first handshake that is refused', async () => {
		const twice = ODD_REQUESTS['version 12'] + ODD_REQUESTS.good;
		const { answer } = judge(await ask(twice));
		expect(answer.status).toBe(400);
	});
});

describe('the explanations of these rows', () => {
	it('all have words', () => {
		const given = [...ROWS, ...OWN_ROWS].flatMap(([, , , , ids]) => ids.split(' '));
		const known: readonly string[] = ['', ...EXPLANATIONS];
		expect(given.filter((id) => !known.includes(id))).toEqual([]);
	});
});
