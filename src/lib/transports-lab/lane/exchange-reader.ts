/**
 * What is inside the exchanges of a lane, read as far as they have come and not read again: the
 * conversation of each, and how many events it delivered.
 */
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import { Conversation } from '#lib/capture/conversation.ts';
import { messageOf } from '#lib/capture/message-of.ts';
import type { MakeInflater } from '#lib/protocol/deflate/inflater.ts';
import type { inflateBody } from '#lib/diagrams/record-anatomy/body/inflate-body.ts';
import {
	contentCoding,
	contentKind,
	isChunked
} from '#lib/diagrams/record-anatomy/body/content-kind.ts';
import { decodeEnginePacket } from '#lib/protocol/engine-io/engine-packet.ts';
import { decodeEnginePayload } from '#lib/protocol/engine-io/engine-payload.ts';
import { EventStreamParser } from '#lib/protocol/event-stream/event-stream-parser.ts';
import { chunkContent, layoutChunks } from '#lib/protocol/http/chunk-layout.ts';
import type { LaneExchange } from '#lib/transports/measure/lane-exchange.ts';
import type { Transport } from '#lib/transports/transport.ts';
import { decodeServerMessage } from '#lib/transports/wire/event-message.ts';
import { decodePollBody } from '#lib/transports/wire/poll-body.ts';
import { SOCKET_IO_EVENTS } from '#lib/transports/wire/socket-io-events.ts';

interface Reading {
	readonly conversation: Conversation;
	/** Events of the exchange that are folded. */
	taken: number;
	/** Records whose events are counted. */
	counted: number;
	/** Events in those records. */
	events: number;
	/** Time of the last count, µs; what grows fast is counted twice a second. */
	countedAt: number;
	/** Events of the exchange at the last count; -1: its conversation alone was asked for. */
	lookedAt: number;
	/** As shown; null: it cannot be told. */
	shown: number | null;
}

/** What undoes compression; without it compressed events are not counted. */
export interface Inflation {
	readonly messages: MakeInflater;
	readonly body: typeof inflateBody;
}

/** Fetched for lanes that compress. */
export async function loadInflation(): Promise<Inflation> {
	const [messages, bodies] = await Promise.all([
		import('#lib/protocol/deflate/inflate-message.ts'),
		import('#lib/diagrams/record-anatomy/body/inflate-body.ts')
	]);
	return { messages: messages.inflate, body: bodies.inflateBody };
}

const COUNT_PERIOD = 500_000;

export class ExchangeReader {
	readonly #transport: Transport;
	readonly #inflation: Inflation | null;
	readonly #readings = new WeakMap<LaneExchange, Reading>();

	constructor(transport: Transport, inflation: Inflation | null = null) {
		this.#transport = transport;
		this.#inflation = inflation;
	}

	/** As far as its bytes were kept. */
	conversation(exchange: LaneExchange): Conversation {
		return this.#read(exchange).conversation;
	}

	/** Events that the exchange delivered so far; null where it cannot be told. */
	eventCount(exchange: LaneExchange): number | null {
		if (exchange.isCut) return null;
		const known = this.#readings.get(exchange);
		const last = exchange.events.at(-1)?.t ?? 0;
		const isDue = exchange.end !== null || last - (known?.countedAt ?? -Infinity) >= COUNT_PERIOD;
		if (known && (!isDue || known.lookedAt === exchange.events.length)) return known.shown;
		const reading = this.#read(exchange);
		reading.countedAt = last;
		reading.lookedAt = exchange.events.length;
		reading.shown = this.#count(reading);
		return reading.shown;
	}

	#read(exchange: LaneExchange): Reading {
		let reading = this.#readings.get(exchange);
		if (!reading) {
			const inflate = this.#inflation?.messages;
			const conversation = new Conversation(exchange.number, inflate ? { inflate } : {});
			const counts = { counted: 0, events: 0, countedAt: -Infinity, lookedAt: -1, shown: 0 };
			reading = { conversation, taken: 0, ...counts };
			this.#readings.set(exchange, reading);
		}
		for (; reading.taken < exchange.events.length; reading.taken++) {
			const event = exchange.events[reading.taken];
			if (event) reading.conversation.append(event, reading.taken);
		}
		return reading;
	}

	/** Whole records are counted once; a body that grows is read again. */
	#count(reading: Reading): number | null {
		const { records } = reading.conversation;
		let open = 0;
		for (let at = reading.counted; at < records.length; at++) {
			const record = records[at];
			if (!record) break;
			const count = this.#countIn(reading.conversation, record);
			if (count === null) return null;
			if (!record.isComplete || open > 0 || at !== reading.counted) open += count;
			else {
				reading.events += count;
				reading.counted += 1;
			}
		}
		return reading.events + open;
	}

	#countIn(conversation: Conversation, record: ConversationRecord): number | null {
		if (record.direction !== 'server') return 0;
		if (record.kind === 'frame') {
			const { message } = record;
			if (!message || message.kind === 'binary') return 0;
			return message.isKept ? this.#countInMessage(message.data()) : null;
		}
		if (record.kind !== 'body') return 0;
		const heads = messageOf(conversation, record.index);
		const { bytes } = record;
		const packed = isChunked(heads) ? chunkContent(bytes, layoutChunks(bytes)) : bytes;
		const coding = contentCoding(heads);
		if (coding === null) return countInContent(contentKind(heads), packed);
		const inflated = this.#inflation?.body(packed, coding);
		return inflated?.outcome === 'ok' ? countInContent(contentKind(heads), inflated.content) : null;
	}

	#countInMessage(data: Uint8Array): number {
		if (this.#transport === 'socket-io') return isEvent(decodeEnginePacket(data)) ? 1 : 0;
		return decodeServerMessage(new TextDecoder().decode(data))?.kind === 'event' ? 1 : 0;
	}
}

type EnginePacket = ReturnType<typeof decodeEnginePacket>;

function isEvent({ socket }: EnginePacket): boolean {
	return socket?.type === 'EVENT' && socket.eventName === SOCKET_IO_EVENTS.event;
}

function countInContent(kind: ReturnType<typeof contentKind>, content: Uint8Array): number {
	if (kind === 'event-stream') {
		const { events } = new EventStreamParser().push(content);
		return events.filter(({ type }) => type === 'message').length;
	}
	if (kind === 'engine-io') return decodeEnginePayload(content).packets.filter(isEvent).length;
	if (kind !== 'json') return 0;
	return decodePollBody(new TextDecoder().decode(content))?.events.length ?? 0;
}
