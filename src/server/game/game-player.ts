/** One player: a stream whose events are the ticks of the world that all share. */
import { INPUTS } from '#lib/transports/game/game-bounds.ts';
import { encodeOver, encodeYou, type GameEnd } from '#lib/transports/game/game-event.ts';
import { decodeInput, type PlayerInput } from '#lib/transports/game/player-input.ts';
import { TokenBucket } from '../session/token-bucket.ts';
import type { EventLog } from '../streams/event-log.ts';
import type { Lane } from '../streams/lane.ts';
import type { StreamMaker } from '../streams/stream-maker.ts';

export interface Playground {
	/** Null: there is no place. */
	enter(player: GamePlayer): number | null;
	leave(number: number): void;
	take(player: number, input: PlayerInput): void;
}

export interface GamePlayerOptions {
	readonly game: Playground;
	/** Milliseconds. */
	readonly now: () => number;
	/** Milliseconds without an input after which it leaves. */
	readonly idle: number;
}

/** Half a minute of snapshots: who was away for longer is told of the gap. */
const KEPT = 600;

export class GamePlayer implements StreamMaker {
	readonly startsAtOnce = true;
	readonly login = null;
	readonly maxEvents = KEPT;
	readonly #options: GamePlayerOptions;
	readonly #rate: TokenBucket;
	#log: EventLog | null = null;
	#number: number | null = null;
	#heardAt = 0;

	constructor(options: GamePlayerOptions) {
		this.#options = options;
		this.#rate = new TokenBucket(INPUTS.perSecond, INPUTS.burst, options.now);
	}

	start(log: EventLog): void {
		this.#log = log;
		this.#heardAt = this.#options.now();
		this.#number = this.#options.game.enter(this);
		if (this.#number === null) this.#over('full');
		else log.append(encodeYou(this.#number));
	}

	/** False for what is no input, and beyond the rate. */
	receive(_lane: Lane, message: string): boolean {
		if (this.#number === null || !this.#rate.take()) return false;
		const input = decodeInput(message);
		if (input === null) return false;
		this.#heardAt = this.#options.now();
		this.#options.game.take(this.#number, input);
		return true;
	}

	/** A tick has passed. */
	show(snapshot: string): void {
		const { now, idle } = this.#options;
		if (now() - this.#heardAt > idle) this.#over('idle');
		else if (this.#log?.isEnded === false) this.#log.append(snapshot);
	}

	end(): void {
		this.#log?.end();
	}

	stop(): void {
		const number = this.#number;
		this.#number = null;
		if (number !== null) this.#options.game.leave(number);
	}

	#over(end: GameEnd): void {
		this.#log?.append(encodeOver(end));
		this.#log?.end();
	}
}
