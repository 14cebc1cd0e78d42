/**
 * The shapes in which a connection may come, for every judge of the recording (a relay, a packet
 * capture): each drives one TCP connection to its end and names the ticket it used.
 */
import { Buffer } from 'node:buffer';
import { handshake, maskedFrame, openRaw, type RawClient } from './raw-client.ts';

export interface Shape {
	readonly name: string;
	/**
	 * Bytes of the request (from its first) before the observed exchange on the same connection;
	 * undefined where the exchange is the connection's first.
	 */
	readonly before?: string;
	/** How the connection ends; after a refusal the server closes without waiting for a FIN. */
	readonly end: 'close' | 'reset' | 'refused';
	run(port: number, target: string): Promise<RawClient>;
}

const hello = maskedFrame(0x81, Buffer.from('Hello 你好'));
const bye = maskedFrame(0x88, Buffer.from('03e8', 'hex'));
const pageRequest = 'GET /page HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
const formRequest =
	'POST /form HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\nGET / HTT' +
	'POST /chunks HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n' +
	'5;x="\\r"\r\nabcde\r\n10\r\n0123456789abcdef\r\n0\r\nTrailer: x\r\n\r\n';

async function opened(port: number, request: string): Promise<RawClient> {
	const client = await openRaw(port);
	client.write(request);
	return client.until(({ text }) => text.includes('101 Switching') && text.includes('\r\n\r\n'));
}

/** Waits for the echo of a close frame and the server's FIN, then closes. */
async function closed(client: RawClient): Promise<RawClient> {
	client.write(bye);
	await client.until(({ socket }) => socket.readableEnded);
	client.socket.end();
	await client.closed;
	return client;
}

async function afterPages(port: number, before: string, target: string): Promise<RawClient> {
	const client = await openRaw(port);
	const pages = before.match(/(GET|POST) \/\w+ HTTP/g)?.length ?? 0;
	client.write(before);
	await client.until(({ text }) => text.split('page /').length - 1 === pages);
	client.write(handshake(target));
	client.write(hello);
	await client.until(({ received }) => received.includes('Hello'));
	return closed(client);
}

const long = Buffer.alloc(2 ** 20, 'wire');

export const SHAPES: readonly Shape[] = [
	{
		name: 'a handshake, a message, a close',
		end: 'close',
		async run(port, target) {
			const client = await opened(port, handshake(target));
			client.write(hello);
			await client.until(({ received }) => received.includes('Hello'));
			return closed(client);
		}
	},
	{
		name: 'frames in the segment of the handshake',
		end: 'close',
		async run(port, target) {
			const client = await openRaw(port);
			client.write(Buffer.concat([Buffer.from(handshake(target)), hello, hello, bye]));
			await client.until(({ socket }) => socket.readableEnded);
			client.socket.end();
			await client.closed;
			return client;
		}
	},
	{
		name: 'one write for every byte',
		end: 'close',
		async run(port, target) {
			const client = await openRaw(port);
			await client.writeSlowly(Buffer.concat([Buffer.from(handshake(target)), hello]));
			await client.until(({ received }) => received.includes('Hello'));
			return closed(client);
		}
	},
	{
		name: 'keep-alive requests before the upgrade',
		before: pageRequest + pageRequest,
		end: 'close',
		run: (port, target) => afterPages(port, pageRequest + pageRequest, target)
	},
	{
		name: 'requests with bodies before the upgrade',
		before: formRequest,
		end: 'close',
		run: (port, target) => afterPages(port, formRequest, target)
	},
	{
		name: 'a page request pipelined before the handshake',
		before: pageRequest,
		end: 'close',
		async run(port, target) {
			const client = await openRaw(port);
			client.write(pageRequest + handshake(target));
			await client.until(({ text }) => text.includes('101 Switching'));
			return closed(client);
		}
	},
	{
		name: 'odd spacing and case of headers',
		end: 'close',
		async run(port, target) {
			const odd =
				`GET ${target} HTTP/1.1\r\nhOsT:127.0.0.1\r\nUPGRADE: \t websocket \t\r\nconnection:   keep-alive,  Upgrade\r\n` +
				'X-Empty:\r\nsec-websocket-KEY:dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version:\t13\r\n\r\n';
			return closed(await opened(port, odd));
		}
	},
	{
		name: 'an empty line before the request',
		end: 'close',
		run: async (port, target) => closed(await opened(port, `\r\n${handshake(target)}`))
	},
	{
		name: 'a message of 1 MiB',
		end: 'close',
		async run(port, target) {
			const client = await opened(port, handshake(target));
			client.write(maskedFrame(0x82, long));
			await client.untilAfterHead(long.length + 10);
			return closed(client);
		}
	},
	{
		name: 'a protocol error',
		end: 'close',
		async run(port, target) {
			const client = await opened(port, handshake(target));
			client.write(Buffer.from('810548656c6c6f', 'hex'));
			await client.until(({ socket }) => socket.readableEnded);
			client.socket.end();
			await client.closed;
			return client;
		}
	},
	{
		name: 'a handshake that ws refuses',
		end: 'refused',
		async run(port, target) {
			const client = await openRaw(port);
			client.write(handshake(target, { headers: { 'Sec-WebSocket-Version': '12' } }));
			await client.until(({ socket }) => socket.readableEnded);
			client.socket.end();
			await client.closed;
			return client;
		}
	},
	{
		name: 'a half-close while the echo is under way',
		end: 'close',
		async run(port, target) {
			const client = await opened(port, handshake(target));
			client.write(hello);
			client.socket.end();
			await client.closed;
			return client;
		}
	},
	{
		name: 'an RST with nothing pending',
		end: 'reset',
		async run(port, target) {
			const client = await opened(port, handshake(target));
			client.write(hello);
			await client.until(({ received }) => received.includes('Hello'));
			client.socket.resetAndDestroy();
			await client.closed;
			return client;
		}
	}
];

/** Where the observed exchange begins in the bytes of a whole connection. */
export function exchangeOf(
	stream: { readonly client: Buffer; readonly server: Buffer },
	{ before = '' }: Shape
): { client: Buffer; server: Buffer } {
	const isFirst = before === '';
	const answer = isFirst ? 0 : stream.server.indexOf('HTTP/1.1 101');
	return { client: stream.client.subarray(before.length), server: stream.server.subarray(answer) };
}
