/** The raw connections of one session, and how often it may run what a student wrote. */
import type { ChannelCommand, CommandResult } from '#lib/channel/messages.ts';
import type { Way } from '#lib/runs/way.ts';
import { openRawClient } from '../raw/raw-client.ts';
import type { RawObservation, RunCount } from '../raw/raw-connection.ts';
import type { RawAnswer } from '../raw/raw-server.ts';
import { readScript } from '../raw/read-script.ts';
import type { WayOpener } from '../ways/ways.ts';
import { refuseUnconfirmed } from '../raw/refuse-unconfirmed.ts';
import type { ChannelLimits } from './channel-limits.ts';
import { CommandError } from './command-error.ts';
import type { IssuedTicket, SessionRecordings } from './session-recordings.ts';
import { TokenBucket } from './token-bucket.ts';

type CommandOf<T> = Extract<ChannelCommand, { type: T }>;

export interface SessionRunsOptions {
	readonly limits: ChannelLimits;
	readonly recordings: SessionRecordings;
	/** On which raw clients reach our own peers; null where there are none. */
	readonly ways: WayOpener | null;
	/** `host:port` of the page. */
	readonly host: string;
	/** Makes a single-use ticket for `/ws/raw`. */
	readonly issueRawTicket: (connection: number, answer: RawAnswer) => IssuedTicket;
	readonly onRun: RunCount;
}

export class SessionRuns {
	readonly #options: SessionRunsOptions;
	readonly #rate: TokenBucket;

	constructor(options: SessionRunsOptions) {
		const { runsPerMinute } = options.limits;
		this.#options = options;
		this.#rate = new TokenBucket(runsPerMinute / 60, runsPerMinute);
	}

	/** Throws `CommandError` over a bound. */
	openClient({ way, script }: CommandOf<'raw-client'>): CommandResult<'raw-client'> {
		const { ways, host, recordings, limits, onRun } = this.#options;
		if (ways === null) throw new CommandError('way-off', 'raw clients reach no peer here');
		const toRun = readScript(script, limits.runs, 'client');
		if (!ways.canOpen(way)) throw cannotOpen(way, ways.hasTls);
		this.#charge();
		const ends = openEnds(recordings, way.kind !== 'direct');
		openRawClient({ ...ends, ways, way, host, limits, onRun }).run(toRun);
		const { observation, second } = ends;
		return { connection: observation.connection, second: second?.connection ?? null };
	}

	/** Throws `CommandError` over a bound, and where `/ws/raw` is closed. */
	expectBrowser(command: CommandOf<'raw-server'>): CommandResult<'raw-server'> {
		const { recordings, limits, issueRawTicket } = this.#options;
		if (!limits.hasRawServer) throw new CommandError('raw-server-off');
		const { answer, extensions, protocol } = command;
		const script = readScript(command.script, limits.runs, 'server');
		if (answer === 'written') refuseUnconfirmed(script, command.confirmed);
		this.#charge();
		return recordings.expectRaw((connection) =>
			issueRawTicket(connection, { answer, extensions, protocol, script })
		);
	}

	/** Throws `CommandError` over a bound, while a run is on, and where the connection has ended. */
	run({ connection, script }: CommandOf<'run'>): void {
		const { recordings, limits } = this.#options;
		const raw = recordings.raw(connection);
		const toRun = readScript(script, limits.runs, raw.role);
		this.#charge();
		raw.run(toRun);
	}

	#charge(): void {
		if (this.#rate.take()) return;
		const text = `more than ${this.#options.limits.runsPerMinute} runs in a minute`;
		throw new CommandError('rate-limited', text);
	}
}

function cannotOpen({ kind }: Way, hasTls: boolean): CommandError {
	if (kind !== 'tls') return new CommandError('way-off');
	return new CommandError('tls-off', hasTls ? 'TLS is about to start: try again' : undefined);
}

/** What both connections of a way report to; either both get their places or none does. */
function openEnds(
	recordings: SessionRecordings,
	hasSecond: boolean
): { readonly observation: RawObservation; readonly second: RawObservation | null } {
	const observation = recordings.open();
	try {
		return { observation, second: hasSecond ? recordings.open() : null };
	} catch (error) {
		observation.release();
		recordings.forget(observation.connection);
		throw error;
	}
}
