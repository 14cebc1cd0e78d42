/**
 * A conversation as it stood at a cursor: found by bisection, never folded again.
 */
import type { StateName } from '#lib/protocol/frames/connection-state.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { headerValues } from '#lib/protocol/http/http-head.ts';
import { bisect } from './bisect.ts';
import type { ByteTotals } from './byte-totals.ts';
import type { CloseInfo, CloseTrack } from './close-track.ts';
import type { ConversationRecord, RequestRecord, ResponseRecord } from './conversation-record.ts';
import { cutRecord } from './cut-record.ts';
import type { EventColumn } from './event-column.ts';
import type { RecordLog } from './record-log.ts';
import type { PlacedTransition, StateTrack } from './state-track.ts';

export type { CloseInfo } from './close-track.ts';
export type { PlacedTransition } from './state-track.ts';

/** `readyState` of the page's WebSocket (WHATWG WebSockets): connecting, open, closing, closed. */
export type ReadyState = 0 | 1 | 2 | 3;

/** The columns of a conversation, which only ever grow. */
export interface ConversationColumns {
	readonly log: RecordLog;
	readonly states: StateTrack;
	readonly closes: CloseTrack;
	/** Records of upgrade requests and of their responses, by the event that completed each. */
	readonly requests: EventColumn;
	readonly responses: EventColumn;
	readonly readyStates: EventColumn;
	readonly told: readonly { readonly event: { readonly t: number }; readonly eventIndex: number }[];
	readonly totals: { readonly [side in Direction]: ByteTotals };
}

export class ConversationView {
	/** Events of the recording applied. */
	readonly cursor: number;
	readonly client: StateName;
	readonly server: StateName;
	readonly #columns: ConversationColumns;
	#transitions: readonly PlacedTransition[] | null = null;

	/** Made by `Conversation.at`. */
	constructor(cursor: number, columns: ConversationColumns) {
		this.cursor = cursor;
		this.#columns = columns;
		const { client, server } = columns.states.at(cursor);
		this.client = client;
		this.server = server;
	}

	/** Time of this connection's last event applied, in µs; 0 before the first. */
	get time(): number {
		const { log, told, totals } = this.#columns;
		const toldAt = bisect(told.length, (i) => (told[i]?.eventIndex ?? 0) >= this.cursor) - 1;
		return Math.max(
			told[toldAt]?.event.t ?? 0,
			log.records[this.recordIndex]?.t ?? 0,
			totals.client.at(this.cursor).t,
			totals.server.at(this.cursor).t
		);
	}

	/** The last record begun; -1 before the first. */
	get recordIndex(): number {
		return this.#columns.log.begunAt(this.cursor) - 1;
	}

	/** Number of records complete. */
	get completed(): number {
		return this.#columns.log.completedAt(this.cursor);
	}

	/** Records whose bytes end inside them, as far as they had come: at most one a direction. */
	get pending(): readonly ConversationRecord[] {
		const { log } = this.#columns;
		const last = (['client', 'server'] as const).map((side) => log.lastCut(side, this.cursor));
		return last
			.sort((a, b) => a - b)
			.flatMap((index) => this.record(index) ?? [])
			.filter((record) => !record.isComplete);
	}

	/** All steps of both sides so far, in order. */
	get transitions(): readonly PlacedTransition[] {
		return (this.#transitions ??= this.#columns.states.transitionsAt(this.cursor));
	}

	/** The last upgrade request, once it is complete. */
	get request(): RequestRecord | null {
		const { log, requests } = this.#columns;
		const record = log.records[requests.lastAt(this.cursor)];
		return record?.kind === 'request' ? record : null;
	}

	/** Its final response, once that is complete. */
	get response(): ResponseRecord | null {
		const { log, requests, responses } = this.#columns;
		const record = log.records[responses.lastAt(this.cursor)];
		const isAnswer = record && record.index > requests.lastAt(this.cursor);
		return isAnswer && record.kind === 'response' ? record : null;
	}

	/** As the page last told it; null where no page has told anything. */
	get readyState(): ReadyState | null {
		const state = this.#columns.readyStates.lastAt(this.cursor);
		return state === -1 ? null : (state as ReadyState);
	}

	/** Subprotocol agreed on; null: none, or not yet. */
	get protocol(): string | null {
		return this.response?.verdict?.protocol ?? null;
	}

	/** `Sec-WebSocket-Extensions` of the 101; empty: none, or not yet. */
	get extensions(): string {
		const { response } = this;
		if (response?.head.status !== 101) return '';
		return headerValues(response.head, 'sec-websocket-extensions').join(', ');
	}

	/** The end of the connection as each endpoint saw it (§7.1.4 to §7.1.6). */
	get close(): { readonly [side in Direction]: CloseInfo } {
		const { closes } = this.#columns;
		return {
			client: closes.at('client', this.cursor, this.client === 'CLOSED'),
			server: closes.at('server', this.cursor, this.server === 'CLOSED')
		};
	}

	/** Bytes that each side has sent. */
	get bytes(): { readonly [side in Direction]: number } {
		const { client, server } = this.#columns.totals;
		return { client: client.at(this.cursor).total, server: server.at(this.cursor).total };
	}

	/** A record as far as its bytes had come; null where it had not begun. */
	record(index: number): ConversationRecord | null {
		const record = this.#columns.log.records[index];
		if (!record || record.firstEvent >= this.cursor) return null;
		if (record.lastEvent < this.cursor || !record.direction) return record;
		const { total, eventIndex, t } = this.#columns.totals[record.direction].at(this.cursor);
		const bytesLength = Math.min(total - record.offset, record.bytesLength);
		return cutRecord(record, { bytesLength, tEnd: t, lastEvent: eventIndex });
	}
}
