/**
 * The records of TLS and the bytes inside them, row by row in order of time.
 *
 * Which record carries which bytes is read from direction, time and length alone: no key is known
 * here. What fits nothing stands alone.
 */
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { RecordingEvent } from '#lib/capture/recording-event.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import type { TcpMark, TimedTlsRecord, TlsReading } from './read-tls.ts';
import { tlsOverhead } from './tls-overhead.ts';

/** One read or write of the endpoint that holds the keys. */
export interface PlainChunk {
	readonly index: number;
	readonly direction: Direction;
	readonly t: number;
	readonly length: number;
	/** What the bytes are, wholly or in part. */
	readonly records: readonly ConversationRecord[];
}

export interface TlsRow {
	/** Stays the same while the recordings grow. */
	readonly key: string;
	/** µs. */
	readonly t: number;
	readonly direction: Direction | null;
	readonly outside: readonly TimedTlsRecord[];
	readonly mark: TcpMark | null;
	readonly inside: PlainChunk | null;
	/** Bytes that the records are longer than what is inside; null where that is not known. */
	readonly overhead: number | null;
	/** Protected, and before the first byte of the application: the handshake goes on in secret. */
	readonly isHandshake: boolean;
	/** Protected, after that, and as long as an alert is: close_notify, most likely (§6.1). */
	readonly isAlertSized: boolean;
}

/** Bytes of an alert inside its record. */
const ALERT = 2;
/** Rows that are drawn: of a longer connection, the first. */
export const MAX_TLS_ROWS = 200;

export function layoutTls(reading: TlsReading, chunks: readonly PlainChunk[]): TlsRow[] {
	const pairs = pairChunks(reading, chunks);
	const taken = new Set([...pairs.values()].flat());
	const rows = [
		...chunks.map((chunk) => chunkRow(chunk, pairs.get(chunk) ?? [])),
		...reading.records.filter((record) => !taken.has(record)).map(recordRow),
		...reading.marks.map(markRow)
	].sort((a, b) => a.t - b.t);
	const first = rows.findIndex(({ inside }) => inside !== null);
	const alertLength = ALERT + (overheadOf(reading) ?? NaN);
	return rows.map((row, at) => {
		const isHandshake = isSecret(row) && (at < first || first < 0);
		const isAlertSized = isSecret(row) && row.outside[0]?.length === alertLength;
		return { ...row, isHandshake, isAlertSized };
	});
}

/** The data events of the connection inside, and the records that they brought. */
export function plainChunks(
	events: readonly RecordingEvent[],
	records: readonly ConversationRecord[]
): PlainChunk[] {
	const sent = { client: 0, server: 0 };
	const chunks: PlainChunk[] = [];
	for (const event of events) {
		if (event.kind !== 'data') continue;
		const { direction, t, bytes } = event;
		const start = sent[direction];
		const end = (sent[direction] += bytes.length);
		const own = records.filter((record) => record.direction === direction);
		chunks.push({
			index: chunks.length,
			direction,
			t,
			length: bytes.length,
			records: own.filter(({ offset, bytesLength }) => offset < end && offset + bytesLength > start)
		});
	}
	return chunks;
}

/** Bytes on the wire of a row's records, or of what is inside where no record is known. */
export function rowBytes({ outside, inside }: TlsRow): number {
	const longest = Math.max(0, ...outside.map(({ bytesLength }) => bytesLength));
	return Math.max(longest, inside?.length ?? 0);
}

type BareRow = Omit<TlsRow, 'isHandshake' | 'isAlertSized'>;

function chunkRow(chunk: PlainChunk, outside: readonly TimedTlsRecord[]): BareRow {
	const { direction, t, index, length } = chunk;
	const sum = outside.reduce((total, record) => total + record.length, 0);
	return {
		key: `plain-${index}`,
		t: Math.min(t, outside[0]?.t ?? t),
		direction,
		outside,
		mark: null,
		inside: chunk,
		overhead: outside.length > 0 ? sum - length : null
	};
}

function recordRow(record: TimedTlsRecord): BareRow {
	const { direction, index, t } = record;
	const key = `${direction}-${index}`;
	return { key, t, direction, outside: [record], mark: null, inside: null, overhead: null };
}

function markRow(mark: TcpMark, at: number): BareRow {
	const { direction, t } = mark;
	const key = `mark-${at}`;
	return { key, t, direction, outside: [], mark, inside: null, overhead: null };
}

function isSecret({ inside, outside }: BareRow): boolean {
	return inside === null && outside.some(({ isProtected }) => isProtected);
}

type Pairs = ReadonlyMap<PlainChunk, readonly TimedTlsRecord[]>;

function overheadOf({ serverHello }: TlsReading): number | null {
	return serverHello && tlsOverhead(serverHello.version, serverHello.cipher);
}

function pairChunks(reading: TlsReading, chunks: readonly PlainChunk[]): Pairs {
	const pairs = new Map<PlainChunk, readonly TimedTlsRecord[]>();
	const overhead = overheadOf(reading);
	if (overhead === null) return pairs;
	for (const direction of ['client', 'server'] as const) {
		const secret = reading.records.filter(
			(record) =>
				record.direction === direction && record.type === 'application_data' && record.isComplete
		);
		let from = 0;
		for (const chunk of chunks.filter((each) => each.direction === direction)) {
			const found = findRun(secret, from, chunk, overhead);
			if (!found) continue;
			from = found.next;
			pairs.set(chunk, found.run);
		}
	}
	return pairs;
}

/** The first records in a row that hold as many bytes as the chunk, at a time that makes sense. */
function findRun(
	records: readonly TimedTlsRecord[],
	from: number,
	chunk: PlainChunk,
	overhead: number
): { readonly run: readonly TimedTlsRecord[]; readonly next: number } | null {
	for (let start = from; start < records.length; start += 1) {
		let inside = 0;
		for (let end = start; end < records.length && inside < chunk.length; end += 1) {
			inside += (records[end]?.length ?? 0) - overhead;
			if (inside !== chunk.length) continue;
			const run = records.slice(start, end + 1);
			if (isInTime(run, chunk)) return { run, next: end + 1 };
		}
	}
	return null;
}

/** The server reads after the record has come, and writes before it leaves. */
function isInTime(run: readonly TimedTlsRecord[], { direction, t }: PlainChunk): boolean {
	const [first, last] = [run[0], run.at(-1)];
	if (!first || !last) return false;
	return direction === 'client' ? first.t <= t : last.tEnd >= t;
}
