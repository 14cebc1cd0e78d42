/**
 * What the server would record of a run, made from the script that the page sent and from bytes
 * that the test gives as the peer's. The accept of a raw client's connection is computed from the
 * page's own key; a raw server's handshake is not the script's, and is made up.
 */
import { base64ToBytes } from '#lib/capture/base64-bytes.ts';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import type { ScriptMessage } from '#lib/channel/messages.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import { computeAccept } from '#lib/protocol/handshake/sec-websocket-accept.ts';
import type { RunScript, RunStep } from '#lib/runs/run-script.ts';
import { head, switching, upgradeRequest } from './wire-script.ts';

/** @throws RangeError where a write is not base64 */
export function readScript({ steps, gap }: ScriptMessage): RunScript {
	return { steps: steps.map(readStep), gap };
}

function readStep(step: ScriptMessage['steps'][number]): RunStep {
	if (step.kind !== 'write') return step;
	const bytes = base64ToBytes(step.bytes);
	if (bytes === null) throw new RangeError('step.bytes must be base64');
	return { ...step, bytes };
}

export class ScriptedRun {
	readonly #connection: number;
	readonly #role: Direction;
	#t: number;

	/**
	 * @param from µs of the session at which the first event happens
	 * @param role who the student is
	 */
	constructor(connection: number, from = 10_000, role: Direction = 'client') {
		this.#connection = connection;
		this.#role = role;
		this.#t = from;
	}

	/** Accepted, request, 101 (with further headers), and what the script writes after them. */
	opening(message: ScriptMessage, ...headers: string[]): ChannelEvent[] {
		return this.#role === 'client' ? this.#dialled(message, headers) : this.#answered(message);
	}

	#answered(message: ScriptMessage): ChannelEvent[] {
		return [
			this.#event({ kind: 'accepted' }),
			this.data('client', upgradeRequest()),
			this.data('server', switching()),
			...this.again(message)
		];
	}

	#dialled(message: ScriptMessage, headers: readonly string[]): ChannelEvent[] {
		const [request, ...writes] = writesOf(message);
		if (!request) throw new RangeError('message must begin with a request');
		const key = /^Sec-WebSocket-Key: (.*?)\r$/m.exec(latin1(request))?.[1] ?? '';
		const answer = head(
			'HTTP/1.1 101 Switching Protocols',
			'Upgrade: websocket',
			'Connection: Upgrade',
			`Sec-WebSocket-Accept: ${computeAccept(key)}`,
			...headers
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
		return [this.begin(), ...writesOf(message).map((bytes) => this.data(this.#role, bytes))];
	}

	data(direction: Direction, bytes: Uint8Array): ChannelEvent {
		return this.#event({ kind: 'data', direction, bytes });
	}

	fin(direction: Direction): ChannelEvent {
		return this.#event({ kind: 'fin', direction });
	}

	begin(): ChannelEvent {
		const told = { name: 'begin', bytes: 0, writes: 0 } as const;
		return this.#event({ kind: 'run', direction: this.#role, told });
	}

	end(outcome: 'written' | 'cancelled' = 'written'): ChannelEvent {
		const told = { name: 'end', outcome, bytes: 0 } as const;
		return this.#event({ kind: 'run', direction: this.#role, told });
	}

	#event(body: object): ChannelEvent {
		this.#t += 100;
		return { ...body, connection: this.#connection, t: this.#t } as ChannelEvent;
	}
}

function writesOf(message: ScriptMessage): Uint8Array[] {
	const { steps } = readScript(message);
	return steps.flatMap((step) => (step.kind === 'write' ? [step.bytes] : []));
}
