/** What the page may say on the lab channel, as the server reads it. */
import * as v from 'valibot';
import { boundedList } from '#lib/runs/bounded-list.ts';
import { MAX_ACCEPTS, MAX_PAUSE, MAX_STEPS } from '#lib/runs/run-script.ts';
import { IDLE_BOUNDS, PROXY_MODES } from '#lib/runs/way.ts';
import { PATTERNS, SOURCE_BOUNDS } from '#lib/transports/stream-source.ts';
import { LANE_BOUNDS, TRANSPORTS } from '#lib/transports/transport.ts';
import { count, id, secret } from './fields.ts';

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
export const scriptSchema = v.object({
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
	v.object({ type: v.literal('raw-client'), id, way, script: scriptSchema }),
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
		script: scriptSchema
	}),
	/** One more run over a raw connection that is open. */
	v.object({ type: v.literal('run'), id, connection: id, script: scriptSchema }),
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
