/**
 * The home page's own connection: opened by itself, one greeting sent, nothing more.
 */
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { ConversationView } from '#lib/capture/conversation-view.ts';
import type { Capture } from '../session/capture.svelte.ts';
import { LabSession } from '../session/lab-session.svelte.ts';

type FrameRecord = Extract<ConversationRecord, { kind: 'frame' }>;

export interface FirstConnectionOptions {
	/** Origin of the page, such as http://localhost:3000. */
	readonly origin: string;
	readonly greeting: string;
	/** Loads the stored recording that stands in where no connection can be made. */
	readonly loadSample: () => Promise<unknown>;
}

export class FirstConnection {
	readonly #options: FirstConnectionOptions;
	readonly #session: LabSession;
	#capture = $state.raw<Capture | null>(null);
	#hasFailed = $state(false);

	/** The conversation as far as it has come. */
	readonly view: ConversationView | null = $derived.by(() => {
		const capture = this.#capture;
		return capture ? capture.conversation.at(capture.events.length) : null;
	});

	/** The first frame that the client sent. */
	readonly frame: FrameRecord | null = $derived(
		(this.#capture?.records.find(
			(record) => record.kind === 'frame' && record.direction === 'client'
		) as FrameRecord | undefined) ?? null
	);

	constructor(options: FirstConnectionOptions) {
		this.#options = options;
		this.#session = new LabSession(`${this.#socketOrigin}/lab/channel`);
	}

	get capture(): Capture | null {
		return this.#capture;
	}

	/** No connection could be made: what is shown, if anything, is a recording. */
	get hasFailed(): boolean {
		return this.#hasFailed;
	}

	/** Connects and greets; returns what ends it. */
	open(): () => void {
		this.#session.open();
		// Where the server is gone before the page is whole, there is no sample either.
		this.#connect().catch(() => (this.#hasFailed = true));
		return () => this.#session.close();
	}

	get #socketOrigin(): string {
		return this.#options.origin.replace(/^http/, 'ws');
	}

	async #connect(): Promise<void> {
		if (!(await this.#session.isReached())) return this.#showSample();
		const url = `${this.#socketOrigin}/ws/echo`;
		const outcome = await this.#session.connect({ url, protocols: [] });
		if (outcome.kind !== 'connecting') return this.#showSample();
		const { connection } = outcome;
		if ((await connection.settled) !== 1) return this.#showSample();
		this.#capture = connection.capture;
		connection.send(this.#options.greeting);
	}

	async #showSample(): Promise<void> {
		this.#hasFailed = true;
		const { openRecording } = await import('./recording-download.ts');
		const opened = openRecording(await this.#options.loadSample());
		if (opened.isOk) this.#capture = opened.captures[0] ?? null;
	}
}
