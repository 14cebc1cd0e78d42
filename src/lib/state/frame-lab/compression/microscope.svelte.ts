/**
 * The compression microscope: an offer and messages, what was agreed over a real connection, and
 * what then went over the wire.
 *
 * Nothing is compressed for sending before the captured 101 has said with which parameters.
 */
import { encodeFrame } from '#lib/protocol/frames/encode-frame.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { totalLength } from '#lib/protocol/join-bytes.ts';
import { TEXT } from '#lib/protocol/frames/opcode.ts';
import { deflateSide, type DeflateSide } from '#lib/protocol/deflate/permessage-deflate.ts';
import { compileRun } from '#lib/runs/compile-run.ts';
import { EMPTY_RUN, newFrame } from '#lib/runs/run.ts';
import type { ObservedConnection } from '../../session/observed-connection.svelte.ts';
import type { WorkbenchState } from '../../workbench/workbench.svelte.ts';
import { startRun } from '../raw-runs.ts';
import type { BrokenWay } from './broken-ways.ts';
import type * as CompressMessages from './compress-messages.ts';
import type { ComparedWindow } from './compress-messages.ts';
import { untilAnswered, type DeflateAnswer } from './deflate-answer.ts';
import { USUAL_OFFER } from './deflate-offer.ts';
import { messageFrames } from './message-frames.ts';
import { MICROSCOPE_LIMITS } from './microscope-limits.ts';
import { tracePayload, type TracedPayload } from './trace-payload.ts';
import { windowBefore, wireMessages, type WireMessage } from './wire-messages.ts';

export type MicroscopeTrouble =
	/** An error code of the lab channel. */
	{ readonly kind: 'channel'; readonly code: string } | { readonly kind: 'not-loaded' };

export interface DraftMessage {
	readonly id: number;
	text: string;
}

/** A connection that was opened with an offer, and what was sent over it. */
export interface Sent {
	readonly connection: ObservedConnection;
	readonly offer: string;
	readonly messages: readonly Uint8Array[];
	readonly answer: DeflateAnswer;
	/** What makes it the same as the draft. */
	readonly mark: string;
}

export interface BrokenSent {
	readonly connection: ObservedConnection;
	readonly way: BrokenWay;
	readonly answer: DeflateAnswer;
	readonly payload: Uint8Array<ArrayBuffer>;
}

type Tools = typeof CompressMessages;

const NO_WINDOW = new Uint8Array(0);
const USUAL_SIDE: DeflateSide = { windowBits: 15, keepsWindow: true };

export class Microscope {
	offer = $state(USUAL_OFFER);
	fragments = $state(1);
	level = $state(6);
	readonly #bench: WorkbenchState;
	readonly #newKey: () => Uint8Array;
	#messages = $state<DraftMessage[]>([]);
	#nextId = 0;
	#tools = $state.raw<Tools | null>(null);
	#sent = $state.raw<Sent | null>(null);
	#broken = $state.raw<BrokenSent | null>(null);
	#trouble = $state.raw<MicroscopeTrouble | null>(null);
	#isBusy = $state(false);

	constructor(bench: WorkbenchState, newKey: () => Uint8Array, messages: readonly string[]) {
		this.#bench = bench;
		this.#newKey = newKey;
		this.replaceMessages(messages);
	}

	get messages(): readonly DraftMessage[] {
		return this.#messages;
	}

	get trouble(): MicroscopeTrouble | null {
		return this.#trouble;
	}

	/** Something is on its way. */
	get isBusy(): boolean {
		return this.#isBusy;
	}

	get sent(): Sent | null {
		return this.#sent;
	}

	get broken(): BrokenSent | null {
		return this.#broken;
	}

	/** The messages as UTF-8. */
	readonly encoded: readonly Uint8Array[] = $derived.by(() => {
		const encoder = new TextEncoder();
		return this.#messages.map(({ text }) => encoder.encode(text));
	});

	readonly isTooBig: boolean = $derived(totalLength(this.encoded) > MICROSCOPE_LIMITS.bytes);

	/** What was sent is not what now stands here. */
	readonly isEdited: boolean = $derived(this.#sent !== null && this.#sent.mark !== this.#mark());

	/** Sizes by really deflating; null until the compressor is there. */
	readonly compared: readonly ComparedWindow[] | null = $derived(
		this.#tools && !this.isTooBig ? this.#tools.compareWindows(this.encoded, this.level) : null
	);

	/** Messages of both sides as captured so far. */
	readonly wire: { readonly [side in Direction]: readonly WireMessage[] } = $derived.by(() => {
		const records = this.#sent?.connection.capture.records ?? [];
		// The array stays the same while it grows.
		void this.#sent?.connection.capture.version;
		return { client: wireMessages(records, 'client'), server: wireMessages(records, 'server') };
	});

	/** Blocks of a captured message; null where it is not compressed, not there or too long. */
	traced(side: Direction, index: number): TracedPayload | null {
		const answer = this.#sent?.answer;
		const message = this.wire[side][index];
		if (answer?.kind !== 'open' || !answer.agreed || !message?.isCompressed) return null;
		const window = windowBefore(this.wire[side], index, answer.agreed, side);
		return tracePayload(message.payload, window, deflateSide(answer.agreed, side).windowBits);
	}

	/** How far the broken payload can be read. */
	readonly brokenTrace: TracedPayload | null = $derived.by(() => {
		if (!this.#broken) return null;
		const { answer, payload } = this.#broken;
		const agreed = answer.kind === 'open' ? answer.agreed : null;
		if (!agreed) return null;
		return tracePayload(payload, NO_WINDOW, deflateSide(agreed, 'client').windowBits);
	});

	/** Fetches the compressor; false, with trouble, where it does not come. */
	async prepare(): Promise<boolean> {
		try {
			this.#tools ??= await import('./compress-messages.ts');
			return true;
		} catch {
			this.#trouble = { kind: 'not-loaded' };
			return false;
		}
	}

	replaceMessages(texts: readonly string[]): void {
		this.#messages = texts.map((text) => ({ id: this.#nextId++, text }));
	}

	addMessage(text: string): void {
		if (this.#messages.length >= MICROSCOPE_LIMITS.messages) return;
		this.#messages.push({ id: this.#nextId++, text });
	}

	removeMessage(id: number): void {
		if (this.#messages.length > 1) this.#messages = this.#messages.filter((each) => each.id !== id);
	}

	dismiss(): void {
		this.#trouble = null;
	}

	/** Opens a connection with the offer, and sends the messages as the 101 says. */
	async send(pageUrl: URL): Promise<void> {
		const { encoded: messages, offer, level, fragments } = this;
		const mark = this.#mark();
		await this.#alone(async () => {
			const connection = await this.#open(pageUrl, offer, this.#sent?.connection);
			if (!connection) return;
			const show = (answer: DeflateAnswer) =>
				(this.#sent = { connection, offer, messages, answer, mark });
			show({ kind: 'waiting' });
			const answer = await untilAnswered(connection);
			show(answer);
			if (answer.kind !== 'open') return;
			await this.#write(connection, this.#frames(messages, answer, level, fragments));
		});
	}

	/** Sends one frame with RSV1 and broken data over a connection of its own. */
	async sendBroken(pageUrl: URL, way: BrokenWay): Promise<void> {
		const { encoded: messages, offer } = this;
		await this.#alone(async () => {
			const connection = await this.#open(pageUrl, offer, this.#broken?.connection);
			if (!connection || !this.#tools) return;
			const answer = await untilAnswered(connection);
			const agreed = answer.kind === 'open' ? answer.agreed : null;
			const side = agreed ? deflateSide(agreed, 'client') : USUAL_SIDE;
			const payload = this.#tools.breakPayload(way, messages, side);
			this.#broken = { connection, way, answer, payload };
			if (answer.kind !== 'open') return;
			const frame = encodeFrame({ rsv1: true, opcode: TEXT, maskingKey: this.#newKey(), payload });
			await this.#write(connection, [frame]);
		});
	}

	#mark(): string {
		const texts = this.#messages.map(({ text }) => text);
		return JSON.stringify([this.offer, this.level, this.fragments, texts]);
	}

	/** One thing at a time: each has its own connection, and the screen follows one. */
	async #alone(act: () => Promise<void>): Promise<void> {
		if (this.#isBusy) return;
		this.#isBusy = true;
		this.#trouble = null;
		try {
			if (await this.prepare()) await act();
		} finally {
			this.#isBusy = false;
		}
	}

	/** Up to the answer, and shown from the beginning; what was opened before goes. */
	async #open(
		pageUrl: URL,
		extensions: string,
		before: ObservedConnection | undefined
	): Promise<ObservedConnection | null> {
		const { session } = this.#bench;
		const start = await startRun(session, { ...EMPTY_RUN, extensions }, { pageUrl });
		if (!start.ok) {
			this.#trouble = troubleOf(start.code);
			return null;
		}
		if (before) void session.hangUp(before, 'fin');
		this.#bench.show(start.connection);
		return start.connection;
	}

	/** Each frame in a write of its own. */
	async #write(connection: ObservedConnection, frames: readonly Uint8Array<ArrayBuffer>[]) {
		const items = frames.map((bytes, id) => ({ ...newFrame(bytes), id }));
		const code = await this.#bench.session.run(
			connection,
			compileRun({ ...EMPTY_RUN, items }, null)
		);
		this.#trouble = code === null ? null : troubleOf(code);
	}

	#frames(
		messages: readonly Uint8Array[],
		answer: DeflateAnswer,
		level: number,
		fragments: number
	): readonly Uint8Array<ArrayBuffer>[] {
		const agreed = answer.kind === 'open' ? answer.agreed : null;
		const payloads =
			agreed && this.#tools
				? this.#tools.compressMessages(messages, deflateSide(agreed, 'client'), level)
				: messages;
		const options = { fragments, isCompressed: agreed !== null, newKey: this.#newKey };
		return payloads.flatMap((payload) => messageFrames(payload, options));
	}
}

function troubleOf(code: string): MicroscopeTrouble {
	return code === 'not-loaded' ? { kind: 'not-loaded' } : { kind: 'channel', code };
}
