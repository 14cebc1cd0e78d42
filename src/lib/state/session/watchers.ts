/** Who wants to be told that something has changed. */
export class Watchers {
	readonly #watchers = new Set<() => void>();

	/** Returns what ends it. */
	add(watcher: () => void): () => void {
		this.#watchers.add(watcher);
		return () => void this.#watchers.delete(watcher);
	}

	tell(): void {
		for (const watcher of this.#watchers) watcher();
	}
}
