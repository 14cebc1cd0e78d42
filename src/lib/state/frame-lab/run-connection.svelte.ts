/**
 * The connection over which runs go, one run at a time: a new one for each, or one that is kept.
 */
import type { Direction } from '#lib/protocol/direction.ts';
import type { MakeInflater } from '#lib/protocol/deflate/inflater.ts';
import { compileRun } from '#lib/runs/compile-run.ts';
import type { Run } from '#lib/runs/run.ts';
import { hasRun } from '../session/connection-watch.ts';
import type { LabSession } from '../session/lab-session.svelte.ts';
import type { ObservedConnection } from '../session/observed-connection.svelte.ts';
import { untilOver } from './run-watch.ts';
import { isTooBig, startRun, type RunStart } from './raw-runs.ts';

interface Opened {
	readonly connection: ObservedConnection;
	readonly role: Direction;
	readonly extensions: string;
	/** Runs asked for on it. */
	readonly runs: number;
}

export class RunConnection {
	readonly #session: LabSession;
	readonly #pageUrl: URL;
	#opened = $state.raw<Opened | null>(null);
	#isStarting = $state(false);
	#isCancelled = false;
	/** Those that were ended here. */
	readonly #ended = new WeakSet<ObservedConnection>();
	#isKept = $state(false);

	constructor(session: LabSession, pageUrl: URL) {
		this.#session = session;
		this.#pageUrl = pageUrl;
	}

	/** A run was asked for and has not ended. */
	readonly isRunning: boolean = $derived.by(() => {
		void this.#opened?.connection.capture.version;
		return this.#isStarting || this.#isRunOn();
	});

	/** One more run can go over it. */
	readonly isOpen: boolean = $derived.by(() => {
		void this.#opened?.connection.capture.version;
		return this.#opened !== null && isUsable(this.#opened.connection);
	});

	/** The next run goes over the same connection while it lasts; turned off, it ends now. */
	get isKept(): boolean {
		return this.#isKept;
	}

	set isKept(isKept: boolean) {
		this.#isKept = isKept;
		if (!isKept && this.#opened) void this.#endWhenDone(this.#opened);
	}

	/** The run goes out: over the connection that is kept where it fits, else over a new one. */
	async send(run: Run, inflate?: MakeInflater): Promise<RunStart> {
		if (this.#isStarting || this.#isRunOn()) return { ok: false, code: 'run-in-progress' };
		this.#isStarting = true;
		this.#isCancelled = false;
		try {
			const start = this.#fits(run) ? await this.#again(run) : await this.#anew(run, inflate);
			if (start.ok && this.#opened) void this.#endWhenDone(this.#opened);
			return start;
		} finally {
			this.#isStarting = false;
		}
	}

	/** Stops the run at once; resolves to null, or an error code of the channel. */
	async cancel(): Promise<string | null> {
		// Nothing can be stopped before the server has answered: then it is.
		this.#isCancelled = this.#isStarting;
		if (this.#isStarting || !this.#opened) return null;
		return this.#cancelOn(this.#opened);
	}

	/** Ends the student's side, or resets it; resolves to null, or an error code of the channel. */
	async hangUp(how: 'fin' | 'rst'): Promise<string | null> {
		return this.#opened ? this.#session.hangUp(this.#opened.connection, how) : 'not-open';
	}

	/** Resolves once the last run is over and judged, or its connection has closed. */
	async untilOver(): Promise<void> {
		const opened = this.#opened;
		if (opened) await untilOver(opened.connection, opened.role, opened.runs);
	}

	/** As of now; what is derived is as old as the screen. */
	#isRunOn(): boolean {
		const opened = this.#opened;
		return opened !== null && !hasRun(opened.connection, opened.runs);
	}

	#fits({ role, extensions }: Run): boolean {
		const opened = this.#opened;
		if (!this.#isKept || !opened || !isUsable(opened.connection)) return false;
		return opened.role === role && opened.extensions === extensions;
	}

	async #again(run: Run): Promise<RunStart> {
		const opened = this.#opened;
		if (!opened) return { ok: false, code: 'not-open' };
		const { connection } = opened;
		if (isTooBig(this.#session, run)) return { ok: false, code: 'run-too-big' };
		const code = await this.#session.run(connection, compileRun(run, null));
		if (code !== null) return { ok: false, code };
		await this.#take({ ...opened, runs: opened.runs + 1 });
		return { ok: true, connection };
	}

	async #anew(run: Run, inflate?: MakeInflater): Promise<RunStart> {
		const before = this.#opened;
		const start = await startRun(this.#session, run, { pageUrl: this.#pageUrl, inflate });
		if (!start.ok) return start;
		// Its answer may still have been awaited; nobody looks at it any more.
		if (before && isUsable(before.connection)) this.#end(before.connection);
		const { role, extensions } = run;
		await this.#take({ connection: start.connection, role, extensions, runs: 1 });
		return start;
	}

	async #take(opened: Opened): Promise<void> {
		this.#opened = opened;
		if (this.#isCancelled) await this.#cancelOn(opened);
	}

	/** A run that ends meanwhile needs no cancelling any more. */
	async #cancelOn(opened: Opened): Promise<string | null> {
		const code = await this.#session.cancelRun(opened.connection);
		return hasRun(opened.connection, opened.runs) ? null : code;
	}

	/** Nothing lingers: once the run is over, the student's side ends. */
	async #endWhenDone({ connection, role, runs }: Opened): Promise<void> {
		await untilOver(connection, role, runs);
		const isLast = this.#opened?.connection !== connection || this.#opened.runs === runs;
		if (!this.#isKept && isLast && isUsable(connection)) this.#end(connection);
	}

	/** Once is enough, whatever came of it: the connection may have ended meanwhile. */
	#end(connection: ObservedConnection): void {
		if (this.#ended.has(connection)) return;
		this.#ended.add(connection);
		void this.#session.hangUp(connection, 'fin');
	}
}

/** Neither side has ended. */
function isUsable({ capture: { conversation }, isAbandoned }: ObservedConnection): boolean {
	const hasEnded = conversation.hasEnded('client') || conversation.hasEnded('server');
	return conversation.isUpgraded && !hasEnded && !isAbandoned;
}
