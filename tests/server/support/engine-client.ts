/** Engine.IO by hand: each request is one that a test writes, each packet one of its choice. */
import type { Buffer } from 'node:buffer';
import type { RawData, WebSocket } from 'ws';
import { TRANSPORT_PATHS } from '#lib/transports/wire/addresses.ts';

/** What separates the packets of one body (Engine.IO 4). */
export const SEPARATOR = '\x1e';

export function socketIoPath(query: Readonly<Record<string, string>>): string {
	return `${TRANSPORT_PATHS['socket-io']}?${new URLSearchParams(query).toString()}`;
}

export class EngineClient {
	readonly #origin: string;
	readonly #lane: string;
	sid = '';

	constructor(port: number, lane: string) {
		this.#origin = `http://127.0.0.1:${port}`;
		this.#lane = lane;
	}

	/** Begins a session with polling; with `auth` it also joins the namespace. */
	async open(auth?: string): Promise<this> {
		const text = await (await this.poll()).text();
		this.sid = (JSON.parse(text.slice(1)) as { sid: string }).sid;
		if (auth !== undefined) {
			await this.post(`40${auth}`);
			await this.poll();
		}
		return this;
	}

	poll(): Promise<Response> {
		return fetch(this.#url());
	}

	post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
		return fetch(this.#url(), {
			method: 'POST',
			body,
			headers: { 'content-type': 'text/plain;charset=UTF-8', ...headers }
		});
	}

	/** Whether the server still knows the session. */
	async isKnown(): Promise<boolean> {
		const { status } = await fetch(this.#url({ transport: 'polling' }), {
			method: 'POST',
			body: '6'
		});
		return status === 200;
	}

	#url(query: Record<string, string> = {}): string {
		const sid = this.sid && { sid: this.sid };
		const all = { EIO: '4', transport: 'polling', lane: this.#lane, ...sid, ...query };
		return `${this.#origin}${socketIoPath(all)}`;
	}
}

/** The next text message, or how the WebSocket was closed. */
export function nextOf(webSocket: WebSocket): Promise<string> {
	return new Promise((resolve) => {
		const onMessage = (data: RawData) => {
			webSocket.off('close', onClose);
			resolve(String(data));
		};
		const onClose = (code: number, reason: Buffer) => {
			webSocket.off('message', onMessage);
			resolve(`close ${code} ${String(reason)}`.trim());
		};
		webSocket.once('message', onMessage);
		webSocket.once('close', onClose);
	});
}

export function closeOf(webSocket: WebSocket): Promise<string> {
	return new Promise((resolve) => {
		webSocket.once('close', (code, reason) => resolve(`${code} ${String(reason)}`.trim()));
	});
}
