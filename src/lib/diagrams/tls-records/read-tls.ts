/**
 * What an eavesdropper reads in the recorded bytes of a TLS connection: its records with their
 * times, and what is in the clear. From the bytes alone.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8446#appendix-E
 */
import type { RecordingEvent } from '#lib/capture/recording-event.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import type { ClientHello, ServerHello } from '#lib/protocol/tls/tls-hello.ts';
import { TlsRecordStream, type TlsFault, type TlsRecord } from '#lib/protocol/tls/tls-record.ts';

export interface TimedTlsRecord extends TlsRecord {
	readonly direction: Direction;
	/** When its first byte crossed, µs. */
	readonly t: number;
	/** When its last byte so far did. */
	readonly tEnd: number;
}

/** An event of TCP itself. */
export interface TcpMark {
	readonly kind: 'accepted' | 'fin' | 'rst';
	readonly direction: Direction | null;
	readonly t: number;
}

export interface TlsReading {
	/** Of both directions, in order of time; one that is arriving comes last of its direction. */
	readonly records: readonly TimedTlsRecord[];
	readonly marks: readonly TcpMark[];
	/** The first one; null: it was not seen. */
	readonly clientHello: ClientHello | null;
	/** The one that chose: a HelloRetryRequest is none. */
	readonly serverHello: ServerHello | null;
	readonly faults: { readonly [side in Direction]: TlsFault | null };
	/** Bytes of TCP. */
	readonly bytes: { readonly [side in Direction]: number };
}

export function readTls(events: readonly RecordingEvent[]): TlsReading {
	const sides = { client: new TimedStream('client'), server: new TimedStream('server') };
	const marks: TcpMark[] = [];
	for (const event of events) {
		const { kind, t } = event;
		if (kind === 'data') sides[event.direction].push(event.bytes, t);
		else if (kind === 'accepted') marks.push({ kind, direction: null, t });
		else if (kind === 'fin' || kind === 'rst') marks.push({ kind, direction: event.direction, t });
	}
	const { client, server } = sides;
	const records = [...client.all(), ...server.all()].sort((a, b) => a.t - b.t);
	const messages = records.flatMap(({ handshakes }) => handshakes);
	const hellos = messages.flatMap(({ serverHello }) => serverHello ?? []);
	return {
		records,
		marks,
		clientHello: messages.find(({ clientHello }) => clientHello !== null)?.clientHello ?? null,
		serverHello: hellos.find(({ isRetry }) => !isRetry) ?? null,
		faults: { client: client.fault, server: server.fault },
		bytes: { client: client.bytes, server: server.bytes }
	};
}

/** One direction, with the time at which each record began. */
class TimedStream {
	readonly #direction: Direction;
	readonly #stream = new TlsRecordStream();
	readonly #records: TimedTlsRecord[] = [];
	/** Where each chunk ends, and when it came. */
	readonly #chunks: { readonly end: number; readonly t: number }[] = [];
	#chunk = 0;
	bytes = 0;

	constructor(direction: Direction) {
		this.#direction = direction;
	}

	get fault(): TlsFault | null {
		return this.#stream.fault;
	}

	push(bytes: Uint8Array, t: number): void {
		this.bytes += bytes.length;
		this.#chunks.push({ end: this.bytes, t });
		for (const record of this.#stream.push(bytes)) this.#records.push(this.#timed(record, t));
	}

	all(): readonly TimedTlsRecord[] {
		const { pending } = this.#stream;
		const last = this.#chunks.at(-1);
		return pending && last ? [...this.#records, this.#timed(pending, last.t)] : this.#records;
	}

	/** Records come in order, so the search for their chunks goes on from the last one. */
	#timed(record: TlsRecord, tEnd: number): TimedTlsRecord {
		while ((this.#chunks[this.#chunk]?.end ?? Infinity) <= record.offset) this.#chunk += 1;
		return { ...record, direction: this.#direction, t: this.#chunks[this.#chunk]?.t ?? tEnd, tEnd };
	}
}
