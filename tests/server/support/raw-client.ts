/** A TCP client that says exactly what a test writes, and keeps what it is told. */
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export class RawClient {
	readonly socket: Socket;
	/** Resolves when the connection has closed, however. */
	readonly closed: Promise<void>;
	/** Its port, also after the end: by it a packet capture knows the connection. */
	readonly port: number;
	hasReset = false;
	/** Bytes received so far. */
	length = 0;
	#chunks: Buffer[] = [];
	#changed: () => void = () => undefined;

	constructor(socket: Socket) {
		this.socket = socket;
		this.port = socket.localPort ?? 0;
		this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
		socket.on('data', (bytes) => {
			this.#chunks.push(bytes);
			this.length += bytes.length;
			this.#changed();
		});
		socket.on('error', (error: NodeJS.ErrnoException) => {
			this.hasReset = error.code === 'ECONNRESET' || error.code === 'EPIPE';
		});
		socket.on('end', () => this.#changed());
		socket.on('close', () => this.#changed());
	}

	get received(): Buffer {
		if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks)];
		return this.#chunks[0] ?? Buffer.alloc(0);
	}

	get text(): string {
		return this.received.toString('latin1');
	}

	/** Bytes behind the blank line of the first response. */
	get afterHead(): Buffer {
		return this.received.subarray(this.received.indexOf('\r\n\r\n') + 4);
	}

	write(bytes: Buffer | string): void {
		this.socket.write(bytes);
	}

	/** One TCP write a byte, each handed to the kernel before the next. */
	async writeSlowly(bytes: Buffer): Promise<void> {
		for (const byte of bytes) {
			await new Promise((resolve) => this.socket.write(Buffer.of(byte), resolve));
			await new Promise((resolve) => setImmediate(resolve));
		}
	}

	/** Waits until this holds, or the connection has closed. */
	async until(holds: (client: this) => boolean): Promise<this> {
		while (!holds(this) && !this.socket.closed) {
			await new Promise<void>((resolve) => (this.#changed = resolve));
		}
		return this;
	}

	/** Waits for this many bytes behind the head of the first response. */
	untilAfterHead(length: number): Promise<this> {
		return this.until(() => this.text.includes('\r\n\r\n') && this.afterHead.length >= length);
	}

	destroy(): void {
		this.socket.destroy();
	}
}

export async function openRaw(port: number): Promise<RawClient> {
	const socket = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
	await once(socket, 'connect');
	return new RawClient(socket);
}

export interface HandshakeParts {
	readonly method?: string;
	readonly version?: string;
	/** Replaces (or with null removes) lines of the request by their names. */
	readonly headers?: Readonly<Record<string, string | null>>;
}

/** An opening handshake; its key is the one of RFC 6455 §1.3. */
export function handshake(target: string, parts: HandshakeParts = {}): string {
	const headers: Record<string, string | null> = {
		Host: '127.0.0.1',
		Upgrade: 'websocket',
		Connection: 'Upgrade',
		'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
		'Sec-WebSocket-Version': '13',
		...parts.headers
	};
	const lines = Object.entries(headers).filter(([, value]) => value !== null);
	return [
		`${parts.method ?? 'GET'} ${target} ${parts.version ?? 'HTTP/1.1'}`,
		...lines.map(([name, value]) => `${name}: ${value}`),
		'\r\n'
	].join('\r\n');
}

/** Opens `target` and waits for the response's head. */
export async function openWebSocket(
	port: number,
	target: string,
	parts: HandshakeParts = {}
): Promise<RawClient> {
	const client = await openRaw(port);
	client.write(handshake(target, parts));
	return client.untilAfterHead(0);
}

/** A masked client frame with any first byte; the key is that of the table in the notes. */
export function maskedFrame(first: number, payload: Buffer): Buffer {
	const key = Buffer.from('37fa213d', 'hex');
	const masked = payload.map((byte, index) => byte ^ (key[index % 4] ?? 0));
	return Buffer.concat([Buffer.of(first), lengthBytes(payload.length), key, masked]);
}

function lengthBytes(length: number): Buffer {
	if (length < 126) return Buffer.of(0x80 | length);
	const bytes = Buffer.alloc(length < 65_536 ? 3 : 9);
	bytes[0] = length < 65_536 ? 0xfe : 0xff;
	if (length < 65_536) bytes.writeUInt16BE(length, 1);
	else bytes.writeBigUInt64BE(BigInt(length), 1);
	return bytes;
}
