/**
 * One run of the raw client over a way, with the recordings of both sides of what stands there.
 *
 * Each step follows from the answer to the one before: no request without a tunnel where one was
 * asked for, and no frame without a 101. Nothing is predicted. Both recordings are let go of before
 * the next try.
 */
import type { RunScript } from '#lib/runs/run-script.ts';
import type { Capture } from '../../session/capture.svelte.ts';
import { isLost, until, within } from '../../session/connection-watch.ts';
import type { LabSession } from '../../session/lab-session.svelte.ts';
import { loadInflate } from '../../load-inflate.ts';
import type { ObservedConnection } from '../../session/observed-connection.svelte.ts';
import type { WayPlan } from './way-trial-plan.ts';

/** ms: how long the far side may take to end after the near one was hung up. */
const LAST_WORDS = 1000;

type Step = 'tunnel' | 'opening' | 'frames' | 'end';

export class WayTrial {
	readonly #session: LabSession;
	#plan = $state.raw<WayPlan | null>(null);
	#connection = $state.raw<ObservedConnection | null>(null);
	#second = $state.raw<ObservedConnection | null>(null);
	#step = $state<Step | null>(null);
	#trouble = $state.raw<string | null>(null);
	#isCancelled = false;
	#isDisposed = false;

	constructor(session: LabSession) {
		this.#session = session;
	}

	/** As carried out last; null before the first try. */
	get plan(): WayPlan | null {
		return this.#plan;
	}

	/** The side of the client (with TLS: the bytes inside); null before the connection is there. */
	get near(): Capture | null {
		return this.#connection?.capture ?? null;
	}

	/** The side of the server (with TLS: what crosses the network); null where there is none. */
	get far(): Capture | null {
		return this.#second?.capture ?? null;
	}

	/** Why the last try did not begin or go on: an error code of the channel; null: it did. */
	get trouble(): string | null {
		return this.#trouble;
	}

	/** What is being done; null: nothing is. */
	get step(): Step | null {
		return this.#step;
	}

	get isRunning(): boolean {
		return this.#step !== null;
	}

	/** Begins; resolves once nothing more is to come. Does nothing while one is on. */
	async start(plan: WayPlan): Promise<void> {
		if (this.isRunning || this.#isDisposed) return;
		this.#step = plan.tunnel ? 'tunnel' : 'opening';
		this.#isCancelled = false;
		this.#trouble = null;
		await this.#forget();
		this.#plan = plan;
		try {
			const connection = await this.#dial(plan);
			if (connection) await this.#converse(plan, connection);
		} finally {
			this.#step = null;
		}
		if (this.#isDisposed) await this.#forget();
	}

	/** Stops it at once. */
	async cancel(): Promise<void> {
		this.#isCancelled = true;
		if (this.#connection) await this.#session.cancelRun(this.#connection);
	}

	/** Nobody looks any more: what is on is stopped, and the recordings are let go of. */
	async dispose(): Promise<void> {
		this.#isDisposed = true;
		if (this.isRunning) await this.cancel();
		else await this.#forget();
	}

	async #dial({ way, tunnel, opening }: WayPlan): Promise<ObservedConnection | null> {
		const inflate = await loadInflate().catch(() => undefined);
		const outcome = await this.#session.rawClient(tunnel ?? opening, { way, inflate });
		if (outcome.kind !== 'connecting') {
			this.#trouble = outcome.kind === 'unobserved' ? outcome.code : 'bad-argument';
			return null;
		}
		this.#connection = outcome.connection;
		this.#second = outcome.second;
		if (this.#isCancelled) await this.cancel();
		return outcome.connection;
	}

	async #converse(plan: WayPlan, connection: ObservedConnection): Promise<void> {
		let runs = 1;
		const goOn = async (step: 'opening' | 'frames', script: RunScript): Promise<boolean> => {
			this.#step = step;
			this.#trouble = await this.#session.run(connection, script);
			if (this.#trouble !== null) return false;
			return this.#hasRun(connection, ++runs);
		};
		let isOn = await this.#hasRun(connection, runs);
		const { tunnel, opening, frames } = plan;
		if (isOn && tunnel) isOn = isTunnelled(connection) && (await goOn('opening', opening));
		const { conversation } = connection.capture;
		if (isOn && frames && conversation.isUpgraded) await goOn('frames', frames);
		this.#step = 'end';
		if (this.#trouble === null && !this.#isCancelled) await untilQuiet(connection);
		await this.#session.hangUp(connection, 'fin');
		await this.#untilSettled();
	}

	/** Whether it is worth going on after so many runs have ended. */
	async #hasRun(connection: ObservedConnection, runs: number): Promise<boolean> {
		await until(connection, () => connection.runsEnded >= runs || isLost(connection) || null);
		return !this.#isCancelled && !isOver(connection);
	}

	/** Both recordings show their end; the far side may have none, or never have begun. */
	async #untilSettled(): Promise<void> {
		const sides = [this.#connection, this.#second].filter((side) => side !== null);
		const ends = sides.map((side) => until(side, () => isOver(side) || null));
		await within(LAST_WORDS, Promise.all(ends));
	}

	async #forget(): Promise<void> {
		const sides = [this.#connection, this.#second].filter((side) => side !== null);
		this.#connection = null;
		this.#second = null;
		await Promise.all(sides.map((side) => this.#session.forget(side)));
	}
}

/** Any 2xx to CONNECT begins the tunnel (RFC 9110 §9.3.6). */
function isTunnelled({ capture }: ObservedConnection): boolean {
	const answer = capture.conversation.records.find(({ kind }) => kind === 'response');
	const status = answer?.kind === 'response' ? (answer.head.status ?? 0) : 0;
	return status >= 200 && status < 300;
}

function isOver(connection: ObservedConnection): boolean {
	const { conversation } = connection.capture;
	const hasEnded = conversation.hasEnded('client') || conversation.hasEnded('server');
	return hasEnded || isLost(connection);
}

/** The peer has ended, or has been quiet for as long as the server waits for it. */
async function untilQuiet(connection: ObservedConnection): Promise<void> {
	const { conversation } = connection.capture;
	await until(connection, () => {
		const isUnanswered = conversation.runs.at(-1)?.event.told.name === 'unanswered';
		return isUnanswered || isOver(connection) || null;
	});
}
