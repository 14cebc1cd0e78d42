/**
 * A recording: the events of one session in order, append-only, with the wall-clock start.
 */
import type { RecordingEvent } from './recording-event.ts';
import {
	readRecordingFile,
	writeRecordingFile,
	type RecordingFaultAt,
	type RecordingFile,
	type RecordingLimits
} from './recording-file.ts';

export type RecordingRead =
	| { readonly isOk: true; readonly recording: Recording }
	| ({ readonly isOk: false } & RecordingFaultAt);

export class Recording {
	/** Wall-clock time of t = 0, ISO 8601. */
	readonly startedAt: string;
	readonly #events: RecordingEvent[] = [];
	#bytesLength = 0;

	constructor(startedAt: string) {
		this.startedAt = startedAt;
	}

	/** Reads a recording from JSON text, or a value already parsed. Faults are values; never throws. */
	static fromJSON(json: unknown, limits?: Partial<RecordingLimits>): RecordingRead {
		const read = readRecordingFile(json, limits);
		if (!read.isOk) return read;
		const recording = new Recording(read.startedAt);
		for (const event of read.events) recording.append(event);
		return { isOk: true, recording };
	}

	/** In order; the same array grows at each append. */
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
	 * Adds an event at the end. Returns it as kept: a `t` before the last event's becomes that one's.
	 * @throws RangeError when `event.t` is negative or not finite
	 */
	append(event: RecordingEvent): RecordingEvent {
		if (!(event.t >= 0 && event.t < Infinity)) {
			throw new RangeError(`event.t must be microseconds from 0, not ${event.t}`);
		}
		const last = this.duration;
		const kept = event.t < last ? { ...event, t: last } : event;
		this.#events.push(kept);
		if (kept.kind === 'data') this.#bytesLength += kept.bytes.length;
		return kept;
	}

	toJSON(): RecordingFile {
		return writeRecordingFile(this.startedAt, this.#events);
	}
}
