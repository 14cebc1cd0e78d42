/**
 * One HTTP exchange of a lane: a request and its answer, or an upgrade and all that follows on its
 * connection; with its exact size, and its bytes as far as they were kept.
 */
import type { RecordingEvent, WireEvent } from '#lib/capture/recording-event.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import { HeadScan } from './head-scan.ts';

/** What an answer to a question for events brought. */
export type Answer = 'events' | 'nothing' | 'unknown';

export interface LaneExchange {
	/** Its connection number in the session's recording. */
	readonly number: number;
	readonly lane: number;
	/** TCP connection, numbered within the session. */
	readonly socket: number;
	/** µs of the session: it began, its request was last seen, its answer began, it was over. */
	readonly t: number;
	readonly requestEnd: number | null;
	readonly responseBegin: number | null;
	readonly end: number | null;
	/** Bytes of TCP payload, all of them. */
	readonly up: number;
	readonly down: number;
	/** Bytes of the heads in them; null: not there yet, or not known because bytes were not kept. */
	readonly headUp: number | null;
	readonly headDown: number | null;
	/** The request asked for another protocol. */
	readonly isUpgrade: boolean;
	/** Of the request line and the status line; null as the heads. */
	readonly method: string | null;
	readonly target: string | null;
	readonly status: number | null;
	/** Null until the exchange is over, and for what is not a GET of HTTP. */
	readonly answer: Answer | null;
	/** What was kept, in order. */
	readonly events: readonly RecordingEvent[];
	/** Some of its bytes were counted and not kept. */
	readonly isCut: boolean;
}

/** What a poll's body ends with when it brings nothing (wire/event-message.ts). */
const NOTHING = '"events":[]}';

export class GrowingExchange implements LaneExchange {
	readonly number: number;
	readonly lane: number;
	readonly socket: number;
	readonly t: number;
	requestEnd: number | null = null;
	responseBegin: number | null = null;
	end: number | null = null;
	up = 0;
	down = 0;
	isUpgrade = false;
	method: string | null = null;
	target: string | null = null;
	status: number | null = null;
	answer: Answer | null = null;
	isCut = false;
	/** It stays in its lane's list once it is over. */
	isKept = true;
	readonly events: WireEvent[] = [];
	readonly #heads = { client: new HeadScan(), server: new HeadScan() };

	constructor(number: number, lane: number, socket: number, t: number) {
		this.number = number;
		this.lane = lane;
		this.socket = socket;
		this.t = t;
	}

	get headUp(): number | null {
		return this.#heads.client.length;
	}

	get headDown(): number | null {
		return this.#heads.server.length;
	}

	/** Bytes of a head have passed, and where it ends is not known. */
	get hasUnknownHead(): boolean {
		const { up, down, headUp, headDown } = this;
		return (up > 0 && headUp === null) || (down > 0 && headDown === null);
	}

	/** Reads a chunk; keeps it where there is room for it. Returns whether a head ended in it. */
	chunk(event: Extract<WireEvent, { kind: 'data' }>, hasRoom: boolean): boolean {
		const { direction, bytes, t } = event;
		this.#pass(direction, bytes.length, t);
		const isHeadEnd = this.#heads[direction].read(bytes);
		if (hasRoom && !this.isCut) this.events.push(event);
		else this.isCut = true;
		if (isHeadEnd) this.#readHead(direction, bytes);
		return isHeadEnd;
	}

	/** Counts bytes that nobody kept. */
	count(direction: Direction, bytes: number, t: number): void {
		this.#pass(direction, bytes, t);
		this.#heads[direction].miss();
		this.isCut = true;
	}

	note(event: WireEvent): void {
		this.events.push(event);
	}

	finish(t: number): void {
		this.end = t;
		if (this.isUpgrade || this.method !== 'GET') return;
		this.answer = this.#findAnswer();
	}

	#pass(direction: Direction, bytes: number, t: number): void {
		if (direction === 'client') {
			this.up += bytes;
			if (this.responseBegin === null) this.requestEnd = t;
		} else {
			this.down += bytes;
			this.responseBegin ??= t;
		}
	}

	#readHead(direction: Direction, last: Uint8Array): void {
		const length = this.#heads[direction].length ?? 0;
		const text = latin1(this.#first(direction, length, last));
		const [first = '', second = ''] = text.slice(0, text.indexOf('\r\n')).split(' ');
		if (direction === 'client') {
			this.method = first;
			this.target = second;
			this.isUpgrade = /\r\nupgrade:/i.test(text);
		} else {
			this.status = /^\d{3}$/.test(second) ? Number(second) : null;
			if (this.status !== 101) this.isUpgrade = false;
		}
	}

	/** The first bytes of a direction; `last` is the chunk in which they end. */
	#first(direction: Direction, length: number, last: Uint8Array): Uint8Array {
		if (last.length >= length) return last.subarray(0, length);
		return join(this.#chunks(direction)).subarray(0, length);
	}

	#findAnswer(): Answer {
		if (this.status === 204 || this.status === 304) return 'nothing';
		if (this.isCut || this.status !== 200 || this.headDown === null) return 'unknown';
		if (this.down - this.headDown > 2 ** 10) return 'events';
		const text = latin1(join(this.#chunks('server')));
		if (/\r\ncontent-encoding:/i.test(text.slice(0, this.headDown))) return 'unknown';
		return text.includes(NOTHING, this.headDown) ? 'nothing' : 'events';
	}

	#chunks(direction: Direction): Uint8Array[] {
		return this.events.flatMap((event) =>
			event.kind === 'data' && event.direction === direction ? [event.bytes] : []
		);
	}
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
	const joined = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
	let at = 0;
	for (const chunk of chunks) {
		joined.set(chunk, at);
		at += chunk.length;
	}
	return joined;
}
