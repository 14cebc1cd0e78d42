/**
 * Delay and jitter of lanes, on the real sockets of this server, outside the tap: reads are held
 * before the witness sees them, writes after.
 */
import type { Socket } from 'node:net';
import type { NetworkConditions } from './delay-queue.ts';

/** Null where the key is no lane's. */
export type FindConditions = (key: string) => NetworkConditions | null;

/** To be called right after `attachTap`, before anything is read. */
export function attachConditions(_socket: Socket, _find: FindConditions): void {
	// Follows.
}
