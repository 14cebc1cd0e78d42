/**
 * The page's end of the lab channel: opens it, resumes it after a loss, hands over recorded events
 * in order, and sends commands. Nothing is lost and nothing comes twice, in either direction, as
 * long as the server keeps the session (30 s after a loss).
 *
 * Free of its surroundings: WebSocket, clock, chance and timers are parameters.
 */
import { backoffDelay, type BackoffPace } from './backoff.ts';
import { decodeBatch, type ChannelEvent } from './batch.ts';
import {
	estimateClock,
	measureCoarseness,
	type ClockEstimate,
	type ClockExchange
} from './clock.ts';
import {
	answerSchema,
	CHANNEL_CLOSE,
	CHANNEL_SUBPROTOCOL,
	CHANNEL_VERSION,
	readMessage,
	type ChannelAnswer,
	type Command,
	type CommandResult
} from './messages.ts';
import { ChannelError, PendingCommands } from './pending-commands.ts';

/** `lost`: opened again by itself. `refused`: the server said no. `closed`: over until `open()`. */
export type ChannelStatus = 'connecting' | 'open' | 'lost' | 'refused' | 'closed';

/** A session that the server has made for this page. */
export interface ChannelSession {
	/** Wall clock when its recording began, ISO 8601. */
	readonly startedAt: string;
	/** µs since then, when the server answered. */
	readonly time: number;
	/** The session before it is gone, with what the page had not received of it. */
	readonly isReplacement: boolean;
}

export interface ChannelPace extends BackoffPace {
	/** ms until received messages are acknowledged. */
	readonly ack: number;
	/** ms between two looks at the server's clock, which also show that the server is there. */
	readonly clock: number;
	/** ms without an answer after which the channel counts as lost. */
	readonly silence: number;
}

export interface LabChannelOptions {
	readonly url: string;
	readonly WebSocket?: typeof WebSocket;
	/** The page's clock in milliseconds; `performance.now` by default. */
	readonly now?: () => number;
	/** Chance in [0, 1) for the delays. */
	readonly random?: () => number;
	readonly setTimeout?: (run: () => void, ms: number) => unknown;
	readonly clearTimeout?: (timer: unknown) => void;
	readonly pace?: Partial<ChannelPace>;
	/**
	 * Events in order, and the time (µs) up to which the recording is complete. Called without
	 * events where only that time has moved.
	 */
	readonly onEvents: (events: readonly ChannelEvent[], until: number) => void;
	/** The reason is an error code of the server, `replaced`, `idle`, or null. */
	readonly onStatus?: (status: ChannelStatus, reason: string | null) => void;
	readonly onSession?: (session: ChannelSession) => void;
	readonly onClock?: (clock: ClockEstimate) => void;
}

export class LabChannel {
	constructor(_options: LabChannelOptions) {
		void _options;
	}

	get status(): ChannelStatus {
		return 'closed';
	}

	get clock(): ClockEstimate | null {
		return null;
	}

	open(): void {
		return;
	}

	close(): void {
		return;
	}

	retry(): void {
		return;
	}

	command<C extends Command>(_command: C): Promise<CommandResult<C['type']>> {
		return Promise.reject(new ChannelError('closed'));
	}
}
