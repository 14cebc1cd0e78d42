/**
 * Whether a media query holds, for who reads it in an effect or a component. Svelte's own
 * `MediaQuery` would be part of every page: all share one file of Svelte.
 */
import { createSubscriber } from 'svelte/reactivity';

export class Narrow {
	readonly #query: MediaQueryList;
	readonly #subscribe: () => void;

	/** @param query such as `width < 1240px` */
	constructor(query: string) {
		this.#query = matchMedia(`(${query})`);
		this.#subscribe = createSubscriber((update) => {
			this.#query.addEventListener('change', update);
			return () => this.#query.removeEventListener('change', update);
		});
	}

	get current(): boolean {
		this.#subscribe();
		return this.#query.matches;
	}
}
