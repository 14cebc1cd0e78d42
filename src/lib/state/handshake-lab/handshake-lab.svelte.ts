/**
 * The handshake lab: the request and the response a student writes, the connection on the screen
 * that they led to, and what two judges say of it.
 *
 * Both verdicts belong to the cursor, as everything on the screen does.
 */
import { compareHandshake, type HandshakeAgreement } from '#lib/handshakes/verdict/agreement.ts';
import {
	readAnswer,
	readBrowserAnswer,
	type AnswerReading,
	type BrowserAnswer
} from '#lib/handshakes/verdict/answer.ts';
import { decodeDraftLink, encodeDraftLink } from '#lib/handshakes/draft/draft-link.ts';
import type { HandshakeDraft } from '#lib/handshakes/draft/handshake-draft.ts';
import type { PresetContext } from '#lib/handshakes/presets/preset.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import type { HandshakeVerdict } from '#lib/protocol/handshake/opening-handshake.ts';
import type { Refusal } from '../session/browser-peer.ts';
import { channelUrl } from '../session/connection-url.ts';
import { KeptConnections } from '../session/kept-connections.ts';
import { LabSession, loadObservedConnection } from '../session/lab-session.svelte.ts';
import type { ObservedConnection } from '../session/observed-connection.svelte.ts';
import { WorkbenchState } from '../workbench/workbench.svelte.ts';
import { connectDelay, failuresInARow, type ConnectDelay } from './browser-delay.ts';
import { strictOnCaptured } from './captured-head.ts';
import { DraftState, emptyDraft } from './draft-state.svelte.ts';
import { HandshakeLine, type HandshakeStart, type SendOptions } from './handshake-line.svelte.ts';
import { newKey, presetContext } from './preset-context.ts';

/** What went wrong last, until the next attempt. */
export type HandshakeTrouble =
	/** An error code of the lab channel, such as `run-too-big`, `confirm-needed`, `raw-server-off`. */
	| { readonly kind: 'channel'; readonly code: string }
	/** The browser's WebSocket constructor threw. */
	| { readonly kind: 'exception'; readonly refusal: Refusal }
	/** A part of the page that is fetched late could not be fetched. */
	| { readonly kind: 'not-loaded' }
	/** The link holds no draft that this page can read. */
	| { readonly kind: 'link'; readonly fault: 'not-a-draft' | 'too-big' | 'newer-version' };

/**
 * Failed handshakes in a row after which the lab makes a good one first: Chromium's delay grows
 * from about as many on, and is not felt before.
 */
export const FAILURES_BEFORE_GOOD = 6;

export class HandshakeLab {
	readonly bench: WorkbenchState;
	readonly pageUrl: URL;
	/** What presets take from this page. */
	readonly context: PresetContext;
	readonly request = new DraftState(emptyDraft('client'));
	readonly response = new DraftState(emptyDraft('server'));
	readonly #line: HandshakeLine;
	readonly #kept: KeptConnections;
	readonly #seconds = new WeakMap<ObservedConnection, ObservedConnection>();
	#trouble = $state.raw<HandshakeTrouble | null>(null);
	#isConnecting = $state(false);
	#goodOnes = $state(0);

	/** @param session of its own by default; it is opened with `bench.session.open()` */
	constructor(pageUrl: URL, session: LabSession = new LabSession(channelUrl(pageUrl))) {
		this.pageUrl = pageUrl;
		this.context = presetContext(pageUrl);
		this.bench = new WorkbenchState(session);
		this.#line = new HandshakeLine(session);
		this.#kept = new KeptConnections(session);
	}

	/** Who the student is on the connection on the screen; null: nobody, or not yet. */
	readonly role: Direction | null = $derived.by(() => {
		void this.bench.capture?.version;
		return this.bench.capture?.conversation.runs[0]?.event.direction ?? null;
	});

	/** The RFCs' verdict on the student's captured head, as far as the cursor. */
	readonly strict: HandshakeVerdict | null = $derived.by(() => {
		const { role, bench } = this;
		return role && bench.view && strictOnCaptured(bench.view, role);
	});

	/** What the server made of a hand-written request; null where the student wrote none. */
	readonly answer: AnswerReading | null = $derived.by(() => {
		const { capture, player } = this.bench;
		void capture?.version;
		return capture && this.role === 'client'
			? readAnswer(capture.conversation, player.cursor)
			: null;
	});

	/** What each hand-written request was answered, wherever the cursor stands. */
	readonly allAnswers: AnswerReading['answers'] = $derived.by(() => {
		const { capture } = this.bench;
		void capture?.version;
		return capture && this.role === 'client' ? readAnswer(capture.conversation).answers : [];
	});

	/** What this browser made of what it was answered; null where no page asked. */
	readonly browserAnswer: BrowserAnswer | null = $derived.by(() => {
		const { capture, player, view } = this.bench;
		void capture?.version;
		return capture && view && view.readyState !== null
			? readBrowserAnswer(capture.conversation, player.cursor)
			: null;
	});

	readonly agreement: HandshakeAgreement | null = $derived.by(() => {
		const { role, strict, answer, browserAnswer } = this;
		if (role === 'client' && answer) return compareHandshake(strict, answer, role);
		if (role === 'server' && browserAnswer) return compareHandshake(strict, browserAnswer, role);
		return null;
	});

	/** The other side of what is on the way, of the connection on the screen. */
	readonly second: ObservedConnection | null = $derived.by(() => {
		const { connection } = this.bench;
		return connection ? (this.#seconds.get(connection) ?? null) : null;
	});

	/** Failed handshakes of this browser in a row, as far as its captures tell. */
	readonly failures: number = $derived.by(() => this.#failuresBefore(null));

	/** As many before the connection on the screen was asked for. */
	readonly failuresBefore: number = $derived.by(() => this.#failuresBefore(this.bench.connection));

	/** How long this browser took to open the connection on the screen; null: it did not, or not yet. */
	readonly delay: ConnectDelay | null = $derived.by(() => {
		const events = this.bench.capture?.events;
		return events ? connectDelay(events) : null;
	});

	/** Something was asked for and is not written yet. */
	get isSending(): boolean {
		return this.#isConnecting || this.#line.isSending;
	}

	/** The student's side of the last connection can still be ended. */
	get isOpen(): boolean {
		return this.#line.isOpen;
	}

	/** Good handshakes that the lab made by itself, so that the browser would not wait. */
	get goodOnes(): number {
		return this.#goodOnes;
	}

	get trouble(): HandshakeTrouble | null {
		return this.#trouble;
	}

	draftOf(role: Direction): DraftState {
		return role === 'client' ? this.request : this.response;
	}

	dismiss(): void {
		this.#trouble = null;
	}

	/** Fetches what the page does not begin with, so that the first connection need not wait. */
	prepare(): void {
		void Promise.allSettled([loadObservedConnection()]);
	}

	/** Sends a draft, by default the one that is edited, and follows it live. */
	async send(
		role: Direction,
		{ draft = this.draftOf(role).draft, ...options }: SendOptions & { draft?: HandshakeDraft } = {}
	): Promise<void> {
		if (this.#isConnecting || this.#line.isStarting) return this.#report('run-in-progress');
		this.#trouble = null;
		if (role === 'server' && this.failures >= FAILURES_BEFORE_GOOD) await this.#makeGoodOne();
		this.#take(await this.#line.send(draft, options));
	}

	/** Stops the writing at once. */
	async cancel(): Promise<void> {
		this.#report(await this.#line.cancel());
	}

	/** Ends the student's side of the last connection, or resets it. */
	async hangUp(how: 'fin' | 'rst'): Promise<void> {
		this.bench.player.goLive();
		this.#report(await this.#line.hangUp(how));
	}

	/** A good handshake, captured: this browser's own WebSocket at the echo server. It stays open. */
	async connectPlainly(): Promise<void> {
		if (this.#isConnecting) return;
		this.#trouble = null;
		const connection = await this.#connect();
		if (connection) this.#show(connection);
	}

	/** Takes the draft of a link and tells whose it is; null, with trouble, where it holds none. */
	async openLink(hash: string): Promise<Direction | null> {
		const decoded = await decodeDraftLink(hash.replace(/^#/, ''));
		this.#trouble = decoded.ok ? null : { kind: 'link', fault: decoded.fault };
		if (!decoded.ok) return null;
		const { role } = decoded.draft;
		this.draftOf(role).load(decoded.draft);
		return role;
	}

	/** The draft as the fragment of a URL, with its `#`. */
	async link(role: Direction): Promise<string> {
		return `#${await encodeDraftLink(this.draftOf(role).draft)}`;
	}

	newKey(): string {
		return newKey();
	}

	dispose(): void {
		this.bench.dispose();
	}

	#failuresBefore(connection: ObservedConnection | null): number {
		const { connections } = this.bench.session;
		const end = connection === null ? connections.length : connections.indexOf(connection);
		const captures = connections.slice(0, Math.max(end, 0)).map(({ capture }) => capture);
		for (const capture of captures) void capture.version;
		return failuresInARow(captures.map(({ conversation }) => conversation));
	}

	/** One success makes a browser forget its failures (§7.2.3 asks it to remember them). */
	async #makeGoodOne(): Promise<void> {
		const connection = await this.#connect();
		if (!connection) return;
		this.#kept.add(connection, this.bench.connection);
		if (connection.readyState === 1) this.#goodOnes += 1;
		connection.close();
	}

	async #connect(): Promise<ObservedConnection | null> {
		this.#isConnecting = true;
		try {
			const url = `${this.pageUrl.origin.replace(/^http/, 'ws')}/ws/echo`;
			const outcome = await this.bench.session.connect({ url, protocols: [] });
			if (outcome.kind === 'unobserved') this.#report(outcome.code);
			else await outcome.connection.settled;
			return outcome.kind === 'connecting' ? outcome.connection : null;
		} finally {
			this.#isConnecting = false;
		}
	}

	#take(start: HandshakeStart): void {
		if (start.ok) {
			if (start.second) this.#seconds.set(start.connection, start.second);
			this.#show(start.connection);
			return;
		}
		if (start.refusal) this.#trouble = { kind: 'exception', refusal: start.refusal };
		else if (start.code === 'not-loaded') this.#trouble = { kind: 'not-loaded' };
		else this.#report(start.code);
	}

	#show(connection: ObservedConnection): void {
		this.bench.show(connection);
		this.#kept.add(connection, connection);
	}

	#report(code: string | null): void {
		this.#trouble = code === null ? null : { kind: 'channel', code };
	}
}
