/**
 * A recording: the events of one session in order, append-only, with the wall-clock start.
 */
import type { RecordingEvent } from './recording-event.ts';
import { readRecording, type RecordingFile, type RecordingRead } from './recording-file.ts';
import type { RecordingLimits } from './recording-file.ts';
import { writeRecording } from './recording-file.ts';

export class Recording {
	/** Wall-clock time of t = 0, ISO 8601. */
	readonly startedAt: string;
	readonly #events: RecordingEvent[] = [];
	#bytesLength = 0;

	constructor(startedAt: string) {
		this.startedAt = startedAt;
	}

	/** Read a recording from its JSON, text or already parsed; faults are values, nothing is thrown. */
	static fromJSON(json: unknown, limits?: Partial<RecordingLimits>): RecordingRead {
		return readRecording(json, limits);
	}

	/** In order; grows, so look at it again after an append. */
	get events(): readonly RecordingEvent[] {
		return this.#events;
	}

	/** Bytes of all chunks together. */
	get bytesLength(): number {
		return this.#bytesLength;
	}

	/** Time of the last event, in microseconds; 0 without events. */
	get duration(): number {
		return this.#events[this.#events.length - 1]?.t ?? 0;
	}

	/**
	 * Adds an event at the end; returns it as kept: a `t` before the last event's becomes that `t`.
	 * @throws RangeError when `t` is not a number of microseconds from 0
	 */
	append(event: RecordingEvent): RecordingEvent {
		if (!(event.t >= 0 && event.t < Infinity)) throw new RangeError(`event.t must be from 0 µs`);
		const last = this.duration;
		const kept = event.t < last ? { ...event, t: last } : event;
		this.#events.push(kept);
		if (kept.kind === 'data') this.#bytesLength += kept.bytes.length;
		return kept;
	}

	toJSON(): RecordingFile {
		return writeRecording(this);
	}
}
