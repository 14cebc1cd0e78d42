/**
 * Connections whose recordings a lab keeps: the newest. A session records only so much, and what
 * was tried long ago makes room.
 */
import type { LabSession } from './lab-session.svelte.ts';
import type { ObservedConnection } from './observed-connection.svelte.ts';

/** Connections that stay; the server keeps as much for each. */
const KEPT = 16;
/** Bytes that they may hold together, half of what a session may record. */
const KEPT_BYTES = 2 ** 24;

export class KeptConnections {
	readonly #session: LabSession;
	/** Oldest first. */
	#kept: readonly ObservedConnection[] = [];

	constructor(session: LabSession) {
		this.#session = session;
	}

	/** Keeps one more; the oldest are forgotten, but never the one that is `shown`. */
	add(connection: ObservedConnection, shown: ObservedConnection | null): void {
		if (this.#kept.at(-1) !== connection) this.#kept = [...this.#kept, connection];
		const oldest = this.#kept.slice(0, this.#firstKept()).filter((each) => each !== shown);
		for (const each of oldest) void this.#session.forget(each);
		this.#kept = this.#kept.filter((each) => !oldest.includes(each));
	}

	#firstKept(): number {
		let from = this.#kept.length;
		for (let bytes = 0; from > 0 && this.#kept.length - from < KEPT; from -= 1) {
			bytes += this.#kept[from - 1]?.capture.recording.bytesLength ?? 0;
			if (bytes > KEPT_BYTES) break;
		}
		return from;
	}
}
