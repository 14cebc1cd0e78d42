/**
 * A Socket.IO packet (protocol 5), which travels as the data of an Engine.IO message:
 * `<type>[<attachments>-][<namespace>,][<ack id>][JSON]`.
 *
 * Total: never throws on bytes, and reads on past a fault as far as a reader could.
 *
 * @see https://socket.io/docs/v4/socket-io-protocol/#packet-encoding
 */
import { engineViolation, type EngineViolation } from './engine-rules.ts';

export const SOCKET_PACKET_TYPES = {
	0: 'CONNECT',
	1: 'DISCONNECT',
	2: 'EVENT',
	3: 'ACK',
	4: 'CONNECT_ERROR',
	5: 'BINARY_EVENT',
	6: 'BINARY_ACK'
} as const;

export type SocketPacketType = (typeof SOCKET_PACKET_TYPES)[keyof typeof SOCKET_PACKET_TYPES];

/** A run of bytes, end excluded, counted in the body or message that the packet lies in. */
export interface ByteRun {
	readonly start: number;
	readonly end: number;
}

export interface SocketPacket extends ByteRun {
	/** Null: none of the seven. */
	readonly type: SocketPacketType | null;
	/** Binary attachments that follow in messages of their own; null where none are announced. */
	readonly attachments: (ByteRun & { readonly value: number | null }) | null;
	/** `/` where none is named: then the run is empty. */
	readonly namespace: ByteRun & { readonly value: string };
	readonly ackId: (ByteRun & { readonly value: number }) | null;
	/** JSON text as sent; null where there is none. */
	readonly payload: (ByteRun & { readonly text: string }) | null;
	/** Name of an event: the first element of the array; null where there is none. */
	readonly eventName: string | number | null;
	readonly violations: readonly EngineViolation[];
}

const SLASH = 0x2f;
const COMMA = 0x2c;
const DASH = 0x2d;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Names that a peer must not use for its events: they mean something to the library. */
const RESERVED_EVENTS: readonly unknown[] = [
	'connect',
	'connect_error',
	'disconnect',
	'disconnecting',
	'newListener',
	'removeListener'
];

/** Reads the packet in bytes `start` to `end` (exclusive) of a body or message. */
export function decodeSocketPacket(bytes: Uint8Array, start = 0, end = bytes.length): SocketPacket {
	const violations: EngineViolation[] = [];
	const type = typeOf(bytes[start] ?? 0);
	if (type === null || start >= end) {
		violations.push(engineViolation('socket-type-unknown', start, Math.min(start + 1, end)));
	}
	let at = Math.min(start + 1, end);
	const attachments = hasAttachments(type) ? readAttachments(bytes, at, end, violations) : null;
	at = attachments ? Math.min(attachments.end + 1, end) : at;
	const namespace = readNamespace(bytes, at, end);
	at = namespace.end > namespace.start ? Math.min(namespace.end + 1, end) : at;
	const ackId = readAckId(bytes, at, end);
	at = ackId?.end ?? at;
	const text = at < end ? decoder.decode(bytes.subarray(at, end)) : null;
	const payload = text === null ? null : { start: at, end, text };
	const eventName = type === null ? null : checkPayload(type, payload, { at, end }, violations);
	return { type, start, end, attachments, namespace, ackId, payload, eventName, violations };
}

function typeOf(byte: number): SocketPacketType | null {
	const digit = byte - 0x30;
	return Object.hasOwn(SOCKET_PACKET_TYPES, digit)
		? SOCKET_PACKET_TYPES[digit as keyof typeof SOCKET_PACKET_TYPES]
		: null;
}

function hasAttachments(type: SocketPacketType | null): boolean {
	return type === 'BINARY_EVENT' || type === 'BINARY_ACK';
}

/** Digits and a dash; without the dash nothing can be told from what follows. */
function readAttachments(
	bytes: Uint8Array,
	start: number,
	end: number,
	violations: EngineViolation[]
): SocketPacket['attachments'] {
	const digits = endOfDigits(bytes, start, end);
	const value = digits > start ? Number(decoder.decode(bytes.subarray(start, digits))) : null;
	if (digits < end && bytes[digits] === DASH && value !== null && value > 0) {
		return { start, end: digits, value };
	}
	const to = Math.min(digits + 1, end);
	violations.push(engineViolation('socket-attachments-malformed', start, to));
	return digits < end && bytes[digits] === DASH ? { start, end: digits, value } : null;
}

function readNamespace(bytes: Uint8Array, start: number, end: number): SocketPacket['namespace'] {
	if (start >= end || bytes[start] !== SLASH) return { start, end: start, value: '/' };
	let at = start;
	while (at < end && bytes[at] !== COMMA) at++;
	return { start, end: at, value: decoder.decode(bytes.subarray(start, at)) };
}

function readAckId(bytes: Uint8Array, start: number, end: number): SocketPacket['ackId'] {
	const to = endOfDigits(bytes, start, end);
	if (to === start) return null;
	return { start, end: to, value: Number(decoder.decode(bytes.subarray(start, to))) };
}

function endOfDigits(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39) at++;
	return at;
}

/** Checks the JSON against the type, and returns the name of the event. */
function checkPayload(
	type: SocketPacketType,
	payload: SocketPacket['payload'],
	{ at, end }: { at: number; end: number },
	violations: EngineViolation[]
): string | number | null {
	const parsed = payload === null ? { isJson: true, value: undefined } : parse(payload.text);
	if (!parsed.isJson) {
		violations.push(engineViolation('socket-json-invalid', at, end));
		return null;
	}
	if (!isExpected(type, parsed.value)) {
		violations.push(engineViolation('socket-payload-unexpected', Math.min(at, end), end));
	}
	if (type !== 'EVENT' && type !== 'BINARY_EVENT') return null;
	const name: unknown = Array.isArray(parsed.value) ? parsed.value[0] : null;
	return typeof name === 'string' || typeof name === 'number' ? name : null;
}

function parse(text: string): { readonly isJson: boolean; readonly value: unknown } {
	try {
		return { isJson: true, value: JSON.parse(text) as unknown };
	} catch {
		return { isJson: false, value: undefined };
	}
}

/** What each type must carry; without a payload the library of 4.8 asks nothing. */
function isExpected(type: SocketPacketType, value: unknown): boolean {
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	if (value === undefined) return true;
	if (type === 'CONNECT') return isObject;
	if (type === 'DISCONNECT') return false;
	if (type === 'CONNECT_ERROR') return isObject || typeof value === 'string';
	if (!Array.isArray(value)) return false;
	if (type === 'ACK' || type === 'BINARY_ACK') return true;
	const [name] = value as readonly unknown[];
	return typeof name === 'number' || (typeof name === 'string' && !RESERVED_EVENTS.includes(name));
}
