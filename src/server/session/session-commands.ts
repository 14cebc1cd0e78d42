/** What each command of a page does to its session. */
import type { ChannelCommand, CommandResult, CommandType } from '#lib/channel/messages.ts';
import { CommandError } from './command-error.ts';
import type { SessionRecordings } from './session-recordings.ts';
import type { SessionRuns } from './session-runs.ts';
import type { SessionStreams } from '../streams/session-streams.ts';

export interface CommandContext {
	readonly recordings: SessionRecordings;
	readonly runs: SessionRuns;
	readonly streams: SessionStreams;
	/** µs of the session. */
	now(): number;
}

type Handlers = {
	[T in CommandType]: (
		command: Extract<ChannelCommand, { type: T }>,
		context: CommandContext
	) => CommandResult<T>;
};

const MOST_CONTROL_BYTES = 125;

const HANDLERS: Handlers = {
	observe(_command, { recordings }) {
		return recordings.expect();
	},
	'ping-peer'({ connection, payload }, { recordings }) {
		const bytes = Buffer.from(payload, 'base64');
		if (bytes.length > MOST_CONTROL_BYTES) {
			throw new CommandError('bad-argument', 'a PING carries at most 125 bytes');
		}
		const peer = recordings.peer(connection);
		attempt(() => peer.ping(bytes));
		return {};
	},
	'close-peer'({ connection, code, reason }, { recordings }) {
		const peer = recordings.peer(connection);
		attempt(() => peer.close(code, reason));
		return {};
	},
	'raw-client'(command, { runs }) {
		return runs.openClient(command);
	},
	'raw-server'(command, { runs }) {
		return runs.expectBrowser(command);
	},
	run(command, { runs }) {
		runs.run(command);
		return {};
	},
	'cancel-run'({ connection }, { recordings }) {
		recordings.raw(connection).cancel();
		return {};
	},
	'hang-up'({ connection, how }, { recordings }) {
		recordings.raw(connection).hangUp(how);
		return {};
	},
	forget({ connection }, { recordings }) {
		recordings.forget(connection);
		return {};
	},
	'open-stream'(command, { streams }) {
		return streams.open(command);
	},
	'start-stream'(command, { streams }) {
		streams.start(command);
		return {};
	},
	'stop-stream'(command, { streams }) {
		streams.stop(command);
		return {};
	},
	'close-stream'(command, { streams }) {
		streams.close(command);
		return {};
	},
	'add-lane'(command, { streams }) {
		return streams.addLane(command);
	},
	clock(_command, { now }) {
		return { serverTime: now() };
	}
};

/** Does a command. Throws `CommandError` where it cannot be done. */
export function runCommand(command: ChannelCommand, context: CommandContext): object {
	const handler = HANDLERS[command.type] as (
		command: ChannelCommand,
		context: CommandContext
	) => object;
	return handler(command, context);
}

/** `ws` throws for codes and reasons that may not be sent: the page is told in its words. */
function attempt(call: () => void): void {
	try {
		call();
	} catch (error) {
		throw new CommandError('bad-argument', error instanceof Error ? error.message : String(error));
	}
}
