/**
 * What the player does, as numbered inputs: sent as soon as something changes, but no more often than
 * the server takes them. Keeps when each was asked for, until a snapshot tells that it was seen.
 */
import type { SendOutcome } from '#lib/transports/clients/event-client.ts';
import { MOST_INPUT } from '#lib/transports/game/game-bounds.ts';
import { encodeInput, type Step } from '#lib/transports/game/player-input.ts';

export const DIRECTIONS = ['up', 'down', 'left', 'right'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export interface GameInputOptions {
	readonly send: (message: string) => Promise<SendOutcome>;
	/** ms of the page's clock. */
	readonly now: () => number;
}

/** ms between two inputs at least. */
const SPACING = 30;
/** ms until what was not taken is said again. */
const AGAIN = 300;
/** Inputs on their way at a time: where the way is long, what comes then is said as one. */
const MOST_UNDER_WAY = 4;
const MOST_UNSEEN = 256;

export class GameInput {
	readonly #options: GameInputOptions;
	readonly #held = new Set<Direction>();
	/** When each was asked for, by its number. */
	readonly #unseen = new Map<number, number>();
	#number = 0;
	#strikes = false;
	/** When what is to be sent was asked for; null: nothing is. */
	#due: number | null = null;
	#sentAt = -Infinity;
	#lastAt: number | null = null;
	#underWay = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isStopped = false;

	constructor(options: GameInputOptions) {
		this.#options = options;
	}

	/** Of the last input; 0: none yet. */
	get number(): number {
		return this.#number;
	}

	/** ms of the page's clock at which the player did something last; null: never. */
	get lastAt(): number | null {
		return this.#lastAt;
	}

	get held(): ReadonlySet<Direction> {
		return this.#held;
	}

	/** @param at ms of the page's clock, as in the other calls */
	press(direction: Direction, at: number): void {
		if (this.#held.has(direction)) return;
		this.#held.add(direction);
		this.#ask(at);
	}

	release(direction: Direction, at: number): void {
		if (this.#held.delete(direction)) this.#ask(at);
	}

	releaseAll(at: number): void {
		if (this.#held.size === 0) return;
		this.#held.clear();
		this.#ask(at);
	}

	strike(at: number): void {
		this.#strikes = true;
		this.#ask(at);
	}

	/** Another client carries on: it is told what is held. */
	resend(): void {
		if (this.#number > 0) this.#plan(this.#options.now());
	}

	/**
	 * A snapshot has come which tells the last input that the world has seen.
	 * @returns ms that each input took which is seen now for the first time
	 */
	see(seen: number): readonly number[] {
		const now = this.#options.now();
		const times: number[] = [];
		for (const [number, at] of this.#unseen) {
			if (number > seen) break;
			this.#unseen.delete(number);
			times.push(now - at);
		}
		return times;
	}

	/** The game is over: nothing is held any more, and nothing is waited for. */
	forget(): void {
		clearTimeout(this.#timer);
		this.#held.clear();
		this.#unseen.clear();
		this.#due = null;
		this.#strikes = false;
	}

	stop(): void {
		this.#isStopped = true;
		this.forget();
	}

	#ask(at: number): void {
		this.#lastAt = at;
		this.#plan(at);
	}

	#plan(at: number): void {
		if (this.#isStopped) return;
		this.#due ??= at;
		this.#flush();
	}

	#flush(): void {
		clearTimeout(this.#timer);
		if (this.#due === null || this.#isStopped || this.#underWay >= MOST_UNDER_WAY) return;
		const wait = this.#sentAt + SPACING - this.#options.now();
		if (wait > 0) {
			this.#timer = setTimeout(() => this.#flush(), wait);
			return;
		}
		void this.#send(this.#due);
	}

	async #send(at: number): Promise<void> {
		if (this.#number >= MOST_INPUT) return;
		const number = ++this.#number;
		const isStriking = this.#strikes;
		this.#due = null;
		this.#strikes = false;
		this.#sentAt = this.#options.now();
		if (this.#unseen.size < MOST_UNSEEN) this.#unseen.set(number, at);
		this.#underWay += 1;
		const { kind } = await this.#options.send(encodeInput({ number, ...this.#step, isStriking }));
		this.#underWay -= 1;
		if (kind !== 'sent') this.#fail(number);
		this.#flush();
	}

	/** A key let go must not be lost: what is held now is said again, and no blow is struck twice. */
	#fail(number: number): void {
		this.#unseen.delete(number);
		if (this.#isStopped || this.#due !== null || number !== this.#number) return;
		this.#due = this.#options.now();
		this.#sentAt = this.#due + AGAIN - SPACING;
	}

	get #step(): { readonly dx: Step; readonly dy: Step } {
		const is = (direction: Direction): number => (this.#held.has(direction) ? 1 : 0);
		return {
			dx: (is('right') - is('left')) as Step,
			dy: (is('down') - is('up')) as Step
		};
	}
}
