/** One stream of a session: a source, the log of its events, and the lanes that carry them. */
import type { CommandResult } from '#lib/channel/messages.ts';
import type { LaneSettings } from '#lib/transports/transport.ts';
import { CommandError } from '../session/command-error.ts';
import { EventLog, type EventLogOptions } from './event-log.ts';
import type { Lane } from './lane.ts';
import type { Lanes } from './lanes.ts';
import { SessionLane, type LaneContext } from './session-lane.ts';
import type { StreamMaker } from './stream-maker.ts';

export interface StreamOptions extends LaneContext {
	readonly id: number;
	readonly maker: StreamMaker;
	/** Where its lanes are found by their keys. */
	readonly lanes: Lanes;
	readonly logBounds: EventLogOptions;
}

export class Stream {
	readonly id: number;
	readonly #options: StreamOptions;
	readonly #log: EventLog;
	readonly #lanes = new Map<string, SessionLane>();
	readonly #onMessage: (lane: Lane, message: string) => boolean;
	#hasBegun = false;
	#isStopped = false;

	constructor(options: StreamOptions) {
		const { id, maker, logBounds, teller, onFault } = options;
		this.#options = options;
		this.id = id;
		const { maxEvents = logBounds.maxEvents } = maker;
		const bounds = { ...logBounds, ...(maxEvents !== undefined && { maxEvents }) };
		this.#log = new EventLog({ ...bounds, onFault, onEnd: () => this.#noteEnd() });
		this.#onMessage = (lane, message) => !this.#isStopped && maker.receive(lane, message);
		// First of all listeners: an event is told before it is on any wire.
		this.#log.subscribe(({ id: event, data }) => {
			teller.tell({ name: 'emitted', stream: id, id: event, size: Buffer.byteLength(data) });
		});
		// Once the page has been told of the stream.
		if (maker.startsAtOnce) queueMicrotask(() => this.#begin());
	}

	get login(): CommandResult<'open-stream'>['login'] {
		return this.#options.maker.login;
	}

	get laneCount(): number {
		return this.#lanes.size;
	}

	addLane(number: number, settings: LaneSettings): CommandResult<'add-lane'> {
		const { lanes, maker } = this.#options;
		const lane = new SessionLane({
			...this.#options,
			number,
			settings,
			log: this.#log,
			onMessage: this.#onMessage,
			onAsk: (request) => maker.asked?.(request)
		});
		const key = lanes.add(lane);
		this.#lanes.set(key, lane);
		return { lane: number, key };
	}

	/** Throws `CommandError` where its source has begun, or has ended. */
	start(): void {
		if (this.#options.maker.startsAtOnce || this.#hasBegun || this.#isStopped) {
			const text = 'the source of this stream has begun already, or has ended';
			throw new CommandError('bad-argument', text);
		}
		this.#begin();
	}

	/** Its source ends; the lanes go on. */
	stop(): void {
		this.#log.end();
	}

	/** Every lane ends, for this reason if one is given. */
	close(reason: 'slow-reader' | null = null): void {
		this.stop();
		for (const [key, lane] of this.#lanes) {
			this.#options.lanes.delete(key);
			if (reason !== null) lane.dropped(reason);
			lane.end();
		}
		this.#lanes.clear();
		this.#log.close();
	}

	#begin(): void {
		if (this.#hasBegun || this.#isStopped) return;
		this.#hasBegun = true;
		try {
			this.#options.maker.start(this.#log);
		} catch (error) {
			this.#options.onFault(error);
			this.stop();
		}
	}

	/** The source has ended by itself, or was stopped. */
	#noteEnd(): void {
		const { maker, teller, id, onFault } = this.#options;
		this.#isStopped = true;
		try {
			maker.stop();
		} catch (error) {
			onFault(error);
		}
		teller.tell({ name: 'source-ended', stream: id });
	}
}
