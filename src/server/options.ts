/**
 * What the server is told by its environment: every variable with its default and its range.
 *
 * The README's table is made of the same rows, so that neither can drift from the other.
 */
import { isIP } from 'node:net';
import * as v from 'valibot';

const MIB = 1024 * 1024;

/** Integers: name of the field, environment variable, default, lowest, highest, what it means. */
export const INTEGER_OPTIONS = [
	['port', 'PORT', 3000, 0, 65_535, 'TCP port; 0 picks a free one'],
	['maxMessageBytes', 'MAX_MESSAGE_BYTES', MIB, 1024, 64 * MIB, 'longest WebSocket message'],
	[
		'maxBufferedBytes',
		'MAX_BUFFERED_BYTES',
		16 * MIB,
		MIB,
		256 * MIB,
		'echoes waiting for one slow reader; over it 1013'
	],
	[
		'maxRecordingBytes',
		'MAX_RECORDING_BYTES',
		8 * MIB,
		64 * 1024,
		256 * MIB,
		'recorded bytes of one connection'
	],
	[
		'maxSessionRecordingBytes',
		'MAX_SESSION_RECORDING_BYTES',
		32 * MIB,
		64 * 1024,
		1024 * MIB,
		'recorded bytes of one session'
	],
	[
		'maxSessions',
		'MAX_SESSIONS',
		400,
		1,
		100_000,
		'sessions (open pages of the lab) alive at once'
	],
	[
		'maxSessionsPerAddress',
		'MAX_SESSIONS_PER_ADDRESS',
		300,
		1,
		100_000,
		'sessions of one address (a classroom is one address)'
	],
	['maxConnections', 'MAX_CONNECTIONS', 8192, 1, 1_000_000, 'WebSockets open at once'],
	[
		'maxConnectionsPerAddress',
		'MAX_CONNECTIONS_PER_ADDRESS',
		2000,
		1,
		1_000_000,
		'WebSockets of one address'
	],
	[
		'maxConnectionsPerSession',
		'MAX_CONNECTIONS_PER_SESSION',
		32,
		1,
		10_000,
		'observed connections of one session open at once'
	],
	[
		'maxRawConnections',
		'MAX_RAW_CONNECTIONS',
		1024,
		1,
		1_000_000,
		'connections with hand-written bytes open at once, beyond MAX_CONNECTIONS; two sockets each'
	],
	[
		'maxStreams',
		'MAX_STREAMS',
		512,
		1,
		100_000,
		'streams of events (a race, a log-in, a game) open at once'
	],
	[
		'maxStreamsPerSession',
		'MAX_STREAMS_PER_SESSION',
		4,
		1,
		100,
		'streams of events of one session open at once'
	],
	['maxLanes', 'MAX_LANES', 4096, 1, 1_000_000, 'lanes (clients of streams) open at once'],
	[
		'maxLanesPerSession',
		'MAX_LANES_PER_SESSION',
		64,
		1,
		10_000,
		'lanes of one session open at once'
	],
	[
		'maxLaneBytes',
		'MAX_LANE_BYTES',
		4 * MIB,
		1024,
		256 * MIB,
		'recorded bytes of one lane; those beyond are counted, not kept'
	],
	[
		'upgradesPerMinute',
		'UPGRADES_PER_MINUTE',
		12_000,
		1,
		10_000_000,
		'opening handshakes of one address in a minute'
	],
	[
		'maxRunBytes',
		'MAX_RUN_BYTES',
		4 * MIB,
		1024,
		64 * MIB,
		'bytes that one run of hand-written bytes may write'
	],
	['maxRunWrites', 'MAX_RUN_WRITES', 65_536, 1, 1_000_000, 'writes that one run may make'],
	['maxRunSeconds', 'MAX_RUN_SECONDS', 60, 1, 3600, 'how long one run may take'],
	['runsPerMinute', 'RUNS_PER_MINUTE', 600, 1, 100_000, 'runs of one session in a minute'],
	[
		'commandsPerSecond',
		'COMMANDS_PER_SECOND',
		50,
		1,
		10_000,
		'commands of one page over the lab channel'
	],
	[
		'channelMessageBytes',
		'CHANNEL_MESSAGE_BYTES',
		256 * 1024,
		4096,
		16 * MIB,
		'longest message of a page over the lab channel'
	],
	[
		'sessionGraceSeconds',
		'SESSION_GRACE_SECONDS',
		30,
		1,
		3600,
		'how long a session waits for its page to return'
	],
	['ticketSeconds', 'TICKET_SECONDS', 30, 1, 3600, 'how long a ticket may wait for its connection'],
	[
		'channelIdleSeconds',
		'CHANNEL_IDLE_SECONDS',
		60,
		5,
		3600,
		'silence after which a channel counts as lost'
	],
	[
		'idleSeconds',
		'IDLE_SECONDS',
		1800,
		1,
		86_400,
		'silence after which a WebSocket is closed with 1001'
	],
	[
		'maxHeaderBytes',
		'MAX_HEADER_BYTES',
		16 * 1024,
		1024,
		256 * 1024,
		'HTTP head of one request; over it 431'
	],
	[
		'headersTimeoutSeconds',
		'HEADERS_TIMEOUT_SECONDS',
		10,
		1,
		300,
		'time for a whole request head; over it 408'
	],
	['requestTimeoutSeconds', 'REQUEST_TIMEOUT_SECONDS', 30, 1, 3600, 'time for a whole request'],
	[
		'keepAliveSeconds',
		'KEEP_ALIVE_SECONDS',
		30,
		1,
		3600,
		'silence after which an HTTP connection is closed'
	],
	[
		'shutdownSeconds',
		'SHUTDOWN_SECONDS',
		2,
		0,
		60,
		'how long deaf clients may delay the end of the server'
	]
] as const;

/** Text options: name of the field, environment variable, default, what it means. */
export const TEXT_OPTIONS = [
	['host', 'HOST', '127.0.0.1', 'address to listen on; `npm start -- --lan` means 0.0.0.0'],
	['origin', 'ORIGIN', '', 'public origin, such as https://wire101.example; its host is allowed'],
	['allowedHosts', 'ALLOWED_HOSTS', '', 'further host names to answer to, separated by commas'],
	[
		'trustProxy',
		'TRUST_PROXY',
		'',
		'addresses or subnets of proxies whose X-Forwarded-For and X-Forwarded-Proto count'
	],
	['metricsToken', 'METRICS_TOKEN', '', 'bearer token for /metrics from elsewhere than loopback'],
	[
		'hasRawServer',
		'RAW_SERVER',
		'on',
		'on or off; off behind a shared proxy: closes `/ws/raw`, where students write the bytes'
	],
	[
		'allowLoad',
		'ALLOW_LOAD',
		'auto',
		'on, off or auto: load runs (`/lab/load`), which keep this machine busy for a minute or two; auto allows them to this machine itself, and only where HOST is its own and neither ORIGIN, ALLOWED_HOSTS nor TRUST_PROXY says that others come through a proxy'
	],
	['logLevel', 'LOG_LEVEL', 'info', 'fatal, error, warn, info, debug, trace or silent']
] as const;

type IntegerName = (typeof INTEGER_OPTIONS)[number][0];
type TextName = (typeof TEXT_OPTIONS)[number][0];

/** Every bound of the lab server; bytes, counts or seconds as the name says. */
export type Limits = { readonly [name in Exclude<IntegerName, 'port'>]: number };

export interface Options {
	readonly port: number;
	readonly host: string;
	/** Public origin without a trailing slash, or ''. */
	readonly origin: string;
	readonly allowedHosts: readonly string[];
	readonly trustProxy: readonly string[];
	readonly metricsToken: string;
	/** Whether `/ws/raw` is open, where students write the server's bytes. */
	readonly hasRawServer: boolean;
	/** Whether load runs are allowed; `auto` asks `isPrivate`. */
	readonly allowLoad: 'auto' | 'on' | 'off';
	readonly logLevel: string;
	readonly limits: Limits;
}

/** A bad value in the environment; the message names the variable, the value and the range. */
export class OptionsError extends Error {
	override readonly name = 'OptionsError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws `OptionsError` with one line for each bad value. */
export function parseOptions(environment: Environment): Options {
	const faults: string[] = [];
	const read = <T>(variable: string, schema: v.GenericSchema<string, T>, fallback: string): T => {
		const text = environment[variable]?.trim() || fallback;
		const result = v.safeParse(schema, text);
		if (result.success) return result.output;
		faults.push(`${variable} is "${text}": ${result.issues[0].message}.`);
		return v.parse(schema, fallback);
	};
	const integers = INTEGER_OPTIONS.map(([name, variable, fallback, lowest, highest]) => [
		name,
		read(variable, integer(lowest, highest), String(fallback))
	]);
	const { port, ...limits } = Object.fromEntries(integers) as Record<IntegerName, number>;
	const text = <T>(name: TextName, schema: v.GenericSchema<string, T>): T => {
		const [, variable, fallback] = TEXT_OPTIONS.find(([field]) => field === name) ?? [];
		return read(variable ?? name, schema, fallback ?? '');
	};
	const options = {
		port,
		limits,
		host: text('host', HOST),
		origin: text('origin', ORIGIN),
		allowedHosts: text('allowedHosts', LIST),
		trustProxy: text('trustProxy', ADDRESSES),
		metricsToken: text('metricsToken', TOKEN),
		hasRawServer: text('hasRawServer', SWITCH),
		allowLoad: text('allowLoad', LOAD),
		logLevel: text('logLevel', LEVEL)
	};
	if (faults.length > 0) throw new OptionsError(faults.join('\n'));
	return options;
}

function integer(lowest: number, highest: number) {
	const message = `it must be a whole number from ${lowest} to ${highest}`;
	return v.pipe(
		v.string(),
		v.regex(/^\d{1,15}$/, message),
		v.transform(Number),
		v.minValue(lowest, message),
		v.maxValue(highest, message)
	);
}

const LIST = v.pipe(
	v.string(),
	v.transform((text) =>
		text
			.split(',')
			.map((item) => item.trim().toLowerCase())
			.filter(Boolean)
	)
);

const HOST = v.pipe(v.string(), v.regex(/^[\w.:%-]+$/, 'it must be a host name or an IP address'));

const ORIGIN = v.pipe(
	v.string(),
	v.check(isOrigin, 'it must be an origin, such as https://wire101.example'),
	v.transform((text) => text && new URL(text).origin)
);

const ADDRESSES = v.pipe(
	LIST,
	v.check(
		(items) => items.every(isSubnet),
		'it must be IP addresses or subnets, separated by commas'
	)
);

const TOKEN = v.pipe(
	v.string(),
	v.check((text) => text === '' || text.length >= 16, 'it must have 16 characters or more')
);

const SWITCH = v.pipe(
	v.picklist(['on', 'off'], 'it must be on or off'),
	v.transform((text) => text === 'on')
);

const LOAD = v.picklist(['auto', 'on', 'off'], 'it must be auto, on or off');

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const LEVEL = v.picklist(LEVELS, `it must be one of ${LEVELS.join(', ')}`);

/** Whether only this machine reaches what listens on this address. */
function isLoopbackHost(host: string): boolean {
	return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/**
 * Whether nobody but this machine is meant to come: behind a proxy everybody comes from loopback,
 * and whoever sets one up has to name it, or the names under which it is called.
 */
function isPrivate({ host, origin, allowedHosts, trustProxy }: Options): boolean {
	const name = origin === '' ? host : new URL(origin).hostname.replace(/^\[|\]$/g, '');
	const hasProxy = allowedHosts.length > 0 || trustProxy.length > 0;
	return isLoopbackHost(host) && isLoopbackHost(name) && !hasProxy;
}

export function allowsLoad(options: Options): boolean {
	return options.allowLoad === 'on' || (options.allowLoad === 'auto' && isPrivate(options));
}

function isSubnet(item: string): boolean {
	const [address = '', prefix, ...rest] = item.split('/');
	const bits = isIP(address) === 6 ? 128 : 32;
	if (isIP(address) === 0 || rest.length > 0) return false;
	return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
}

function isOrigin(text: string): boolean {
	if (text === '') return true;
	if (!URL.canParse(text)) return false;
	const url = new URL(text);
	return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username;
}
