/**
 * One lab channel: a WebSocket that first names its session (hello or resume) and then speaks for
 * it. Pings the page; a channel that stays silent ends, and its session waits for another.
 */
import { WebSocket, type RawData } from 'ws';
import {
	CHANNEL_VERSION,
	check,
	parseJson,
	type ChannelAnswer,
	type ChannelErrorCode,
	type ChannelOpening
} from '#lib/channel/messages.ts';
import { openingSchema } from '#lib/channel/requests.ts';
import type { SessionRegistry } from './session-registry.ts';
import type { Session, SessionLine } from './session.ts';

/** Openings that may fail before the channel is closed. */
const MOST_FAILED_OPENINGS = 8;

export class ChannelLink implements SessionLine {
	readonly #socket: WebSocket;
	readonly #registry: SessionRegistry;
	readonly #address: string;
	readonly #host: string;
	readonly #hello: NodeJS.Timeout;
	readonly #heartbeat: NodeJS.Timeout;
	#session: Session | null = null;
	#failedOpenings = 0;
	#isAlive = true;

	/** @param host by which its page calls us: `host:port` */
	constructor(socket: WebSocket, registry: SessionRegistry, address: string, host: string) {
		this.#socket = socket;
		this.#registry = registry;
		this.#address = address;
		this.#host = host;
		const { hello, heartbeat } = registry.limits;
		this.#hello = setTimeout(() => this.close(1008, 'no hello'), hello).unref();
		this.#heartbeat = setInterval(() => this.#beat(), heartbeat).unref();
		socket.on('message', (data, isBinary) => this.#take(data, isBinary));
		socket.on('pong', () => (this.#isAlive = true));
		// 'close' follows and carries all that matters here.
		socket.on('error', () => undefined);
		socket.on('close', (code) => this.#end(code));
	}

	get bufferedAmount(): number {
		return this.#socket.bufferedAmount;
	}

	send(data: Uint8Array | string, onSent: () => void): void {
		this.#socket.send(data, onSent);
	}

	close(code: number, reason: string): void {
		this.#socket.close(code, reason);
	}

	terminate(): void {
		this.#socket.terminate();
	}

	#beat(): void {
		if (!this.#isAlive) return this.terminate();
		this.#isAlive = false;
		if (this.#socket.readyState === WebSocket.OPEN) this.#socket.ping();
	}

	#take(data: RawData, isBinary: boolean): void {
		if (this.#socket.readyState !== WebSocket.OPEN) return;
		this.#isAlive = true;
		const text = isBinary ? null : data.toString();
		if (this.#session !== null) return this.#session.receive(this, text);
		const opening = check(openingSchema, text === null ? null : parseJson(text));
		if (opening.success) this.#open(opening.output);
		else this.#refuse('hello-expected');
	}

	#open(opening: ChannelOpening): void {
		if (opening.type === 'resume') return this.#resume(opening.token, opening.received);
		if (opening.version !== CHANNEL_VERSION) return this.#refuse('unsupported-version');
		const made = this.#registry.create(this.#address, this.#host);
		if (made === null) {
			this.#refuse('too-many-sessions');
			return this.close(1013, 'too many sessions');
		}
		const { session, token } = made;
		const { startedAt, terms } = session;
		this.#answer({ type: 'welcome', token, startedAt, time: session.now(), terms });
		this.#join(session);
	}

	#resume(token: string, received: number): void {
		const session = this.#registry.find(token);
		if (session === null) return this.#refuse('unknown-session');
		if (!session.acknowledge(received)) return this.#refuse('cannot-resume');
		this.#answer({ type: 'resumed' });
		this.#join(session);
	}

	#join(session: Session): void {
		clearTimeout(this.#hello);
		this.#session = session;
		session.attach(this);
	}

	#refuse(code: ChannelErrorCode): void {
		this.#registry.onRefusal(code);
		this.#answer({ type: 'refused', code });
		if (++this.#failedOpenings >= MOST_FAILED_OPENINGS) this.close(1008, 'no session');
	}

	#answer(message: ChannelAnswer): void {
		this.#socket.send(JSON.stringify(message));
	}

	#end(code: number): void {
		clearTimeout(this.#hello);
		clearInterval(this.#heartbeat);
		const session = this.#session;
		this.#session = null;
		// 1000 is the page's own word that it will not come back (lab-channel.ts, `close`).
		if (code === 1000) session?.leave(this);
		else session?.detach(this);
	}
}
