/**
 * Every JSON message of the lab channel, both ways (subprotocol `wire101.v1`).
 *
 * The page says hello (or resumes), then sends commands with increasing ids. The server answers in
 * sequenced messages: binary batches of recorded events (batch.ts), replies and errors. The page
 * acknowledges sequence numbers; whatever is not acknowledged is sent again after a resume. Tokens
 * travel inside the channel only, never in a URL.
 */
import * as v from 'valibot';
import { boundedList } from '#lib/runs/bounded-list.ts';
import { MAX_ACCEPTS, MAX_PAUSE, MAX_STEPS } from '#lib/runs/run-script.ts';
import { IDLE_BOUNDS, PROXY_MODES } from '#lib/runs/way.ts';
import { PATTERNS, SOURCE_BOUNDS } from '#lib/transports/stream-source.ts';
import { LANE_BOUNDS, TRANSPORTS } from '#lib/transports/transport.ts';

export const CHANNEL_SUBPROTOCOL = 'wire101.v1';
export const CHANNEL_PATH = '/lab/channel';
export const CHANNEL_VERSION = 1;

/** Close codes of the channel's own (RFC 6455 §7.4.2: 4000–4999 are for private use). */
export const CHANNEL_CLOSE = {
	/** Another channel resumed this session. */
	replaced: 4001,
	/** Nothing happened in the session for a long time; it has ended. */
	idle: 4002,
	/** The page's own: the channel is silent or broken, and is opened again. */
	unusable: 4003
} as const;

const CHANNEL_ERRORS = [
	'hello-expected',
	'unsupported-version',
	'unknown-session',
	'cannot-resume',
	'too-many-sessions',
	'malformed',
	'unknown-type',
	'binary-not-expected',
	'rate-limited',
	'too-many-connections',
	'too-many-recordings',
	'unknown-connection',
	'not-open',
	'bad-argument',
	'run-in-progress',
	'run-too-big',
	'raw-server-off',
	'confirm-needed',
	'tls-off',
	'way-off',
	'unknown-stream',
	'too-many-streams',
	'too-many-lanes',
	'internal-error'
] as const;

export type ChannelErrorCode = (typeof CHANNEL_ERRORS)[number];

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const base64 = v.pipe(v.string(), v.maxLength(168), v.regex(/^[A-Za-z0-9+/]*={0,2}$/));
/** Bytes of any number, in base64: the longest message of the channel bounds them. */
const longBase64 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/));
const milliseconds = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MAX_PAUSE));
/** What may stand in a header's value (RFC 9110 §5.5): no CR, no LF, so no second header. */
const headerValue = v.pipe(v.string(), v.maxLength(1024), v.regex(/^[\x20-\x7e\t]*$/));

const step = v.variant('kind', [
	v.object({
		kind: v.literal('write'),
		bytes: longBase64,
		unit: v.picklist(['whole', 'byte']),
		times: id,
		acceptAt: v.optional(boundedList(count, MAX_ACCEPTS))
	}),
	v.object({ kind: v.literal('pause'), ms: milliseconds }),
	v.object({ kind: v.literal('await-head') }),
	v.object({ kind: v.literal('end'), how: v.picklist(['fin', 'rst']) })
]);

/** A run as it travels: run-script.ts, with bytes in base64. */
const script = v.object({
	steps: boundedList(step, MAX_STEPS),
	gap: milliseconds
});

/** How a raw client reaches the peers: runs/way.ts. */
const way = v.variant('kind', [
	v.object({ kind: v.literal('direct') }),
	v.object({
		kind: v.literal('proxy'),
		mode: v.picklist(PROXY_MODES),
		idle: v.pipe(count, v.minValue(IDLE_BOUNDS.least), v.maxValue(IDLE_BOUNDS.most))
	}),
	v.object({ kind: v.literal('tls') })
]);

/** 128 bits in base64url. */
const secret = v.pipe(v.string(), v.regex(/^[\w-]{22}$/));

const between = ({ least, most }: { readonly least: number; readonly most: number }) =>
	v.pipe(v.number(), v.minValue(least), v.maxValue(most));
const wholeBetween = (bounds: { readonly least: number; readonly most: number }) =>
	v.pipe(between(bounds), v.safeInteger());

/** What a stream's events are made by: transports/stream-source.ts. */
const source = v.variant('kind', [
	v.object({
		kind: v.literal('race'),
		pattern: v.picklist(PATTERNS),
		rate: between(SOURCE_BOUNDS.rate),
		size: wholeBetween(SOURCE_BOUNDS.size),
		seconds: between(SOURCE_BOUNDS.seconds),
		seed: count
	}),
	v.object({ kind: v.literal('login') }),
	v.object({ kind: v.literal('game') })
]);

/** One client of a stream: transports/transport.ts. */
const lane = v.object({
	transport: v.picklist(TRANSPORTS),
	delay: wholeBetween(LANE_BOUNDS.delay),
	jitter: wholeBetween(LANE_BOUNDS.jitter),
	compression: v.boolean()
});
const lanes = v.pipe(
	boundedList(lane, LANE_BOUNDS.lanes.most),
	v.minLength(LANE_BOUNDS.lanes.least)
);

const hello = v.object({ type: v.literal('hello'), version: v.number() });
const resume = v.object({ type: v.literal('resume'), token: secret, received: count });
const ack = v.object({ type: v.literal('ack'), received: count });

/** The first message of a channel. */
export const openingSchema = v.variant('type', [hello, resume]);

/** What a page sends inside its session. */
export const requestSchema = v.variant('type', [
	ack,
	/** A single-use ticket for one observed connection. */
	v.object({ type: v.literal('observe'), id }),
	/** Sends PING from the server's side; payload in base64, at most 125 bytes. */
	v.object({ type: v.literal('ping-peer'), id, connection: id, payload: base64 }),
	/** Starts the closing handshake from the server's side; code null sends no code. */
	v.object({
		type: v.literal('close-peer'),
		id,
		connection: id,
		code: v.nullable(v.pipe(count, v.maxValue(65535))),
		reason: v.pipe(v.string(), v.maxLength(123))
	}),
	/** The page needs this recording no more: its bytes count no longer. */
	v.object({ type: v.literal('forget'), id, connection: id }),
	/** Opens a connection to our own peers, this way, and writes to it what the script says. */
	v.object({ type: v.literal('raw-client'), id, way, script }),
	/**
	 * A single-use ticket for `/ws/raw`: whoever brings it gets the 101 that is due, with these
	 * headers, then what the script says; or what the script says as the whole response.
	 */
	v.object({
		type: v.literal('raw-server'),
		id,
		answer: v.picklist(['due', 'written']),
		/** The student knows what headers that act beyond this connection do, and wants them. */
		confirmed: v.boolean(),
		extensions: headerValue,
		protocol: headerValue,
		script
	}),
	/** One more run over a raw connection that is open. */
	v.object({ type: v.literal('run'), id, connection: id, script }),
	/** Stops the run of a raw connection at once. */
	v.object({ type: v.literal('cancel-run'), id, connection: id }),
	/** Ends the student's side of a raw connection, or resets it. */
	v.object({
		type: v.literal('hang-up'),
		id,
		connection: id,
		how: v.picklist(['fin', 'rst'])
	}),
	/** A stream of events and the lanes that carry it; a race begins with `start-stream`. */
	v.object({ type: v.literal('open-stream'), id, source, lanes }),
	/** Its source begins: once, and only where it has not begun by itself (log-in, game). */
	v.object({ type: v.literal('start-stream'), id, stream: id }),
	/** Its source ends; the lanes go on, so that what is on its way arrives. */
	v.object({ type: v.literal('stop-stream'), id, stream: id }),
	/** Its lanes end, and their keys mean nothing any more. */
	v.object({ type: v.literal('close-stream'), id, stream: id }),
	/** One more lane of a stream. */
	v.object({ type: v.literal('add-lane'), id, stream: id, lane }),
	/** One exchange of the clock estimate; pageTime in µs of the page's clock. */
	v.object({ type: v.literal('clock'), id, pageTime: v.pipe(v.number(), v.finite()) })
]);

/** `key` stands for the lane in the query of its requests. */
const openedLane = v.object({ lane: id, key: secret });

/** What each command's reply carries. */
export const RESULTS = {
	observe: v.object({ ticket: secret, connection: id }),
	'ping-peer': v.object({}),
	'close-peer': v.object({}),
	forget: v.object({}),
	/** `second`: the recording of the other side of what is on the way; null where there is none. */
	'raw-client': v.object({ connection: id, second: v.nullable(id) }),
	'raw-server': v.object({ ticket: secret, connection: id }),
	run: v.object({}),
	'cancel-run': v.object({}),
	'hang-up': v.object({}),
	'open-stream': v.object({
		stream: id,
		/** In the order in which they were asked for. */
		lanes: v.array(openedLane),
		/** What the code on the page holds, and for how many ms; null where nobody logs in. */
		login: v.nullable(v.object({ id: secret, expiresIn: count }))
	}),
	'start-stream': v.object({}),
	'stop-stream': v.object({}),
	'close-stream': v.object({}),
	'add-lane': openedLane,
	/** µs since the session's recording began, when the command was read. */
	clock: v.object({ serverTime: count })
} as const;

const errorCode = v.picklist(CHANNEL_ERRORS);

/** What the server takes and offers. */
const terms = v.object({
	/** Longest WebSocket message that the peers take, in bytes. */
	maxMessageBytes: id,
	/** What a run may cost. */
	runs: v.object({ maxBytes: id, maxWrites: id, maxSeconds: id }),
	/** Whether `/ws/raw` is open. */
	hasRawServer: v.boolean(),
	/** Whether raw clients can go through TLS. */
	hasTls: v.boolean(),
	/** Origins under which other devices of the network reach us; empty where none can. */
	addresses: v.array(v.string()),
	/** Whether synthetic subscribers may be started here. */
	hasLoad: v.boolean()
});

/** What the server sends as text. Messages with `seq` are sequenced together with the batches. */
export const answerSchema = v.variant('type', [
	v.object({
		type: v.literal('welcome'),
		token: secret,
		/** Wall clock when the session's recording began, ISO 8601. */
		startedAt: v.pipe(v.string(), v.isoTimestamp()),
		/** µs since then. */
		time: count,
		terms
	}),
	v.object({ type: v.literal('resumed') }),
	/** About a message outside any session; not sequenced. */
	v.object({ type: v.literal('refused'), code: errorCode }),
	v.object({
		type: v.literal('reply'),
		seq: id,
		/** µs: every event of the session up to this moment has been sent before. */
		until: count,
		id,
		result: v.record(v.string(), v.unknown())
	}),
	v.object({
		type: v.literal('error'),
		seq: id,
		until: count,
		/** The command, or null where none could be read. */
		id: v.nullable(id),
		code: errorCode,
		message: v.string()
	})
]);

/** A run as it travels. */
export type ScriptMessage = v.InferOutput<typeof script>;
export type ServerTerms = v.InferOutput<typeof terms>;
export type ChannelOpening = v.InferOutput<typeof openingSchema>;
type ChannelRequest = v.InferOutput<typeof requestSchema>;
export type ChannelAnswer = v.InferOutput<typeof answerSchema>;

export type ChannelCommand = Exclude<ChannelRequest, { type: 'ack' }>;
export type CommandType = ChannelCommand['type'];

/** A command as the page's code writes it: the channel gives it its id. */
export type Command = {
	[T in CommandType]: Omit<Extract<ChannelCommand, { type: T }>, 'id'>;
}[CommandType];
export type CommandResult<T extends CommandType> = v.InferOutput<(typeof RESULTS)[T]>;

/** Reads JSON text by a schema; null where it is not JSON or not of that shape. */
export function readMessage<S extends v.GenericSchema>(
	schema: S,
	text: string
): v.InferOutput<S> | null {
	const result = check(schema, parseJson(text));
	return result.success ? result.output : null;
}

/**
 * Holds a value against a schema up to the first fault: a message has room for a hundred thousand
 * of them, and each would be described.
 */
export function check<S extends v.GenericSchema>(schema: S, value: unknown): v.SafeParseResult<S> {
	return v.safeParse(schema, value, { abortEarly: true });
}

/** The value of JSON text, or undefined where it is not JSON. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
