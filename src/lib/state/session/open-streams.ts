/** The streams that a session holds open: each picks what is its own of what arrives. */
import type { ChannelEvent } from '#lib/channel/batch.ts';
import type { OpenedStream } from './opened-stream.ts';

export class OpenStreams {
	readonly #streams = new Set<OpenedStream>();

	add(stream: OpenedStream): void {
		this.#streams.add(stream);
	}

	remove(stream: OpenedStream): void {
		this.#streams.delete(stream);
	}

	deliver(events: readonly ChannelEvent[], until: number): void {
		for (const stream of this.#streams) stream.deliver(events, until);
	}

	/** The session is gone: nothing more will come of any. */
	abandonAll(): void {
		const streams = [...this.#streams];
		this.#streams.clear();
		for (const stream of streams) stream.abandon();
	}
}
