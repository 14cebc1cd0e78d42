/** A connection whose one side a student writes by hand, as its session sees it. */
import type { Direction } from '#lib/protocol/direction.ts';
import type { RunScript } from '#lib/runs/run-script.ts';
import type { ChannelLimits } from '../session/channel-limits.ts';
import type { Observation } from '../tap/recording-sink.ts';

export interface RawConnection {
	/** Who the student is. */
	readonly role: Direction;
	/** Begins a run. Throws `CommandError` while another is on, or where the student's side has ended. */
	run(script: RunScript): void;
	/** Stops the run at once. Throws `CommandError` where none is on. */
	cancel(): void;
	/** Stops the run, then ends the student's side, or resets the connection. */
	hangUp(how: 'fin' | 'rst'): void;
	/** Stops the run and lets go of every socket. */
	destroy(): void;
}

/** What a session gives for a raw connection: where to report, and by what to reach it. */
export interface RawObservation extends Observation {
	/** Commands reach the connection until `release` is called. */
	hold(connection: RawConnection): void;
}

/** Told of every run that is over; outcome: of `RunTold`. */
export type RunCount = (role: 'client' | 'server', outcome: string) => void;

export type RawLimits = Pick<ChannelLimits, 'runs' | 'rawIdle' | 'headWait' | 'answerWait'>;
