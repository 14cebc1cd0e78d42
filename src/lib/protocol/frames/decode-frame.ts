/**
 * Decodes one frame that lies in bytes at an offset: a value, or how many bytes it still needs.
 *
 * What only other frames can tell (UTF-8 across fragments, inflating, size) is `FrameStream`'s.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2
 */
import { checkClosePayload } from './closing-handshake.ts';
import { FrameHeader } from './frame-header.ts';
import { Frame } from './frame.ts';
import { checkHeader, type FrameContext } from './header-rules.ts';
import { CLOSE } from './opcode.ts';
import type { Violation } from '../violation.ts';

export type DecodedFrame =
	| { readonly kind: 'frame'; readonly frame: Frame }
	/** `needed`: bytes to finish the header, then the frame; `frame`: what is there, if anything. */
	| {
			readonly kind: 'incomplete';
			readonly needed: number | bigint;
			readonly frame: Frame | null;
	  };

/** Never throws and never reads beyond the bytes. @param offset of the frame's first byte */
export function decodeFrame(
	bytes: Uint8Array,
	offset: number,
	context: FrameContext
): DecodedFrame {
	const available = bytes.length - offset;
	if (available <= 0) return { kind: 'incomplete', needed: 2, frame: null };
	const header = new FrameHeader();
	header.read(bytes, offset, bytes.length);
	const isComplete = header.isComplete && header.frameLength <= available;
	const end = isComplete ? offset + header.frameLength : bytes.length;
	const make = (violations: readonly Violation[]) =>
		new Frame(
			context.direction,
			bytes,
			offset,
			end,
			header.length,
			header.payloadLength,
			isComplete,
			context.hasDeflate && isCompressedStart(bytes[offset] ?? 0),
			violations
		);
	const violations = checkHeader(bytes, offset, end, context);
	const frame = make(violations);
	if (!isComplete) return { kind: 'incomplete', needed: neededFor(header, available), frame };
	if (frame.opcode !== CLOSE) return { kind: 'frame', frame };
	const found = checkClosePayload(frame.unmaskedPayload(), header.length, true);
	return { kind: 'frame', frame: found.length > 0 ? make([...violations, ...found]) : frame };
}

/** RSV1 on the first frame of a message (RFC 7692 §6). */
function isCompressedStart(first: number): boolean {
	return (first & 0x48) === 0x40 && (first & 0x0f) !== 0;
}

function neededFor(header: FrameHeader, available: number): number | bigint {
	if (!header.isComplete) return header.length - available;
	if (typeof header.payloadLength === 'number') return header.frameLength - available;
	return header.payloadLength + BigInt(header.length - available);
}
