/**
 * The conversation of one connection: what its bytes mean, folded event by event, from bytes alone.
 *
 * Both directions are HTTP until a 101 is seen; from there on both are frames. What the client
 * sends between its upgrade request and the answer is held, for it may be either.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-1.3
 */
import { opposite, type Direction } from '#lib/protocol/direction.ts';
import type { MakeInflater } from '#lib/protocol/deflate/inflater.ts';
import { CLOSE } from '#lib/protocol/frames/opcode.ts';
import { ByteTotals } from './byte-totals.ts';
import { CloseTrack } from './close-track.ts';
import type { ConversationRecord, FrameRecord } from './conversation-record.ts';
import { ConversationView } from './conversation-view.ts';
import { EventColumn } from './event-column.ts';
import { HttpExchanges, type Exchange, type Upgrade } from './http-exchanges.ts';
import type { PageApiEvent, RecordingEvent, RunEvent, ServerApiEvent } from './recording-event.ts';
import { RecordLog } from './record-log.ts';
import { RecordWriter, type ChunkPlace } from './record-writer.ts';
import { StateTrack } from './state-track.ts';
import { FrameReader, StrayReader, type StreamReader } from './stream-reader.ts';

export type { ConversationRecord } from './conversation-record.ts';
export type { ConversationView } from './conversation-view.ts';
export type { Exchange } from './http-exchanges.ts';

/** What one side's code did or was told, and the index of the event that says so. */
export interface ToldEvent {
	readonly event: PageApiEvent | ServerApiEvent;
	readonly eventIndex: number;
}

/** What became of a run of hand-written bytes, and the index of the event that says so. */
export interface PlacedRun {
	readonly event: RunEvent;
	readonly eventIndex: number;
}

interface Stream {
	readonly writer: RecordWriter;
	readonly totals: ByteTotals;
	/** Data messages that are complete. */
	messages: number;
	reader: StreamReader;
	hasEnded: boolean;
	/** Record of the first frame for which its receiver must fail the connection; -1: none. */
	fault: number;
	/** The last such record; -1: none. */
	lastFault: number;
	hasClose: boolean;
}

export interface ConversationOptions {
	/** Reads compressed messages; without it their data is not kept. */
	readonly inflate?: MakeInflater;
}

export class Conversation {
	readonly connection: number;
	readonly #inflate: MakeInflater | undefined;
	readonly #log = new RecordLog();
	readonly #states = new StateTrack();
	readonly #closes = new CloseTrack();
	readonly #told: ToldEvent[] = [];
	readonly #runs: PlacedRun[] = [];
	readonly #readyStates = new EventColumn();
	readonly #http: HttpExchanges;
	readonly #client: Stream;
	readonly #server: Stream;

	/** @throws RangeError when `connection` is not an integer from 0 */
	constructor(connection: number, { inflate }: ConversationOptions = {}) {
		if (!Number.isSafeInteger(connection) || connection < 0) {
			throw new RangeError(`connection must be an integer from 0, not ${connection}`);
		}
		this.connection = connection;
		this.#inflate = inflate;
		const writers = {
			client: new RecordWriter('client', this.#log),
			server: new RecordWriter('server', this.#log)
		};
		this.#http = new HttpExchanges(writers, this.#states, {
			use: (direction, reader) => (this.#stream(direction).reader = reader),
			replay: (bytes, place) => this.#read('client', bytes, place),
			upgrade: (upgrade) => this.#upgrade(upgrade)
		});
		this.#client = makeStream(writers.client, this.#http.firstReader('client'));
		this.#server = makeStream(writers.server, this.#http.firstReader('server'));
	}

	/** In the order in which they begin; grows, and a record that is not complete is replaced. */
	get records(): readonly ConversationRecord[] {
		return this.#log.records;
	}

	/** Everything that page and server did and were told, in order. */
	get told(): readonly ToldEvent[] {
		return this.#told;
	}

	/** Begin and end of every run of hand-written bytes, in order; empty where nobody wrote by hand. */
	get runs(): readonly PlacedRun[] {
		return this.#runs;
	}

	/** Whether a 101 has been seen. */
	get isUpgraded(): boolean {
		return this.#http.isUpgraded;
	}

	/** Every HTTP request of the connection with its final response, in order, tunnels included. */
	get exchanges(): readonly Exchange[] {
		return this.#http.exchanges;
	}

	/** Index of the response that refused the last upgrade request; -1: none. */
	get refusal(): number {
		return this.#http.refusal;
	}

	/** Whether TCP, a Close frame of the server, a refusal or a broken rule gives the page an end. */
	get hasEndedOrFailed(): boolean {
		const { hasClose, fault } = this.#server;
		const hasEnded = this.hasEnded('client') || this.hasEnded('server');
		return hasEnded || hasClose || fault >= 0 || this.refusal >= 0;
	}

	/** Whether a direction has ended, by FIN or RST. */
	hasEnded(direction: Direction): boolean {
		return this.#stream(direction).hasEnded;
	}

	/** Whether a close frame of a direction has come whole. */
	hasClose(direction: Direction): boolean {
		return this.#stream(direction).hasClose;
	}

	/** Data messages of a direction that are complete. */
	messageCount(direction: Direction): number {
		return this.#stream(direction).messages;
	}

	/** Index of a direction's first frame for which its receiver must fail the connection; or -1. */
	faultOf(direction: Direction): number {
		return this.#stream(direction).fault;
	}

	/** The first cursor after this one at which a record has just been completed; null: none. */
	completionAfter(cursor: number): number | null {
		return this.#log.completionAfter(cursor);
	}

	/** The last cursor before this one at which a record had just been completed; null: none. */
	completionBefore(cursor: number): number | null {
		return this.#log.completionBefore(cursor);
	}

	/** Bytes that a direction sent before its first frame; null where it has sent none. */
	frameOffset(direction: Direction): number | null {
		return this.#http.frameOffset(direction);
	}

	/**
	 * Applies the next event of this connection.
	 * @param eventIndex its index in the recording, above that of the event before
	 * @throws RangeError when the event is of another connection
	 */
	append(event: RecordingEvent, eventIndex: number): void {
		if (event.connection !== this.connection) {
			throw new RangeError(`event.connection is ${event.connection}, not ${this.connection}`);
		}
		const place = { t: event.t, eventIndex };
		if (event.kind === 'page' || event.kind === 'server') this.#tell({ event, eventIndex });
		else if (event.kind === 'run') this.#runs.push({ event, eventIndex });
		else if (event.kind === 'data') this.#chunk(event.direction, event.bytes, place);
		else if (event.kind === 'accepted') this.#accept(place);
		else if (event.kind === 'fin') this.#finish(event.direction, place);
		else if (event.kind === 'rst') this.#reset(event.direction, place);
		else this.#stop(event.bound, place);
	}

	/** The conversation as it stood after `cursor` events of the recording: O(log n). */
	at(cursor: number): ConversationView {
		return new ConversationView(cursor, {
			log: this.#log,
			states: this.#states,
			closes: this.#closes,
			requests: this.#http.requests,
			responses: this.#http.responses,
			readyStates: this.#readyStates,
			told: this.#told,
			totals: { client: this.#client.totals, server: this.#server.totals }
		});
	}

	#stream(direction: Direction): Stream {
		return direction === 'client' ? this.#client : this.#server;
	}

	#tell(told: ToldEvent): void {
		this.#told.push(told);
		const { event, eventIndex } = told;
		if (event.kind === 'page') this.#readyStates.add(event.readyState, eventIndex);
	}

	#chunk(direction: Direction, bytes: Uint8Array, place: ChunkPlace): void {
		this.#stream(direction).totals.add(bytes.length, place.t, place.eventIndex);
		this.#read(direction, bytes, place);
	}

	/** Readers hand over to the next one by replacing themselves. */
	#read(direction: Direction, bytes: Uint8Array, place: ChunkPlace): void {
		const stream = this.#stream(direction);
		for (let rest = bytes; rest.length > 0;) rest = stream.reader.read(rest, place);
	}

	#upgrade({ deflate, place }: Upgrade): void {
		const compression = { deflate, inflate: this.#inflate };
		for (const stream of [this.#client, this.#server]) {
			const acceptFrame = (record: FrameRecord, at: ChunkPlace) =>
				this.#acceptFrame(stream, record, at);
			const acceptPending = (record: FrameRecord, at: ChunkPlace) =>
				this.#acceptPending(stream, record, at);
			stream.reader.end?.(place);
			stream.reader = new FrameReader(stream.writer, compression, { acceptFrame, acceptPending });
		}
	}

	#acceptFrame(stream: Stream, record: FrameRecord, place: ChunkPlace): void {
		const { frame, message, index, direction } = record;
		if (message) stream.messages += 1;
		if (frame.opcode === CLOSE) {
			stream.hasClose = true;
			this.#closes.noteFrame(frame);
		}
		const isFatal = hasFatalViolation(record);
		// Data changes no state, unless its sender was due to fail the connection and goes on.
		const isDue = isFatal || frame.isControl || this.faultOf(opposite(direction)) >= 0;
		if (isDue && stream.lastFault !== index) this.#advanceFrame(stream, record, isFatal, place);
	}

	/** A rule broken in the header fails the connection before the payload has come, if ever. */
	#acceptPending(stream: Stream, record: FrameRecord, place: ChunkPlace): void {
		if (stream.lastFault === record.index || !hasFatalViolation(record)) return;
		this.#advanceFrame(stream, record, true, place);
	}

	#advanceFrame(
		stream: Stream,
		{ frame, index, direction }: FrameRecord,
		failsConnection: boolean,
		{ t, eventIndex }: ChunkPlace
	): void {
		if (failsConnection) {
			stream.lastFault = index;
			if (stream.fault < 0) stream.fault = index;
		}
		const { opcode } = frame;
		const closeCode = frame.isComplete ? (frame.close?.code ?? null) : null;
		const steps = this.#states.advance(
			{ kind: 'frame', direction, opcode, closeCode, failsConnection },
			{ t, eventIndex, record: index }
		);
		this.#closes.noteSteps(steps, eventIndex);
	}

	#accept(place: ChunkPlace): void {
		const record = this.#addMark('accepted', null, place);
		this.#states.advance({ kind: 'accepted' }, { ...place, record });
	}

	#finish(direction: Direction, place: ChunkPlace): void {
		this.#end(direction, place);
		const record = this.#addMark('fin', direction, place);
		this.#states.advance({ kind: 'fin', direction }, { ...place, record });
	}

	#reset(direction: Direction, place: ChunkPlace): void {
		this.#end('client', place);
		this.#end('server', place);
		const record = this.#addMark('rst', direction, place);
		this.#states.advance({ kind: 'reset', direction }, { ...place, record });
	}

	/** Nothing of what follows is recorded: bytes after a gap would be misread. */
	#stop(bound: 'connection' | 'session', place: ChunkPlace): void {
		this.#http.releaseAsStray(place);
		for (const stream of [this.#client, this.#server]) {
			stream.reader.end?.(place);
			stream.reader = new StrayReader(stream.writer);
		}
		this.#log.add({ ...mark(this.#log.length, null, place), kind: 'stopped', bound });
	}

	/** What the client sent before its FIN stays held: the answer may still make it frames. */
	#end(direction: Direction, place: ChunkPlace): void {
		const stream = this.#stream(direction);
		if (direction === 'server') this.#http.releaseAsStray(place);
		stream.hasEnded = true;
		stream.reader.end?.(place);
		if (!this.#http.isHolding(stream.reader)) stream.reader = new StrayReader(stream.writer);
	}

	#addMark(
		kind: 'accepted' | 'fin' | 'rst',
		direction: Direction | null,
		place: ChunkPlace
	): number {
		const index = this.#log.length;
		const common = mark(index, direction, place);
		if (kind === 'accepted') this.#log.add({ ...common, kind });
		else if (direction) this.#log.add({ ...common, kind, direction });
		return index;
	}
}

function makeStream(writer: RecordWriter, reader: StreamReader): Stream {
	const common = { hasEnded: false, fault: -1, lastFault: -1, hasClose: false };
	return { writer, reader, totals: new ByteTotals(), messages: 0, ...common };
}

/** A record without bytes. */
function mark(index: number, direction: Direction | null, { t, eventIndex }: ChunkPlace) {
	const when = { t, tEnd: t, firstEvent: eventIndex, lastEvent: eventIndex };
	return { index, direction, ...when, bytesLength: 0, offset: 0, isComplete: true };
}

/** §7.4.1: a rule whose breach has a close code due fails the connection. */
function hasFatalViolation({ frame }: FrameRecord): boolean {
	return frame.violations.some(({ closeCode }) => closeCode !== null);
}
