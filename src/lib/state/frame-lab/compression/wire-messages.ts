/**
 * The data messages of one side as they were captured: their frames, and what these carried.
 */
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import type { Frame } from '#lib/protocol/frames/frame.ts';
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { deflateSide } from '#lib/protocol/deflate/permessage-deflate.ts';
import type { DeflateParameters } from '#lib/protocol/deflate/deflate-parameters.ts';

export interface WireMessage {
	readonly frames: readonly Frame[];
	/** Bytes of all its frames, headers included. */
	readonly wireSize: number;
	readonly isCompressed: boolean;
	/** Payloads of its frames, unmasked and joined; the deflate data where it is compressed. */
	readonly payload: Uint8Array<ArrayBuffer>;
	/** The message, inflated. */
	readonly data: Uint8Array;
}

/** Messages whose last frame has come, in order. */
export function wireMessages(
	records: readonly ConversationRecord[],
	direction: Direction
): readonly WireMessage[] {
	return records.flatMap((record) => {
		if (record.kind !== 'frame' || record.direction !== direction || !record.message) return [];
		const { frames, compressed } = record.message;
		return {
			frames,
			wireSize: frames.reduce((sum, frame) => sum + frame.bytesLength, 0),
			isCompressed: compressed,
			payload: joinBytes(frames.map((frame) => frame.unmaskedPayload())),
			data: record.message.data()
		};
	});
}

/** What the matches of a message may reach back to: earlier compressed ones, as agreed. */
export function windowBefore(
	messages: readonly WireMessage[],
	index: number,
	parameters: DeflateParameters,
	sender: Direction
): Uint8Array<ArrayBuffer> {
	const { keepsWindow, windowBits } = deflateSide(parameters, sender);
	if (!keepsWindow) return new Uint8Array(0);
	const earlier = messages.slice(0, index).filter(({ isCompressed }) => isCompressed);
	const joined = joinBytes(earlier.map(({ data }) => data));
	return joined.slice(Math.max(0, joined.length - 2 ** windowBits));
}
