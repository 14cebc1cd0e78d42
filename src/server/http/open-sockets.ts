/** The WebSockets of the peers that are open: swept for silence, closed with 1001 at the end. */
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';

interface OpenSocket {
	readonly socket: Socket;
	/** Bytes of both directions at the last sweep that found them changed. */
	bytes: number;
	/** Sweeps since then. */
	silent: number;
}

/** Sweeps in one idle time: a silent socket is closed at most a quarter late. */
const SWEEPS = 4;
const GOING_AWAY = 1001;

export class OpenSockets {
	readonly #open = new Map<WebSocket, OpenSocket>();
	readonly #timer: NodeJS.Timeout;
	#onEmpty: (() => void) | null = null;

	constructor(idleSeconds: number) {
		this.#timer = setInterval(() => this.#sweep(), (idleSeconds * 1000) / SWEEPS);
		this.#timer.unref();
	}

	add(webSocket: WebSocket, socket: Socket): void {
		this.#open.set(webSocket, { socket, bytes: 0, silent: 0 });
	}

	/** To be called when it has closed. */
	delete(webSocket: WebSocket): void {
		this.#open.delete(webSocket);
		if (this.#open.size === 0) this.#onEmpty?.();
	}

	/** Resolves when all are closed; those still open after `grace` ms are cut off. */
	async close(grace: number): Promise<void> {
		clearInterval(this.#timer);
		if (this.#open.size === 0) return;
		for (const webSocket of this.#open.keys()) webSocket.close(GOING_AWAY);
		const timer = setTimeout(() => {
			for (const webSocket of this.#open.keys()) webSocket.terminate();
		}, grace);
		await new Promise<void>((resolve) => (this.#onEmpty = resolve));
		clearTimeout(timer);
	}

	#sweep(): void {
		for (const [webSocket, state] of this.#open) {
			const bytes = state.socket.bytesRead + state.socket.bytesWritten;
			if (bytes !== state.bytes) Object.assign(state, { bytes, silent: 0 });
			else if (++state.silent > SWEEPS) webSocket.terminate();
			else if (state.silent === SWEEPS) webSocket.close(GOING_AWAY, 'idle');
		}
	}
}
