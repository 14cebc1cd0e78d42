/**
 * Wire events written by hand for tests of the capture room: heads as text, frames encoded, and
 * the same bytes again in other cuts.
 */
import type { WireEvent } from '#lib/capture/recording-event.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { encodeClosePayload } from '#lib/protocol/frames/close-payload.ts';
import { encodeFrame, type FrameDescription } from '#lib/protocol/frames/encode-frame.ts';
import { CLOSE, TEXT } from '#lib/protocol/frames/opcode.ts';
import { computeAccept } from '#lib/protocol/handshake/sec-websocket-accept.ts';

const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
const MASKING_KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const encoder = new TextEncoder();

export function head(...lines: string[]): Uint8Array {
	return encoder.encode([...lines, '', ''].join('\r\n'));
}

export function upgradeRequest(...headers: string[]): Uint8Array {
	return head(
		'GET /ws/echo HTTP/1.1',
		'Host: localhost:3000',
		'Upgrade: websocket',
		'Connection: Upgrade',
		`Sec-WebSocket-Key: ${KEY}`,
		'Sec-WebSocket-Version: 13',
		...headers
	);
}

export function switching(...headers: string[]): Uint8Array {
	return head(
		'HTTP/1.1 101 Switching Protocols',
		'Upgrade: websocket',
		'Connection: Upgrade',
		`Sec-WebSocket-Accept: ${computeAccept(KEY)}`,
		...headers
	);
}

/** A frame as that side sends it: masked from the client. */
export function frame(
	direction: Direction,
	description: Partial<FrameDescription> & { readonly text?: string } = {}
): Uint8Array {
	const payload = description.payload ?? encoder.encode(description.text ?? '');
	const maskingKey = direction === 'client' ? MASKING_KEY : null;
	return encodeFrame({ opcode: TEXT, maskingKey, ...description, payload });
}

export function closeFrame(direction: Direction, code: number | null, reason = ''): Uint8Array {
	return frame(direction, { opcode: CLOSE, payload: encodeClosePayload(code, reason) });
}

function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
	const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}
	return joined;
}

/** Events without their time. */
type Step = WireEvent extends infer Event
	? Event extends WireEvent
		? Omit<Event, 't'>
		: never
	: never;

/** What crossed the wire of one connection, in order. */
export class WireScript {
	readonly #steps: Step[] = [];
	readonly #connection: number;

	constructor(connection = 1) {
		this.#connection = connection;
	}

	accepted(): this {
		return this.#add({ kind: 'accepted', connection: this.#connection });
	}

	client(...parts: readonly Uint8Array[]): this {
		return this.#data('client', joinBytes(...parts));
	}

	server(...parts: readonly Uint8Array[]): this {
		return this.#data('server', joinBytes(...parts));
	}

	fin(direction: Direction): this {
		return this.#add({ kind: 'fin', connection: this.#connection, direction });
	}

	rst(direction: Direction): this {
		return this.#add({ kind: 'rst', connection: this.#connection, direction });
	}

	stopped(): this {
		return this.#add({ kind: 'stopped', connection: this.#connection, bound: 'connection' });
	}

	/** Accepted, request and 101. */
	open(requestHeaders: readonly string[] = [], responseHeaders: readonly string[] = []): this {
		return this.accepted()
			.client(upgradeRequest(...requestHeaders))
			.server(switching(...responseHeaders));
	}

	/** Events 1 ms apart. */
	events(): WireEvent[] {
		return this.#steps.map((step, index) => ({ ...step, t: index * 1000 }) as WireEvent);
	}

	/**
	 * The same bytes in other chunks, 10 µs apart: those of neighbouring chunks of one direction
	 * joined, then cut. `nextSize` says how long each chunk is to be.
	 */
	recut(nextSize: () => number): WireEvent[] {
		const events: Step[] = [];
		let run: { direction: Direction; parts: Uint8Array[] } | null = null;
		const flush = (): void => {
			if (run) events.push(...this.#cut(run.direction, joinBytes(...run.parts), nextSize));
			run = null;
		};
		for (const step of this.#steps) {
			if (step.kind !== 'data' || run?.direction !== step.direction) flush();
			if (step.kind !== 'data') events.push(step);
			else if (run) run.parts.push(step.bytes);
			else run = { direction: step.direction, parts: [step.bytes] };
		}
		flush();
		return events.map((step, index) => ({ ...step, t: index * 10 }) as WireEvent);
	}

	#cut(direction: Direction, bytes: Uint8Array, nextSize: () => number): Step[] {
		const steps: Step[] = [];
		for (let at = 0; at < bytes.length;) {
			const size = Math.max(1, nextSize());
			const chunk = bytes.slice(at, at + size);
			steps.push({ kind: 'data', connection: this.#connection, direction, bytes: chunk });
			at += size;
		}
		return steps;
	}

	#data(direction: Direction, bytes: Uint8Array): this {
		return this.#add({ kind: 'data', connection: this.#connection, direction, bytes });
	}

	#add(step: Step): this {
		this.#steps.push(step);
		return this;
	}
}
