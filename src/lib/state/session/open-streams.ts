/**
 * The streams that a session holds open: each picks what is its own of what arrives. Loaded with
 * the first of them, since most pages have none.
 */
import type { ChannelEvent } from '#lib/channel/batch.ts';
import type { Command, CommandResult } from '#lib/channel/messages.ts';
import type { StreamSource } from '#lib/transports/stream-source.ts';
import type { LaneSettings } from '#lib/transports/transport.ts';
import type { EarlyEvents } from './early-events.ts';
import { OpenedStream } from './opened-stream.ts';

/** What a command brought, or an error code of the channel. */
type Ask = <C extends Command>(
	command: C
) => Promise<{ readonly result: CommandResult<C['type']> } | { readonly code: string }>;

type OpenStream = Extract<Command, { type: 'open-stream' }>;

export class OpenStreams {
	readonly #ask: Ask;
	readonly #early: EarlyEvents;
	readonly #streams = new Set<OpenedStream>();

	constructor(ask: Ask, early: EarlyEvents) {
		this.#ask = ask;
		this.#early = early;
	}

	async open(
		source: StreamSource,
		lanes: readonly LaneSettings[]
	): Promise<OpenedStream | { readonly code: string }> {
		const early = this.#early.hold();
		try {
			const command: OpenStream = { type: 'open-stream', source, lanes: [...lanes] };
			const answer = await this.#ask(command);
			if ('code' in answer) return answer;
			const stream = new OpenedStream(answer.result, this.#ask, (closed) =>
				this.#streams.delete(closed)
			);
			this.#streams.add(stream);
			early.deliverTo(stream);
			return stream;
		} finally {
			early.release();
		}
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
