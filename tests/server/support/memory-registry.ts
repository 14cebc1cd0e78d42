/** Tickets whose recordings a test can read: what a session would send to its page. */
import { Buffer } from 'node:buffer';
import type { RecordingEvent, ServerTold } from '#lib/capture/recording-event.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import type { Observation, ObservedConnection, RecordingSink } from '#server/tap/recording-sink.ts';
import { SessionRegistry } from '#server/session/session-registry.ts';

export class TestRecording implements Observation {
	readonly connection: number;
	readonly events: RecordingEvent[] = [];
	readonly ticket: string;
	/** Resolves when the connection has been released. */
	readonly released: Promise<void>;
	peer: ObservedConnection | null = null;
	/** Bytes of the session that are left. */
	room = Infinity;
	#changed: () => void = () => undefined;
	release: () => void = () => undefined;

	constructor(connection: number) {
		this.connection = connection;
		this.ticket = `ticket-${connection}`;
		this.released = new Promise((resolve) => {
			this.release = () => {
				resolve();
				this.#changed();
			};
		});
	}

	readonly sink: RecordingSink = {
		append: (event) => {
			this.events.push(event);
			this.#changed();
		},
		now: () => Math.floor(performance.now() * 1000)
	};

	take(bytes: number): boolean {
		if (this.room < bytes) return false;
		this.room -= bytes;
		return true;
	}

	attach(peer: ObservedConnection): void {
		this.peer = peer;
	}

	async until(holds: (recording: this) => boolean): Promise<this> {
		while (!holds(this)) await new Promise<void>((resolve) => (this.#changed = resolve));
		return this;
	}

	bytes(direction: Direction): Buffer {
		return Buffer.concat(this.chunks(direction));
	}

	chunks(direction: Direction): Uint8Array[] {
		return this.events.flatMap((event) =>
			event.kind === 'data' && event.direction === direction ? [event.bytes] : []
		);
	}

	/** Kinds of the events that are neither data nor what the server was told. */
	get ends(): string[] {
		return this.events.flatMap((event) => {
			if (event.kind === 'fin' || event.kind === 'rst') return [`${event.kind} ${event.direction}`];
			if (event.kind === 'stopped') return [`stopped ${event.bound}`];
			return event.kind === 'accepted' ? ['accepted'] : [];
		});
	}

	get told(): ServerTold[] {
		return this.events.flatMap((event) => (event.kind === 'server' ? [event.told] : []));
	}
}

export class MemoryRegistry extends SessionRegistry {
	readonly #waiting = new Map<string, TestRecording>();
	#count = 0;

	/** A recording that waits for its connection under a fresh ticket. */
	expect(): TestRecording {
		const recording = new TestRecording(++this.#count);
		this.#waiting.set(recording.ticket, recording);
		return recording;
	}

	override redeem(ticket: string): Observation | null {
		const recording = this.#waiting.get(ticket) ?? null;
		this.#waiting.delete(ticket);
		return recording;
	}
}
