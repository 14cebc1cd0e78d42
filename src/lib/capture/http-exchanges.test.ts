import { describe, expect, it } from 'vitest';
import type { Direction } from '#lib/protocol/direction.ts';
import { HttpExchanges } from './http-exchanges.ts';
import { RecordLog } from './record-log.ts';
import { RecordWriter, type ChunkPlace } from './record-writer.ts';
import { StateTrack } from './state-track.ts';
import type { StreamReader } from './stream-reader.ts';

const REQUEST = 'GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n';
const REFUSAL = 'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n';

/** Pipelined upgrade requests, each in a chunk of its own, then as many refusals. */
function refuseAll(count: number) {
	const log = new RecordLog();
	const writers = {
		client: new RecordWriter('client', log),
		server: new RecordWriter('server', log)
	};
	const readers: Partial<Record<Direction, StreamReader>> = {};
	let replays = 0;
	const read = (direction: Direction, bytes: Uint8Array, place: ChunkPlace) => {
		for (let rest = bytes; rest.length > 0;) {
			const reader = (readers[direction] ??= http.firstReader(direction));
			rest = reader.read(rest, place);
		}
	};
	const http = new HttpExchanges(writers, new StateTrack(), {
		use: (direction, reader) => (readers[direction] = reader),
		replay: (bytes, place) => {
			replays += 1;
			read('client', bytes, place);
		},
		upgrade: () => undefined
	});
	for (const [direction, text] of [['client', REQUEST] as const, ['server', REFUSAL] as const]) {
		const bytes = new TextEncoder().encode(text);
		for (let i = 0; i < count; i += 1) read(direction, bytes, { t: 0, eventIndex: i });
	}
	return { replays, kinds: log.records.map(({ kind }) => kind) };
}

describe('pipelined upgrade requests', () => {
	it('are all read, each after the refusal of the one before', () => {
		const { kinds } = refuseAll(3);
		expect(kinds.filter((kind) => kind === 'request')).toHaveLength(3);
		expect(kinds.filter((kind) => kind === 'response')).toHaveLength(3);
	});

	it('are each read once again, however many wait', () => {
		expect(refuseAll(100).replays).toBe(99);
	});
});
