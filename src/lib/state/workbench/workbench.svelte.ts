/**
 * The workbench: which capture is on the screen, where in it, and what is chosen.
 *
 * The screen is a pure function of (capture, cursor, selection); everything else here decides
 * which capture that is.
 */
import type { ConversationView } from '#lib/capture/conversation.ts';
import { ThreeViews } from '#lib/capture/three-views.ts';
import type { Capture } from '../session/capture.svelte.ts';
import type { LabSession } from '../session/lab-session.svelte.ts';
import type { ObservedConnection } from '../session/observed-connection.svelte.ts';
import { Player, type PlayerClock, type PlayerSource } from './player.svelte.ts';
import { SelectionState } from './selection.svelte.ts';

const NOTHING = { recording: { events: [] }, conversation: null } as const;

const frameClock: PlayerClock = {
	now: () => performance.now(),
	requestFrame: (callback) => requestAnimationFrame(callback),
	cancelFrame: (handle) => cancelAnimationFrame(handle)
};

export class WorkbenchState {
	readonly session: LabSession;
	readonly player: Player;
	readonly selection: SelectionState;
	#chosen = $state.raw<ObservedConnection | null>(null);
	/** Captures of an opened file or of a lane; null while a connection of this page is shown. */
	#opened = $state.raw<readonly Capture[] | null>(null);
	#openedIndex = $state(0);

	/** On the screen now. */
	readonly capture: Capture | null = $derived(
		this.#opened ? (this.#opened[this.#openedIndex] ?? null) : (this.#chosen?.capture ?? null)
	);

	/** The conversation at the cursor. */
	readonly view: ConversationView | null = $derived.by(() => {
		void this.capture?.version;
		return this.capture?.conversation.at(this.player.cursor) ?? null;
	});

	readonly #threeViews: ThreeViews | null = $derived(
		this.capture && new ThreeViews(this.capture.conversation)
	);

	constructor(session: LabSession, clock: PlayerClock = frameClock) {
		this.session = session;
		this.player = new Player(() => this.#source(), clock);
		this.selection = new SelectionState(this.player);
	}

	/** What page, wire and server each knew, as far as the capture has come. */
	get threeViews(): ThreeViews | null {
		void this.capture?.version;
		this.#threeViews?.update();
		return this.#threeViews;
	}

	/** The page's own connection on the screen; null while a recording is. */
	get connection(): ObservedConnection | null {
		return this.#opened ? null : this.#chosen;
	}

	get isRecorded(): boolean {
		return this.#opened !== null && this.capture?.source !== 'live';
	}

	/** How many connections the screen can choose from. */
	get choices(): number {
		return this.#opened?.length ?? this.session.connections.length;
	}

	/** Which of them is shown, from 0. */
	get choice(): number {
		if (this.#opened) return this.#openedIndex;
		return this.#chosen ? this.session.connections.indexOf(this.#chosen) : -1;
	}

	/** Shows one of the connections, from 0. */
	choose(index: number): void {
		if (this.#opened) this.#openedIndex = index;
		else this.#chosen = this.session.connections[index] ?? null;
		this.#rewind();
	}

	/** Shows a connection of this page and follows it live. */
	show(connection: ObservedConnection): void {
		this.#opened = null;
		this.#chosen = connection;
		this.#rewind();
	}

	/** Shows a capture that is no connection of this page's own WebSockets, live or not. */
	showCapture(capture: Capture): void {
		this.open([capture]);
	}

	/** Shows a stored recording: one capture a connection. */
	open(captures: readonly Capture[]): void {
		this.#opened = captures;
		this.#openedIndex = 0;
		this.#rewind();
	}

	backToLive(): void {
		this.#opened = null;
		this.#rewind();
	}

	/** Forgets every connection of this page but the one on the screen. */
	async forgetOthers(): Promise<void> {
		const others = this.session.connections.filter((connection) => connection !== this.#chosen);
		await Promise.all(others.map((connection) => this.session.forget(connection)));
	}

	dispose(): void {
		this.player.dispose();
		this.session.close();
	}

	/** Read by the player: reading the version makes it notice what is appended. */
	#source(): PlayerSource {
		void this.capture?.version;
		return this.capture ?? NOTHING;
	}

	#rewind(): void {
		this.selection.clear();
		this.player.goLive();
	}
}
