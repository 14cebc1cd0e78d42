/**
 * The race's source: events at the times that its pattern, rate and seed make, by the server's
 * clock. A timer that comes late makes up for all that was due: no event is lost, and the next
 * ones are not late because of it. Where that takes long it goes on in the next turn of the event
 * loop: hundreds of subscribers who get more than this machine can write slow their own race down.
 */
import type { EventLog } from './event-log.ts';
import { raceText } from './race-text.ts';
import { raceTimes, type RaceSource } from './race-times.ts';
import { seededRandom } from './seeded-random.ts';
import type { StreamMaker } from './stream-maker.ts';

/** ms in one turn of the event loop, after which nobody else is kept waiting. */
const SLICE = 10;

export class RaceMaker implements StreamMaker {
	readonly startsAtOnce = false;
	readonly login = null;
	readonly #source: RaceSource;
	readonly #now: () => number;
	readonly #times: Iterator<number, void, void>;
	readonly #random: () => number;
	#timer: NodeJS.Timeout | undefined;
	#startedAt = 0;
	/** ms from the start of the next event; null: there is none. */
	#due: number | null;

	/** `now` in milliseconds. */
	constructor(source: RaceSource, now: () => number = () => performance.now()) {
		this.#source = source;
		this.#now = now;
		this.#times = raceTimes(source);
		this.#random = seededRandom(source.seed);
		this.#due = this.#times.next().value ?? null;
	}

	start(log: EventLog): void {
		this.#startedAt = this.#now();
		this.#wait(log);
	}

	/** The race answers nothing: that the message has come is all there is to see. */
	receive(): boolean {
		return true;
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#wait(log: EventLog): void {
		const next = this.#due ?? this.#source.seconds * 1000;
		// A timer may come up to a millisecond early, hence at least one.
		const wait = Math.max(1, this.#startedAt + next - this.#now());
		this.#timer = setTimeout(() => this.#catchUp(log), wait);
	}

	#catchUp(log: EventLog): void {
		const now = this.#now();
		const time = now - this.#startedAt;
		const isInTime = (): boolean => this.#now() - now < SLICE;
		while (this.#due !== null && this.#due <= time && !log.isEnded && isInTime()) {
			this.#due = this.#times.next().value ?? null;
			log.append(raceText(this.#source.size, this.#random));
		}
		if (log.isEnded) return;
		if (this.#due === null && time >= this.#source.seconds * 1000) log.end();
		else this.#wait(log);
	}
}
