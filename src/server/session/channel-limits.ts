/** Bounds of sessions and of the lab channel. Times in milliseconds, sizes in bytes. */
import type { RunBounds } from '#lib/runs/run-script.ts';
import type { Options } from '../options.ts';

export interface ChannelLimits {
	/** Sessions alive at once, those in their grace period included; and of one address. */
	readonly maxSessions: number;
	readonly maxSessionsPerAddress: number;
	/** Observed connections of a session alive at once, tickets not yet used included. */
	readonly maxConnections: number;
	/** Raw connections of all sessions alive at once, tickets not yet used included. */
	readonly maxRawConnections: number;
	/** Streams of all sessions and of one, open at once; and their lanes. */
	readonly maxStreams: number;
	readonly maxSessionStreams: number;
	readonly maxLanes: number;
	readonly maxSessionLanes: number;
	/** Recorded of one lane; what comes after is counted. */
	readonly maxLaneBytes: number;
	/** What a stream keeps of its events, for clients that come late or again. */
	readonly maxLogEvents: number;
	readonly maxLogBytes: number;
	/** Of all streams: over it, those that keep more than their share keep less. */
	readonly maxPoolBytes: number;
	/** Recordings of a session that the page has not told us to forget. */
	readonly maxRecordings: number;
	/** Recorded of one connection, and of all connections of one session. */
	readonly maxConnectionBytes: number;
	readonly maxSessionBytes: number;
	readonly maxConnectionEvents: number;
	readonly maxSessionEvents: number;
	/** Held for a page that does not acknowledge, and for all pages together. */
	readonly maxOutboxBytes: number;
	readonly maxHeldBytes: number;
	/** One message of a page. */
	readonly maxMessageBytes: number;
	/** One WebSocket message that the peers take: told to the page, which need not try more. */
	readonly maxPeerMessageBytes: number;
	/** What one run of hand-written bytes may cost. */
	readonly runs: RunBounds;
	readonly runsPerMinute: number;
	/**
	 * A raw connection on which nothing runs is cut off after this, also one whose hand-written
	 * answer never comes; the peer's own answer to a request that never ends comes before.
	 */
	readonly rawIdle: number;
	/** A run waits as long for its peer's HTTP head, and after its end for any answer. */
	readonly headWait: number;
	readonly answerWait: number;
	/** Whether `/ws/raw` is open. */
	readonly hasRawServer: boolean;
	readonly commandsPerSecond: number;
	/** Commands that may come at once after a quiet time. */
	readonly commandBurst: number;
	/** Messages refused for their rate after which the channel is closed with 1008. */
	readonly maxRefusals: number;
	/** A session outlives its channel by this. */
	readonly grace: number;
	readonly ticketLife: number;
	/** Without a command or an event the session ends. */
	readonly idle: number;
	/** Between two pings of the channel; one without any answer until the next ends the channel. */
	readonly heartbeat: number;
	/** For the first message of a channel. */
	readonly hello: number;
	/** Events of this time travel in one batch. */
	readonly batchWindow: number;
}

const MIB = 2 ** 20;
/** Node looks for late requests every second; its answer takes its way. */
const AFTER_TIMEOUT = 5000;

export const CHANNEL_LIMITS: ChannelLimits = {
	maxSessions: 400,
	maxSessionsPerAddress: 300,
	maxConnections: 32,
	maxRawConnections: 1024,
	maxStreams: 512,
	maxSessionStreams: 4,
	maxLanes: 4096,
	maxSessionLanes: 64,
	maxLaneBytes: 4 * MIB,
	maxLogEvents: 8192,
	maxLogBytes: 16 * MIB,
	maxPoolBytes: 256 * MIB,
	maxRecordings: 1024,
	maxConnectionBytes: 8 * MIB,
	maxSessionBytes: 32 * MIB,
	maxConnectionEvents: 500_000,
	maxSessionEvents: 1_000_000,
	maxOutboxBytes: 16 * MIB,
	maxHeldBytes: 256 * MIB,
	maxMessageBytes: 4096,
	maxPeerMessageBytes: MIB,
	runs: { maxBytes: 4 * MIB, maxWrites: 65_536, maxSeconds: 60 },
	runsPerMinute: 600,
	rawIdle: 30_000,
	headWait: 5000,
	answerWait: 1000,
	hasRawServer: true,
	commandsPerSecond: 50,
	commandBurst: 200,
	maxRefusals: 400,
	grace: 30_000,
	ticketLife: 30_000,
	idle: 30 * 60_000,
	heartbeat: 15_000,
	hello: 10_000,
	batchWindow: 8
};

/** The channel's bounds from those of the environment. */
export function channelLimits({
	limits,
	hasRawServer
}: Pick<Options, 'limits' | 'hasRawServer'>): ChannelLimits {
	const slowest = Math.max(limits.headersTimeoutSeconds, limits.requestTimeoutSeconds);
	return {
		...CHANNEL_LIMITS,
		maxSessions: limits.maxSessions,
		maxSessionsPerAddress: limits.maxSessionsPerAddress,
		maxConnections: limits.maxConnectionsPerSession,
		maxRawConnections: limits.maxRawConnections,
		maxStreams: limits.maxStreams,
		maxSessionStreams: limits.maxStreamsPerSession,
		maxLanes: limits.maxLanes,
		maxSessionLanes: limits.maxLanesPerSession,
		maxLaneBytes: limits.maxLaneBytes,
		maxConnectionBytes: limits.maxRecordingBytes,
		maxSessionBytes: limits.maxSessionRecordingBytes,
		maxMessageBytes: limits.channelMessageBytes,
		maxPeerMessageBytes: limits.maxMessageBytes,
		runs: {
			maxBytes: limits.maxRunBytes,
			maxWrites: limits.maxRunWrites,
			maxSeconds: limits.maxRunSeconds
		},
		runsPerMinute: limits.runsPerMinute,
		// A request that stays incomplete is answered with 408: that is waited for.
		rawIdle: Math.max(CHANNEL_LIMITS.rawIdle, slowest * 1000 + AFTER_TIMEOUT),
		hasRawServer,
		commandsPerSecond: limits.commandsPerSecond,
		commandBurst: limits.commandsPerSecond * 4,
		grace: limits.sessionGraceSeconds * 1000,
		ticketLife: limits.ticketSeconds * 1000,
		idle: limits.idleSeconds * 1000,
		heartbeat: (limits.channelIdleSeconds * 1000) / 2
	};
}
