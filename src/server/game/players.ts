/** How players move, and what their blows do. */
import { HEALTH, RADIUS, REACH } from '#lib/transports/game/game-bounds.ts';
import { angleBetween, directionTo, distance, move } from './geometry.ts';
import type { Tick } from './tick.ts';
import { anyPlace, SAFE_TICKS, type Direction, type Player, type TickInput } from './world.ts';

/** Units a tick. */
const PACE = 11;
/** Ticks that a blow is seen, and until the next. */
const BLOW = 4;
const PAUSE = 6;
/** A blow reaches so far to each side of where one looks, radians. */
const SWING = Math.PI / 2.6;
/** Units that whoever is struck is pushed away. */
const PUSH = 44;
/** Ticks until a slain monster comes back. */
const GONE = 60;
const EIGHTH = Math.PI / 4;

export function movePlayer(player: Player, input: TickInput | undefined, tick: Tick): Player {
	const heard = input ? { ...player, seen: input.seen, dx: input.dx, dy: input.dy } : player;
	const timed: Player = {
		...heard,
		striking: Math.max(0, heard.striking - 1),
		tired: Math.max(0, heard.tired - 1),
		safe: Math.max(0, heard.safe - 1)
	};
	if (timed.down > 0) return lie(timed, tick);
	const wanted = input ? wantedDirection(input) : timed;
	if (wanted.dx === 0 && wanted.dy === 0) return timed;
	const direction = Math.atan2(wanted.dy, wanted.dx);
	const facing = (Math.round(direction / EIGHTH) + 8) % 8;
	return { ...timed, ...move(timed, direction, PACE, RADIUS.player), facing };
}

/** Who presses a key and lets it go within one tick goes one step. */
function wantedDirection({ dx, dy, tapped }: TickInput): Direction {
	return (dx === 0 && dy === 0 ? tapped : null) ?? { dx, dy };
}

function lie(player: Player, tick: Tick): Player {
	const down = player.down - 1;
	if (down > 0) return { ...player, down };
	tick.tell('rise', player.number, 0);
	const place = anyPlace(tick.random);
	return { ...player, ...place, down, health: HEALTH.player, safe: SAFE_TICKS };
}

/** Strikes the monsters before the player, and pushes other players away. */
export function strike(tick: Tick, number: number): void {
	const player = tick.players.get(number);
	if (!player || player.down > 0 || player.tired > 0) return;
	const isStruck = (place: { readonly x: number; readonly y: number }): boolean => {
		if (distance(player, place) > REACH) return false;
		return angleBetween(directionTo(player, place), player.facing * EIGHTH) <= SWING;
	};
	let score = player.score;
	for (const monster of tick.monsters.values()) {
		if (monster.gone > 0 || !isStruck(monster)) continue;
		const place = move(monster, directionTo(player, monster), PUSH, RADIUS.monster);
		const health = monster.health - 1;
		tick.tell(health > 0 ? 'hit' : 'slay', number, monster.number);
		if (health === 0) score += 1;
		tick.monsters.set(monster.number, {
			...monster,
			...place,
			health: Math.max(1, health),
			gone: health > 0 ? 0 : GONE
		});
	}
	for (const other of tick.players.values()) {
		if (other.number === number || other.down > 0 || !isStruck(other)) continue;
		tick.tell('push', number, other.number);
		const place = move(other, directionTo(player, other), PUSH, RADIUS.player);
		tick.players.set(other.number, { ...other, ...place });
	}
	tick.players.set(number, { ...player, score, striking: BLOW, tired: PAUSE });
}
