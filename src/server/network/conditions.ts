/**
 * Delay and jitter of lanes, on the real sockets of this server, outside the tap: reads are held
 * before the witness sees them, writes after. So the tap's times are those at which our code read
 * and wrote, and the conditions lie between it and the kernel, as a network would.
 *
 * A pooled connection serves several lanes: each request line at the start of a chunk says which
 * (a line that is cut over chunks says nothing), and what follows has that lane's conditions, an
 * upgraded connection for good. Requests in one chunk share those of the first.
 */
import type { Buffer } from 'node:buffer';
import { randomInt } from 'node:crypto';
import type { Socket } from 'node:net';
import { tapOf, type Watch } from '../tap/tap.ts';
import {
	hasConditions,
	NO_CONDITIONS,
	type NetworkClock,
	type NetworkConditions
} from './delay-queue.ts';
import { holdSocket } from './held-socket.ts';
import { laneInRequest } from './lane-in-request.ts';
import { Line } from './line.ts';

/** Null where the key is no lane's. */
export type FindConditions = (key: string) => NetworkConditions | null;

export interface ConditionsOptions {
	/** Whether there are any conditions to be found: while there are none no request is read for its lane. */
	readonly areAny?: () => boolean;
	readonly clock?: NetworkClock;
	/** A number from 0 up to 1, for the jitter. */
	readonly random?: () => number;
	/** Bytes that may be on their way on all sockets; beyond it each has little room. */
	readonly mostInAll?: number;
}

export const MOST_IN_ALL = 2 ** 28;

const CLOCK: NetworkClock = {
	now: () => performance.now(),
	setTimeout: (callback, ms) => setTimeout(callback, ms),
	clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout)
};

/** One for all sockets of a server: it keeps nothing of any but how much is on its way. */
export class LaneWatch implements Watch {
	readonly #find: FindConditions;
	readonly #areAny: () => boolean;
	readonly #clock: NetworkClock;
	readonly #random: () => number;
	readonly #mostInAll: number;
	readonly #all = { bytes: 0 };

	constructor(find: FindConditions, options: ConditionsOptions = {}) {
		this.#find = find;
		this.#areAny = options.areAny ?? always;
		this.#clock = options.clock ?? CLOCK;
		this.#random = options.random ?? uniform;
		this.#mostInAll = options.mostInAll ?? MOST_IN_ALL;
	}

	/** Bytes on their way on all sockets, each chunk with what it costs to keep. */
	get bytes(): number {
		return this.#all.bytes;
	}

	/** To be called right after `attachTap`, before anything is read. */
	attach(socket: Socket): void {
		const tap = tapOf(socket);
		if (tap) tap.watch = this;
	}

	insertsLine(socket: Socket, chunk: Buffer): boolean {
		if (!this.#areAny() || !hasConditions(this.conditionsFrom(chunk) ?? NO_CONDITIONS))
			return false;
		holdSocket(socket, (ends) => {
			return new Line(socket, ends, {
				clock: this.#clock,
				random: this.#random,
				all: this.#all,
				mostInAll: this.#mostInAll,
				conditionsFrom: (next) => this.conditionsFrom(next)
			});
		});
		return true;
	}

	/** Undefined where those before go on. */
	conditionsFrom(chunk: Buffer): NetworkConditions | undefined {
		const key = laneInRequest(chunk);
		if (key === undefined) return undefined;
		return (key === null ? null : this.#find(key)) ?? NO_CONDITIONS;
	}
}

function always(): boolean {
	return true;
}

/** Between 0 and 1. */
function uniform(): number {
	return randomInt(2 ** 32) / 2 ** 32;
}
