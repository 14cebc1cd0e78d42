/**
 * What Accept proves, tried on real connections: one key sent twice, and a stored response given to
 * another key.
 */
import { firstHeader } from '#lib/protocol/http/http-head.ts';
import type { RunScript } from '#lib/runs/run-script.ts';
import { isLost, until, within } from '../../session/connection-watch.ts';
import type { ConnectOutcome, LabSession } from '../../session/lab-session.svelte.ts';
import type { ObservedConnection } from '../../session/observed-connection.svelte.ts';

/** One opening handshake as captured, up to where it has come. */
export interface TriedHandshake {
	/** Of the lab's recordings. */
	readonly connection: number;
	readonly key: string | null;
	readonly accept: string | null;
	readonly status: number | null;
	/** The page's WebSocket was told of its end; null: it was not, or there is none. */
	readonly closeCode: number | null;
}

export type AcceptTest = 'twice' | 'replay';

/** Longest wait for an answer, ms; the server gives up before. */
const LONGEST = 8000;

export class AcceptTests {
	readonly #session: LabSession;
	#twice = $state.raw<readonly TriedHandshake[]>([]);
	#replayed = $state.raw<TriedHandshake | null>(null);
	#running = $state<AcceptTest | null>(null);
	/** Error code of the channel, or `exception`, `no-answer`. */
	#trouble = $state<{ readonly test: AcceptTest; readonly code: string } | null>(null);

	constructor(session: LabSession) {
		this.#session = session;
	}

	/** The handshakes with one key; both, or none. */
	get twice(): readonly TriedHandshake[] {
		return this.#twice;
	}

	/** The handshake that was answered with a stored response. */
	get replayed(): TriedHandshake | null {
		return this.#replayed;
	}

	get running(): AcceptTest | null {
		return this.#running;
	}

	/** Why the last attempt of a test came to nothing; null: it did not. */
	troubleOf(test: AcceptTest): string | null {
		return this.#trouble?.test === test ? this.#trouble.code : null;
	}

	/** Two TCP connections to the echo server, each with the same request. */
	sendTwice(request: Uint8Array): Promise<void> {
		const steps = [
			{ kind: 'write', bytes: request, unit: 'whole', times: 1 },
			{ kind: 'await-head' },
			{ kind: 'end', how: 'fin' }
		] as const;
		return this.#run('twice', async () => {
			const done: TriedHandshake[] = [];
			for (let at = 0; at < 2; at++) {
				const outcome = await this.#session.rawClient({ steps, gap: 0 });
				done.push(await this.#answered(outcome, hasAnswer));
			}
			this.#twice = done;
		});
	}

	/** This browser's own WebSocket, answered with the bytes of an earlier 101, as a cache would. */
	replay(response: Uint8Array): Promise<void> {
		const script: RunScript = {
			steps: [{ kind: 'write', bytes: response, unit: 'whole', times: 1 }],
			gap: 0
		};
		return this.#run('replay', async () => {
			const outcome = await this.#session.rawServer({
				script,
				answer: 'written',
				extensions: '',
				protocols: [],
				confirmed: false
			});
			this.#replayed = await this.#answered(outcome, isToldOfEnd);
		});
	}

	async #run(test: AcceptTest, carryOut: () => Promise<void>): Promise<void> {
		if (this.#running) return;
		this.#running = test;
		this.#trouble = null;
		try {
			await carryOut();
		} catch (error) {
			const code = error instanceof NotTried ? error.code : 'not-loaded';
			this.#trouble = { test, code };
		} finally {
			this.#running = null;
		}
	}

	/** Waits for the answer, reads it, and lets go of the connection. */
	async #answered(
		outcome: ConnectOutcome,
		isAnswered: (connection: ObservedConnection) => boolean
	): Promise<TriedHandshake> {
		if (outcome.kind === 'unobserved') throw new NotTried(outcome.code);
		const { connection } = outcome;
		if (outcome.kind === 'refused') throw new NotTried('exception');
		const look = () => isAnswered(connection) || isLost(connection) || null;
		await within(LONGEST, until(connection, look));
		const tried = readHandshake(connection);
		void this.#session.forget(connection);
		if (tried.status === null) throw new NotTried('no-answer');
		return tried;
	}
}

class NotTried extends Error {
	readonly code: string;

	constructor(code: string) {
		super(`the test could not be carried out: ${code}`);
		this.code = code;
	}
}

function hasAnswer({ capture }: ObservedConnection): boolean {
	return capture.conversation.at(Infinity).response?.head.isComplete ?? false;
}

function isToldOfEnd({ capture }: ObservedConnection): boolean {
	return capture.conversation.at(Infinity).readyState === 3;
}

function readHandshake({ id, capture }: ObservedConnection): TriedHandshake {
	const { conversation } = capture;
	const { request, response } = conversation.at(Infinity);
	const told = conversation.told.findLast(({ event }) => event.told.name === 'close')?.event.told;
	return {
		connection: id,
		key: (request && firstHeader(request.head, 'sec-websocket-key')?.value) ?? null,
		accept: (response && firstHeader(response.head, 'sec-websocket-accept')?.value) ?? null,
		status: response?.head.kind === 'response' ? response.head.status : null,
		closeCode: told?.name === 'close' && 'wasClean' in told ? told.code : null
	};
}
