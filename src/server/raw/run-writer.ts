/**
 * Carries one run out: writes to a socket what the script says, when and in which pieces it says.
 *
 * Each write is handed to the kernel before the next one is made, and a turn of the event loop
 * lies between two, so that the pieces stay apart and a slow reader is waited for.
 */
import type { Socket } from 'node:net';
import type { RunTold } from '#lib/capture/recording-event.ts';
import type { RunScript, RunStep } from '#lib/runs/run-script.ts';
import type { HeadQueue } from './head-watch.ts';
import type { Latch } from '../sockets/latch.ts';
import type { RawLimits } from './raw-connection.ts';
import { reset } from '../sockets/reset.ts';

export type RunOutcome = Extract<RunTold, { name: 'end' }>['outcome'];

export interface RunWriterParts {
	readonly socket: Socket;
	/** Open once the connection stands. */
	readonly ready: Latch;
	/** The peer's HTTP heads: each wait takes one. */
	readonly heads: HeadQueue;
	readonly limits: Pick<RawLimits, 'runs' | 'headWait'>;
	/** Once; bytes: handed to the kernel. */
	onEnd(outcome: RunOutcome, bytes: number): void;
}

type Disarm = () => void;

const nothing: Disarm = () => undefined;

export class RunWriter {
	readonly #parts: RunWriterParts;
	readonly #limit: NodeJS.Timeout;
	#gap = 0;
	#bytes = 0;
	#isOn = true;
	#isWriting = false;
	/** Ends the wait that the run is in. */
	#wake: () => void = nothing;

	constructor(parts: RunWriterParts) {
		this.#parts = parts;
		const { maxSeconds } = parts.limits.runs;
		this.#limit = setTimeout(() => this.stop('timed-out'), maxSeconds * 1000).unref();
	}

	/** Resolves when it has come to its end or was stopped; never rejects. */
	async carryOut({ steps, gap }: RunScript): Promise<void> {
		this.#gap = gap;
		await this.#until((done) => this.#parts.ready.whenOpen(done));
		for (const step of steps) {
			if (!this.#isOn) return;
			await this.#take(step);
		}
		this.#finish('written');
	}

	/** Nothing more is written from now on. Has no effect on a run that is over. */
	stop(outcome: RunOutcome): void {
		// What waits behind a full kernel buffer would still go out: only a reset holds it back.
		if (this.#isOn && this.#isWriting && outcome !== 'peer-ended') {
			reset(this.#parts.socket);
		}
		this.#finish(outcome);
	}

	#take(step: RunStep): Promise<void> | void {
		switch (step.kind) {
			case 'write':
				return this.#writeAll(step);
			case 'pause':
				return this.#pause(step.ms);
			case 'await-head':
				return this.#awaitHead();
			case 'end':
				return this.#end(step.how);
		}
	}

	async #writeAll({ bytes, unit, times }: Extract<RunStep, { kind: 'write' }>): Promise<void> {
		if (bytes.length === 0) return;
		const size = unit === 'byte' ? 1 : bytes.length;
		for (let time = 0; time < times && this.#isOn; time++) {
			for (let at = 0; at < bytes.length && this.#isOn; at += size) {
				await this.#write(bytes.subarray(at, at + size));
			}
		}
	}

	async #write(bytes: Uint8Array): Promise<void> {
		if (this.#bytes > 0 && this.#gap > 0) await this.#pause(this.#gap);
		else await this.#turn();
		if (!this.#isOn) return;
		this.#isWriting = true;
		await this.#until((done) => {
			this.#parts.socket.write(bytes, (error) => {
				this.#isWriting = false;
				if (error) this.stop('peer-ended');
				else this.#bytes += bytes.length;
				done();
			});
			return nothing;
		});
	}

	#turn(): Promise<void> {
		return this.#until((done) => {
			const immediate = setImmediate(done);
			return () => clearImmediate(immediate);
		});
	}

	#pause(ms: number): Promise<void> {
		return this.#until((done) => {
			const timer = setTimeout(done, ms);
			return () => clearTimeout(timer);
		});
	}

	#awaitHead(): Promise<void> {
		const { heads, limits } = this.#parts;
		return this.#until((done) => {
			const timer = setTimeout(() => this.stop('timed-out'), limits.headWait);
			const leave = heads.whenNext(() => {
				clearTimeout(timer);
				done();
			});
			return () => {
				clearTimeout(timer);
				leave();
			};
		});
	}

	#end(how: 'fin' | 'rst'): void {
		const { socket } = this.#parts;
		if (how === 'rst') reset(socket);
		else socket.end();
		this.#finish('written');
	}

	/** Waits for what `arm` has call `done`, or for the run's end. */
	#until(arm: (done: () => void) => Disarm): Promise<void> {
		if (!this.#isOn) return Promise.resolve();
		return new Promise((resolve) => {
			let disarm = nothing;
			this.#wake = () => {
				disarm();
				resolve();
			};
			disarm = arm(resolve);
		});
	}

	#finish(outcome: RunOutcome): void {
		if (!this.#isOn) return;
		this.#isOn = false;
		clearTimeout(this.#limit);
		this.#wake();
		this.#parts.onEnd(outcome, this.#bytes);
	}
}
