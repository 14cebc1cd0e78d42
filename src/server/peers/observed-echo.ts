/** The echo of an observed connection: reports what `ws` tells it and what it does, and obeys. */
import { Buffer } from 'node:buffer';
import type { RawData, WebSocket } from 'ws';
import type { ServerTold } from '#lib/capture/recording-event.ts';
import type { ObservedConnection, Observation } from '../tap/recording-sink.ts';
import { sendBack, type EchoBounds } from './echo-connection.ts';

/** Of a control frame, bytes (RFC 6455 §5.5). */
const LONGEST_PAYLOAD = 125;

export class ObservedEcho implements ObservedConnection {
	readonly #webSocket: WebSocket;
	readonly #observation: Observation;

	constructor(
		webSocket: WebSocket,
		observation: Observation,
		bounds: EchoBounds,
		onClose: () => void
	) {
		this.#webSocket = webSocket;
		this.#observation = observation;
		observation.attach(this);
		const { protocol, extensions } = webSocket;
		this.#tell({ name: 'connection', protocol, extensions });
		webSocket.on('message', (data, isBinary) => this.#echo(data, isBinary, bounds));
		webSocket.on('ping', (data) => this.#tell({ name: 'ping', size: data.length }));
		webSocket.on('pong', (data) => this.#tell({ name: 'pong', size: data.length }));
		webSocket.on('error', (error: NodeJS.ErrnoException) =>
			this.#tell({ name: 'error', code: error.code ?? '', message: error.message })
		);
		webSocket.on('close', (code, reason) => {
			this.#tell({ name: 'close', code, reason: reason.toString() });
			observation.release();
			onClose();
		});
	}

	ping(data: Uint8Array): void {
		if (data.length > LONGEST_PAYLOAD) {
			throw new RangeError(`data has ${data.length} bytes, a PING has at most 125`);
		}
		this.#tell({ name: 'ping-call', size: data.length });
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

	#echo(data: RawData, isBinary: boolean, bounds: EchoBounds): void {
		const kind = isBinary ? 'binary' : 'text';
		const size = (data as Buffer).length;
		const { sink, connection } = this.#observation;
		const t = sink.now();
		sink.append({ kind: 'server', t, connection, told: { name: 'message', data: kind, size } });
		sink.append({ kind: 'server', t, connection, told: { name: 'send', data: kind, size } });
		sendBack(this.#webSocket, data, isBinary, bounds);
	}

	#tell(told: ServerTold): void {
		const { sink, connection } = this.#observation;
		sink.append({ kind: 'server', t: sink.now(), connection, told });
	}
}

/** The codes that `ws` sends: it throws for all others, after the call has been told. */
function maySend(code: number): boolean {
	if (code >= 3000 && code <= 4999) return true;
	return code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code);
}
