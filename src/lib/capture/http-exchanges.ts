/**
 * HTTP on one connection before the upgrade: requests, their responses and bodies, and the one
 * exchange that switches protocols or is refused.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-9.3
 */
import type { DeflateParameters } from '#lib/protocol/deflate/deflate-parameters.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { bodyFraming, HttpBodyStream, type BodyFraming } from '#lib/protocol/http/http-body.ts';
import type { HttpHead, RequestHead, ResponseHead } from '#lib/protocol/http/http-head.ts';
import {
	checkRequest,
	checkResponse,
	type HandshakeVerdict
} from '#lib/protocol/handshake/opening-handshake.ts';
import { EventColumn } from './event-column.ts';
import type { ChunkPlace, RecordWriter } from './record-writer.ts';
import type { StateTrack } from './state-track.ts';
import {
	BodyReader,
	HeadReader,
	StrayReader,
	type HeadListener,
	type StreamReader
} from './stream-reader.ts';

export interface Upgrade {
	/** As the response agrees on it. */
	readonly deflate: DeflateParameters | null;
	readonly place: ChunkPlace;
}

/** The streams of the connection, as the exchanges steer them. */
export interface StreamSwitch {
	use(direction: Direction, reader: StreamReader): void;
	/** Reads bytes of the client that were held. */
	replay(bytes: Uint8Array, place: ChunkPlace): void;
	upgrade(upgrade: Upgrade): void;
}

/** A request and what answered it, by their records in the conversation; -1: not there. */
export interface Exchange {
	/** -1: answered before it was whole, as a head that never ends is with 408. */
	readonly request: number;
	/** The final response; interim ones (1xx) are not counted. */
	readonly response: number;
	/** A 2xx to CONNECT: HTTP begins anew inside (RFC 9110 §9.3.6). */
	readonly isTunnel: boolean;
}

interface Request {
	readonly head: RequestHead;
	/** Null for plain HTTP. */
	readonly verdict: HandshakeVerdict | null;
	/** Index of its exchange. */
	readonly exchange: number;
}

interface Held {
	readonly bytes: Uint8Array;
	readonly t: number;
}

export class HttpExchanges {
	/** Records of the upgrade requests and of their final responses. */
	readonly requests = new EventColumn();
	readonly responses = new EventColumn();
	readonly #writers: Readonly<Record<Direction, RecordWriter>>;
	readonly #states: StateTrack;
	readonly #streams: StreamSwitch;
	readonly #exchanges: Exchange[] = [];
	readonly #requests: Request[] = [];
	/** How many of the requests have had their final response. */
	#answered = 0;
	/** What came while the client's bytes were held; before `#heldFrom` it has been read. */
	#held: Held[] = [];
	#heldFrom = 0;
	#isReleasing = false;
	#holder: StreamReader | null = null;
	#isUpgraded = false;
	#refusal = -1;
	#frameOffsets: Readonly<Record<Direction, number>> | null = null;

	constructor(
		writers: Readonly<Record<Direction, RecordWriter>>,
		states: StateTrack,
		streams: StreamSwitch
	) {
		this.#writers = writers;
		this.#states = states;
		this.#streams = streams;
	}

	get isUpgraded(): boolean {
		return this.#isUpgraded;
	}

	/** Every request and its answer, in order; an entry is replaced when the answer comes. */
	get exchanges(): readonly Exchange[] {
		return this.#exchanges;
	}

	/** Record of the response by which the last upgrade request was refused; -1: none. */
	get refusal(): number {
		return this.#refusal;
	}

	/** Bytes of a direction before its first frame; null before the upgrade. */
	frameOffset(direction: Direction): number | null {
		return this.#frameOffsets?.[direction] ?? null;
	}

	firstReader(direction: Direction): StreamReader {
		return direction === 'client' ? this.#requestReader() : this.#responseReader();
	}

	/** Whether the reader is the one that holds the client's bytes until the answer is known. */
	isHolding(reader: StreamReader): boolean {
		return reader === this.#holder;
	}

	/** No answer will come: what was held belongs to nothing. */
	releaseAsStray(place: ChunkPlace): void {
		if (!this.#holder) return;
		this.#streams.use('client', new StrayReader(this.#writers.client));
		this.#release(place);
	}

	#requestReader(): StreamReader {
		return new HeadReader(this.#writers.client, {
			judge: (head) => (isUpgradeRequest(head) ? checkRequest(head as RequestHead) : null),
			accept: (head, verdict, record, place) =>
				this.#acceptRequest(head as RequestHead, verdict, record, place),
			giveUp: () => this.#giveUp('client')
		});
	}

	#responseReader(): StreamReader {
		const listener: HeadListener = {
			judge: (head) => this.#judgeResponse(head as ResponseHead),
			accept: (head, verdict, record, place) =>
				this.#acceptResponse(head as ResponseHead, verdict, record, place),
			giveUp: () => this.#giveUp('server')
		};
		return new HeadReader(this.#writers.server, listener);
	}

	#giveUp(direction: Direction): void {
		this.#streams.use(direction, new StrayReader(this.#writers[direction]));
	}

	#acceptRequest(
		head: RequestHead,
		verdict: HandshakeVerdict | null,
		record: number,
		place: ChunkPlace
	): void {
		const exchange = this.#exchanges.push({ request: record, response: -1, isTunnel: false }) - 1;
		this.#requests.push({ head, verdict, exchange });
		if (!verdict) {
			this.#readBody('client', bodyFraming(head));
			return;
		}
		this.#hold();
		// §4.1: after a 401 or a redirect a client may try again on the same connection.
		this.#refusal = -1;
		this.requests.add(record, place.eventIndex);
		const isValid = verdict.isAccepted;
		this.#states.advance({ kind: 'request', isValid }, { ...place, record });
	}

	#hold(): void {
		const nothing = new Uint8Array(0);
		this.#holder = {
			read: (bytes, { t }) => {
				// The next request in what is being released holds the rest, which stays where it is.
				if (this.#isReleasing) this.#held[--this.#heldFrom] = { bytes, t };
				else this.#held.push({ bytes, t });
				return nothing;
			}
		};
		this.#streams.use('client', this.#holder);
	}

	#release({ eventIndex }: ChunkPlace): void {
		this.#holder = null;
		this.#isReleasing = true;
		while (this.#holder === null) {
			const held = this.#held[this.#heldFrom];
			if (!held) break;
			this.#heldFrom += 1;
			this.#streams.replay(held.bytes, { t: held.t, eventIndex });
		}
		this.#isReleasing = false;
		if (this.#heldFrom < this.#held.length) return;
		this.#held = [];
		this.#heldFrom = 0;
	}

	#judgeResponse(head: ResponseHead): HandshakeVerdict | null {
		const request = this.#requests[this.#answered];
		if (!request || isInterim(head)) return null;
		return request.verdict || head.status === 101 ? checkResponse(head, request.head) : null;
	}

	#acceptResponse(
		head: ResponseHead,
		verdict: HandshakeVerdict | null,
		record: number,
		place: ChunkPlace
	): void {
		if (isInterim(head)) return this.#streams.use('server', this.#responseReader());
		const request = this.#requests[this.#answered];
		if (request) this.#answered += 1;
		this.#noteAnswer(head, request ?? null, record);
		const isHandshake = Boolean(request?.verdict) || head.status === 101 || !request;
		if (isHandshake) {
			this.responses.add(record, place.eventIndex);
			const isAccepted = verdict?.isAccepted ?? false;
			const status = head.status ?? undefined;
			this.#states.advance({ kind: 'response', isAccepted, status }, { ...place, record });
		}
		if (head.status === 101) return this.#switch(verdict, place);
		if (isHandshake) this.#refusal = record;
		this.#readBody('server', bodyFraming(head, request?.head.method ?? null));
		if (request?.verdict) this.#resume(request.head, place);
	}

	#noteAnswer(head: ResponseHead, request: Request | null, response: number): void {
		const isTunnel =
			head.status !== 101 && bodyFraming(head, request?.head.method ?? null).kind === 'switched';
		if (!request) this.#exchanges.push({ request: -1, response, isTunnel });
		else {
			const asked = this.#exchanges[request.exchange]?.request ?? -1;
			this.#exchanges[request.exchange] = { request: asked, response, isTunnel };
		}
	}

	#switch(verdict: HandshakeVerdict | null, place: ChunkPlace): void {
		this.#isUpgraded = true;
		this.#streams.upgrade({ deflate: verdict?.deflate ?? null, place });
		const { client, server } = this.#writers;
		this.#frameOffsets = { client: client.offset, server: server.offset };
		this.#release(place);
	}

	/** The request was an ordinary one after all: what was held goes on from there. */
	#resume(head: RequestHead, place: ChunkPlace): void {
		this.#readBody('client', bodyFraming(head));
		this.#release(place);
	}

	#readBody(direction: Direction, framing: BodyFraming): void {
		const next = (): void => this.#streams.use(direction, this.firstReader(direction));
		if (new HttpBodyStream(framing).isComplete) next();
		else this.#streams.use(direction, new BodyReader(this.#writers[direction], framing, next));
	}
}

/** A 1xx that announces more: the final response is still to come (RFC 9110 §15.2). */
function isInterim({ status }: ResponseHead): boolean {
	return status !== null && status >= 100 && status < 200 && status !== 101;
}

/**
 * Whether a request means to open a WebSocket, however badly. CONNECT means to open a tunnel, and
 * what it says of an upgrade counts for nothing: the next request, inside, is the one.
 */
function isUpgradeRequest(head: HttpHead): boolean {
	if (head.kind === 'request' && head.method === 'CONNECT') return false;
	return head.headers.some(({ name }) => /^(?:upgrade|sec-websocket-.*)$/i.test(name));
}
