/** The world of the push game as plain data: who is where. It changes only by what step-world.ts makes of it. */
import { ARENA, HEALTH, MOST_MONSTERS, MOST_PLAYERS } from '#lib/transports/game/game-bounds.ts';
import type { Step } from '#lib/transports/game/player-input.ts';
import type { Happening, Mood } from '#lib/transports/game/snapshot.ts';

/** From 0 to below 1; the same seed makes the same world. */
export type Random = () => number;

export interface Place {
	readonly x: number;
	readonly y: number;
}

export interface Direction {
	readonly dx: Step;
	readonly dy: Step;
}

export interface Player extends Place, Direction {
	readonly number: number;
	/** Eighths of a turn, 0 to the right, 2 downwards. */
	readonly facing: number;
	readonly health: number;
	readonly score: number;
	/** Number of the last input. */
	readonly seen: number;
	/** Ticks left: of the blow that is seen, until the next one, on the floor, safe after that. */
	readonly striking: number;
	readonly tired: number;
	readonly down: number;
	readonly safe: number;
}

export interface Monster extends Place {
	readonly number: number;
	/** Direction in which it wanders, radians, and ticks until it takes another one. */
	readonly heading: number;
	readonly turn: number;
	readonly mood: Mood;
	readonly health: number;
	/** Ticks left: until it bites again, until it comes back after it was slain. */
	readonly rest: number;
	readonly gone: number;
}

export interface World {
	readonly tick: number;
	readonly players: readonly Player[];
	readonly monsters: readonly Monster[];
	/** Of the last tick; and what has happened since, which the next one tells. */
	readonly happenings: readonly Happening[];
	readonly news: readonly Happening[];
}

/** Inputs of one player since the last tick, as one. */
export interface TickInput extends Direction {
	readonly seen: number;
	/** Where it wanted to go in between: a key that was pressed and let go within one tick. */
	readonly tapped: Direction | null;
	readonly isStriking: boolean;
}

/** By the number of the player. */
export type Inputs = ReadonlyMap<number, TickInput>;

export const EMPTY_WORLD: World = {
	tick: 0,
	players: [],
	monsters: [],
	happenings: [],
	news: []
};

/** Ticks for which somebody who has just come, or risen, cannot be bitten. */
export const SAFE_TICKS = 40;

const MARGIN = 40;

/** A place somewhere inside. */
export function anyPlace(random: Random): Place {
	return {
		x: MARGIN + random() * (ARENA.width - 2 * MARGIN),
		y: MARGIN + random() * (ARENA.height - 2 * MARGIN)
	};
}

/** Monsters that so many players are given. */
export function monstersFor(players: number): number {
	return players === 0 ? 0 : Math.min(MOST_MONSTERS, 5 + 2 * players);
}

/** The number of the next player: the lowest that is free; null: there is no place. */
export function freeNumber({ players }: World): number | null {
	const taken = new Set(players.map(({ number }) => number));
	for (let number = 1; number <= MOST_PLAYERS; number++) if (!taken.has(number)) return number;
	return null;
}

export function addPlayer(world: World, number: number, random: Random): World {
	const player: Player = {
		...anyPlace(random),
		number,
		dx: 0,
		dy: 0,
		facing: 0,
		health: HEALTH.player,
		score: 0,
		seen: 0,
		striking: 0,
		tired: 0,
		down: 0,
		safe: SAFE_TICKS
	};
	return {
		...world,
		players: [...world.players, player],
		news: [...world.news, { kind: 'join', by: number, of: 0 }]
	};
}

export function removePlayer(world: World, number: number): World {
	return {
		...world,
		players: world.players.filter((player) => player.number !== number),
		news: [...world.news, { kind: 'leave', by: number, of: 0 }]
	};
}
