/**
 * A session: made when a page opens its channel, named by a token that only travels inside the
 * channel, and gone when the page has been away for the grace period. It owns the recordings of
 * its connections and keeps what its page has not acknowledged.
 *
 * Commands carry increasing ids and come again after a resume; each is done once.
 */
import {
	CHANNEL_CLOSE,
	check,
	parseJson,
	type ChannelCommand,
	type ChannelErrorCode,
	type ServerTerms
} from '#lib/channel/messages.ts';
import { requestSchema } from '#lib/channel/requests.ts';
import type { ChannelLimits } from './channel-limits.ts';
import { CommandError } from './command-error.ts';
import type { RunCount } from '../raw/raw-connection.ts';
import type { RawAnswer } from '../raw/raw-server.ts';
import { SessionStreams, type SharedStreams } from '../streams/session-streams.ts';
import type { WayOpener } from '../ways/ways.ts';
import { Outbox, type ByteCounts, type OutboxLine } from './outbox.ts';
import type { Places } from './places.ts';
import { runCommand } from './session-commands.ts';
import { SessionRecordings, type IssuedTicket } from './session-recordings.ts';
import { SessionRoom } from './session-room.ts';
import { SessionRuns } from './session-runs.ts';
import { TokenBucket } from './token-bucket.ts';

/** The channel as its session sees it. */
export interface SessionLine extends OutboxLine {
	close(code: number, reason: string): void;
}

export interface SessionOptions {
	readonly limits: ChannelLimits;
	readonly bytes: ByteCounts;
	readonly rawPlaces: Places;
	/** On which raw clients reach our own peers; null where there are none. */
	readonly ways: WayOpener | null;
	/** `host:port` by which the page calls us. */
	readonly host: string;
	readonly streams: SharedStreams;
	/** Origins under which other devices reach us. */
	readonly addresses: readonly string[];
	/** Whether synthetic subscribers may be started here. */
	readonly hasLoad: boolean;
	/** Makes a single-use ticket for a connection of this session, and one for `/ws/raw`. */
	readonly issueTicket: (connection: number) => IssuedTicket;
	readonly issueRawTicket: (connection: number, answer: RawAnswer) => IssuedTicket;
	readonly onRun: RunCount;
	readonly onRefusal: (code: string) => void;
	/** A fault of our own; the page gets an error reply. */
	readonly onFault: (error: unknown) => void;
	readonly onEnd: () => void;
}

/** Bytes of answers that a page may leave unacknowledged when its outbox is already full. */
const ANSWER_ROOM = 2 ** 18;

export class Session {
	/** Wall clock when the recording began, ISO 8601. */
	readonly startedAt = new Date().toISOString();
	/** What this server takes and offers, as the page is told. */
	readonly terms: ServerTerms;
	readonly recordings: SessionRecordings;
	readonly streams: SessionStreams;
	readonly #origin = performance.now();
	readonly #options: SessionOptions;
	readonly #outbox: Outbox;
	readonly #runs: SessionRuns;
	readonly #bucket: TokenBucket;
	#line: SessionLine | null = null;
	#lastCommand = 0;
	#grace: NodeJS.Timeout | undefined;
	#idle: NodeJS.Timeout | undefined;
	#activeAt = performance.now();
	#hasEnded = false;

	constructor(options: SessionOptions) {
		const { limits, bytes, rawPlaces, issueTicket } = options;
		this.terms = {
			maxMessageBytes: limits.maxPeerMessageBytes,
			runs: limits.runs,
			hasRawServer: limits.hasRawServer,
			hasTls: options.ways?.hasTls ?? false,
			addresses: [...options.addresses],
			hasLoad: options.hasLoad
		};
		this.#options = options;
		this.#bucket = new TokenBucket(limits.commandsPerSecond, limits.commandBurst);
		this.#outbox = new Outbox({
			now: this.now,
			window: limits.batchWindow,
			maxBytes: limits.maxOutboxBytes,
			bytes,
			maxHeldBytes: limits.maxHeldBytes,
			share: limits.maxHeldBytes / limits.maxSessions
		});
		const room = new SessionRoom({ limits, outbox: this.#outbox, bytes });
		const common = { limits, outbox: this.#outbox, room, now: this.now };
		this.recordings = new SessionRecordings({ ...common, rawPlaces, issueTicket });
		this.streams = new SessionStreams({
			...common,
			shared: options.streams,
			nextConnection: () => this.recordings.nextNumber(),
			onFault: options.onFault
		});
		this.#runs = new SessionRuns({ ...options, recordings: this.recordings });
		this.#watchIdle(limits.idle);
	}

	/** µs since the recording began. */
	readonly now = (): number => Math.floor((performance.now() - this.#origin) * 1000);

	get hasEnded(): boolean {
		return this.#hasEnded;
	}

	/** The page has received everything up to here; false where that cannot be. */
	acknowledge(received: number): boolean {
		const isPossible = this.#outbox.acknowledge(received);
		this.streams.catchUp();
		return isPossible;
	}

	/** Talks over this line from now on; the one before it is closed. */
	attach(line: SessionLine): void {
		const replaced = this.#line;
		clearTimeout(this.#grace);
		this.#line = line;
		this.#outbox.attach(line);
		replaced?.close(CHANNEL_CLOSE.replaced, 'replaced');
	}

	/** The line is gone; its page may come back within the grace period. */
	detach(line: SessionLine): void {
		if (this.#line !== line || this.#hasEnded) return;
		this.#line = null;
		this.#outbox.detach();
		this.#grace = setTimeout(() => this.end(), this.#options.limits.grace).unref();
	}

	/** The page has said that it will not come back. */
	leave(line: SessionLine): void {
		if (this.#line === line) this.end(1000, '');
	}

	/** One message of the page; binary ones are `null`. */
	receive(line: SessionLine, text: string | null): void {
		if (this.#line !== line) return;
		const value = text === null ? null : parseJson(text);
		const { success, output, issues } = check(requestSchema, value);
		if (success && output.type === 'ack') this.#takeAck(output.received);
		else if (this.#isNew(idOf(value))) {
			if (success && output.type !== 'ack') this.#run(output);
			else this.#refuse(idOf(value), faultOf(text, value), issues?.[0].message ?? '');
		}
	}

	/** Frees everything. The line, if any, is closed with this code. */
	end(code: number = CHANNEL_CLOSE.idle, reason = 'idle'): void {
		if (this.#hasEnded) return;
		this.#hasEnded = true;
		clearTimeout(this.#grace);
		clearTimeout(this.#idle);
		this.streams.end();
		this.recordings.end();
		this.#outbox.flush();
		this.#outbox.clear();
		this.#options.onEnd();
		this.#line?.close(code, reason);
		this.#line = null;
	}

	#takeAck(received: number): void {
		const before = this.#outbox.heldBytes;
		const isPossible = this.acknowledge(received);
		// An ack that frees something is bounded by what was sent; others count as commands.
		if (this.#outbox.heldBytes < before || !this.#mayGoOn(null)) return;
		if (!isPossible) this.#refuse(null, 'malformed', 'ack of a message that was not sent');
	}

	/** Whether a command has not been seen before, and may be looked at. */
	#isNew(id: number | null): boolean {
		const isRepeated = id !== null && id <= this.#lastCommand;
		return this.#mayGoOn(isRepeated ? null : id) && !isRepeated;
	}

	#run(command: ChannelCommand): void {
		this.#lastCommand = command.id;
		if (command.type !== 'clock') this.#activeAt = performance.now();
		try {
			const result = runCommand(command, {
				recordings: this.recordings,
				runs: this.#runs,
				streams: this.streams,
				now: this.now
			});
			this.#outbox.answer({ type: 'reply', id: command.id, result });
		} catch (error) {
			const isExpected = error instanceof CommandError;
			if (!isExpected) this.#options.onFault(error);
			this.#refuse(
				command.id,
				isExpected ? error.code : 'internal-error',
				isExpected ? error.message : ''
			);
		}
	}

	/** Charges one message; refuses it, or in the end the channel, where the page sends too many. */
	#mayGoOn(id: number | null): boolean {
		const { maxOutboxBytes, maxRefusals } = this.#options.limits;
		if (this.#outbox.heldBytes > maxOutboxBytes + ANSWER_ROOM) this.#abort('unread answers');
		else if (this.#bucket.take()) return true;
		else if (this.#bucket.refusals > maxRefusals) this.#abort('too many messages');
		else this.#refuse(id, 'rate-limited', 'too many messages');
		return false;
	}

	#abort(reason: string): void {
		this.#options.onRefusal('channel-abuse');
		this.#line?.close(1008, reason);
	}

	#refuse(id: number | null, code: ChannelErrorCode, message: string): void {
		if (id !== null) this.#lastCommand = id;
		this.#options.onRefusal(code);
		this.#outbox.answer({ type: 'error', id, code, message: message.slice(0, 200) });
	}

	#watchIdle(wait: number): void {
		this.#idle = setTimeout(() => {
			const seenAt = Math.max(this.recordings.activeAt, this.streams.activeAt);
			const active = Math.max(this.#activeAt, this.#origin + seenAt / 1000);
			const rest = active + this.#options.limits.idle - performance.now();
			if (rest <= 0) this.end();
			else this.#watchIdle(rest);
		}, wait).unref();
	}
}

function idOf(value: unknown): number | null {
	const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
	return Number.isSafeInteger(id) && (id as number) > 0 ? (id as number) : null;
}

const TYPES: readonly unknown[] = requestSchema.options.map(
	(option) => option.entries.type.literal
);

function faultOf(text: string | null, value: unknown): ChannelErrorCode {
	if (text === null) return 'binary-not-expected';
	const isTyped = typeof value === 'object' && value !== null && 'type' in value;
	return isTyped && !TYPES.includes(value.type) ? 'unknown-type' : 'malformed';
}
