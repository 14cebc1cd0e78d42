/**
 * The chat room of the page: its visits to rooms, a WebSocket each, and the conversation as captured.
 */
import type { Refusal } from '../../session/browser-peer.ts';
import { until } from '../../session/connection-watch.ts';
import { KeptConnections } from '../../session/kept-connections.ts';
import type { ObservedConnection } from '../../session/observed-connection.svelte.ts';
import type { WorkbenchState } from '../../workbench/workbench.svelte.ts';
import type { Person } from './chat-envelope.ts';
import { ChatFold } from './chat-fold.ts';
import { joinLines, type ChatLine } from './chat-line.ts';
import { misdeedTexts, type Misdeed } from './chat-misdeeds.ts';
import { chatUrl } from './chat-room.ts';

export interface ChatOptions {
	readonly bench: WorkbenchState;
	/** Origin of the page, such as http://localhost:3000. */
	readonly origin: string;
}

interface Visit {
	readonly connection: ObservedConnection;
	readonly fold: ChatFold;
	/** The name that was asked for. */
	readonly name: string;
}

/** Visits whose lines stay on the page. */
const MOST_VISITS = 6;

export type ChatPhase = 'outside' | 'entering' | 'inside' | 'leaving';

export class Chat {
	readonly #bench: WorkbenchState;
	readonly #origin: string;
	readonly #kept: KeptConnections;
	/** Oldest first. */
	#visits = $state.raw<readonly Visit[]>([]);
	#isAsking = $state(false);
	#trouble = $state<string | null>(null);
	#refusal = $state.raw<Refusal | null>(null);
	#chosen = $state<string | null>(null);
	#isDisposed = false;
	#sent = 0;

	/** Of all visits, oldest first; what a later welcome brings again is not said twice. */
	readonly lines: readonly ChatLine[] = $derived.by(() => {
		for (const { connection, fold } of this.#visits) {
			void connection.capture.version;
			fold.update();
		}
		return joinLines(this.#visits.map(({ fold }) => fold.lines));
	});

	/** What is looked at: the chosen line, else the last that came. */
	readonly current: ChatLine | null = $derived(this.chosen ?? this.lines.at(-1) ?? null);

	/** Who this page has been, this visit and before. */
	readonly #selves: readonly string[] = $derived.by(() => {
		void this.lines;
		return this.#visits.flatMap(({ fold }) => fold.me?.id ?? []);
	});

	constructor({ bench, origin }: ChatOptions) {
		this.#bench = bench;
		this.#origin = origin;
		this.#kept = new KeptConnections(bench.session);
	}

	get #visit(): Visit | null {
		return this.#visits.at(-1) ?? null;
	}

	get phase(): ChatPhase {
		const { me } = this;
		const readyState = this.#visit?.connection.readyState ?? 3;
		if (this.#isAsking || readyState === 0 || (readyState === 1 && !me)) return 'entering';
		if (readyState === 2) return 'leaving';
		return readyState === 1 ? 'inside' : 'outside';
	}

	/** In the room; null outside. */
	get me(): Person | null {
		void this.lines;
		return this.#visit?.fold.me ?? null;
	}

	get room(): string | null {
		void this.lines;
		return this.#visit?.fold.room ?? null;
	}

	/** Who is in the room; empty outside. */
	get here(): readonly Person[] {
		void this.lines;
		return this.#visit?.fold.here ?? [];
	}

	/** The name that was asked for; null before the first visit. */
	get askedName(): string | null {
		return this.#visit?.name ?? null;
	}

	/** Lines that were let go. */
	get dropped(): number {
		void this.lines;
		return this.#visits.reduce((sum, { fold }) => sum + fold.dropped, 0);
	}

	/** An error code of the lab channel; null: none. */
	get trouble(): string | null {
		return this.#trouble;
	}

	/** What the browser's API threw at the last call; null: nothing. */
	get refusal(): Refusal | null {
		return this.#refusal;
	}

	get chosen(): ChatLine | null {
		const key = this.#chosen;
		return (key !== null && this.lines.find((line) => line.key === key)) || null;
	}

	isMine({ id }: Person): boolean {
		return this.#selves.includes(id);
	}

	/** Enters a room; resolves once the connection is on its way, or refused. */
	async join(room: string, name: string): Promise<void> {
		if (this.phase !== 'outside') return;
		this.#isAsking = true;
		this.#trouble = null;
		this.#refusal = null;
		try {
			const url = chatUrl(this.#origin, room, name);
			const outcome = await this.#bench.session.connect({ url, protocols: [] });
			if (outcome.kind === 'unobserved') this.#trouble = outcome.code;
			else this.#enter(outcome.connection, name);
		} finally {
			this.#isAsking = false;
		}
	}

	/** Leaves with 1000. */
	leave(): void {
		this.#refusal = this.#visit?.connection.close(1000, 'bye') ?? null;
	}

	/** Leaves the room that this page is in, and enters another. */
	async change(room: string, name: string): Promise<void> {
		const connection = this.#visit?.connection;
		if (connection && this.phase !== 'outside') {
			this.leave();
			await until(connection, () => (connection.readyState === 3 ? true : null));
		}
		await this.join(room, name);
	}

	say(text: string): void {
		this.#send(JSON.stringify({ type: 'message', id: this.#nextId(), body: text }));
	}

	rename(name: string): void {
		this.#send(JSON.stringify({ type: 'rename', id: this.#nextId(), body: name }));
	}

	misbehave(misdeed: Misdeed): void {
		const other = this.here.find(({ id }) => id !== this.me?.id)?.name ?? null;
		for (const text of misdeedTexts(misdeed, () => this.#nextId(), other)) this.#send(text);
	}

	/** Chooses a line, and goes to its record on the wire. */
	choose(line: ChatLine): void {
		this.#chosen = line.key;
		this.show(line, line.record);
	}

	/** Follows what comes again. */
	follow(): void {
		this.#chosen = null;
		this.#bench.player.goLive();
	}

	/** Goes to a record of the connection that a line comes from. */
	show(line: ChatLine, record: number | null): void {
		const connection = this.#connectionOf(line);
		if (record === null || !connection) return;
		if (this.#bench.connection !== connection) this.#bench.show(connection);
		this.#bench.selection.selectRecord(record);
	}

	/** Bytes on the wire of a record of the connection that a line comes from. */
	sizeOf(line: ChatLine, record: number): number {
		return this.#connectionOf(line)?.capture.records[record]?.bytesLength ?? 0;
	}

	/** Leaves for good. */
	dispose(): void {
		this.#isDisposed = true;
		this.#visit?.connection.close();
	}

	#enter(connection: ObservedConnection, name: string): void {
		const { conversation, recording } = connection.capture;
		const fold = new ChatFold(conversation, recording.startedAt);
		this.#visits = [...this.#visits, { connection, fold, name }].slice(-MOST_VISITS);
		this.#chosen = null;
		this.#kept.add(connection, connection);
		this.#bench.show(connection);
		if (this.#isDisposed) connection.close();
	}

	#connectionOf({ connection: id }: ChatLine): ObservedConnection | null {
		return this.#visits.find(({ connection }) => connection.id === id)?.connection ?? null;
	}

	/** What comes of it is looked at next. */
	#send(text: string): void {
		if (this.#chosen !== null) this.follow();
		this.#refusal = this.#visit?.connection.send(text) ?? null;
	}

	#nextId(): string {
		this.#sent += 1;
		return String(this.#sent);
	}
}
