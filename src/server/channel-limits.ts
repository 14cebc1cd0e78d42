/** Bounds of sessions and of the lab channel. Times in milliseconds, sizes in bytes. */
export interface ChannelLimits {
	/** Sessions alive at once, those in their grace period included. */
	readonly maxSessions: number;
	/** Observed connections of a session alive at once, tickets not yet used included. */
	readonly maxConnections: number;
	/** Recordings of a session that the page has not told us to forget. */
	readonly maxRecordings: number;
	/** Recorded of one connection, and of all connections of one session. */
	readonly maxConnectionBytes: number;
	readonly maxSessionBytes: number;
	/** Held for a page that does not acknowledge, and for all pages together. */
	readonly maxOutboxBytes: number;
	readonly maxHeldBytes: number;
	readonly maxMessageBytes: number;
	readonly commandsPerSecond: number;
	readonly commandBurst: number;
	/** Refused messages after which the channel is closed with 1008. */
	readonly maxRefusals: number;
	/** A session outlives its channel by this. */
	readonly grace: number;
	readonly ticketLife: number;
	/** Without a command or an event the session ends. */
	readonly idle: number;
	/** Between two pings of the channel; one that is not answered until the next ends it. */
	readonly heartbeat: number;
	/** For the first message of a channel. */
	readonly hello: number;
	/** Events of this time travel in one batch. */
	readonly batchWindow: number;
}

export const CHANNEL_LIMITS: ChannelLimits = {
	maxSessions: 500,
	maxConnections: 32,
	maxRecordings: 1024,
	maxConnectionBytes: 8 * 2 ** 20,
	maxSessionBytes: 32 * 2 ** 20,
	maxOutboxBytes: 16 * 2 ** 20,
	maxHeldBytes: 256 * 2 ** 20,
	maxMessageBytes: 4096,
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
