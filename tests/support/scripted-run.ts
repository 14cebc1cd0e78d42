/**
 * What the server would record of a raw client's run, made from the script that the page sent and
 * from bytes that the test gives as the peer's: the accept is computed from the page's own key.
 */
import type { ChannelEvent } from '#lib/channel/batch.ts';
import type { ScriptMessage } from '#lib/channel/messages.ts';
import { decodeScript } from '#lib/channel/script-message.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import { computeAccept } from '#lib/protocol/sec-websocket-accept.ts';
import { head } from './wire-script.ts';

export class ScriptedRun {
	readonly #connection: number;
	#t: number;

	/** @param from µs of the session at which the first event happens */
	constructor(connection: number, from = 10_000) {
		this.#connection = connection;
		this.#t = from;
	}

	/** Accepted, request, 101, and what the script writes after them. */
	opening(message: ScriptMessage): ChannelEvent[] {
		const [request, ...writes] = writesOf(message);
		if (!request) throw new RangeError('message must begin with a request');
		const key = /^Sec-WebSocket-Key: (.*?)\r$/m.exec(latin1(request))?.[1] ?? '';
		const answer = head(
			'HTTP/1.1 101 Switching Protocols',
			'Upgrade: websocket',
			'Connection: Upgrade',
			`Sec-WebSocket-Accept: ${computeAccept(key)}`
		);
		return [
			this.#event({ kind: 'accepted' }),
			this.begin(),
			this.data('client', request),
			this.data('server', answer),
			...writes.map((bytes) => this.data('client', bytes))
		];
	}

	/** One more run on the connection. */
	again(message: ScriptMessage): ChannelEvent[] {
		return [this.begin(), ...writesOf(message).map((bytes) => this.data('client', bytes))];
	}

	data(direction: Direction, bytes: Uint8Array): ChannelEvent {
		return this.#event({ kind: 'data', direction, bytes });
	}

	fin(direction: Direction): ChannelEvent {
		return this.#event({ kind: 'fin', direction });
	}

	begin(): ChannelEvent {
		const told = { name: 'begin', bytes: 0, writes: 0 } as const;
		return this.#event({ kind: 'run', direction: 'client', told });
	}

	end(outcome: 'written' | 'cancelled' = 'written'): ChannelEvent {
		const told = { name: 'end', outcome, bytes: 0 } as const;
		return this.#event({ kind: 'run', direction: 'client', told });
	}

	#event(body: object): ChannelEvent {
		this.#t += 100;
		return { ...body, connection: this.#connection, t: this.#t } as ChannelEvent;
	}
}

function writesOf(message: ScriptMessage): Uint8Array[] {
	const steps = decodeScript(message)?.steps ?? [];
	return steps.flatMap((step) => (step.kind === 'write' ? [step.bytes] : []));
}
