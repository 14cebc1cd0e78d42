/**
 * What a player sends: `417 1 -1 0`, which is the number of the input, where to go (x to the right,
 * y downwards; 0 0: nowhere) and whether to strike. A direction holds until the next input.
 */
import { MOST_INPUT } from './game-bounds.ts';

export type Step = -1 | 0 | 1;

export interface PlayerInput {
	/** 1, 2, 3 …: snapshots give the last one back, so the page sees when it took effect. */
	readonly number: number;
	readonly dx: Step;
	readonly dy: Step;
	readonly isStriking: boolean;
}

const INPUT = /^([1-9]\d{0,8}) (-1|0|1) (-1|0|1) (0|1)$/;

export function encodeInput({ number, dx, dy, isStriking }: PlayerInput): string {
	return `${number} ${dx} ${dy} ${isStriking ? 1 : 0}`;
}

/** Null where the text is no input. */
export function decodeInput(text: string): PlayerInput | null {
	const [, number, dx, dy, strikes] = INPUT.exec(text) ?? [];
	if (number === undefined || Number(number) > MOST_INPUT) return null;
	return {
		number: Number(number),
		dx: Number(dx) as Step,
		dy: Number(dy) as Step,
		isStriking: strikes === '1'
	};
}
