/**
 * One stream of events as the page holds it: its lanes with their keys, what can be asked of its
 * source, and what the server tells of it and of the exchanges of its lanes.
 */
import type { ChannelEvent } from '#lib/channel/batch.ts';
import type { Command, CommandResult } from '#lib/channel/messages.ts';
import type { LaneSettings } from '#lib/transports/transport.ts';

export interface OpenedLane {
	/** Number in the session. */
	readonly lane: number;
	/** Stands for the lane in the query of its requests. */
	readonly key: string;
}

export interface StreamLogin {
	readonly id: string;
	/** ms from the moment of opening. */
	readonly expiresIn: number;
}

/**
 * Events of the stream, in the order of the channel; `until` in µs of the session: no later events
 * are earlier than this.
 */
export type StreamListener = (events: readonly ChannelEvent[], until: number) => void;

/** Batches that are kept for the first listener. */
const MOST_UNHEARD = 64;

type StreamCommand = Extract<
	Command,
	{ type: 'start-stream' | 'stop-stream' | 'close-stream' | 'add-lane' }
>;
export type AskStream = <C extends StreamCommand>(
	command: C
) => Promise<{ readonly result: CommandResult<C['type']> } | { readonly code: string }>;

export class OpenedStream {
	readonly id: number;
	/** Null for what is no log-in. */
	readonly login: StreamLogin | null;
	readonly #lanes: OpenedLane[];
	readonly #ask: AskStream;
	readonly #onclosed: (stream: OpenedStream) => void;
	/** Numbers of exchanges under way. */
	readonly #exchanges = new Set<number>();
	readonly #listeners = new Set<StreamListener>();
	/** What came before anybody listened. */
	#unheard: { readonly events: readonly ChannelEvent[]; readonly until: number }[] = [];
	readonly #lossListeners = new Set<() => void>();
	/** Commands wait no longer than the session lives. */
	readonly #lost: Promise<{ readonly code: string }>;
	#lose: (answer: { readonly code: string }) => void = () => undefined;
	#isLost = false;
	#isClosed = false;

	constructor(
		{ stream, lanes, login }: CommandResult<'open-stream'>,
		ask: AskStream,
		onclosed: (stream: OpenedStream) => void
	) {
		this.id = stream;
		this.login = login;
		this.#lanes = [...lanes];
		this.#ask = ask;
		this.#onclosed = onclosed;
		this.#lost = new Promise((resolve) => (this.#lose = resolve));
	}

	/** In the order in which they were asked for. */
	get lanes(): readonly OpenedLane[] {
		return this.#lanes;
	}

	/** The session that held it is gone, and the stream with it. */
	get isLost(): boolean {
		return this.#isLost;
	}

	/** Calls with what is told; the first listener also with what came before. Returns what ends it. */
	listen(listener: StreamListener): () => void {
		this.#listeners.add(listener);
		for (const { events, until } of this.#unheard.splice(0)) listener(events, until);
		return () => void this.#listeners.delete(listener);
	}

	/** Calls once when the session that holds the stream is gone; returns what ends it. */
	onLoss(listener: () => void): () => void {
		this.#lossListeners.add(listener);
		return () => void this.#lossListeners.delete(listener);
	}

	/** The source begins; resolves to null, or an error code of the channel. */
	start(): Promise<string | null> {
		return this.#command('start-stream');
	}

	/** The source ends, and the lanes go on; resolves as `start`. */
	stop(): Promise<string | null> {
		return this.#command('stop-stream');
	}

	/** Every lane ends, and nothing more is told of them once that is done; resolves as `start`. */
	async close(): Promise<string | null> {
		if (this.#isClosed) return null;
		this.#isClosed = true;
		const code = await this.#command('close-stream');
		this.#onclosed(this);
		return code;
	}

	/** One more lane, or an error code of the channel. */
	async addLane(lane: LaneSettings): Promise<OpenedLane | { readonly code: string }> {
		if (this.#isLost) return { code: 'session-lost' };
		const command = { type: 'add-lane', stream: this.id, lane } as const;
		const answer = await Promise.race([this.#ask(command), this.#lost]);
		if ('code' in answer) return answer;
		this.#lanes.push(answer.result);
		return answer.result;
	}

	/** Takes what is its own of a batch; `until` in session time, µs. */
	deliver(events: readonly ChannelEvent[], until: number): void {
		const own = events.filter((event) => this.#isOwn(event));
		if (own.length === 0) return;
		if (this.#listeners.size === 0 && this.#unheard.length < MOST_UNHEARD) {
			this.#unheard.push({ events: own, until });
		}
		for (const listener of this.#listeners) listener(own, until);
	}

	/** Nothing more will come. */
	abandon(): void {
		if (this.#isLost) return;
		this.#isLost = true;
		this.#lose({ code: 'session-lost' });
		for (const listener of this.#lossListeners) listener();
	}

	#isOwn(event: ChannelEvent): boolean {
		const { connection } = event;
		if (event.kind !== 'lane') return this.#exchanges.has(connection);
		const { told } = event;
		if (told.name === 'exchange') {
			const isOwn = this.#hasLane(told.lane);
			if (isOwn) this.#exchanges.add(connection);
			return isOwn;
		}
		if (told.name === 'done') return this.#exchanges.delete(connection);
		if (told.name === 'counted') return this.#exchanges.has(connection);
		if (told.name === 'socket-closed') return true;
		if ('stream' in told) return told.stream === this.id;
		return this.#hasLane(told.lane);
	}

	#hasLane(lane: number): boolean {
		return this.#lanes.some((own) => own.lane === lane);
	}

	async #command(type: 'start-stream' | 'stop-stream' | 'close-stream'): Promise<string | null> {
		if (this.#isLost) return 'session-lost';
		const answer = await Promise.race([this.#ask({ type, stream: this.id }), this.#lost]);
		return 'code' in answer ? answer.code : null;
	}
}
