/**
 * Binary batches of recorded events, the lab channel's messages from the server.
 *
 *     batch  = version (1 byte, value 1), seq, since, until, entry*        (numbers are varints)
 *     entry  = kind and flag (1 byte), connection, µs from the entry before (or `since`), body
 *     body   = length and raw bytes of a chunk; length and JSON of what was told; else empty
 *
 * The µs are zigzag-coded, for they may be negative: an event that was held back (a request until
 * its ticket was known) keeps its own time. A varint has 7 bits a byte, lowest first, up to 2^53 − 1.
 */
import * as v from 'valibot';
import type { RunEvent, ServerApiEvent, WireEvent } from '#lib/capture/recording-event.ts';
import type { LaneTold } from '#lib/transports/lane-told.ts';
import { parseJson } from './messages.ts';
import { laneToldSchema, runToldSchema, toldSchema } from './told.ts';
import { ByteReader, ByteWriter } from './varint.ts';

/** What the server tells of a stream, a lane or a lane's exchange; it is no part of a recording. */
export interface LaneEvent {
	readonly kind: 'lane';
	/** µs since the session's recording began. */
	readonly t: number;
	/** Of the exchange; 0 where it is not about one. */
	readonly connection: number;
	readonly told: LaneTold;
}

/** What the server records. Page events are made in the page and never travel. */
export type ChannelEvent = WireEvent | ServerApiEvent | RunEvent | LaneEvent;

export interface Batch {
	/** Sequence number among the server's messages, counted from 1. */
	readonly seq: number;
	/** µs: no event of a later message is earlier than this, but for those held back. */
	readonly until: number;
	/** Bytes of the encoded batch. */
	readonly size: number;
	/** Chunks are views into the batch's own bytes. */
	readonly events: readonly ChannelEvent[];
}

const VERSION = 1;
const KINDS = ['accepted', 'data', 'fin', 'rst', 'stopped', 'server', 'run', 'lane'] as const;
/** Direction server, or bound session. */
const FLAG = 0x10;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Encodes events that happened, or became known, between `since` and `until` (µs). */
export function encodeBatch(
	seq: number,
	since: number,
	until: number,
	events: readonly ChannelEvent[]
): Uint8Array {
	const writer = new ByteWriter(roomFor(events));
	writer.byte(VERSION);
	writer.varint(seq);
	writer.varint(since);
	writer.varint(until);
	let last = since;
	for (const event of events) {
		const t = Math.min(event.t, until);
		writer.byte(KINDS.indexOf(event.kind) | (isFlagged(event) ? FLAG : 0));
		writer.varint(event.connection);
		writer.signed(t - last);
		if (event.kind === 'data') writer.block(event.bytes);
		else if ('told' in event) writer.block(encoder.encode(JSON.stringify(event.told)));
		last = t;
	}
	return writer.finish();
}

/** Room for the events, so that no chunk is copied twice. */
function roomFor(events: readonly ChannelEvent[]): number {
	let room = 32;
	for (const event of events) {
		if (event.kind === 'data') room += event.bytes.length + 10;
		else room += 'told' in event ? 64 : 8;
	}
	return room;
}

function isFlagged(event: ChannelEvent): boolean {
	if (event.kind === 'stopped') return event.bound === 'session';
	return 'direction' in event && event.direction === 'server';
}

/** Decodes a batch; null where the bytes are not one. */
export function decodeBatch(bytes: Uint8Array): Batch | null {
	const reader = new ByteReader(bytes);
	if (reader.byte() !== VERSION) return null;
	const seq = reader.varint();
	let t = reader.varint();
	const until = reader.varint();
	const events: ChannelEvent[] = [];
	while (!reader.isDone) {
		const head = reader.byte();
		const connection = reader.varint();
		t += reader.signed();
		const event = readEvent(reader, head, t, connection);
		if (event === null || t < 0 || t > until) return null;
		events.push(event);
	}
	return reader.isOverrun || seq < 1 ? null : { seq, until, size: bytes.length, events };
}

function readEvent(
	reader: ByteReader,
	head: number,
	t: number,
	connection: number
): ChannelEvent | null {
	const isSet = (head & FLAG) !== 0;
	const direction = isSet ? 'server' : 'client';
	const kind = KINDS[head & ~FLAG];
	switch (kind) {
		case 'accepted':
			return { kind, t, connection };
		case 'data':
			return { kind, t, connection, direction, bytes: reader.block() };
		case 'fin':
		case 'rst':
			return { kind, t, connection, direction };
		case 'stopped':
			return { kind, t, connection, bound: isSet ? 'session' : 'connection' };
		case 'server': {
			const told = v.safeParse(toldSchema, parseJson(readText(reader)));
			return told.success ? { kind, t, connection, told: told.output } : null;
		}
		case 'run': {
			const told = v.safeParse(runToldSchema, parseJson(readText(reader)));
			return told.success ? { kind, t, connection, direction, told: told.output } : null;
		}
		case 'lane': {
			const told = v.safeParse(laneToldSchema, parseJson(readText(reader)));
			return told.success ? { kind, t, connection, told: told.output } : null;
		}
		default:
			return null;
	}
}

function readText(reader: ByteReader): string {
	try {
		return decoder.decode(reader.block());
	} catch {
		return '';
	}
}
