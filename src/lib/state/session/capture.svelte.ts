/**
 * One connection's recording as the screen reads it: the recording, what was folded from it, and
 * a signal that says when there is more.
 *
 * A recording grows a thousand times a second; the screen is drawn sixty times. Whoever appends
 * calls `notify`, and readers are told at most once a frame, or less often (draw-pace.ts).
 */
import type { Conversation } from '#lib/capture/conversation.ts';
import type { RecordingEvent } from '#lib/capture/recording-event.ts';
import type { Recording } from '#lib/capture/recording.ts';
import { drawPace, type Schedule } from './draw-pace.ts';

/** LIVE: this page's own connection. RECORDED: a stored capture, or an imported file. */
export type CaptureSource = 'live' | 'recorded';

/** One for the page: its captures are drawn by the same thread. */
const pagePace = drawPace();

export class Capture {
	readonly source: CaptureSource;
	readonly recording: Recording;
	readonly conversation: Conversation;
	readonly #schedule: Schedule;
	#version = $state(0);
	#isDue = false;
	#hasEnded = $state(false);

	constructor(
		source: CaptureSource,
		recording: Recording,
		conversation: Conversation,
		schedule: Schedule = pagePace
	) {
		this.source = source;
		this.recording = recording;
		this.conversation = conversation;
		this.#schedule = schedule;
	}

	/** Grows with every frame drawn while events arrive: whoever reads it is told. */
	get version(): number {
		return this.#version;
	}

	get events(): readonly RecordingEvent[] {
		void this.#version;
		return this.recording.events;
	}

	get records(): Conversation['records'] {
		void this.#version;
		return this.conversation.records;
	}

	/** Nothing more will be appended, though its connection may go on. */
	get hasEnded(): boolean {
		return this.#hasEnded;
	}

	/** Call it when the last event has been appended. */
	end(): void {
		this.#hasEnded = true;
	}

	/** Tells readers at once: for what somebody waits for, not for each event. */
	refresh(): void {
		this.#version++;
	}

	/** Tells readers once, before the next frame is drawn. */
	notify(): void {
		if (this.#isDue) return;
		this.#isDue = true;
		this.#schedule(() => {
			this.#isDue = false;
			this.#version++;
		});
	}
}
