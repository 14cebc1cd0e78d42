/** What monsters do by themselves: wander, chase, bite. */
import { ARENA, HEALTH, RADIUS } from '#lib/transports/game/game-bounds.ts';
import { directionTo, distance, move } from './geometry.ts';
import type { Tick } from './tick.ts';
import { monstersFor, type Monster, type Place, type Player, type Random } from './world.ts';

/** Units a tick. */
const WANDER = 3;
const CHASE = 5.5;
/** They see so far, and bite so near. */
const SIGHT = 230;
const BITE = RADIUS.player + RADIUS.monster + 4;
/** Ticks until they bite again; ticks for which who was felled lies. */
const REST = 24;
const DOWN = 40;

/** As many as there should be: new ones come from the walls. */
export function populate({ monsters, players, random }: Tick): void {
	const wanted = monstersFor(players.size);
	for (let number = 1; number <= wanted; number++) {
		if (!monsters.has(number)) monsters.set(number, newMonster(number, random));
	}
}

export function stepMonster(tick: Tick, number: number): void {
	const monster = tick.monsters.get(number);
	if (!monster) return;
	if (monster.gone > 0) {
		comeBack(tick, monster);
		return;
	}
	const prey = nearest(tick, monster);
	if (monster.rest > 0) {
		tick.monsters.set(number, { ...monster, mood: 'rest', rest: monster.rest - 1 });
	} else if (prey === null) {
		tick.monsters.set(number, wander(monster, tick.random));
	} else if (distance(monster, prey) <= BITE) {
		bite(tick, monster, prey);
	} else {
		const place = move(monster, directionTo(monster, prey), CHASE, RADIUS.monster);
		tick.monsters.set(number, { ...monster, ...place, mood: 'chase' });
	}
}

/** Who can be bitten and is seen. */
function nearest({ players }: Tick, monster: Place): Player | null {
	let found: Player | null = null;
	for (const player of players.values()) {
		if (player.down > 0 || player.safe > 0) continue;
		const limit = found === null ? SIGHT : distance(monster, found);
		if (distance(monster, player) < limit) found = player;
	}
	return found;
}

function bite(tick: Tick, monster: Monster, prey: Player): void {
	const health = prey.health - 1;
	tick.tell(health > 0 ? 'bite' : 'fell', monster.number, prey.number);
	tick.players.set(prey.number, { ...prey, health, down: health > 0 ? 0 : DOWN });
	tick.monsters.set(monster.number, { ...monster, mood: 'rest', rest: REST });
}

function wander(monster: Monster, random: Random): Monster {
	const isTurning = monster.turn <= 0;
	const heading = isTurning ? random() * 2 * Math.PI : monster.heading;
	const turn = isTurning ? 20 + Math.floor(random() * 60) : monster.turn - 1;
	const place = move(monster, heading, WANDER, RADIUS.monster);
	return { ...monster, ...place, heading, turn, mood: 'wander' };
}

/** One that is not needed any more stays away. */
function comeBack({ monsters, players, random }: Tick, monster: Monster): void {
	const { number, gone } = monster;
	if (gone > 1) monsters.set(number, { ...monster, gone: gone - 1 });
	else if (number > monstersFor(players.size)) monsters.delete(number);
	else monsters.set(number, newMonster(number, random));
}

function newMonster(number: number, random: Random): Monster {
	return {
		...atWall(random),
		number,
		heading: random() * 2 * Math.PI,
		turn: 0,
		mood: 'wander',
		health: HEALTH.monster,
		rest: 0,
		gone: 0
	};
}

function atWall(random: Random): Place {
	const { width, height } = ARENA;
	const along = random();
	const isSide = random() < height / (width + height);
	const isFar = random() < 0.5;
	const radius = RADIUS.monster;
	if (isSide)
		return { x: isFar ? width - radius : radius, y: radius + along * (height - 2 * radius) };
	return { x: radius + along * (width - 2 * radius), y: isFar ? height - radius : radius };
}
