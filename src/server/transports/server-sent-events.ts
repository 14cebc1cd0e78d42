/**
 * `GET /lab/events/stream?lane&after`: an event stream (HTML standard, §9.2 Server-sent events).
 * Last-Event-ID, which a browser sends by itself when it comes back, beats `after`.
 */
import { Buffer } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StreamEvent } from '#lib/transports/wire/event-message.ts';
import {
	encodeSseEvent,
	encodeSseGap,
	SSE_CLOSING,
	SSE_KEEP_ALIVE,
	SSE_RETRY
} from '#lib/transports/wire/sse-event.ts';
import type { HttpEndpoint } from '../http/http-endpoints.ts';
import { onGone } from '../http/on-gone.ts';
import type { RequestTarget } from '../http/request-target.ts';
import type { Lane } from '../streams/lane.ts';
import { Audience, forEachMember, type Seated } from './audience.ts';
import { EventStreamLine } from './event-stream-line.ts';
import { beginAnswer, codingFor, NO_STORE, type Coding } from './lane-answer.ts';
import type { LaneDoor } from './lane-door.ts';
import { readAfter, readCursor, type Read } from './lane-question.ts';
import type { EndCause, Places, Waiting } from './places.ts';
import { SlowReader, type Encoding, type ReaderBounds } from './slow-reader.ts';

const METHODS = ['GET', 'HEAD'];
const ENCODING: Encoding = {
	event: (event) => Buffer.from(encodeSseEvent(event)),
	gap: (gap) => Buffer.from(encodeSseGap(gap))
};
const RETRY = Buffer.from(SSE_RETRY);
const KEEP_ALIVE = Buffer.from(SSE_KEEP_ALIVE);
const CLOSING = Buffer.from(SSE_CLOSING);

export class ServerSentEvents implements HttpEndpoint {
	readonly methods = null;
	readonly #door: LaneDoor;
	readonly #places: Places;
	readonly #bounds: ReaderBounds;
	readonly #interval: number;
	readonly #audience = new Audience<EventStream>(tell);
	readonly #streams = new Set<EventStream>();
	#timer: NodeJS.Timeout | undefined;

	/** @param interval ms between two comments */
	constructor(door: LaneDoor, places: Places, bounds: ReaderBounds, interval: number) {
		this.#door = door;
		this.#places = places;
		this.#bounds = bounds;
		this.#interval = interval;
	}

	answer(request: IncomingMessage, response: ServerResponse, target: RequestTarget): void {
		const lane = this.#door.admit(request, response, target, METHODS);
		if (!lane) return;
		const after = readSeen(request, target, lane);
		if ('fault' in after) return void this.#door.refuse(response, 'cursor', 400, after.fault);
		const isHead = request.method === 'HEAD';
		if (!isHead && !this.#places.hasRoom(lane)) return void this.#door.refuseFull(response, lane);
		const coding = codingFor(lane, request);
		beginAnswer(response, 200, headersFor(coding));
		if (isHead) return void response.end();
		this.#open(new EventStream(lane, response, after.value, coding, this.#bounds));
	}

	#open(stream: EventStream): void {
		this.#places.enter(stream);
		this.#audience.join(stream.lane.log, stream);
		this.#streams.add(stream);
		this.#timer ??= setInterval(() => this.#keepAlive(), this.#interval).unref();
		stream.start(() => {
			this.#places.leave(stream);
			this.#audience.leave(stream.lane.log, stream);
			this.#streams.delete(stream);
			if (this.#streams.size > 0) return;
			clearInterval(this.#timer);
			this.#timer = undefined;
		});
	}

	#keepAlive(): void {
		for (const { reader } of this.#streams) reader.remark(KEEP_ALIVE);
	}
}

function tell(event: StreamEvent, streams: readonly EventStream[]): void {
	const bytes = ENCODING.event(event);
	forEachMember(streams, ({ reader }) => reader.take(event.id, bytes));
}

function readSeen(request: IncomingMessage, target: RequestTarget, { log }: Lane): Read<number> {
	const header = request.headers['last-event-id'];
	if (header === undefined || header === '') return readAfter(target, log);
	return readCursor('Last-Event-ID', String(header), log);
}

function headersFor(coding: Coding) {
	return {
		'Content-Type': 'text/event-stream',
		'Cache-Control': NO_STORE,
		...(coding === 'gzip' && { 'Content-Encoding': 'gzip' }),
		...(coding !== 'plain' && { Vary: 'Accept-Encoding' }),
		'X-Content-Type-Options': 'nosniff',
		// Of proxies that would collect events before they pass them on.
		'X-Accel-Buffering': 'no'
	};
}

class EventStream implements Waiting, Seated {
	seat = -1;
	readonly lane: Lane;
	readonly reader: SlowReader;
	readonly #response: ServerResponse;
	readonly #line: EventStreamLine;
	#leave: (() => void) | null = null;

	constructor(
		lane: Lane,
		response: ServerResponse,
		after: number,
		coding: Coding,
		bounds: ReaderBounds
	) {
		this.lane = lane;
		this.#response = response;
		this.#line = new EventStreamLine(response, coding === 'gzip', () => this.#drop());
		this.reader = new SlowReader(lane.log, after, this.#line, ENCODING, bounds);
	}

	/** @param leave called once, when it is over */
	start(leave: () => void): void {
		this.#leave = leave;
		onGone(this.#response, () => this.#letGo());
		this.#line.write(RETRY);
		this.reader.catchUp();
	}

	end(cause: EndCause): void {
		this.#letGo();
		if (cause === 'closing') {
			this.lane.dropped('closing');
			this.#line.write(CLOSING);
		}
		this.#line.end(cause === 'closing');
	}

	#drop(): void {
		this.#letGo();
		this.lane.dropped('slow-reader');
		this.#line.reset();
	}

	#letGo(): void {
		const leave = this.#leave;
		this.#leave = null;
		this.reader.stop();
		leave?.();
	}
}
