import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARENA, HEALTH, RADIUS } from '#lib/transports/game/game-bounds.ts';
import { decodeSnapshot, encodeSnapshot } from '#lib/transports/game/snapshot.ts';
import type { Step } from '#lib/transports/game/player-input.ts';
import { seededRandom } from '../streams/seeded-random.ts';
import { stepWorld } from './step-world.ts';
import { foldInput } from './tick-input.ts';
import { snapshotOf } from './world-snapshot.ts';
import {
	addPlayer,
	EMPTY_WORLD,
	freeNumber,
	removePlayer,
	type Inputs,
	type Monster,
	type Player,
	type TickInput,
	type World
} from './world.ts';

const NOBODY: Inputs = new Map();
const REST: TickInput = { seen: 1, dx: 0, dy: 0, tapped: null, isStriking: false };

function worldOf(players: number, seed = 1): World {
	const random = seededRandom(seed);
	let world = EMPTY_WORLD;
	for (let number = 1; number <= players; number++) world = addPlayer(world, number, random);
	return world;
}

/** One player in the middle, looking to the right, and one monster somewhere. */
function duel(monster: Partial<Monster> = {}, player: Partial<Player> = {}): World {
	const world = stepWorld(worldOf(1), NOBODY, seededRandom(1));
	const [first] = world.monsters;
	const [self] = world.players;
	if (!first || !self) throw new Error('nobody is there');
	return {
		...world,
		players: [{ ...self, x: 480, y: 270, facing: 0, safe: 0, ...player }],
		monsters: [
			{ ...first, x: 520, y: 270, ...monster },
			...world.monsters.slice(1).map((other) => ({ ...other, gone: 50 }))
		]
	};
}

const step = fc.constantFrom<Step>(-1, 0, 1);
const input = fc.record({
	seen: fc.integer({ min: 1, max: 1000 }),
	dx: step,
	dy: step,
	tapped: fc.constant(null),
	isStriking: fc.boolean()
});

describe('the world', () => {
	it('is the same again for the same seed and the same inputs', () => {
		const play = (): World => {
			const random = seededRandom(7);
			let world = worldOf(3, 7);
			for (let tick = 1; tick <= 400; tick++) {
				const dx = tick % 40 < 20 ? 1 : -1;
				const inputs = new Map([[1 + (tick % 3), { ...REST, seen: tick, dx } as TickInput]]);
				world = stepWorld(world, inputs, random);
			}
			return world;
		};
		expect(play()).toEqual(play());
	});

	it('keeps everybody inside, and every health in its range, whatever players do', () => {
		const script = fc.array(fc.dictionary(fc.constantFrom('1', '2', '3'), input), {
			minLength: 20,
			maxLength: 80
		});
		fc.assert(
			fc.property(script, fc.integer(), (ticks, seed) => {
				const random = seededRandom(seed);
				let world = worldOf(3, seed);
				for (const inputs of ticks) {
					const given = Object.entries(inputs).map(
						([number, each]) => [Number(number), each] as const
					);
					world = stepWorld(world, new Map(given), random);
					const isSound =
						world.players.every((each) => isInside(each, RADIUS.player, 0, HEALTH.player)) &&
						world.monsters.every((each) => isInside(each, RADIUS.monster, 1, HEALTH.monster));
					expect(isSound).toBe(true);
				}
				const snapshot = snapshotOf(world);
				expect(decodeSnapshot(encodeSnapshot(snapshot))).toEqual(snapshot);
			}),
			{ numRuns: 40 }
		);
	});

	it('moves its monsters, and has them bite, though nobody does anything', () => {
		const random = seededRandom(3);
		let world = stepWorld(worldOf(1, 3), NOBODY, random);
		const before = world.monsters;
		let bites = 0;
		for (let tick = 0; tick < 1200; tick++) {
			world = stepWorld(world, NOBODY, random);
			bites += world.happenings.filter(({ kind }) => kind === 'bite').length;
		}
		expect(world.monsters.map(({ x }) => x)).not.toEqual(before.map(({ x }) => x));
		expect(bites).toBeGreaterThan(0);
	});

	it('is not changed by a step: the step is another world', () => {
		const world = duel();
		const copy = structuredClone(world);
		stepWorld(world, new Map([[1, { ...REST, dx: 1, isStriking: true }]]), seededRandom(1));
		expect(world).toEqual(copy);
	});

	it('with 64 players that all strike in one place fits a snapshot', () => {
		let world = worldOf(64);
		world = { ...world, players: world.players.map((each) => ({ ...each, x: 480, y: 270 })) };
		const all = new Map(world.players.map(({ number }) => [number, { ...REST, isStriking: true }]));
		const snapshot = snapshotOf(stepWorld(world, all, seededRandom(1)));
		expect(decodeSnapshot(encodeSnapshot(snapshot))).toEqual(snapshot);
	});
});

function isInside(
	{ x, y, health }: Pick<Player, 'x' | 'y' | 'health'>,
	radius: number,
	least: number,
	most: number
): boolean {
	const isWithin = (value: number, end: number) => value >= radius && value <= end - radius;
	return isWithin(x, ARENA.width) && isWithin(y, ARENA.height) && health >= least && health <= most;
}

describe('a player', () => {
	const next = (world: World, given: Partial<TickInput> = {}) =>
		stepWorld(world, new Map([[1, { ...REST, ...given }]]), seededRandom(1));

	it('strikes what is before it, and scores with the second blow', () => {
		const hit = next(duel({ gone: 0, rest: 20 }), { isStriking: true });
		expect(hit.happenings).toContainEqual({ kind: 'hit', by: 1, of: 1 });
		const slain = next(duel({ health: 1, rest: 20 }), { isStriking: true });
		expect(slain.happenings).toContainEqual({ kind: 'slay', by: 1, of: 1 });
		expect(slain.players[0]?.score).toBe(1);
	});

	it('does not strike what is behind it', () => {
		const { happenings } = next(duel({ x: 440, rest: 20 }), { isStriking: true });
		expect(happenings).toEqual([]);
	});

	it('goes on in its direction until it says otherwise, and its input is seen', () => {
		const first = next(duel({ gone: 50 }), { seen: 41, dx: 1 });
		const second = stepWorld(first, NOBODY, seededRandom(1));
		expect(first.players[0]).toMatchObject({ x: 491, seen: 41 });
		expect(second.players[0]).toMatchObject({ x: 502, seen: 41 });
	});

	it('goes one step for a key that was let go within the tick', () => {
		const { players } = next(duel({ gone: 50 }), { tapped: { dx: 0, dy: 1 } });
		expect(players[0]).toMatchObject({ x: 480, y: 281, dx: 0, dy: 0, facing: 2 });
	});

	it('is felled by its last bite, lies, and rises with all its health', () => {
		let world = next(duel({ x: 490 }, { health: 1 }));
		expect(world.happenings).toContainEqual({ kind: 'fell', by: 1, of: 1 });
		const random = seededRandom(1);
		for (let tick = 0; tick < 40; tick++) world = stepWorld(world, NOBODY, random);
		expect(world.happenings).toContainEqual({ kind: 'rise', by: 1, of: 0 });
		expect(world.players[0]).toMatchObject({ health: HEALTH.player, down: 0 });
	});

	it('takes the lowest number that is free', () => {
		const world = removePlayer(worldOf(5), 2);
		expect(freeNumber(world)).toBe(2);
		expect(freeNumber(worldOf(64))).toBeNull();
	});
});

describe('inputs within one tick', () => {
	const given = { number: 5, dx: 1, dy: 0, isStriking: true } as const;

	it('are one: the last direction, the tap before it, and the blow', () => {
		const first = foldInput(undefined, 4, given);
		expect(foldInput(first, 4, { number: 6, dx: 0, dy: 0, isStriking: false })).toEqual({
			seen: 6,
			dx: 0,
			dy: 0,
			tapped: { dx: 1, dy: 0 },
			isStriking: true
		});
	});

	it('count only in their order', () => {
		expect(foldInput(undefined, 5, given)).toBeUndefined();
		const later = foldInput(undefined, 5, { ...given, number: 9 });
		expect(foldInput(later, 5, { ...given, number: 8, dx: -1 })).toBe(later);
	});
});
