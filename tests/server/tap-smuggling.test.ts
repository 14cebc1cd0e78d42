/**
 * Requests of several clients on one connection, as a proxy's pool has them, framed in every way that
 * could make the tap and Node's parser disagree about where one ends: no exchange is ever recorded
 * with a byte of another that was served. (What follows a request that Node refuses is served to
 * nobody, and counts as part of it.)
 */
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Observation } from '#server/tap/recording-sink.ts';
import { attachTap, tapOf } from '#server/tap/tap.ts';

vi.setConfig({ testTimeout: 60_000 });

interface Exchange {
	readonly token: string;
	readonly chunks: Buffer[];
}

let server: Server;
let port: number;
let exchanges: Exchange[] = [];

function observationOf({ chunks }: Exchange): Observation {
	const sink: Observation['sink'] = {
		now: () => 0,
		append(event) {
			if (event.kind === 'data' && event.direction === 'client') {
				chunks.push(Buffer.from(event.bytes));
			}
		}
	};
	const nothing = () => undefined;
	return { connection: 1, sink, take: () => true, attach: nothing, release: nothing };
}

beforeAll(async () => {
	server = createServer((request, response) => {
		const exchange = { token: String(request.headers['x-token']), chunks: [] };
		exchanges.push(exchange);
		tapOf(request.socket)?.observe(request, response, observationOf(exchange), Infinity);
		request.resume();
		// Some are answered before their body has come.
		if (request.headers['x-early'] === undefined) request.on('end', () => response.end());
		else response.end();
		request.on('error', () => undefined);
	});
	server.on('connection', (socket: Socket) => attachTap(socket));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	port = (server.address() as AddressInfo).port;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

/** Header lines and body of one request; `B` stands for its own text. */
type Framing = readonly [headers: readonly string[], body: string];

const TEN = 'BBBBBBBBBB';
const CHUNKED = `a\r\n${TEN}\r\n0\r\n\r\n`;
const HIDDEN = 'GET /hidden HTTP/1.1\r\nHost: a\r\nX-Token: BBBB\r\n\r\n';
const FRAMINGS: readonly Framing[] = [
	[[], ''],
	[['Content-Length: 10'], TEN],
	[['content-length:0010'], TEN],
	[['CONTENT-LENGTH:\t 10 \t'], TEN],
	[['Content-Length: 0'], ''],
	[['X-Content-Length: 10'], ''],
	[['X-Note: Content-Length: 10'], ''],
	[['Content-Length: 10', 'Content-Length: 10'], TEN],
	[['Content-Length: 10', 'Content-Length: 400'], TEN],
	[['Content-Length: 10, 10'], TEN],
	[['Content-Length: +10'], TEN],
	[['Content-Length: 1e1'], TEN],
	[['Content-Length : 10'], TEN],
	[[' Content-Length: 10'], TEN],
	[['X-Fold: a', ' Content-Length: 400'], ''],
	[['Content-Length:', ' 400'], ''],
	[['X-Bare: a\rContent-Length: 400'], ''],
	[['X-Bare: a\nContent-Length: 400'], ''],
	[['X-Zero: a\0', 'Content-Length: 400'], ''],
	[['X-High: \u0085Content-Length: 400'], ''],
	[['Transfer-Encoding: chunked'], CHUNKED],
	[['transfer-encoding:CHUNKED'], CHUNKED],
	[['Transfer-Encoding: gzip, chunked'], CHUNKED],
	[['Transfer-Encoding: gzip', 'Transfer-Encoding: chunked'], CHUNKED],
	[['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], CHUNKED],
	[['Transfer-Encoding: chunked, identity'], CHUNKED],
	[['Transfer-Encoding: xchunked'], CHUNKED],
	[['Transfer-Encoding: identity'], ''],
	[['X-Transfer-Encoding: chunked'], ''],
	[['Transfer-Encoding:', ' chunked'], CHUNKED],
	[['Transfer-Encoding: chunked', 'Content-Length: 400'], CHUNKED],
	[['Content-Length: 400', 'Transfer-Encoding: chunked'], CHUNKED],
	[['Transfer-Encoding: chunked'], `A;x="y"\r\n${TEN}\r\n00\r\nX-Trailer: B\r\n\r\n`],
	[['Transfer-Encoding: chunked'], `00000a\r\n${TEN}\r\n0\r\nContent-Length: 400\r\n\r\n`],
	[['Transfer-Encoding: chunked'], `a\n${TEN}\n0\n\n`],
	[['Transfer-Encoding: chunked'], `0xa\r\n${TEN}\r\n0\r\n\r\n`],
	[['Transfer-Encoding: chunked'], `a \r\n${TEN}\r\n0\r\n\r\n`],
	[['Transfer-Encoding: chunked'], `a\r\n${TEN}BB\r\n0\r\n\r\n`],
	[['Transfer-Encoding: chunked'], `\r\na\r\n${TEN}\r\n0\r\n\r\n`],
	[['Transfer-Encoding: chunked'], `-1\r\n${TEN}\r\n0\r\n\r\n`],
	[['Transfer-Encoding: chunked'], `fffffffffffffffff\r\n${TEN}\r\n0\r\n\r\n`],
	[[`Content-Length: ${HIDDEN.length}`], HIDDEN],
	[[], HIDDEN],
	[['Expect: 100-continue', 'Content-Length: 10'], TEN],
	[['Connection: upgrade', 'Upgrade: h2c', 'Content-Length: 10'], TEN],
	[['Connection: upgrade', 'Upgrade: h2c'], ''],
	[['Connection: close'], '']
];

const LINES = [
	'POST /x?lane=T HTTP/1.1',
	'GET /x?lane=T HTTP/1.1',
	'GET http://a/x?lane=T HTTP/1.1',
	'POST  /x?lane=T HTTP/1.1',
	'HEAD /x?lane=T HTTP/1.1',
	'POST /x?lane=T HTTP/1.0',
	'post /x?lane=T HTTP/1.1',
	'POST /x?lane=T'
];

const requestOf = fc.record({
	line: fc.oneof(
		{ weight: 6, arbitrary: fc.constantFrom(...LINES.slice(0, 3)) },
		fc.constantFrom(...LINES)
	),
	framing: fc.oneof(
		{ weight: 2, arbitrary: fc.constantFrom(...FRAMINGS.slice(0, 5)) },
		{ weight: 3, arbitrary: fc.constantFrom(...FRAMINGS) }
	),
	isEarly: fc.boolean(),
	blank: fc.constantFrom('', '', '', '\r\n', '\n\r\n')
});

type Request = typeof requestOf extends fc.Arbitrary<infer T> ? T : never;

/** Whatever is the n-th request's own bears its number. */
function textOf({ line, framing, isEarly, blank }: Request, index: number): string {
	const [headers, body] = framing;
	const own = (text: string) =>
		text.replaceAll('BBBBB', `tok${index}z`).replace('BBBB', `hid${index}`);
	const lines = [
		'Host: a',
		`X-Token: tok${index}z`,
		...(isEarly ? ['X-Early: 1'] : []),
		...headers
	];
	return `${blank}${line}\r\n${lines.join('\r\n')}\r\n\r\n${own(body)}`;
}

const numbersIn = (text: string): string[] =>
	Array.from(text.matchAll(/(?:tok|hid)(\d)/g), ([, number = '']) => number);

/** Says this in these cuts, and waits until the server has let go or has nothing more to say. */
async function say(bytes: Buffer, cuts: readonly number[]): Promise<void> {
	const socket = connect({ port, host: '127.0.0.1', noDelay: true });
	socket.on('error', () => undefined);
	socket.resume();
	const closed = new Promise((resolve) => socket.once('close', resolve));
	await once(socket, 'connect');
	let from = 0;
	for (const cut of [...cuts, bytes.length]) {
		if (cut <= from || socket.destroyed) continue;
		await new Promise((resolve) => socket.write(bytes.subarray(from, cut), resolve));
		await new Promise(setImmediate);
		from = cut;
	}
	socket.end();
	await closed;
}

let kept = 0;

it('no exchange is recorded with a byte of another that was served', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(requestOf, { minLength: 2, maxLength: 6 }),
			fc.array(fc.nat(1500), { maxLength: 6 }),
			async (requests, cuts) => {
				exchanges = [];
				const text = requests.map((request, index) => textOf(request, index)).join('');
				await say(
					Buffer.from(text, 'latin1'),
					cuts.sort((left, right) => left - right)
				);
				const served = new Set(exchanges.flatMap(({ token }) => numbersIn(token)));
				for (const { token, chunks } of exchanges) {
					const own = new Set(numbersIn(token));
					const numbers = numbersIn(Buffer.concat(chunks).toString('latin1'));
					kept += numbers.length;
					expect(numbers.filter((number) => served.has(number) && !own.has(number))).toEqual([]);
				}
			}
		),
		{ numRuns: Number(process.env['FUZZ_RUNS'] ?? 300) }
	);
	expect(kept).toBeGreaterThan(300);
});
