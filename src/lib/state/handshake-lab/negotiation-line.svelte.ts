/**
 * The connection on which a negotiation is tried: a new one each time, over as soon as its answer
 * is there, for only the handshake is of interest here.
 */
import { compileDraft } from '#lib/handshakes/draft/compile-draft.ts';
import {
	echoTarget,
	pageProtocols,
	requestOf,
	type NegotiationDraft
} from '#lib/handshakes/negotiation/negotiation-draft.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { encodeClosePayload } from '#lib/protocol/frames/close-payload.ts';
import { encodeFrame } from '#lib/protocol/frames/encode-frame.ts';
import { CLOSE } from '#lib/protocol/frames/opcode.ts';
import type { RunScript } from '#lib/runs/run-script.ts';
import type { Refusal } from '../session/browser-peer.ts';
import { hasRun, isLost, until, within } from '../session/connection-watch.ts';
import { KeptConnections } from '../session/kept-connections.ts';
import type { ConnectOutcome } from '../session/lab-session.svelte.ts';
import { loadInflate } from '../load-inflate.ts';
import type { ObservedConnection } from '../session/observed-connection.svelte.ts';
import { emptyDraft } from './draft-state.svelte.ts';
import { FAILURES_BEFORE_GOOD, type HandshakeLab } from './handshake-lab.svelte.ts';

export type NegotiationStart =
	| { readonly connection: ObservedConnection; readonly refusal: Refusal | null }
	/** An error code of the channel. */
	| { readonly code: string };

/** ms: how long the peer may take to end after it was told goodbye. */
const LAST_WORDS = 1000;

export class NegotiationLine {
	readonly #lab: HandshakeLab;
	readonly #kept: KeptConnections;
	#connection = $state.raw<ObservedConnection | null>(null);
	#isRaw = false;
	#stopped = new AbortController();
	#goodOnes = $state(0);

	constructor(lab: HandshakeLab) {
		this.#lab = lab;
		this.#kept = new KeptConnections(lab.bench.session);
	}

	/** A connection is on its way, or not over yet. */
	get isOn(): boolean {
		return this.#connection !== null;
	}

	get goodOnes(): number {
		return this.#goodOnes;
	}

	/** @param answer lines of the student's own, with the place for the Accept */
	async start(draft: NegotiationDraft, answer: readonly string[]): Promise<NegotiationStart> {
		this.#stopped = new AbortController();
		if (draft.way !== 'raw' && this.#lab.failures >= FAILURES_BEFORE_GOOD)
			await this.#makeGoodOne();
		const outcome = await this.#dial(draft, answer);
		if (outcome.kind === 'unobserved') return { code: outcome.code };
		const { connection } = outcome;
		this.#kept.add(connection, connection);
		if (outcome.kind === 'refused') return { connection, refusal: outcome.refusal };
		this.#isRaw = draft.way === 'raw';
		this.#connection = connection;
		return { connection, refusal: null };
	}

	/** Waits for the answer, says goodbye, and waits for the end. */
	async finish(): Promise<void> {
		const connection = this.#connection;
		if (!connection) return;
		try {
			await (this.#isRaw ? this.#finishRaw(connection) : this.#finishPage(connection));
		} finally {
			this.#connection = null;
		}
	}

	async stop(): Promise<void> {
		this.#stopped.abort();
		const connection = this.#connection;
		if (!connection) return;
		connection.close();
		if (connection.capture.conversation.runs.length > 0) {
			await this.#lab.bench.session.cancelRun(connection);
		}
	}

	async #dial(draft: NegotiationDraft, answer: readonly string[]): Promise<ConnectOutcome> {
		const { session } = this.#lab.bench;
		const { origin, host } = this.#lab.pageUrl;
		const inflate = await loadInflate();
		if (draft.way === 'raw') {
			const bytes = requestOf(draft, { origin, host, key: this.#lab.newKey() });
			return session.rawClient(untilAnswered(bytes), { inflate });
		}
		const protocols = pageProtocols(draft);
		if (draft.way === 'browser') {
			const url = `${origin.replace(/^http/, 'ws')}${echoTarget(draft)}`;
			return session.connect({ url, protocols, inflate });
		}
		const script = compileDraft({
			...emptyDraft('server'),
			bytes: latin1Array([...answer, '', ''].join('\r\n'))
		});
		return session.rawServer({
			script,
			answer: 'written',
			extensions: '',
			protocols,
			confirmed: false,
			inflate
		});
	}

	async #finishRaw(connection: ObservedConnection): Promise<void> {
		const { session } = this.#lab.bench;
		await this.#untilOrStopped(connection, () => hasRun(connection, 1));
		const { conversation } = connection.capture;
		const isOpen = conversation.isUpgraded && !isOver(connection);
		if (isOpen && (await session.run(connection, goodbye('client'))) === null) {
			const look = () => isOver(connection);
			await within(LAST_WORDS, this.#untilOrStopped(connection, look));
		}
		if (!isOver(connection)) await session.hangUp(connection, 'fin');
	}

	/** The page is told whether it opened; a browser with much patience can be stopped. */
	async #finishPage(connection: ObservedConnection): Promise<void> {
		const { session } = this.#lab.bench;
		await this.#untilOrStopped(connection, () => connection.readyState !== 0);
		const isOwn = connection.capture.conversation.runs.length > 0;
		if (connection.readyState !== 1) connection.close();
		else if (!isOwn) connection.close(1000);
		// Nobody else says goodbye for the student's server.
		else if ((await session.run(connection, goodbye('server'))) === null) {
			await within(
				LAST_WORDS,
				this.#untilOrStopped(connection, () => hasRun(connection, 2))
			);
		}
		if (isOwn) await session.hangUp(connection, 'fin');
		const isTold = () => connection.capture.conversation.at(Infinity).readyState === 3;
		await within(LAST_WORDS, this.#untilOrStopped(connection, isTold));
	}

	/** One success makes a browser forget its failures (§7.2.3 asks it to remember them). */
	async #makeGoodOne(): Promise<void> {
		const url = `${this.#lab.pageUrl.origin.replace(/^http/, 'ws')}/ws/echo`;
		const outcome = await this.#lab.bench.session.connect({ url, protocols: [] });
		if (outcome.kind !== 'connecting') return;
		const { connection } = outcome;
		this.#kept.add(connection, this.#lab.bench.connection);
		if ((await connection.settled) === 1) this.#goodOnes += 1;
		connection.close();
	}

	/** Whatever comes first: what is looked for, the connection's loss, or the student's word. */
	#untilOrStopped(connection: ObservedConnection, look: () => boolean): Promise<void> {
		const { signal } = this.#stopped;
		const found = until(connection, () => look() || isLost(connection) || signal.aborted || null);
		const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve));
		return Promise.race([found, stopped]).then(() => undefined);
	}
}

function untilAnswered(bytes: Uint8Array): RunScript {
	return {
		steps: [{ kind: 'write', bytes, unit: 'whole', times: 1 }, { kind: 'await-head' }],
		gap: 0
	};
}

/** Close 1000; a client's masked with a fresh key (§5.3). */
function goodbye(from: Direction): RunScript {
	const frame = { opcode: CLOSE, payload: encodeClosePayload(1000, '') };
	const maskingKey = crypto.getRandomValues(new Uint8Array(4));
	const bytes = encodeFrame(from === 'client' ? { ...frame, maskingKey } : frame);
	return { steps: [{ kind: 'write', bytes, unit: 'whole', times: 1 }], gap: 0 };
}

function isOver(connection: ObservedConnection): boolean {
	const { conversation } = connection.capture;
	const hasEnded = conversation.hasEnded('client') || conversation.hasEnded('server');
	return hasEnded || isLost(connection);
}

function latin1Array(text: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
}
