/**
 * The push game: one world on this server that all its players share. It moves twenty times a second
 * while somebody plays; the snapshot of a tick is written once and goes to everybody.
 *
 * A tick that comes late is not made up for: the world is slower for a moment, and nobody is sent
 * two snapshots at once.
 */
import { randomInt } from 'node:crypto';
import { IDLE_SECONDS, TICK } from '#lib/transports/game/game-bounds.ts';
import type { PlayerInput } from '#lib/transports/game/player-input.ts';
import { encodeSnapshot } from '#lib/transports/game/snapshot.ts';
import { seededRandom } from '../streams/seeded-random.ts';
import { GamePlayer } from './game-player.ts';
import { stepWorld } from './step-world.ts';
import { foldInput } from './tick-input.ts';
import { snapshotOf } from './world-snapshot.ts';
import { addPlayer, EMPTY_WORLD, freeNumber, removePlayer, type Random } from './world.ts';
import type { TickInput, World } from './world.ts';

export interface GameOptions {
	/** The same seed and the same inputs make the same game. */
	readonly seed?: () => number;
	/** Seconds without an input after which a player leaves. */
	readonly idleSeconds?: number;
	/** Milliseconds. */
	readonly now?: () => number;
	/** A fault of our own in the world: it ends, and its players with it. */
	readonly onFault?: (error: unknown) => void;
}

export class Game {
	readonly #options: Required<GameOptions>;
	readonly #players = new Map<number, GamePlayer>();
	readonly #inputs = new Map<number, TickInput>();
	#world: World = EMPTY_WORLD;
	#random: Random = seededRandom(0);
	#timer: NodeJS.Timeout | undefined;
	#dueAt = 0;

	constructor(options: GameOptions = {}) {
		this.#options = {
			seed: () => randomInt(2 ** 32),
			idleSeconds: IDLE_SECONDS,
			now: () => performance.now(),
			onFault: () => undefined,
			...options
		};
	}

	/** As it was after the last tick. */
	get world(): World {
		return this.#world;
	}

	/** Whether the world moves. */
	get isRunning(): boolean {
		return this.#timer !== undefined;
	}

	/** A player for a stream of its own; it is in the world from the stream's start. */
	readonly make = (): GamePlayer =>
		new GamePlayer({ game: this, now: this.#options.now, idle: this.#options.idleSeconds * 1000 });

	/** Its number; null: there is no place. */
	enter(player: GamePlayer): number | null {
		const number = freeNumber(this.#world);
		if (number === null) return null;
		if (this.#players.size === 0) this.#random = seededRandom(this.#options.seed());
		this.#players.set(number, player);
		this.#world = addPlayer(this.#world, number, this.#random);
		if (!this.isRunning) this.#begin();
		return number;
	}

	/** With the last player the world ends; the next one finds a new one. */
	leave(number: number): void {
		if (!this.#players.delete(number)) return;
		this.#inputs.delete(number);
		this.#world = removePlayer(this.#world, number);
		if (this.#players.size === 0) this.#end();
	}

	take(player: number, input: PlayerInput): void {
		const seen = this.#world.players.find(({ number }) => number === player)?.seen ?? 0;
		const folded = foldInput(this.#inputs.get(player), seen, input);
		if (folded) this.#inputs.set(player, folded);
	}

	#begin(): void {
		this.#dueAt = this.#options.now() + TICK;
		this.#wait();
	}

	#wait(): void {
		const wait = Math.max(1, this.#dueAt - this.#options.now());
		this.#timer = setTimeout(() => this.#tick(), wait);
		this.#timer.unref();
	}

	#tick(): void {
		const now = this.#options.now();
		const isLate = now > this.#dueAt + TICK;
		this.#dueAt = (isLate ? now : this.#dueAt) + TICK;
		try {
			this.#world = stepWorld(this.#world, this.#inputs, this.#random);
			this.#inputs.clear();
			const text = encodeSnapshot(snapshotOf(this.#world));
			for (const player of [...this.#players.values()]) player.show(text);
		} catch (error) {
			this.#options.onFault(error);
			for (const player of [...this.#players.values()]) player.end();
		}
		if (this.#players.size > 0) this.#wait();
	}

	#end(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#inputs.clear();
		this.#world = EMPTY_WORLD;
	}
}
