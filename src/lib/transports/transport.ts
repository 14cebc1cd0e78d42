/** The five ways to deliver one stream of events, and what can be set for each lane of a race. */

export const TRANSPORTS = [
	'short-polling',
	'long-polling',
	'server-sent-events',
	'websocket',
	'socket-io'
] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** What the server is told of a lane when it is opened. */
export interface LaneSettings {
	readonly transport: Transport;
	/** Milliseconds that every chunk spends on the way, each way, in whole ms. */
	readonly delay: number;
	/** Milliseconds more, drawn for each chunk between 0 and this; the order is kept. */
	readonly jitter: number;
	/** permessage-deflate for WebSockets, gzip for HTTP, where the client takes it. */
	readonly compression: boolean;
}

/** What the page's client of a lane does by itself. */
export interface ClientSettings {
	/** Milliseconds between two questions of short polling. */
	readonly interval: number;
	/** Seconds for which long polling lets the server hold a question. */
	readonly hold: number;
	/** Short polling asks with `If-None-Match`, and gets 304 where nothing is new. */
	readonly usesEtag: boolean;
}

/** Highest and lowest, both allowed. */
export const LANE_BOUNDS = {
	lanes: { least: 1, most: 32 },
	delay: { least: 0, most: 5_000 },
	jitter: { least: 0, most: 5_000 },
	interval: { least: 200, most: 10_000 },
	hold: { least: 5, most: 60 }
} as const;
