/**
 * The whole table of cases, tried on the real peers, a few at a time.
 *
 * Each case has a connection of its own, which is let go of as soon as it is judged, so that a
 * session's bounds hold. Where the server asks for a slower pace, it is given.
 */
import type { MakeInflater } from '#lib/protocol/deflate/inflater.ts';
import type { Case } from '#lib/runs/cases/cases.ts';
import { fingerprintOf, type Matrix, type MatrixRow } from '#lib/runs/cases/matrix.ts';
import { peerVerdict } from '#lib/runs/verdict/peer-verdict.ts';
import { strictVerdict } from '#lib/runs/verdict/strict-verdict.ts';
import { until, within } from '../session/connection-watch.ts';
import type { LabSession } from '../session/lab-session.svelte.ts';
import { loadInflate } from '../load-inflate.ts';
import type { ObservedConnection } from '../session/observed-connection.svelte.ts';
import { untilClosed, untilJudged } from './run-watch.ts';
import { isoNow } from './matrix-download.ts';
import { startRun, type RunStart } from './raw-runs.ts';

/** Cases under way at once. */
const LANES = 4;
/**
 * ms: a peer's verdict takes no longer, for the server waits one second for an answer, and a
 * browser two for the end of TCP. What has none then is tried once more.
 */
const LONGEST_WAIT = 4000;
/** ms: after its close frame a peer may still end TCP. */
const END_WAIT = 500;
/** ms between two attempts where the server asks for a slower pace; and how many there are. */
const PACE = 250;
const ATTEMPTS = 80;
/** Error codes of the channel that pass with time. */
const PASSING: readonly string[] = ['rate-limited', 'too-many-connections'];

export interface TryAllOptions {
	readonly session: LabSession;
	/** The page's own address: Host and Origin of the raw client's request. */
	readonly pageUrl: URL;
	/** Who the peers are. */
	readonly peers: Matrix['peers'];
}

export class TryAll {
	readonly #options: TryAllOptions;
	/** By role and id of their cases; replaced as a whole. */
	#rows = $state.raw<Readonly<Record<string, MatrixRow>>>({});
	#cases: readonly Case[] = [];
	#total = $state(0);
	#done = $state(0);
	#isRunning = $state(false);
	#trouble = $state.raw<string | null>(null);
	#finishedAt = $state.raw<string | null>(null);
	#cancelling = new AbortController();

	constructor(options: TryAllOptions) {
		this.#options = options;
	}

	get peers(): Matrix['peers'] {
		return this.#options.peers;
	}

	/** What became of a case in the last attempt; null: not tried, or not judged yet. */
	row(tried: Case): MatrixRow | null {
		return this.#rows[keyOf(tried)] ?? null;
	}

	get isRunning(): boolean {
		return this.#isRunning;
	}

	/** Cases of this run of the table, and those that are judged. */
	get total(): number {
		return this.#total;
	}

	get done(): number {
		return this.#done;
	}

	/** Why it stopped before its end: an error code of the channel; null: it did not. */
	get trouble(): string | null {
		return this.#trouble;
	}

	/** The rows so far, dated; null where there are none. */
	get matrix(): Matrix | null {
		if (Object.keys(this.#rows).length === 0) return null;
		const recordedAt = this.#finishedAt ?? isoNow();
		const rows = this.#cases.flatMap((tried) => this.row(tried) ?? []);
		return { recordedAt, peers: this.#options.peers, rows };
	}

	/** Tries the cases; resolves when all are judged or it was cancelled. Nothing while one is on. */
	async start(cases: readonly Case[]): Promise<void> {
		if (this.#isRunning) return;
		this.#begin(cases);
		const inflate = await loadInflate().catch(() => undefined);
		const queue = cases.values();
		await Promise.all(Array.from({ length: LANES }, () => this.#work(queue, inflate)));
		this.#finishedAt = isoNow();
		this.#isRunning = false;
	}

	/** Begins no further case; those under way are let go of. */
	cancel(): void {
		this.#cancelling.abort();
	}

	#begin(cases: readonly Case[]): void {
		this.#isRunning = true;
		this.#trouble = null;
		this.#finishedAt = null;
		const others = this.#cases.filter((each) => !cases.includes(each));
		this.#cases = [...others, ...cases];
		this.#total = cases.length;
		this.#done = 0;
		this.#cancelling = new AbortController();
		const tried = cases.map(keyOf);
		this.#rows = Object.fromEntries(
			Object.entries(this.#rows).filter(([key]) => !tried.includes(key))
		);
	}

	/** Lanes share one queue. */
	async #work(queue: Iterator<Case>, inflate: MakeInflater | undefined): Promise<void> {
		const { signal } = this.#cancelling;
		for (let next = queue.next(); !next.done && !signal.aborted; next = queue.next()) {
			let row = await this.#try(next.value, inflate, signal);
			if (row?.peer.kind === 'waiting') row = await this.#try(next.value, inflate, signal);
			if (!row) continue;
			this.#rows = { ...this.#rows, [keyOf(next.value)]: row };
			this.#done++;
		}
	}

	async #try(
		tried: Case,
		inflate: MakeInflater | undefined,
		signal: AbortSignal
	): Promise<MatrixRow | null> {
		const { session } = this.#options;
		const start = await this.#start(tried, inflate, signal);
		if (!start.ok) {
			this.#trouble ??= signal.aborted ? null : start.code;
			this.cancel();
			return null;
		}
		const { connection } = start;
		if (tried.role === 'server') {
			void untilClosed(connection).then(() =>
				this.#patiently(() => session.hangUp(connection, 'fin'))
			);
		}
		await within(LONGEST_WAIT, untilJudged(connection, tried.role), signal);
		await within(END_WAIT, untilEnded(connection, tried), signal);
		const row = signal.aborted ? null : rowOf(tried, connection);
		await this.#patiently(() => session.forget(connection));
		return row;
	}

	async #start(
		tried: Case,
		inflate: MakeInflater | undefined,
		signal: AbortSignal
	): Promise<RunStart> {
		const { session, pageUrl } = this.#options;
		let start: RunStart = { ok: false, code: 'rate-limited' };
		await this.#patiently(async () => {
			if (signal.aborted) return null;
			start = await startRun(session, tried.run, { pageUrl, inflate });
			return start.ok ? null : start.code;
		});
		return start;
	}

	/** Asks again while the server finds that too much is asked of it. */
	async #patiently(ask: () => Promise<string | null>): Promise<void> {
		for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
			const code = await ask();
			if (code === null || !PASSING.includes(code)) return;
			await new Promise((resolve) => setTimeout(resolve, PACE));
		}
	}
}

function rowOf({ id, role, run }: Case, connection: ObservedConnection): MatrixRow {
	const { conversation } = connection.capture;
	return {
		role,
		id,
		fingerprint: fingerprintOf(run),
		strict: strictVerdict(conversation, role),
		peer: peerVerdict(conversation, role)
	};
}

/** Where the peer closes, it ends TCP too; elsewhere there is nothing to wait for. */
function untilEnded(connection: ObservedConnection, { role }: Case): Promise<true> {
	return until(connection, () => {
		const { kind, end } = peerVerdict(connection.capture.conversation, role);
		return end !== null || (kind !== 'failed' && kind !== 'closed') || null;
	});
}

function keyOf({ role, id }: Case): string {
	return `${role} ${id}`;
}
