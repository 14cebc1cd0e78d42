/**
 * The student's side of a raw connection: one run after another is written, what comes is read and
 * let go of. It writes nothing of its own; it ends when the peer has ended and nothing runs.
 */
import type { Socket } from 'node:net';
import type { RunTold } from '#lib/capture/recording-event.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { measureScript, type RunScript } from '#lib/runs/run-script.ts';
import { CommandError } from '../session/command-error.ts';
import { reset } from '../sockets/reset.ts';
import type { Observation } from '../tap/recording-sink.ts';
import type { HeadQueue } from './head-watch.ts';
import type { Latch } from '../sockets/latch.ts';
import type { RawConnection, RawLimits, RunCount } from './raw-connection.ts';
import { RunWriter, type RunOutcome } from './run-writer.ts';

export interface RawLineParts {
	readonly socket: Socket;
	readonly observation: Pick<Observation, 'sink' | 'connection'>;
	/** Who the student is. */
	readonly role: Direction;
	readonly limits: RawLimits;
	/** Open once the connection stands. */
	readonly ready: Latch;
	/** The peer's HTTP heads. */
	readonly heads: HeadQueue;
	readonly onRun: RunCount;
}

export class RawLine implements RawConnection {
	readonly #parts: RawLineParts;
	readonly #socket: Socket;
	#writer: RunWriter | null = null;
	/** The first answer after a run was shown at once. */
	#isAnswerShown = false;
	/** A run is over, and the peer may still say something. */
	#isListening = false;
	#hasPeerEnded = false;
	#idle: NodeJS.Timeout | undefined;
	#silence: NodeJS.Timeout | undefined;

	get role(): Direction {
		return this.#parts.role;
	}

	constructor(parts: RawLineParts) {
		this.#parts = parts;
		this.#socket = parts.socket;
		const { socket } = parts;
		socket.setNoDelay(true);
		socket.on('data', () => this.#takeAnswer());
		socket.on('end', () => this.#takeEnd());
		// 'close' follows and tells the same.
		socket.on('error', () => undefined);
		socket.once('close', () => this.#takeClose());
		this.#watchIdle();
	}

	run(script: RunScript): void {
		if (this.#writer !== null) throw new CommandError('run-in-progress');
		if (this.#socket.destroyed || this.#socket.writableEnded) throw new CommandError('not-open');
		this.#stopTimers();
		const { ready } = this.#parts;
		const { bytes, writes } = measureScript(script);
		const begin = () => this.#tell({ name: 'begin', bytes, writes });
		const leave = ready.whenOpen(begin);
		const writer = new RunWriter({
			...this.#parts,
			onEnd: (outcome, written) => {
				leave();
				if (!ready.isOpen) begin();
				this.#endRun(outcome, written);
			}
		});
		this.#writer = writer;
		void writer.carryOut(script);
	}

	cancel(): void {
		if (this.#writer === null) throw new CommandError('not-open', 'no run is on');
		this.#writer.stop('cancelled');
	}

	hangUp(how: 'fin' | 'rst'): void {
		if (this.#socket.destroyed) throw new CommandError('not-open');
		this.#writer?.stop('cancelled');
		// A write that waited for a slow reader could only be held back by a reset.
		if (this.#socket.destroyed) return;
		if (how === 'rst') reset(this.#socket);
		else this.#socket.end();
	}

	destroy(): void {
		this.#writer?.stop('cancelled');
		this.#socket.destroy();
	}

	#endRun(outcome: RunOutcome, bytes: number): void {
		this.#writer = null;
		this.#isAnswerShown = false;
		this.#parts.onRun(this.#parts.role, outcome);
		this.#tell({ name: 'end', outcome, bytes });
		this.#hurry();
		if (this.#socket.destroyed) return;
		this.#watchIdle();
		this.#isListening = !this.#hasPeerEnded;
		this.#watchSilence();
	}

	#watchIdle(): void {
		this.#idle = setTimeout(() => this.destroy(), this.#parts.limits.rawIdle).unref();
	}

	/**
	 * Whatever came last may answer an earlier frame than the last one, or only the request: that
	 * nothing more comes is told once, when it has been quiet for a while.
	 */
	#watchSilence(): void {
		clearTimeout(this.#silence);
		if (!this.#isListening) return;
		const { answerWait } = this.#parts.limits;
		this.#silence = setTimeout(() => {
			this.#isListening = false;
			this.#tell({ name: 'unanswered', after: answerWait * 1000 });
			this.#hurry();
		}, answerWait).unref();
	}

	#stopListening(): void {
		this.#isListening = false;
		clearTimeout(this.#silence);
	}

	#stopTimers(): void {
		this.#stopListening();
		clearTimeout(this.#idle);
	}

	#takeAnswer(): void {
		this.#watchSilence();
		if (this.#writer !== null || this.#isAnswerShown) return;
		this.#isAnswerShown = true;
		this.#hurry();
	}

	#takeEnd(): void {
		this.#hasPeerEnded = true;
		this.#stopListening();
		this.#writer?.stop('peer-ended');
		this.#socket.end();
		this.#hurry();
	}

	#takeClose(): void {
		this.#hasPeerEnded = true;
		this.#writer?.stop('peer-ended');
		this.#stopTimers();
		this.#hurry();
	}

	/** A verdict hangs on these few events: they do not wait for a batch. */
	#hurry(): void {
		this.#parts.observation.sink.hurry?.();
	}

	#tell(told: RunTold): void {
		const { observation, role } = this.#parts;
		const { sink, connection } = observation;
		sink.append({ kind: 'run', t: sink.now(), connection, direction: role, told });
	}
}
