/**
 * A run: frames and pauses that a student sends as one, as the client or as the server.
 *
 * Immutable; every change makes a new run (edit-run.ts), so that undo is a list of runs.
 */
import type { Direction } from '#lib/protocol/direction.ts';

interface ItemCommon {
	/** Identity inside the run; stays when the item moves. */
	readonly id: number;
}

export interface FrameItem extends ItemCommon {
	readonly kind: 'frame';
	/** Header and payload as they go over the wire, legal or not, complete or not. */
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** Where TCP writes are cut inside it: byte offsets from 1 to length − 1, ascending. */
	readonly cuts: readonly number[];
	/** Its last bytes are written together with the first ones of the next frame. */
	readonly joinsNext: boolean;
	/** How often it is sent, 1 or more. */
	readonly times: number;
}

export interface PauseItem extends ItemCommon {
	readonly kind: 'pause';
	/** Milliseconds. */
	readonly ms: number;
}

export interface EndItem extends ItemCommon {
	readonly kind: 'end';
	readonly how: 'fin' | 'rst';
}

export type RunItem = FrameItem | PauseItem | EndItem;

export interface Run {
	/** Who the student is: the raw client of `ws`, or the raw server of this browser. */
	readonly role: Direction;
	/** `Sec-WebSocket-Extensions` of the head that the student's side writes; empty: none. */
	readonly extensions: string;
	readonly items: readonly RunItem[];
	/** As cut, or one byte at a time. */
	readonly unit: 'as-cut' | 'byte';
	/** Milliseconds between two writes. */
	readonly gap: number;
}

/** A frame that no run holds yet. */
export type NewFrame = Omit<FrameItem, 'id'>;
/** An item that no run holds yet. */
export type NewItem = NewFrame | Omit<PauseItem, 'id'> | Omit<EndItem, 'id'>;

/** These bytes as one frame, sent once, in one write of its own. */
export function newFrame(bytes: Uint8Array<ArrayBuffer>): NewFrame {
	return { kind: 'frame', bytes, cuts: [], joinsNext: false, times: 1 };
}

export const EMPTY_RUN: Run = {
	role: 'client',
	extensions: '',
	items: [],
	unit: 'as-cut',
	gap: 0
};

/** What a page composes at most; the server's bounds (run-script.ts) come on top. */
export const RUN_LIMITS = {
	items: 256,
	/** Bytes of one frame. */
	frameBytes: 2 ** 17,
	/** Bytes of all frames, without their repetitions: what travels over the lab channel. */
	draftBytes: 2 ** 17,
	/** Frames sent, repetitions included. */
	frames: 20_000
} as const;
