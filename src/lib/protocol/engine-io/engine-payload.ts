/**
 * The body of a polling request or answer: packets, with the byte 0x1e between them.
 *
 * @see https://socket.io/docs/v4/engine-io-protocol/#http-long-polling-1
 */
import { decodeEnginePacket, type EnginePacket } from './engine-packet.ts';
import { engineViolation, type EngineViolation } from './engine-rules.ts';

/** Record separator. */
export const PACKET_SEPARATOR = 0x1e;
/** Packets of one body that are read. */
const MAX_PACKETS = 10_000;

export interface EnginePayload {
	readonly packets: readonly EnginePacket[];
	/** Where the separators lie. */
	readonly separators: readonly number[];
	/** Of the body; each packet has its own. */
	readonly violations: readonly EngineViolation[];
}

/** Reads a whole body, its transfer and content codings undone. An empty one has no packets. */
export function decodeEnginePayload(bytes: Uint8Array, maxPackets = MAX_PACKETS): EnginePayload {
	const packets: EnginePacket[] = [];
	const separators: number[] = [];
	for (let start = 0; bytes.length > 0; start = (separators.at(-1) ?? 0) + 1) {
		if (packets.length === maxPackets) {
			const violation = engineViolation('engine-too-many-packets', start, bytes.length);
			return { packets, separators, violations: [violation] };
		}
		const found = bytes.indexOf(PACKET_SEPARATOR, start);
		const end = found < 0 ? bytes.length : found;
		packets.push(decodeEnginePacket(bytes, { start, end, index: packets.length }));
		if (found < 0) break;
		separators.push(found);
	}
	return { packets, separators, violations: [] };
}
