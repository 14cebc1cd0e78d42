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
type Shape = Readonly<Record<string, Check>>;
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

const direction = oneOf('client', 'server');
const dataKind = oneOf('text', 'binary');

/** Fields of each kind beside `t`, `connection` and `kind`; `bytes` and `told` are read apart. */
const KINDS: ReadonlyMap<unknown, Shape> = new Map<unknown, Shape>([
	['accepted', {}],
	['data', { direction }],
	['fin', { direction }],
	['rst', { direction }],
	['stopped', { bound: oneOf('connection', 'session') }],
	['page', { error: microseconds, readyState: oneOf(0, 1, 2, 3) }],
	['server', {}]
]);

const PAGE_TOLD: ReadonlyMap<unknown, Shape> = new Map<unknown, Shape>([
	['new', { url: text, protocols: texts }],
	['open', { protocol: text, extensions: text }],
	['send', { data: dataKind, size: count }],
	['message', { data: dataKind, size: count }],
	['error', {}],
	['close-call', { code: codeOrNull, reason: text }],
	['close', { code, reason: text, wasClean: isTrueOrFalse }],
	['exception', { call: oneOf('new', 'send', 'close'), exception: text, message: text }]
]);

const SERVER_TOLD: ReadonlyMap<unknown, Shape> = new Map<unknown, Shape>([
	['connection', { protocol: text, extensions: text }],
	['refused', { status: count, message: text }],
	['message', { data: dataKind, size: count }],
	['send', { data: dataKind, size: count }],
	['ping', { size: count }],
	['pong', { size: count }],
	['ping-call', { size: count }],
	['close-call', { code: codeOrNull, reason: text }],
	['error', { code: text, message: text }],
	['close', { code, reason: text }]
]);

/** Copies what the shape names; the path of the first field that is not as it should be. */
function pick(value: Json, shape: Shape, into: Json, budget: EventBudget): string | null {
	for (const [name, check] of Object.entries(shape)) {
		const field = Object.hasOwn(value, name) ? value[name] : undefined;
		if (!check(field, budget)) return name;
		into[name] = field;
	}
	return null;
}

const COMMON: Shape = { t: microseconds, connection };

/** The event, or the path of the field at fault. Takes from the budget what the event holds. */
export function readEvent(value: unknown, budget: EventBudget): RecordingEvent | string {
	if (!isObject(value)) return '';
	const shape = KINDS.get(value.kind);
	if (!shape) return 'kind';
	const event: Json = {};
	const field = pick(value, COMMON, event, budget);
	if (field) return field;
	event.kind = value.kind;
	const other = pick(value, shape, event, budget) ?? readRest(value, event, budget);
	// Each field of its kind has been checked against the tables above.
	return other ?? (event as unknown as RecordingEvent);
}

function readRest(value: Json, event: Json, budget: EventBudget): string | null {
	if (event.kind === 'data') return readBytes(value.bytes, event, budget);
	if (event.kind === 'page') return readTold(value.told, PAGE_TOLD, event, budget);
	if (event.kind === 'server') return readTold(value.told, SERVER_TOLD, event, budget);
	return null;
}

function readBytes(value: unknown, event: Json, budget: EventBudget): string | null {
	if (typeof value !== 'string') return 'bytes';
	budget.bytesLeft -= (value.length / 4) * 3;
	if (budget.bytesLeft < 0) return null;
	const bytes = budget.decode(value);
	if (!bytes) return 'bytes';
	event.bytes = bytes;
	return null;
}

function readTold(
	value: unknown,
	shapes: ReadonlyMap<unknown, Shape>,
	event: Json,
	budget: EventBudget
): string | null {
	if (!isObject(value)) return 'told';
	const shape = shapes.get(value.name);
	if (!shape) return 'told.name';
	const told: Json = { name: value.name };
	const field = pick(value, shape, told, budget);
	event.told = told;
	return field && `told.${field}`;
}

function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
