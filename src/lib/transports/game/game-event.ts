/**
 * The data of an event of the game: `you,3` first, which of the players this stream is; then a
 * snapshot a tick; at the end `over,idle` or `over,full`.
 */
import { MOST_PLAYERS } from './game-bounds.ts';
import { decodeSnapshot, type Snapshot } from './snapshot.ts';

/** `idle`: no input for too long. `full`: there is no place for one more player. */
export const GAME_ENDS = ['idle', 'full'] as const;
export type GameEnd = (typeof GAME_ENDS)[number];

export type GameEvent =
	| { readonly kind: 'you'; readonly number: number }
	| { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
	| { readonly kind: 'over'; readonly end: GameEnd };

export function encodeYou(number: number): string {
	return `you,${number}`;
}

export function encodeOver(end: GameEnd): string {
	return `over,${end}`;
}

/** Null where the data is none of these. */
export function decodeGameEvent(data: string): GameEvent | null {
	const you = /^you,([1-9]\d?)$/.exec(data);
	if (you) {
		const number = Number(you[1]);
		return number <= MOST_PLAYERS ? { kind: 'you', number } : null;
	}
	const end = GAME_ENDS.find((each) => data === encodeOver(each));
	if (end) return { kind: 'over', end };
	const snapshot = decodeSnapshot(data);
	return snapshot && { kind: 'snapshot', snapshot };
}
