/**
 * The connection on which a hand-written handshake goes out: a new one for each, one at a time.
 */
import { compileDraft } from '#lib/handshakes/draft/compile-draft.ts';
import { draftFaults } from '#lib/handshakes/draft/draft-faults.ts';
import type { HandshakeDraft } from '#lib/handshakes/draft/handshake-draft.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import type { MakeInflater } from '#lib/protocol/deflate/inflater.ts';
import { DIRECT, type Way } from '#lib/runs/way.ts';
import type { Refusal } from '../session/browser-peer.ts';
import { hasRun, isLost } from '../session/connection-watch.ts';
import type { ConnectOutcome, LabSession } from '../session/lab-session.svelte.ts';
import { loadInflate } from '../load-inflate.ts';
import type { ObservedConnection } from '../session/observed-connection.svelte.ts';

export interface SendOptions {
	/** How the raw client reaches the peer; direct by default. */
	readonly way?: Way;
	/** The student has read what headers that act beyond the connection do. */
	readonly confirmed?: boolean;
}

export type HandshakeStart =
	| {
			readonly ok: true;
			readonly connection: ObservedConnection;
			readonly second: ObservedConnection | null;
	  }
	| {
			readonly ok: false;
			/** An error code of the channel, `not-loaded`, or `exception`: the browser refused. */
			readonly code: string;
			readonly refusal?: Refusal;
			/** Of the page's WebSocket that was refused. */
			readonly connection?: ObservedConnection;
	  };

export class HandshakeLine {
	readonly #session: LabSession;
	#connection = $state.raw<ObservedConnection | null>(null);
	#isStarting = $state(false);
	#isCancelled = false;

	constructor(session: LabSession) {
		this.#session = session;
	}

	/** A handshake was asked for, and not all of it has been written. */
	readonly isSending: boolean = $derived.by(() => {
		void this.#connection?.capture.version;
		return this.#isStarting || this.#isOn();
	});

	/** The student's side of the last one can still be ended. */
	readonly isOpen: boolean = $derived.by(() => {
		void this.#connection?.capture.version;
		return this.#connection !== null && isUsable(this.#connection);
	});

	/** Sends it over a new connection; what the last one still waits for, nobody looks at any more. */
	async send(draft: HandshakeDraft, options: SendOptions = {}): Promise<HandshakeStart> {
		if (this.#isStarting) return { ok: false, code: 'run-in-progress' };
		this.#isStarting = true;
		this.#isCancelled = false;
		try {
			const start = await this.#start(draft, options);
			if (start.ok) await this.#take(start.connection);
			return start;
		} finally {
			this.#isStarting = false;
		}
	}

	/** Stops the writing at once; resolves to null, or an error code of the channel. */
	async cancel(): Promise<string | null> {
		// Nothing can be stopped before the server has answered: then it is.
		this.#isCancelled = this.#isStarting;
		if (this.#isStarting || !this.#connection) return null;
		return this.#cancelOn(this.#connection);
	}

	/** Ends the student's side, or resets it; resolves to null, or an error code of the channel. */
	async hangUp(how: 'fin' | 'rst'): Promise<string | null> {
		return this.#connection ? this.#session.hangUp(this.#connection, how) : 'not-open';
	}

	get isStarting(): boolean {
		return this.#isStarting;
	}

	/** As of now; what is derived is as old as the screen. */
	#isOn(): boolean {
		return this.#connection !== null && !hasRun(this.#connection, 1);
	}

	async #start(draft: HandshakeDraft, options: SendOptions): Promise<HandshakeStart> {
		if (isTooBig(this.#session, draft)) return { ok: false, code: 'run-too-big' };
		let inflate: MakeInflater | undefined;
		try {
			if (/deflate/i.test(latin1(draft.bytes))) inflate = await loadInflate();
		} catch {
			return { ok: false, code: 'not-loaded' };
		}
		return startOf(await this.#dial(draft, options, inflate));
	}

	#dial(
		draft: HandshakeDraft,
		{ way = DIRECT, confirmed = false }: SendOptions,
		inflate: MakeInflater | undefined
	): Promise<ConnectOutcome> {
		const script = compileDraft(draft);
		if (draft.role === 'client') return this.#session.rawClient(script, { way, inflate });
		const { protocols } = draft;
		const answer = 'written';
		const request = { script, answer, extensions: '', protocols, confirmed, inflate } as const;
		return this.#session.rawServer(request);
	}

	async #take(connection: ObservedConnection): Promise<void> {
		const before = this.#connection;
		if (before) void this.#end(before);
		this.#connection = connection;
		if (this.#isCancelled) await this.#cancelOn(connection);
	}

	async #end(connection: ObservedConnection): Promise<void> {
		if (!hasRun(connection, 1)) await this.#cancelOn(connection);
		if (isUsable(connection)) await this.#session.hangUp(connection, 'fin');
	}

	/** One that ends meanwhile needs no cancelling any more. */
	async #cancelOn(connection: ObservedConnection): Promise<string | null> {
		// A browser that delays its connection is told to let it be.
		if (connection.capture.conversation.runs.length === 0) connection.close();
		const code = await this.#session.cancelRun(connection);
		return hasRun(connection, 1) ? null : code;
	}
}

/** What else a draft may have wrong (subprotocols) is for the browser to say. */
export function isTooBig({ terms }: LabSession, draft: HandshakeDraft): boolean {
	return draftFaults(draft, terms?.runs ?? null).some(({ item }) => item === null);
}

/** Neither side has ended. */
function isUsable(connection: ObservedConnection): boolean {
	const { conversation } = connection.capture;
	const hasEnded = conversation.hasEnded('client') || conversation.hasEnded('server');
	return conversation.runs.length > 0 && !hasEnded && !isLost(connection);
}

function startOf(outcome: ConnectOutcome): HandshakeStart {
	if (outcome.kind === 'unobserved') return { ok: false, code: outcome.code };
	const { connection } = outcome;
	if (outcome.kind === 'connecting') return { ok: true, connection, second: outcome.second };
	return { ok: false, code: 'exception', refusal: outcome.refusal, connection };
}
