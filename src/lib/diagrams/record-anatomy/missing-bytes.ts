/** How many bytes a frame that is cut off still needs. */
import type { Frame } from '#lib/protocol/frames/frame.ts';

/**
 * To finish the header as far as it is known, else the frame; null for a frame that is complete.
 */
export function missingBytes(frame: Frame): number | bigint | null {
	if (frame.isComplete) return null;
	const { bytesLength, headerLength, payloadLength } = frame;
	if (bytesLength < headerLength) return headerLength - bytesLength;
	if (typeof payloadLength === 'bigint') return payloadLength + BigInt(headerLength - bytesLength);
	return headerLength + payloadLength - bytesLength;
}
