/** How often a text occurs in recorded bytes, across the cuts between chunks. */
import type { RecordingEvent } from '#lib/capture/recording-event.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import { joinBytes } from '#lib/protocol/join-bytes.ts';

/** @param text looked for as UTF-8; an empty one occurs nowhere */
export function countText(events: readonly RecordingEvent[], text: string): number {
	const wanted = new TextEncoder().encode(text);
	if (wanted.length === 0) return 0;
	return (['client', 'server'] as const)
		.map((direction) => countIn(bytesOf(events, direction), wanted))
		.reduce((sum, count) => sum + count, 0);
}

function bytesOf(events: readonly RecordingEvent[], direction: Direction): Uint8Array {
	return joinBytes(
		events.flatMap((event) =>
			event.kind === 'data' && event.direction === direction ? [event.bytes] : []
		)
	);
}

function countIn(bytes: Uint8Array, wanted: Uint8Array): number {
	let count = 0;
	const first = wanted[0] ?? 0;
	for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
		if (wanted.every((byte, i) => bytes[at + i] === byte)) count += 1;
	}
	return count;
}
