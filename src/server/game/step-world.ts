/**
 * One tick of the world: a pure function of the world, of what players sent since the last tick,
 * and of chance. Monsters move though nobody clicks.
 */
import { MOST_HAPPENINGS } from '#lib/transports/game/game-bounds.ts';
import type { Happening } from '#lib/transports/game/snapshot.ts';
import { populate, stepMonster } from './monsters.ts';
import { movePlayer, strike } from './players.ts';
import type { Tick } from './tick.ts';
import type { Inputs, Random, World } from './world.ts';

export function stepWorld(world: World, inputs: Inputs, random: Random): World {
	const happenings: Happening[] = world.news.slice(0, MOST_HAPPENINGS);
	const tick: Tick = {
		players: new Map(world.players.map((player) => [player.number, player])),
		monsters: new Map(world.monsters.map((monster) => [monster.number, monster])),
		random,
		tell: (kind, by, of) => {
			if (happenings.length < MOST_HAPPENINGS) happenings.push({ kind, by, of });
		}
	};
	for (const player of world.players) {
		tick.players.set(player.number, movePlayer(player, inputs.get(player.number), tick));
	}
	for (const { number } of world.players) {
		if (inputs.get(number)?.isStriking) strike(tick, number);
	}
	populate(tick);
	for (const number of tick.monsters.keys()) stepMonster(tick, number);
	return {
		tick: world.tick + 1,
		players: [...tick.players.values()],
		monsters: [...tick.monsters.values()],
		happenings,
		news: []
	};
}
