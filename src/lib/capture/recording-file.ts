/**
 * A recording as JSON: versioned, bytes in base64, checked and bounded when it is read.
 *
 * A file comes from outside: whatever it holds, reading it gives a recording's parts or a fault.
 */
import { base64ToBytes, bytesToBase64 } from './base64-bytes.ts';
import { readEvent, type EventBudget } from './recording-event-json.ts';
import type { RecordingEvent } from './recording-event.ts';

const RECORDING_FORMAT = 'wire101-recording';
const RECORDING_VERSION = 1;

export interface RecordingFile {
	readonly format: typeof RECORDING_FORMAT;
	readonly version: typeof RECORDING_VERSION;
	/** Wall-clock time of t = 0, ISO 8601. */
	readonly startedAt: string;
	/** Events as in the recording, `bytes` in base64. */
	readonly events: readonly object[];
}

export interface RecordingLimits {
	readonly maxEvents: number;
	readonly maxConnections: number;
	/** Bytes of all chunks and characters of all texts together. */
	readonly maxBytes: number;
}

/**
 * Twice the largest session by default, and room for a page's events beside each chunk. The
 * conversation of a connection takes tens of kibibytes, however little it holds.
 */
export const DEFAULT_LIMITS: RecordingLimits = {
	maxEvents: 1_000_000,
	maxConnections: 4096,
	maxBytes: 64 * 1024 * 1024
};

export type RecordingFault =
	| 'not-json'
	| 'not-a-recording'
	| 'unknown-version'
	| 'too-many-events'
	| 'too-many-connections'
	| 'too-many-bytes'
	| 'invalid-event';

export interface RecordingFaultAt {
	readonly code: RecordingFault;
	/** Index of the event at fault; null where it is the file. */
	readonly event: number | null;
	/** Path of the field at fault, such as `told.size`; null where it is not one field. */
	readonly field: string | null;
}

export type RecordingParts =
	| { readonly isOk: true; readonly startedAt: string; readonly events: RecordingEvent[] }
	| ({ readonly isOk: false } & RecordingFaultAt);

/** Reads JSON text, or a value already parsed. Never throws. */
export function readRecordingFile(
	json: unknown,
	limits: Partial<RecordingLimits> = {}
): RecordingParts {
	const { maxEvents, maxConnections, maxBytes } = { ...DEFAULT_LIMITS, ...limits };
	if (typeof json === 'string') {
		if (json.length > 2 * maxBytes + 512 * maxEvents) return fault('too-many-bytes');
		try {
			json = JSON.parse(json);
		} catch {
			return fault('not-json');
		}
	}
	if (typeof json !== 'object' || json === null) return fault('not-a-recording');
	const { format, version, startedAt, events } = json as Partial<Record<string, unknown>>;
	if (format !== RECORDING_FORMAT) return fault('not-a-recording', 'format');
	if (version !== RECORDING_VERSION) return fault('unknown-version', 'version');
	if (!isTimestamp(startedAt)) return fault('not-a-recording', 'startedAt');
	if (!Array.isArray(events)) return fault('not-a-recording', 'events');
	if (events.length > maxEvents) return fault('too-many-events');
	const budget = { bytesLeft: maxBytes, decode: base64ToBytes };
	return readEvents(startedAt, events, budget, maxConnections);
}

function readEvents(
	startedAt: string,
	values: readonly unknown[],
	budget: EventBudget,
	maxConnections: number
): RecordingParts {
	const events: RecordingEvent[] = [];
	const connections = new Set<number>();
	let last = 0;
	for (const value of values) {
		const event = readEvent(value, budget);
		if (typeof event === 'string') return fault('invalid-event', event || null, events.length);
		if (budget.bytesLeft < 0) return fault('too-many-bytes', null, events.length);
		if (event.t < last) return fault('invalid-event', 't', events.length);
		connections.add(event.connection);
		if (connections.size > maxConnections) {
			return fault('too-many-connections', null, events.length);
		}
		last = event.t;
		events.push(event);
	}
	return { isOk: true, startedAt, events };
}

/** The JSON value of a recording; `JSON.stringify` gives the file. */
export function writeRecordingFile(
	startedAt: string,
	events: readonly RecordingEvent[]
): RecordingFile {
	return {
		format: RECORDING_FORMAT,
		version: RECORDING_VERSION,
		startedAt,
		events: events.map((event) =>
			event.kind === 'data' ? { ...event, bytes: bytesToBase64(event.bytes) } : event
		)
	};
}

function isTimestamp(value: unknown): value is string {
	return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(value);
}

function fault(
	code: RecordingFault,
	field: string | null = null,
	event: number | null = null
): RecordingParts {
	return { isOk: false, code, event, field };
}
