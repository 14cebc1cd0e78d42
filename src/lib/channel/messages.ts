/**
 * The JSON messages of the lab channel (subprotocol `wire101.v1`): what the server says, and the
 * types of what the page does. Its schemas stand in requests.ts: only the server reads by them.
 *
 * The page says hello (or resumes), then sends commands with increasing ids. The server answers in
 * sequenced messages: binary batches of recorded events (batch.ts), replies and errors. The page
 * acknowledges sequence numbers; whatever is not acknowledged is sent again after a resume. Tokens
 * travel inside the channel only, never in a URL.
 */
import * as v from 'valibot';
import { count, id, secret } from './fields.ts';
import type { openingSchema, requestSchema, scriptSchema } from './requests.ts';

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
export type ScriptMessage = v.InferOutput<typeof scriptSchema>;
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
