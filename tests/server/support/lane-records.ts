/** What a page was told of its lanes, exchange by exchange. */
import { Buffer } from 'node:buffer';
import type { ChannelEvent } from '#lib/channel/batch.ts';
import type { LaneTold } from '#lib/transports/lane-told.ts';
import type { Direction } from '#lib/protocol/direction.ts';

export interface Bytes {
	readonly client: number;
	readonly server: number;
}

export interface LaneRecord {
	readonly connection: number;
	readonly lane: number;
	readonly socket: number;
	readonly events: readonly ChannelEvent[];
	/** Of both directions, kept and counted. */
	readonly total: Bytes;
	/** Those that were kept, as latin1 text. */
	readonly client: string;
	readonly server: string;
	readonly isDone: boolean;
}

/** In the order in which they began. */
export function laneRecords(events: readonly ChannelEvent[]): LaneRecord[] {
	return events.flatMap((event) => {
		if (event.kind !== 'lane' || event.told.name !== 'exchange') return [];
		const { connection, told } = event;
		return [recordOf(connection, told.lane, told.socket, events)];
	});
}

function recordOf(
	connection: number,
	lane: number,
	socket: number,
	all: readonly ChannelEvent[]
): LaneRecord {
	const events = all.filter((event) => event.connection === connection);
	const text = (direction: Direction): string =>
		Buffer.concat(events.map((event) => keptOf(event, direction))).toString('latin1');
	const total = (direction: Direction): number =>
		events.reduce((sum, event) => sum + countOf(event, direction), 0);
	return {
		connection,
		lane,
		socket,
		events,
		total: { client: total('client'), server: total('server') },
		client: text('client'),
		server: text('server'),
		isDone: events.some((event) => event.kind === 'lane' && event.told.name === 'done')
	};
}

function keptOf(event: ChannelEvent, direction: Direction): Uint8Array {
	const isKept = event.kind === 'data' && event.direction === direction;
	return isKept ? event.bytes : new Uint8Array(0);
}

function countOf(event: ChannelEvent, direction: Direction): number {
	if (event.kind === 'data') return event.direction === direction ? event.bytes.length : 0;
	if (event.kind !== 'lane' || event.told.name !== 'counted') return 0;
	return event.told.direction === direction ? event.told.bytes : 0;
}

export function sumOf(records: readonly LaneRecord[]): Bytes {
	return {
		client: records.reduce((sum, { total }) => sum + total.client, 0),
		server: records.reduce((sum, { total }) => sum + total.server, 0)
	};
}

/** What was told under this name, in order. */
export function laneTold<N extends LaneTold['name']>(
	events: readonly ChannelEvent[],
	name: N
): Extract<LaneTold, { name: N }>[] {
	return events.flatMap((event) =>
		event.kind === 'lane' && event.told.name === name
			? [event.told as Extract<LaneTold, { name: N }>]
			: []
	);
}
