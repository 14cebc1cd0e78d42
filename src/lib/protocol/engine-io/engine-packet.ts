/**
 * An Engine.IO packet (protocol 4): one character for its type, then its data. A message carries a
 * Socket.IO packet.
 *
 * Total: never throws on bytes.
 *
 * @see https://socket.io/docs/v4/engine-io-protocol/#packet-encoding
 */
import { decodeBase64 } from '../base64.ts';
import { findInvalidUtf8 } from '../frames/utf8.ts';
import { engineViolation, type EngineViolation } from './engine-rules.ts';
import { decodeSocketPacket, type ByteRun, type SocketPacket } from './socket-packet.ts';

export const ENGINE_PACKET_TYPES = {
	0: 'open',
	1: 'close',
	2: 'ping',
	3: 'pong',
	4: 'message',
	5: 'upgrade',
	6: 'noop'
} as const;

export type EnginePacketType = (typeof ENGINE_PACKET_TYPES)[keyof typeof ENGINE_PACKET_TYPES];

/** What the server says in its `open` packet. */
export interface EngineHandshake {
	readonly sid: string;
	readonly upgrades: readonly string[];
	/** Milliseconds; null where it says none. */
	readonly pingInterval: number | null;
	readonly pingTimeout: number | null;
	/** Bytes of one polling body; null where it says none. */
	readonly maxPayload: number | null;
}

export interface EnginePacket extends ByteRun {
	/** Position in its body, from 0. */
	readonly index: number;
	/** Null: none of the seven. */
	readonly type: EnginePacketType | null;
	/** A binary message: `b` and base64 in a body, bare bytes in a binary frame. */
	readonly isBinary: boolean;
	/** What follows the type; a binary frame is data from its first byte. */
	readonly data: ByteRun;
	/** Of a binary message, as sent or decoded from base64; null: none, or no base64. */
	readonly binary: Uint8Array | null;
	/** `2probe` and `3probe`, by which a WebSocket is tried before it is used. */
	readonly isProbe: boolean;
	/** Of a whole `open` packet. */
	readonly handshake: EngineHandshake | null;
	/** What a text message carries, read as Socket.IO. */
	readonly socket: SocketPacket | null;
	/** Faults of the packet, and of what it carries. */
	readonly violations: readonly EngineViolation[];
}

const SMALL_B = 0x62;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads the packet in bytes `start` to `end` (exclusive) of a body, or the whole of a text message. */
export function decodeEnginePacket(
	bytes: Uint8Array,
	{ start, end, index }: ByteRun & { readonly index: number } = {
		start: 0,
		end: bytes.length,
		index: 0
	}
): EnginePacket {
	const violations: EngineViolation[] = [];
	const first = start < end ? (bytes[start] ?? 0) : 0;
	const data = { start: Math.min(start + 1, end), end };
	const place = { index, start, end, data, isProbe: false, handshake: null, socket: null };
	if (first === SMALL_B) {
		const decoded = decodeBase64(decoder.decode(bytes.subarray(data.start, end)));
		const binary = decoded.isValid ? decoded.bytes : null;
		if (!binary) violations.push(engineViolation('engine-base64-invalid', data.start, end));
		return { ...place, type: 'message', isBinary: true, binary, violations };
	}
	const bad = findInvalidUtf8(bytes.subarray(start, end));
	if (bad >= 0) {
		const at = Math.min(start + bad, end - 1);
		violations.push(engineViolation('engine-text-not-utf8', at, at + 1));
	}
	const type = typeOf(first);
	const common = { ...place, type, isBinary: false, binary: null, violations };
	if (type === null) {
		violations.push(engineViolation('engine-type-unknown', start, data.start));
		return common;
	}
	if (type === 'message') {
		const socket = decodeSocketPacket(bytes, data.start, end);
		return { ...common, socket, violations: [...violations, ...socket.violations] };
	}
	const text = decoder.decode(bytes.subarray(data.start, end));
	if (type !== 'open') {
		return { ...common, isProbe: (type === 'ping' || type === 'pong') && text === 'probe' };
	}
	const handshake = readHandshake(text);
	if (!handshake) {
		violations.push(engineViolation('engine-handshake-malformed', data.start, end));
	}
	return { ...common, handshake };
}

/** The message of a binary frame: no type before it. */
export function binaryEnginePacket(bytes: Uint8Array): EnginePacket {
	const run = { start: 0, end: bytes.length };
	return {
		...run,
		index: 0,
		type: 'message',
		isBinary: true,
		data: run,
		binary: bytes,
		isProbe: false,
		handshake: null,
		socket: null,
		violations: []
	};
}

function typeOf(byte: number): EnginePacketType | null {
	const digit = byte - 0x30;
	return Object.hasOwn(ENGINE_PACKET_TYPES, digit)
		? ENGINE_PACKET_TYPES[digit as keyof typeof ENGINE_PACKET_TYPES]
		: null;
}

function readHandshake(text: string): EngineHandshake | null {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
	const { sid, upgrades, pingInterval, pingTimeout, maxPayload } = value as Record<string, unknown>;
	if (typeof sid !== 'string') return null;
	return {
		sid,
		upgrades: Array.isArray(upgrades)
			? upgrades.filter((each): each is string => typeof each === 'string')
			: [],
		pingInterval: numberOf(pingInterval),
		pingTimeout: numberOf(pingTimeout),
		maxPayload: numberOf(maxPayload)
	};
}

const numberOf = (value: unknown) => (typeof value === 'number' ? value : null);
