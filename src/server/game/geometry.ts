/** Distances and directions in the arena; y grows downwards. */
import { ARENA } from '#lib/transports/game/game-bounds.ts';
import type { Place } from './world.ts';

export function distance(from: Place, to: Place): number {
	return Math.hypot(to.x - from.x, to.y - from.y);
}

/** Radians, 0 to the right. */
export function directionTo(from: Place, to: Place): number {
	return Math.atan2(to.y - from.y, to.x - from.x);
}

/** The place so far away in that direction, or where the wall is. */
export function move(from: Place, direction: number, length: number, radius: number): Place {
	const x = from.x + Math.cos(direction) * length;
	const y = from.y + Math.sin(direction) * length;
	return {
		x: Math.min(ARENA.width - radius, Math.max(radius, x)),
		y: Math.min(ARENA.height - radius, Math.max(radius, y))
	};
}

/** Between two directions, radians from 0 to π. */
export function angleBetween(one: number, other: number): number {
	const turn = Math.abs(one - other) % (2 * Math.PI);
	return Math.min(turn, 2 * Math.PI - turn);
}
