/** What changes by the clock alone: read again a few times a second while somebody looks. */
import { createSubscriber } from 'svelte/reactivity';

/** ms between two looks. */
const PERIOD = 200;

export class Ticking<T> {
	readonly #look: () => T;
	readonly #subscribe = createSubscriber((update) => {
		const timer = setInterval(update, PERIOD);
		return () => clearInterval(timer);
	});

	constructor(look: () => T) {
		this.#look = look;
	}

	get current(): T {
		this.#subscribe();
		return this.#look();
	}
}
