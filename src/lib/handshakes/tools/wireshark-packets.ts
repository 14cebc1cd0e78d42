/**
 * How Wireshark's list of packets shows a recording: a row for each of our chunks, with the texts
 * that Wireshark writes in its columns Protocol and Info.
 *
 * A chunk is a read or a write, a packet is a TCP segment: TCP may cut and join chunks, so that rows
 * stand for chunks and no packet is made up. A message of HTTP or WebSocket stands where its last
 * byte is, as Wireshark has it; what is before it is a segment of it.
 *
 * @see https://www.wireshark.org/docs/wsug_html_chunked/ChUsePacketListPaneSection.html
 */
import type { ConversationRecord, FrameRecord } from '#lib/capture/conversation-record.ts';
import type { RecordingEvent } from '#lib/capture/recording-event.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import type { HttpHead } from '#lib/protocol/http/http-head.ts';
import { headerValues } from '#lib/protocol/http/http-head.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import { OPERATIONS } from './wireshark-names.ts';

/** Rows that are made: a page shows a handshake and what follows, not a log. */
export const MOST_PACKETS = 200;

export interface WiresharkPacket {
	/** Index of the event in the recording. */
	readonly event: number;
	/** µs of the recording. */
	readonly t: number;
	readonly direction: Direction;
	readonly protocol: 'HTTP' | 'WebSocket' | 'TCP';
	/** As Wireshark 4.0 writes it, white space at its end left out. */
	readonly info: string;
	/** Bytes of the chunk: what Wireshark calls `tcp.len`; 0 for an end. */
	readonly length: number;
	/** Records that become whole in it, in order: each is a layer of the packet. */
	readonly records: readonly number[];
	/** A head that is not valid HTTP: what Wireshark makes of its rest is its own affair. */
	readonly isGuess: boolean;
}

/**
 * @param records all of the conversation's, or as far as the cursor
 * @param cursor events applied
 */
export function wiresharkPackets(
	events: readonly RecordingEvent[],
	records: readonly ConversationRecord[],
	cursor: number
): readonly WiresharkPacket[] {
	const ending = recordsByEnd(records);
	const packets: WiresharkPacket[] = [];
	const end = Math.min(cursor, events.length);
	for (let index = 0; index < end && packets.length < MOST_PACKETS; index += 1) {
		const event = events[index];
		if (event?.kind === 'data') packets.push(packetOf(event, index, ending.get(index) ?? []));
		if (event?.kind === 'fin' || event?.kind === 'rst') {
			const info = event.kind === 'fin' ? '[FIN]' : '[RST]';
			const { t, direction } = event;
			const common = { event: index, t, direction, info, length: 0, isGuess: false };
			const at = ending.get(index) ?? [];
			packets.push({ ...common, protocol: 'TCP', records: at.map((record) => record.index) });
		}
	}
	return packets;
}

/** By the event that brings the last byte; a response's content belongs to it. */
function recordsByEnd(
	records: readonly ConversationRecord[]
): ReadonlyMap<number, readonly ConversationRecord[]> {
	const map = new Map<number, ConversationRecord[]>();
	for (const record of records) {
		if (!record.isComplete || record.kind === 'accepted' || record.kind === 'stopped') continue;
		const body = record.kind === 'response' ? bodyOf(record, records) : null;
		const end = body?.lastEvent ?? record.lastEvent;
		map.set(end, [...(map.get(end) ?? []), record]);
	}
	return map;
}

function bodyOf(
	response: ConversationRecord,
	records: readonly ConversationRecord[]
): ConversationRecord | null {
	const offset = response.offset + response.bytesLength;
	const isIt = (each: ConversationRecord): boolean =>
		each.kind === 'body' && each.direction === response.direction && each.offset === offset;
	return records.slice(response.index + 1).find(isIt) ?? null;
}

type Chunk = Extract<RecordingEvent, { readonly kind: 'data' }>;

function packetOf(
	{ t, direction, bytes }: Chunk,
	event: number,
	ending: readonly ConversationRecord[]
): WiresharkPacket {
	const heads = ending.filter(({ kind }) => kind === 'request' || kind === 'response');
	const frames = ending.filter((record) => record.kind === 'frame');
	const last = frames.at(-1);
	const infos = [...heads.map(headInfo), ...(last ? [frameInfo(last)] : [])];
	const isPart = infos.length === 0;
	return {
		event,
		t,
		direction,
		protocol: last ? 'WebSocket' : isPart ? 'TCP' : 'HTTP',
		info: isPart ? '[TCP segment of a reassembled PDU]' : infos.join(' '),
		length: bytes.length,
		records: ending.map(({ index }) => index),
		isGuess: heads.some(isOdd) || ending.some(({ kind }) => kind === 'stray')
	};
}

function headInfo(record: ConversationRecord): string {
	if (record.kind !== 'request' && record.kind !== 'response') return '';
	const { head } = record;
	return `${startLine(head)}${contentOf(head)}`;
}

export function startLine({ bytes, startLine: { start, end } }: HttpHead): string {
	return latin1(bytes, start, end);
}

/** Wireshark adds the type of a content that it takes apart. */
function contentOf(head: HttpHead): string {
	const [type = ''] = headerValues(head, 'content-type');
	const length = Number(headerValues(head, 'content-length')[0] ?? 0);
	const [media = ''] = type.split(';');
	return media.startsWith('text/') && length > 0 ? `  (${media.trim()})` : '';
}

/** Of several frames in a packet Wireshark names the last. */
export function frameInfo({ frame }: FrameRecord): string {
	const name = OPERATIONS[frame.opcode] ?? 'Unknown Opcode';
	return `WebSocket ${name}${frame.fin ? ' [FIN]' : '[FRAGMENT]'}${frame.masked ? ' [MASKED]' : ''}`;
}

function isOdd(record: ConversationRecord): boolean {
	if (record.kind !== 'request' && record.kind !== 'response') return false;
	return record.head.violations.some(({ code }) => code !== 'bare-lf');
}
