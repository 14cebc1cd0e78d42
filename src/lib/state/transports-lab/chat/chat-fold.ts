/**
 * One visit to a chat room, read from the captured bytes of its connection: each line names the
 * record that it comes from. Costs only what is new.
 */
import type { Conversation } from '#lib/capture/conversation.ts';
import type { ConversationRecord, FrameRecord } from '#lib/capture/conversation-record.ts';
import type { PageTold } from '#lib/capture/recording-event.ts';
import { CLOSE, PING, PONG } from '#lib/protocol/frames/opcode.ts';
import { isoAfter } from '../../session/iso-time.ts';
import { readEnvelope, type ChatEnvelope, type Person } from './chat-envelope.ts';
import type { ChatLine } from './chat-line.ts';

/** Lines of a visit that are kept; a quarter of them goes at a time. */
const MOST_LINES = 400;

export class ChatFold {
	readonly #conversation: Conversation;
	readonly #startedAt: string;
	readonly #lines: ChatLine[] = [];
	readonly #here = new Map<string, Person>();
	/** Own messages that wait for their answer: the server answers each, in order. */
	readonly #unanswered: number[] = [];
	/** Records whose bytes have not all come. */
	#waiting: number[] = [];
	#recordsRead = 0;
	#toldRead = 0;
	#made = 0;
	#dropped = 0;
	#room: string | null = null;
	#me: Person | null = null;
	#close: FrameRecord | null = null;
	#refusal: Extract<ConversationRecord, { kind: 'response' }> | null = null;

	/** @param startedAt wall clock at which the recording begins, ISO 8601 */
	constructor(conversation: Conversation, startedAt: string) {
		this.#conversation = conversation;
		this.#startedAt = startedAt;
	}

	/** Oldest first; grows in place. */
	get lines(): readonly ChatLine[] {
		return this.#lines;
	}

	/** Older lines that were let go. */
	get dropped(): number {
		return this.#dropped;
	}

	/** Who this page is in the room; null before the welcome. */
	get me(): Person | null {
		return this.#me;
	}

	/** The room's name in the server's words; null before the welcome. */
	get room(): string | null {
		return this.#room;
	}

	/** In the order in which they came. */
	get here(): readonly Person[] {
		return Array.from(this.#here.values());
	}

	/** Takes what the conversation has gained. */
	update(): void {
		const { records, told } = this.#conversation;
		this.#waiting = this.#waiting.filter((index) => !this.#read(records[index]));
		for (; this.#recordsRead < records.length; this.#recordsRead++) {
			if (!this.#read(records[this.#recordsRead])) this.#waiting.push(this.#recordsRead);
		}
		for (; this.#toldRead < told.length; this.#toldRead++) {
			const event = told[this.#toldRead]?.event;
			if (event?.kind === 'page' && event.told.name === 'close') this.#end(event.told, event.t);
		}
		if (this.#lines.length > MOST_LINES) {
			this.#dropped += this.#lines.splice(0, this.#lines.length - (MOST_LINES * 3) / 4).length;
		}
	}

	/** False while its bytes end inside. */
	#read(record: ConversationRecord | undefined): boolean {
		if (!record?.isComplete) return false;
		if (record.kind === 'response' && record.head.status !== 101) this.#refusal ??= record;
		if (record.kind !== 'frame') return true;
		const { opcode } = record.frame;
		if (opcode === CLOSE) this.#close ??= record;
		else if (opcode === PING && record.direction === 'server') this.#ping(record);
		else if (opcode === PONG && record.direction === 'client') this.#pong(record.index);
		else if (record.message && record.direction === 'client') this.#unanswered.push(record.index);
		else if (record.message?.kind === 'text') this.#hear(record, record.message.text());
		return true;
	}

	#hear({ index: record }: FrameRecord, text: string): void {
		const envelope = readEnvelope(text);
		if (!envelope) return;
		if (envelope.type === 'welcome') return this.#welcome(envelope, record);
		const { type, at } = envelope;
		const asked = this.#isAnswer(envelope) ? (this.#unanswered.shift() ?? null) : null;
		const common = { ...this.#common(record, at), asked };
		if (type === 'error') {
			this.#lines.push({ ...common, kind: type, code: envelope.body.code });
			return;
		}
		const { from } = envelope;
		if (type === 'left') this.#here.delete(from.id);
		else if (type !== 'message') this.#here.set(from.id, from);
		if (from.id === this.#me?.id) this.#me = from;
		if (type === 'message') {
			const { id, body } = envelope;
			this.#lines.push({ ...common, kind: type, id, from, text: body, isEarlier: false });
		} else if (type === 'renamed') {
			this.#lines.push({ ...common, kind: type, from, before: envelope.body });
		} else this.#lines.push({ ...common, kind: type, from });
	}

	/** The server answers a message of this page in the room, or in band with an error. */
	#isAnswer(envelope: ChatEnvelope): boolean {
		if (envelope.type === 'error') return true;
		const isDeed = envelope.type === 'message' || envelope.type === 'renamed';
		return isDeed && envelope.from.id === this.#me?.id;
	}

	#welcome({ from, at, body }: Extract<ChatEnvelope, { type: 'welcome' }>, record: number): void {
		this.#me = from;
		this.#room = body.room;
		for (const person of body.here) this.#here.set(person.id, person);
		for (const { id, at, from, body: text } of body.last) {
			const common = this.#common(record, at);
			this.#lines.push({ ...common, kind: 'message', id, from, text, isEarlier: true });
		}
		this.#lines.push({ ...this.#common(record, at), kind: 'welcome', room: body.room, me: from });
	}

	/** One line tells of PINGs that came one after the other. */
	#ping({ index, t }: FrameRecord): void {
		const last = this.#lines.at(-1);
		const common = this.#common(index, isoAfter(this.#startedAt, t));
		if (last?.kind !== 'heartbeat') {
			this.#lines.push({ ...common, kind: 'heartbeat', count: 1, pong: null });
			return;
		}
		const { key, count } = last;
		this.#replace(last, { ...common, key, kind: 'heartbeat', count: count + 1, pong: null });
	}

	#pong(index: number): void {
		const beat = this.#lines.findLast(({ kind }) => kind === 'heartbeat');
		if (beat?.kind === 'heartbeat') this.#replace(beat, { ...beat, pong: index });
	}

	#end({ code, reason }: Extract<PageTold, { name: 'close' }>, t: number): void {
		const record = this.#close ?? this.#refusal;
		this.#here.clear();
		this.#lines.push({
			...this.#common(record?.index ?? null, isoAfter(this.#startedAt, t)),
			kind: 'ended',
			by: this.#close?.direction ?? null,
			code,
			reason,
			status: this.#refusal?.head.status ?? null,
			unanswered: this.#unanswered.length
		});
	}

	#common(record: number | null, at: string) {
		const { connection } = this.#conversation;
		const key = `${connection}:${this.#made++}`;
		return { key, connection, record, asked: null, at };
	}

	#replace(line: ChatLine, other: ChatLine): void {
		this.#lines[this.#lines.lastIndexOf(line)] = other;
	}
}
