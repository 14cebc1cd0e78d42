/**
 * Who brought a snapshot: the exchange of a lane, and the chunk of bytes, in which its text stands.
 * Looked for in the captured bytes themselves, the newest first.
 */
import type { RecordingEvent } from '#lib/capture/recording-event.ts';
import type { LaneExchange } from '../measure/lane-exchange.ts';

type Chunk = Extract<RecordingEvent, { kind: 'data' }>;

export interface Bearer {
	readonly exchange: LaneExchange;
	readonly chunk: Chunk;
	/** Where the text begins in the chunk, in bytes, and how long it is. */
	readonly offset: number;
	readonly length: number;
}

/** What comes late is not far back. */
const MOST_EXCHANGES = 64;
const MOST_CHUNKS = 512;

/** @param text ASCII that every transport writes as it is; null where it is not among the kept bytes */
export function findBearer(exchanges: readonly LaneExchange[], text: string): Bearer | null {
	const wanted = new TextEncoder().encode(text);
	const first = Math.max(0, exchanges.length - MOST_EXCHANGES);
	for (let at = exchanges.length - 1; at >= first; at--) {
		const exchange = exchanges[at];
		const found = exchange && findIn(exchange, wanted);
		if (found) return found;
	}
	return null;
}

function findIn(exchange: LaneExchange, wanted: Uint8Array): Bearer | null {
	const { events } = exchange;
	const first = Math.max(0, events.length - MOST_CHUNKS);
	for (let at = events.length - 1; at >= first; at--) {
		const event = events[at];
		if (event?.kind !== 'data' || event.direction !== 'server') continue;
		const offset = indexOfBytes(event.bytes, wanted);
		if (offset >= 0) return { exchange, chunk: event, offset, length: wanted.length };
	}
	return null;
}

function indexOfBytes(bytes: Uint8Array, wanted: Uint8Array): number {
	const [first] = wanted;
	if (first === undefined) return -1;
	for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
		if (at + wanted.length > bytes.length) return -1;
		if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
	}
	return -1;
}
