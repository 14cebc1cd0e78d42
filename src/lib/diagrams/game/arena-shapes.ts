/** Path data of what stands in the arena, around its own middle. */
import { RADIUS, REACH } from '#lib/transports/game/game-bounds.ts';

const EIGHTH = Math.PI / 4;
const SWING = Math.PI / 2.6;

/** A monster: a disc with eight teeth. */
export const MONSTER = star(8, RADIUS.monster + 2, RADIUS.monster - 3);

/** Which way a player looks: a wedge at its edge. */
export function nose(facing: number): string {
	const at = facing * EIGHTH;
	const radius = RADIUS.player;
	return `M${point(at, radius + 8)}L${point(at + 0.5, radius + 1)}L${point(at - 0.5, radius + 1)}Z`;
}

/** How far a blow reaches. */
export function swing(facing: number): string {
	const at = facing * EIGHTH;
	const arc = `A${REACH} ${REACH} 0 0 1 ${point(at + SWING, REACH)}`;
	return `M0 0L${point(at - SWING, REACH)}${arc}Z`;
}

/** What is left of the health: so many of the parts of a ring, from the top. */
export function healthRing(health: number, most: number, radius: number): string {
	const gap = 0.14;
	const part = (2 * Math.PI) / most;
	return Array.from({ length: health }, (_, index) => {
		const from = -Math.PI / 2 + index * part + gap;
		const until = -Math.PI / 2 + (index + 1) * part - gap;
		return `M${point(from, radius)}A${radius} ${radius} 0 0 1 ${point(until, radius)}`;
	}).join('');
}

function star(points: number, outer: number, inner: number): string {
	const corners = Array.from({ length: points * 2 }, (_, index) =>
		point((index * Math.PI) / points, index % 2 === 0 ? outer : inner)
	);
	return `M${corners.join('L')}Z`;
}

function point(angle: number, radius: number): string {
	return `${round(Math.cos(angle) * radius)} ${round(Math.sin(angle) * radius)}`;
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
