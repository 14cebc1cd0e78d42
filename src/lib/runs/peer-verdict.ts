/**
 * The real peer's verdict on a run, as it can be read from the capture: what it put on the wire,
 * and what its own code was told. Nothing is predicted.
 */
import type { Conversation } from '#lib/capture/conversation.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import type { PeerVerdict } from './verdict.ts';

/**
 * Judges what the peer of one side has done.
 * @param role who the student is; the peer is the other side
 * @param cursor events of the recording applied; default: all
 */
export function peerVerdict(
	conversation: Conversation,
	role: Direction,
	cursor = Infinity
): PeerVerdict {
	void [conversation, role, cursor];
	return { kind: 'waiting', hasPageError: false, end: null, messages: 0, pongs: 0 };
}
