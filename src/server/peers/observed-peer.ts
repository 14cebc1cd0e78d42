/**
 * A WebSocket of ours that a page observes: tells what `ws` tells the peer's code and what that code
 * sends, and obeys the page. The code itself knows nothing of it.
 */
import { Buffer } from 'node:buffer';
import type { RawData, WebSocket } from 'ws';
import type { ServerTold } from '#lib/capture/recording-event.ts';
import type { ObservedConnection, Observation } from '../tap/recording-sink.ts';

/** Of a control frame, bytes (RFC 6455 §5.5). */
const LONGEST_PAYLOAD = 125;

export class ObservedPeer implements ObservedConnection {
	readonly #webSocket: WebSocket;
	readonly #observation: Observation;

	/** To be made before the peer's code listens: then each message is told before its answer. */
	constructor(webSocket: WebSocket, observation: Observation) {
		this.#webSocket = webSocket;
		this.#observation = observation;
		observation.attach(this);
		const { protocol, extensions } = webSocket;
		this.#tell({ name: 'connection', protocol, extensions });
		this.#listen();
		this.#overhear();
	}

	ping(data: Uint8Array): void {
		if (data.length > LONGEST_PAYLOAD) {
			throw new RangeError(`data has ${data.length} bytes, a PING has at most 125`);
		}
		this.#webSocket.ping(data);
	}

	close(code: number | null, reason: string): void {
		if (code === null && reason !== '') throw new TypeError('reason needs a code (§5.5.1)');
		if (code !== null && !maySend(code))
			throw new RangeError(`code ${code} may not be sent (§7.4)`);
		if (Buffer.byteLength(reason) > LONGEST_PAYLOAD - 2) {
			throw new RangeError('reason has more than 123 bytes (§5.5)');
		}
		this.#tell({ name: 'close-call', code, reason });
		if (code === null) this.#webSocket.close();
		else this.#webSocket.close(code, reason);
	}

	#listen(): void {
		const webSocket = this.#webSocket;
		webSocket.on('message', (data, isBinary) =>
			this.#tell({ name: 'message', data: kindOf(isBinary), size: sizeOf(data) })
		);
		webSocket.on('ping', (data) => this.#tell({ name: 'ping', size: data.length }));
		webSocket.on('pong', (data) => this.#tell({ name: 'pong', size: data.length }));
		webSocket.on('error', (error: NodeJS.ErrnoException) =>
			this.#tell({ name: 'error', code: error.code ?? '', message: error.message })
		);
		webSocket.on('close', (code, reason) => {
			this.#tell({ name: 'close', code, reason: reason.toString() });
			this.#observation.release();
		});
	}

	/** `ws` calls neither of them by itself. (It does call `close`, to answer a CLOSE.) */
	#overhear(): void {
		const webSocket = this.#webSocket;
		const { send, ping } = webSocket;
		webSocket.send = (data: RawData | string, options?: unknown, done?: unknown) => {
			const { binary = typeof data !== 'string' } = (options ?? {}) as { binary?: boolean };
			this.#tell({ name: 'send', data: kindOf(binary), size: sizeOf(data) });
			Reflect.apply(send, webSocket, [data, options, done]);
		};
		webSocket.ping = (data?: RawData | string, ...rest: unknown[]) => {
			this.#tell({ name: 'ping-call', size: data === undefined ? 0 : sizeOf(data) });
			Reflect.apply(ping, webSocket, [data, ...rest]);
		};
	}

	#tell(told: ServerTold): void {
		const { sink, connection } = this.#observation;
		sink.append({ kind: 'server', t: sink.now(), connection, told });
	}
}

function kindOf(isBinary: boolean): 'binary' | 'text' {
	return isBinary ? 'binary' : 'text';
}

function sizeOf(data: RawData | string): number {
	return Array.isArray(data)
		? data.reduce((sum, { length }) => sum + length, 0)
		: Buffer.byteLength(data);
}

/** The codes that `ws` sends: it throws for all others, after the call has been told. */
function maySend(code: number): boolean {
	if (code >= 3000 && code <= 4999) return true;
	return code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code);
}
