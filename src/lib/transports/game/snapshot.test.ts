import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARENA, HEALTH, MOST_INPUT, MOST_MONSTERS, MOST_PLAYERS } from './game-bounds.ts';
import { decodeGameEvent, encodeOver, encodeYou } from './game-event.ts';
import { decodeInput, encodeInput, type Step } from './player-input.ts';
import { decodeSnapshot, encodeSnapshot, HAPPENINGS, MOODS, POSES } from './snapshot.ts';

const place = {
	x: fc.integer({ min: 0, max: ARENA.width }),
	y: fc.integer({ min: 0, max: ARENA.height })
};
const player = fc.record({
	...place,
	number: fc.integer({ min: 1, max: MOST_PLAYERS }),
	facing: fc.integer({ min: 0, max: 7 }),
	pose: fc.constantFrom(...POSES),
	health: fc.integer({ min: 0, max: HEALTH.player }),
	score: fc.integer({ min: 0, max: 9999 }),
	seen: fc.integer({ min: 0, max: MOST_INPUT })
});
const monster = fc.record({
	...place,
	number: fc.integer({ min: 1, max: MOST_MONSTERS }),
	mood: fc.constantFrom(...MOODS),
	health: fc.integer({ min: 1, max: HEALTH.monster })
});
const happening = fc.record({
	kind: fc.constantFrom(...HAPPENINGS),
	by: fc.integer({ min: 1, max: MOST_PLAYERS }),
	of: fc.integer({ min: 0, max: MOST_PLAYERS })
});
const snapshot = fc.record({
	tick: fc.integer({ min: 1, max: 2 ** 40 }),
	players: fc.array(player, { maxLength: MOST_PLAYERS }),
	monsters: fc.array(monster, { maxLength: MOST_MONSTERS }),
	happenings: fc.array(happening, { maxLength: 20 })
});

describe('a snapshot', () => {
	it('comes back from its text', () => {
		fc.assert(
			fc.property(snapshot, (given) => {
				expect(decodeSnapshot(encodeSnapshot(given))).toEqual(given);
			})
		);
	});

	it('has no character that JSON or an event stream writes differently', () => {
		fc.assert(
			fc.property(snapshot, (given) => {
				const text = encodeSnapshot(given);
				expect(JSON.stringify(text)).toBe(`"${text}"`);
				expect(text).not.toMatch(/[\r\n]/);
			})
		);
	});

	it.each([
		['', 'nothing'],
		['812', 'a tick alone'],
		['0|||', 'no tick'],
		['1||||', 'a part too many'],
		['1|1,2,3||', 'a player with too few fields'],
		['1|1,961,3,0,idle,5,0,0||', 'a player beyond the wall'],
		['1|1,9,-3,0,idle,5,0,0||', 'a place below zero'],
		['1|1,9,3,8,idle,5,0,0||', 'a direction that is none'],
		['1|1,9,3,0,<b>,5,0,0||', 'a pose that is none'],
		['1|1,9,3,0,idle,6,0,0||', 'more health than there is'],
		['1|65,9,3,0,idle,5,0,0||', 'a player too many'],
		['1||1,2,3,wander,1e0|', 'a number written otherwise'],
		['1|||toString,1,2', 'a happening that is none'],
		[`1|||${'join,1,0;'.repeat(5000)}join,1,0`, 'far too much']
	])('is not read from %j: %s', (text) => {
		expect(decodeSnapshot(text)).toBeNull();
	});

	it('is null or a snapshot for any text', () => {
		const text = fc.string({ unit: fc.constantFrom(...'0123456789|;,-.aebitx'), maxLength: 60 });
		fc.assert(
			fc.property(text, (given) => {
				const read = decodeSnapshot(given);
				if (read) expect(read.players.length).toBeLessThanOrEqual(MOST_PLAYERS);
			})
		);
	});
});

describe('an input', () => {
	const step = fc.constantFrom<Step>(-1, 0, 1);
	const input = fc.record({
		number: fc.integer({ min: 1, max: MOST_INPUT }),
		dx: step,
		dy: step,
		isStriking: fc.boolean()
	});

	it('comes back from its text', () => {
		fc.assert(
			fc.property(input, (given) => {
				expect(decodeInput(encodeInput(given))).toEqual(given);
			})
		);
	});

	it.each([
		'',
		'1 0 0',
		'0 0 0 0',
		'01 0 0 0',
		'-1 0 0 0',
		'1 2 0 0',
		'1 0 0 2',
		'1 0 0 0 ',
		' 1 0 0 0',
		'1 0 0 0\n',
		'1e3 0 0 0',
		'9999999999 0 0 0',
		'1 NaN 0 0',
		'{"number":1}',
		'\u0661 0 0 0'
	])('is not read from %j', (text) => {
		expect(decodeInput(text)).toBeNull();
	});
});

describe('an event of the game', () => {
	it.each([
		[encodeYou(64), { kind: 'you', number: 64 }],
		['you,65', null],
		['you,0', null],
		[encodeOver('idle'), { kind: 'over', end: 'idle' }],
		['over,', null],
		['over,soon', null]
	])('%s is read as %j', (text, expected) => {
		expect(decodeGameEvent(text)).toEqual(expected);
	});
});
