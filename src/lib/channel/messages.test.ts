import { describe, expect, it } from 'vitest';
import { countedList } from '../../../tests/support/counted-list.ts';
import { answerSchema, check, readMessage } from './messages.ts';
import { openingSchema, requestSchema } from './requests.ts';

const token = 'AAAAAAAAAAAAAAAAAAAAAA';

const script = {
	steps: [
		{ kind: 'write', bytes: 'AAEC', unit: 'byte', times: 2 },
		{ kind: 'pause', ms: 10_000 },
		{ kind: 'write', bytes: 'AAEC', unit: 'byte', times: 2, acceptAt: [0, 3] },
		{ kind: 'await-head' },
		{ kind: 'end', how: 'fin' }
	],
	gap: 5
};
const race = { kind: 'race', pattern: 'bursty', rate: 0.5, size: 1, seconds: 120, seed: 0 };
const lane = { transport: 'socket-io', delay: 0, jitter: 5000, compression: true };

function streamOf(source: object, lanes: readonly object[] = [lane]): string {
	return JSON.stringify({ type: 'open-stream', id: 1, source, lanes });
}

const write = { kind: 'write', bytes: '', unit: 'whole', times: 1 };
const rawServer = {
	type: 'raw-server',
	id: 1,
	answer: 'written',
	confirmed: false,
	extensions: '',
	protocol: '',
	script
};

function proxied(proxy: object): string {
	return JSON.stringify({ type: 'raw-client', id: 1, way: { kind: 'proxy', ...proxy }, script });
}

/** A run whose script has these steps. */
function runOf(...steps: readonly object[]): string {
	return JSON.stringify({ type: 'run', id: 1, connection: 1, script: { steps, gap: 0 } });
}

describe('a request', () => {
	it.each([
		{ type: 'ack', received: 0 },
		{ type: 'observe', id: 1 },
		{ type: 'ping-peer', id: 2, connection: 1, payload: 'AAEC' },
		{ type: 'close-peer', id: 3, connection: 1, code: 3000, reason: '再见' },
		{ type: 'close-peer', id: 3, connection: 1, code: null, reason: '' },
		{ type: 'forget', id: 4, connection: 1 },
		{ type: 'clock', id: 5, pageTime: 12.5 },
		{ type: 'raw-client', id: 6, way: { kind: 'direct' }, script },
		{ type: 'raw-client', id: 6, way: { kind: 'tls' }, script },
		{ type: 'raw-client', id: 6, way: { kind: 'proxy', mode: 'connect', idle: 200 }, script },
		{
			type: 'raw-server',
			id: 7,
			answer: 'due',
			confirmed: false,
			extensions: 'permessage-deflate',
			protocol: 'chat',
			script
		},
		{ type: 'run', id: 8, connection: 1, script: { steps: [], gap: 0 } },
		{ type: 'cancel-run', id: 9, connection: 1 },
		{ type: 'hang-up', id: 10, connection: 1, how: 'rst' },
		{ type: 'open-stream', id: 11, source: race, lanes: [lane] },
		{ type: 'open-stream', id: 11, source: { kind: 'login' }, lanes: Array(32).fill(lane) },
		{ type: 'open-stream', id: 11, source: { kind: 'game' }, lanes: [lane] },
		{ type: 'start-stream', id: 12, stream: 1 },
		{ type: 'stop-stream', id: 13, stream: 1 },
		{ type: 'close-stream', id: 14, stream: 1 },
		{ type: 'add-lane', id: 15, stream: 1, lane }
	])('is read: %j', (message) => {
		expect(readMessage(requestSchema, JSON.stringify(message))).toEqual(message);
	});

	it.each([
		['no JSON', '{'],
		['no object', '7'],
		['null', 'null'],
		['an unknown type', '{"type":"reboot","id":1}'],
		['an id of 0', '{"type":"observe","id":0}'],
		['a fraction as id', '{"type":"observe","id":1.5}'],
		['an id over 2^53', '{"type":"observe","id":1e300}'],
		['a payload that is not base64', '{"type":"ping-peer","id":1,"connection":1,"payload":"é"}'],
		['a code over 16 bits', '{"type":"close-peer","id":1,"connection":1,"code":65536,"reason":""}'],
		['a time that is no number', '{"type":"clock","id":1,"pageTime":null}'],
		[
			'a way outside the list',
			JSON.stringify({ type: 'raw-client', id: 1, way: { kind: 'channel' }, script })
		],
		[
			'a URL as its way',
			JSON.stringify({ type: 'raw-client', id: 1, way: 'ws://localhost/ws/echo', script })
		],
		['a proxy of an unknown mode', proxied({ mode: 'bends', idle: 200 })],
		['a proxy that is less patient than any', proxied({ mode: 'cuts-idle', idle: 199 })],
		['a proxy that is more patient than any', proxied({ mode: 'cuts-idle', idle: 10_001 })],
		['a proxy that says not how patient it is', proxied({ mode: 'cuts-idle' })],
		['another answer of a raw server', JSON.stringify({ ...rawServer, answer: 'none' })],
		['a confirmation that is no word', JSON.stringify({ ...rawServer, confirmed: 1 })],
		['a place of the Accept before the write', runOf({ ...write, acceptAt: [-1] })],
		[
			'more places of the Accept than there are',
			runOf({ ...write, acceptAt: Array(1025).fill(0) })
		],
		[
			'a second header in an extension',
			JSON.stringify({ ...rawServer, extensions: 'x\r\nSet-Cookie: a=b' })
		],
		['a bare line feed in a subprotocol', JSON.stringify({ ...rawServer, protocol: 'a\nb' })],
		['a header value over 1024', JSON.stringify({ ...rawServer, extensions: 'x'.repeat(1025) })],
		['a step of an unknown kind', runOf({ kind: 'exec' })],
		['a write of no base64', runOf({ ...write, bytes: '*' })],
		['a write repeated no times', runOf({ ...write, times: 0 })],
		['a write in unknown units', runOf({ ...write, unit: 'bit' })],
		['a pause over 10 s', runOf({ kind: 'pause', ms: 10_001 })],
		['a pause before it began', runOf({ kind: 'pause', ms: -1 })],
		['more steps than a script has', runOf(...Array.from({ length: 2049 }, () => write))],
		['a source that there is not', streamOf({ kind: 'weather' })],
		['a pattern that there is not', streamOf({ ...race, pattern: 'chaotic' })],
		['a rate over 50', streamOf({ ...race, rate: 50.1 })],
		['a rate below none', streamOf({ ...race, rate: -1 })],
		['a rate that is no number', streamOf({ ...race, rate: null })],
		['events of no byte', streamOf({ ...race, size: 0 })],
		['events over 16 KiB', streamOf({ ...race, size: 16_385 })],
		['events of a fraction of a byte', streamOf({ ...race, size: 1.5 })],
		['a race over two minutes', streamOf({ ...race, seconds: 121 })],
		['a race of no time', streamOf({ ...race, seconds: 0 })],
		['a seed that is no whole number', streamOf({ ...race, seed: 0.5 })],
		['no lane', streamOf(race, [])],
		['more lanes than a stream has', streamOf(race, Array<object>(33).fill(lane))],
		['a transport that there is not', streamOf(race, [{ ...lane, transport: 'pigeon' }])],
		['a delay over 5 s', streamOf(race, [{ ...lane, delay: 5001 }])],
		['a delay of a fraction of a millisecond', streamOf(race, [{ ...lane, delay: 0.5 }])],
		['a jitter below none', streamOf(race, [{ ...lane, jitter: -1 }])],
		['compression that is no word', streamOf(race, [{ ...lane, compression: 'on' }])],
		['a stream without a number', JSON.stringify({ type: 'add-lane', id: 1, lane })],
		['another way to hang up', '{"type":"hang-up","id":1,"connection":1,"how":"sigkill"}']
	])('is refused with %s', (_name, text) => {
		expect(readMessage(requestSchema, text)).toBeNull();
	});
});

describe('an opening', () => {
	it.each([
		['a token of another length', { type: 'resume', token: 'AAAA', received: 0 }],
		[
			'a token of other characters',
			{ type: 'resume', token: token.replace('A', '!'), received: 0 }
		],
		['a negative count', { type: 'resume', token, received: -1 }],
		['a command', { type: 'observe', id: 1 }]
	])('is refused with %s', (_name, message) => {
		expect(readMessage(openingSchema, JSON.stringify(message))).toBeNull();
	});
});

describe('an answer', () => {
	it.each([
		{
			type: 'welcome',
			token,
			startedAt: '2026-11-20T12:00:00.000Z',
			time: 0,
			terms: {
				maxMessageBytes: 1024,
				runs: { maxBytes: 4096, maxWrites: 64, maxSeconds: 10 },
				hasRawServer: true,
				hasTls: false,
				addresses: [],
				hasLoad: false
			}
		},
		{ type: 'resumed' },
		{ type: 'refused', code: 'unknown-session' },
		{ type: 'error', seq: 2, until: 9, id: 1, code: 'too-many-lanes', message: '' },
		{ type: 'reply', seq: 1, until: 9, id: 1, result: { connection: 1, second: null } },
		{ type: 'error', seq: 2, until: 9, id: 1, code: 'confirm-needed', message: 'set-cookie' },
		{ type: 'error', seq: 2, until: 9, id: null, code: 'malformed', message: '' }
	])('is read: %j', (message) => {
		expect(readMessage(answerSchema, JSON.stringify(message))).toEqual(message);
	});
});

describe('a message with a hundred thousand faults', () => {
	const full = { ...write, bytes: 'AA==' };

	it.each([
		['is refused by its length alone', Array(100_000).fill(0), 0],
		['is read up to the first', [full, ...Array(1000).fill(0), full], 2]
	])('%s', (_title, steps, most) => {
		const list = countedList(steps);
		const request = { ...rawServer, script: { steps: list.items, gap: 0 } };
		expect(check(requestSchema, request)).toMatchObject({ success: false, issues: [{}] });
		expect(list.read.size).toBeLessThanOrEqual(most);
	});
});
