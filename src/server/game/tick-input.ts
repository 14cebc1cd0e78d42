/** Inputs of one player between two ticks, folded into one: however many come, one is kept. */
import type { PlayerInput } from '#lib/transports/game/player-input.ts';
import type { TickInput } from './world.ts';

/** An input that comes after a later one (of another transport, say) changes nothing. */
export function foldInput(
	before: TickInput | undefined,
	seen: number,
	{ number, dx, dy, isStriking }: PlayerInput
): TickInput | undefined {
	if (number <= (before?.seen ?? seen)) return before;
	const isMoving = dx !== 0 || dy !== 0;
	return {
		seen: number,
		dx,
		dy,
		tapped: isMoving ? { dx, dy } : (before?.tapped ?? null),
		isStriking: isStriking || (before?.isStriking ?? false)
	};
}
