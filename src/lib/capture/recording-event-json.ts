/**
 * One event of a recording, read from JSON that may hold anything.
 */
import type { RecordingEvent } from './recording-event.ts';

/** What may still be read, and how base64 becomes bytes (null: not base64). */
export interface EventBudget {
	/** Below zero once a file holds too much. */
	bytesLeft: number;
	readonly decode: (text: string) => Uint8Array | null;
}

type Check = (value: unknown, budget: EventBudget) => boolean;
type Shape = readonly (readonly [name: string, check: Check])[];
type Json = Partial<Record<string, unknown>>;

/** No text that an API tells is longer; a URL or a message of an error is cut by the browser. */
const MAX_TEXT = 65_536;
const MAX_PROTOCOLS = 1_000;

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const count: Check = isCount;
const microseconds: Check = (value) =>
	typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER;
const connection: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 1;
const code: Check = (value) => isCount(value) && Number(value) <= 0xffff;
const codeOrNull: Check = (value, budget) => value === null || code(value, budget);
const isTrueOrFalse: Check = (value) => typeof value === 'boolean';
const text: Check = (value, budget) => {
	if (typeof value !== 'string' || value.length > MAX_TEXT) return false;
	budget.bytesLeft -= value.length;
	return true;
};
const texts: Check = (value, budget) =>
	Array.isArray(value) &&
	value.length <= MAX_PROTOCOLS &&
	value.every((element) => text(element, budget));
const oneOf =
	(...values: readonly unknown[]): Check =>
	(value) =>
		values.includes(value);

/** Entries made once: a file has a million events. */
const fields = (checks: Readonly<Record<string, Check>>): Shape => Object.entries(checks);

const direction = oneOf('client', 'server');
const dataKind = oneOf('text', 'binary');

/** Fields of each kind beside `t`, `connection` and `kind`; `bytes` and `told` are read apart. */
const KINDS: ReadonlyMap<unknown, Shape> = new Map<unknown, Shape>([
	['accepted', fields({})],
	['data', fields({ direction })],
	['fin', fields({ direction })],
	['rst', fields({ direction })],
	['stopped', fields({ bound: oneOf('connection', 'session') })],
	['page', fields({ error: microseconds, readyState: oneOf(0, 1, 2, 3) })],
	['server', fields({})],
	['run', fields({ direction })]
]);

const PAGE_TOLD: ReadonlyMap<unknown, Shape> = new Map<unknown, Shape>([
	['new', fields({ url: text, protocols: texts })],
	['open', fields({ protocol: text, extensions: text })],
	['send', fields({ data: dataKind, size: count })],
	['message', fields({ data: dataKind, size: count })],
	['error', fields({})],
	['close-call', fields({ code: codeOrNull, reason: text })],
	['close', fields({ code, reason: text, wasClean: isTrueOrFalse })],
	['exception', fields({ call: oneOf('new', 'send', 'close'), exception: text, message: text })]
]);

const SERVER_TOLD: ReadonlyMap<unknown, Shape> = new Map<unknown, Shape>([
	['connection', fields({ protocol: text, extensions: text })],
	['refused', fields({ status: count, message: text })],
	['message', fields({ data: dataKind, size: count })],
	['send', fields({ data: dataKind, size: count })],
	['ping', fields({ size: count })],
	['pong', fields({ size: count })],
	['ping-call', fields({ size: count })],
	['close-call', fields({ code: codeOrNull, reason: text })],
	['error', fields({ code: text, message: text })],
	['close', fields({ code, reason: text })]
]);

const RUN_TOLD: ReadonlyMap<unknown, Shape> = new Map<unknown, Shape>([
	['begin', fields({ bytes: count, writes: count })],
	[
		'end',
		fields({ outcome: oneOf('written', 'cancelled', 'peer-ended', 'timed-out'), bytes: count })
	],
	['unanswered', fields({ after: count })]
]);

const COMMON = fields({ t: microseconds, connection });

/** The name of the first field that is not as it should be; null: there is none. */
function faultOf(value: Json, shape: Shape, budget: EventBudget): string | null {
	for (const [name, check] of shape) if (!check(value[name], budget)) return name;
	return null;
}

/** The event, or the path of the field at fault. Takes from the budget what the event holds. */
export function readEvent(value: unknown, budget: EventBudget): RecordingEvent | string {
	if (!isObject(value)) return '';
	const shape = KINDS.get(value.kind);
	if (!shape) return 'kind';
	const fault = faultOf(value, COMMON, budget) ?? faultOf(value, shape, budget);
	if (fault) return fault;
	// Each field of its kind has been checked against the tables above.
	const event = copyOf(value as unknown as RecordingEvent, budget);
	return typeof event === 'string' ? event : (event as RecordingEvent);
}

/** What an event of its kind holds and nothing else, or the path of the field at fault. */
function copyOf(value: RecordingEvent, budget: EventBudget): object | string {
	const { t, connection, kind } = value;
	switch (kind) {
		case 'accepted':
			return { t, connection, kind };
		case 'data': {
			const bytes = readBytes(value.bytes, budget);
			return bytes ? { t, connection, kind, direction: value.direction, bytes } : 'bytes';
		}
		case 'fin':
		case 'rst':
			return { t, connection, kind, direction: value.direction };
		case 'stopped':
			return { t, connection, kind, bound: value.bound };
		case 'page': {
			const { error, readyState } = value;
			const told = readTold(value.told, PAGE_TOLD, budget);
			return typeof told === 'string' ? told : { t, connection, kind, error, readyState, told };
		}
		case 'server': {
			const told = readTold(value.told, SERVER_TOLD, budget);
			return typeof told === 'string' ? told : { t, connection, kind, told };
		}
		case 'run': {
			const told = readTold(value.told, RUN_TOLD, budget);
			const { direction } = value;
			return typeof told === 'string' ? told : { t, connection, kind, direction, told };
		}
	}
}

/** Null where it is no base64; over the budget, nothing is decoded. */
function readBytes(value: unknown, budget: EventBudget): Uint8Array | null {
	if (typeof value !== 'string') return null;
	budget.bytesLeft -= (value.length / 4) * 3;
	return budget.bytesLeft < 0 ? NO_BYTES : budget.decode(value);
}

const NO_BYTES = new Uint8Array(0);

/** A copy of what was told, or the path of the field at fault. */
function readTold(
	value: unknown,
	shapes: ReadonlyMap<unknown, Shape>,
	budget: EventBudget
): object | string {
	if (!isObject(value)) return 'told';
	const shape = shapes.get(value.name);
	if (!shape) return 'told.name';
	const fault = faultOf(value, shape, budget);
	if (fault) return `told.${fault}`;
	const told: Json = { name: value.name };
	for (const [name] of shape) told[name] = value[name];
	return told;
}

function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
