/**
 * What really deflating makes of messages: as agreed, and as it would be agreed otherwise.
 *
 * Fetched late: it brings the compressor with it.
 */
import { MessageDeflater } from '#lib/protocol/deflate/deflate-message.ts';
import type { DeflateSide } from '#lib/protocol/deflate/permessage-deflate.ts';
import type { BrokenWay } from './broken-ways.ts';

/** Payload of each message, its tail dropped, in the order in which they are sent. */
export function compressMessages(
	messages: readonly Uint8Array[],
	{ windowBits, keepsWindow }: DeflateSide,
	level: number
): readonly Uint8Array<ArrayBuffer>[] {
	const deflater = new MessageDeflater(windowBits, keepsWindow, level);
	return messages.map((message) => deflater.deflate(message));
}

/** Windows that are compared: zlib knows none of 256 bytes. */
export const WINDOWS = [9, 10, 11, 12, 13, 14, 15] as const;

export interface ComparedWindow {
	readonly windowBits: number;
	/** Payload bytes of each message, the window kept from message to message. */
	readonly kept: readonly number[];
	/** The same, the window forgotten after each. */
	readonly forgotten: readonly number[];
}

export function compareWindows(
	messages: readonly Uint8Array[],
	level: number
): readonly ComparedWindow[] {
	const sizes = (windowBits: number, keepsWindow: boolean) =>
		compressMessages(messages, { windowBits, keepsWindow }, level).map(({ length }) => length);
	return WINDOWS.map((windowBits) => ({
		windowBits,
		kept: sizes(windowBits, true),
		forgotten: sizes(windowBits, false)
	}));
}

/** Bytes of a message that a match can be found for and that can be cut in the middle. */
const LONG_ENOUGH = 8;
const STAND_IN = new TextEncoder().encode('Hello, hello');

/** Payload that is no deflate stream, or not the one that belongs here. */
export function breakPayload(
	way: BrokenWay,
	messages: readonly Uint8Array[],
	side: DeflateSide
): Uint8Array<ArrayBuffer> {
	const first = messages.find(({ length }) => length >= LONG_ENOUGH) ?? STAND_IN;
	if (way === 'reserved-type') return Uint8Array.of(0x07);
	if (way === 'plain-text') return first.slice();
	const deflater = new MessageDeflater(side.windowBits, true);
	const payload = deflater.deflate(first);
	if (way === 'lost-window') return deflater.deflate(first);
	if (way === 'cut-short') return payload.slice(0, Math.max(1, payload.length >> 1));
	const middle = payload.length >> 1;
	payload[middle] = (payload[middle] ?? 0) ^ 0x08;
	return payload;
}
