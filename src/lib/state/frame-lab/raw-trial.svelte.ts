/**
 * One run tried on a connection of its own, and what became of it, as the capture grows.
 *
 * The connection is hung up once the run is over, and let go of before the next try.
 */
import { compareVerdicts } from '#lib/runs/verdict/agreement.ts';
import { peerVerdict } from '#lib/runs/verdict/peer-verdict.ts';
import type { Run } from '#lib/runs/run.ts';
import { strictVerdict } from '#lib/runs/verdict/strict-verdict.ts';
import type { Agreement, PeerVerdict, StrictVerdict } from '#lib/runs/verdict/verdict.ts';
import type { Capture } from '../session/capture.svelte.ts';
import type { LabSession } from '../session/lab-session.svelte.ts';
import type { ObservedConnection } from '../session/observed-connection.svelte.ts';
import { untilJudged, untilOver } from './run-watch.ts';
import { startRun } from './raw-runs.ts';

export interface TrialVerdicts {
	readonly strict: StrictVerdict;
	readonly peer: PeerVerdict;
	readonly agreement: Agreement;
}

export class RawTrial {
	readonly #session: LabSession;
	#run = $state.raw<Run | null>(null);
	#connection = $state.raw<ObservedConnection | null>(null);
	#isStarting = $state(false);
	#trouble = $state.raw<string | null>(null);
	#isCancelled = false;
	#isDisposed = false;

	constructor(session: LabSession) {
		this.#session = session;
	}

	/** As sent last; null before the first try. */
	get run(): Run | null {
		return this.#run;
	}

	/** What crossed the wire; null before the connection is there. */
	get capture(): Capture | null {
		return this.#connection?.capture ?? null;
	}

	get connection(): ObservedConnection | null {
		return this.#connection;
	}

	/** Why the last try did not begin: an error code of the channel; null: it did. */
	get trouble(): string | null {
		return this.#trouble;
	}

	/** Both judges on what has been captured so far; null before there is anything. */
	readonly verdicts: TrialVerdicts | null = $derived.by(() => {
		const { capture } = this;
		if (!capture || !this.#run) return null;
		void capture.version;
		const strict = strictVerdict(capture.conversation, this.#run.role);
		const peer = peerVerdict(capture.conversation, this.#run.role);
		return { strict, peer, agreement: compareVerdicts(strict, peer) };
	});

	/** It has begun, and the peer's verdict is not in. */
	readonly isRunning: boolean = $derived.by(() => {
		if (this.#isStarting) return true;
		return this.verdicts?.peer.kind === 'waiting' && this.#connection?.isAbandoned === false;
	});

	/** Begins; resolves once the peer's verdict is in. Does nothing while one is on. */
	async start(run: Run, pageUrl: URL): Promise<void> {
		if (this.isRunning || this.#isDisposed) return;
		this.#isStarting = true;
		this.#isCancelled = false;
		this.#trouble = null;
		await this.#forget();
		const start = await startRun(this.#session, run, { pageUrl });
		this.#isStarting = false;
		if (!start.ok) {
			this.#trouble = start.code;
			return;
		}
		this.#run = run;
		this.#connection = start.connection;
		if (this.#isCancelled) await this.cancel();
		await untilOver(start.connection, run.role);
		await this.#session.hangUp(start.connection, 'fin');
		await untilJudged(start.connection, run.role);
		if (this.#isDisposed) await this.#forget();
	}

	/** Stops it at once. */
	async cancel(): Promise<void> {
		this.#isCancelled = true;
		if (this.#connection) await this.#session.cancelRun(this.#connection);
	}

	/** Nobody looks any more: what is on is stopped, and the recording is let go of. */
	async dispose(): Promise<void> {
		this.#isDisposed = true;
		if (this.isRunning) await this.cancel();
		else await this.#forget();
	}

	async #forget(): Promise<void> {
		const connection = this.#connection;
		this.#connection = null;
		if (connection) await this.#session.forget(connection);
	}
}
