import { describe, expect, it } from 'vitest';
import { encodeFrame } from './encode-frame.ts';
import { joinBytes } from '../join-bytes.ts';
import { mask } from './masking.ts';
import { BINARY, TEXT } from './opcode.ts';
import { seeRequests } from './naive-intermediary.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const OPENING = 'GET /ws/echo HTTP/1.1\r\nHost: localhost:3000\r\nUpgrade: websocket\r\n\r\n';
const FAKE = 'GET /script.js HTTP/1.1\r\nHost: cdn.example\r\n\r\n';
const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);

function seen(bytes: Uint8Array | string) {
	return seeRequests(typeof bytes === 'string' ? encode(bytes) : bytes);
}
const hosts = (bytes: Uint8Array | string) => seen(bytes).map(({ host }) => host?.text ?? null);

describe('what looks like a request', () => {
	it.each([
		['a whole head', FAKE, ['cdn.example']],
		['two heads in a row', OPENING + FAKE, ['localhost:3000', 'cdn.example']],
		['bytes before it that are no HTTP', `\x81\x7e\x00\x2d${FAKE}`, ['cdn.example']],
		['a letter right before it', `A${FAKE}`, ['cdn.example']],
		['an absolute target', 'GET http://a.example/x HTTP/1.1\r\nHost: b\r\n\r\n', ['b']],
		['bare LF', 'GET / HTTP/1.1\nHost: a\n\n', ['a']],
		['a host in other letters', 'GET / HTTP/1.0\r\nhOsT:\t a \r\n\r\n', ['a']],
		['two hosts: the first', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', ['a']],
		['no host', 'GET / HTTP/1.1\r\nAccept: */*\r\n\r\n', [null]],
		['POST', 'POST /form HTTP/1.1\r\nHost: a\r\n\r\n', ['a']]
	])('%s', (_, text, expected) => {
		expect(hosts(text)).toEqual(expected);
	});

	it.each([
		['nothing', ''],
		['a sentence', 'GET your own script.js over HTTP/1.1\r\n'],
		['a method in small letters', 'get / HTTP/1.1\r\nHost: a\r\n\r\n'],
		['a method nobody knows', 'FETCH / HTTP/1.1\r\nHost: a\r\n\r\n'],
		['another version', 'GET / HTTP/2.0\r\nHost: a\r\n\r\n'],
		['no line break', 'GET / HTTP/1.1'],
		['a status line', 'HTTP/1.1 200 OK\r\n\r\n']
	])('is not %s', (_, text) => {
		expect(seen(text)).toEqual([]);
	});
});

describe('offsets', () => {
	it('are bytes of the stream', () => {
		const [request] = seen(`\x81\x2c${FAKE}rest`.replace('\x81', '~'));
		expect(request).toMatchObject({ start: 2, lineEnd: 25, end: 2 + FAKE.length, isWhole: true });
		expect(request?.host).toEqual({ text: 'cdn.example', start: 33, end: 44 });
	});

	it('end where the lines stop being headers', () => {
		const [request] = seen('GET / HTTP/1.1\r\nHost: a\r\n\x01 no header\r\n');
		expect(request).toMatchObject({ end: 25, isWhole: false });
	});
});

it('sees at every cut exactly the request lines that are there', () => {
	const stream = encode(OPENING + FAKE);
	const lines = seen(stream).map(({ lineEnd }) => lineEnd);
	expect(lines).toHaveLength(2);
	for (let cut = 0; cut <= stream.length; cut++) {
		const expected = lines.filter((end) => end + 2 <= cut).length;
		expect(seen(stream.subarray(0, cut))).toHaveLength(expected);
	}
});

it('reads the same of a request wherever the stream is cut behind it', () => {
	const stream = encode(FAKE + OPENING);
	for (let cut = FAKE.length; cut <= stream.length; cut++) {
		expect(seen(stream.subarray(0, cut))[0]).toEqual(seen(FAKE)[0]);
	}
});

describe('in frames of a client', () => {
	const payload = encode(FAKE);
	const stream = (frame: Uint8Array) => joinBytes([encode(OPENING), frame]);
	const frame = (maskingKey: Uint8Array | null, bytes = payload, opcode: number = TEXT) =>
		stream(encodeFrame({ opcode, payload: bytes, maskingKey }));

	it.each([
		['unmasked', frame(null), ['localhost:3000', 'cdn.example']],
		['masked', frame(KEY), ['localhost:3000']],
		['a key of zeros', frame(new Uint8Array(4)), ['localhost:3000', 'cdn.example']],
		[
			'a key that was known before',
			frame(KEY, mask(payload, KEY), BINARY),
			['localhost:3000', 'cdn.example']
		]
	])('%s', (_, bytes, expected) => {
		expect(hosts(bytes)).toEqual(expected);
	});
});

it.each([
	['beginnings of request lines', 'GET /'.repeat(40_000), 0],
	['request lines and no colon', 'GET / HTTP/1.1\n'.repeat(40_000), 40_000],
	['one line without an end', `GET / HTTP/1.1\n${'a'.repeat(200_000)}`, 1]
])('takes %s without slowing down', (_, hostile, count) => {
	expect(seen(hostile)).toHaveLength(count);
});
