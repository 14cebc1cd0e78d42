/**
 * The whole world at one tick, as one line of text that everybody is sent alike:
 * `812|3,412,300,2,idle,5,17,41;…|1,100,200,chase,2;…|bite,1,3;…`: the tick, the players, the
 * monsters, and what happened in this tick.
 *
 * It has no character that JSON or an event stream would have to write differently, so the same
 * bytes can be found in what crossed the wire, whatever the transport.
 */
import {
	ARENA,
	HEALTH,
	MOST_HAPPENINGS,
	MOST_INPUT,
	MOST_MONSTERS,
	MOST_PLAYERS
} from './game-bounds.ts';

export const POSES = ['idle', 'strike', 'safe', 'down'] as const;
/** `safe`: has just risen, and cannot be bitten. `down`: rises again by itself. */
export type Pose = (typeof POSES)[number];

export const MOODS = ['wander', 'chase', 'rest'] as const;
/** `rest`: it has just bitten somebody. */
export type Mood = (typeof MOODS)[number];

export interface PlayerSeen {
	readonly number: number;
	/** Middle, whole units of the arena. */
	readonly x: number;
	readonly y: number;
	/** Eighths of a turn: 0 to the right, 2 downwards. */
	readonly facing: number;
	readonly pose: Pose;
	readonly health: number;
	readonly score: number;
	/** Number of the last input of this player that the world has seen; 0: none. */
	readonly seen: number;
}

export interface MonsterSeen {
	readonly number: number;
	readonly x: number;
	readonly y: number;
	readonly mood: Mood;
	readonly health: number;
}

export const HAPPENINGS = ['bite', 'fell', 'rise', 'hit', 'slay', 'push', 'join', 'leave'] as const;

/**
 * `bite`, `fell`: a monster (`by`) and a player (`of`); `hit`, `slay`: a player and a monster;
 * `push`: a player and another; `rise`, `join`, `leave`: a player, and 0.
 */
export interface Happening {
	readonly kind: (typeof HAPPENINGS)[number];
	readonly by: number;
	readonly of: number;
}

export interface Snapshot {
	/** 1, 2, 3 … since somebody plays. */
	readonly tick: number;
	readonly players: readonly PlayerSeen[];
	readonly monsters: readonly MonsterSeen[];
	readonly happenings: readonly Happening[];
}

/** Characters of a snapshot at most. */
const LONGEST = 16_384;
const MOST = { tick: Number.MAX_SAFE_INTEGER, score: 999_999_999 } as const;

export function encodeSnapshot({ tick, players, monsters, happenings }: Snapshot): string {
	const rows = [
		players.map(({ number, x, y, facing, pose, health, score, seen }) =>
			[number, x, y, facing, pose, health, score, seen].join(',')
		),
		monsters.map(({ number, x, y, mood, health }) => [number, x, y, mood, health].join(',')),
		happenings.map(({ kind, by, of }) => `${kind},${by},${of}`)
	];
	return [tick, ...rows.map((each) => each.join(';'))].join('|');
}

/** Null where the text is no snapshot of a world within its bounds. */
export function decodeSnapshot(text: string): Snapshot | null {
	if (text.length > LONGEST) return null;
	const parts = text.split('|');
	const [tick = '', players = '', monsters = '', happenings = ''] = parts;
	if (parts.length !== 4) return null;
	try {
		return {
			tick: whole(tick, 1, MOST.tick),
			players: rows(players, MOST_PLAYERS, 8, readPlayer),
			monsters: rows(monsters, MOST_MONSTERS, 5, readMonster),
			happenings: rows(happenings, MOST_HAPPENINGS, 3, readHappening)
		};
	} catch (error) {
		if (error instanceof NotOurs) return null;
		throw error;
	}
}

class NotOurs extends Error {}

function rows<T>(
	text: string,
	most: number,
	width: number,
	read: (fields: readonly string[]) => T
): readonly T[] {
	if (text === '') return [];
	const found = text.split(';').map((row) => row.split(','));
	if (found.length > most || found.some(({ length }) => length !== width)) throw new NotOurs();
	return found.map(read);
}

function readPlayer(fields: readonly string[]): PlayerSeen {
	const [number, x, y, facing, pose, health, score, seen] = fields;
	return {
		number: whole(number, 1, MOST_PLAYERS),
		x: whole(x, 0, ARENA.width),
		y: whole(y, 0, ARENA.height),
		facing: whole(facing, 0, 7),
		pose: oneOf(POSES, pose),
		health: whole(health, 0, HEALTH.player),
		score: whole(score, 0, MOST.score),
		seen: whole(seen, 0, MOST_INPUT)
	};
}

function readMonster(fields: readonly string[]): MonsterSeen {
	const [number, x, y, mood, health] = fields;
	return {
		number: whole(number, 1, MOST_MONSTERS),
		x: whole(x, 0, ARENA.width),
		y: whole(y, 0, ARENA.height),
		mood: oneOf(MOODS, mood),
		health: whole(health, 1, HEALTH.monster)
	};
}

function readHappening([kind, by, of]: readonly string[]): Happening {
	return {
		kind: oneOf(HAPPENINGS, kind),
		by: whole(by, 1, MOST_PLAYERS),
		of: whole(of, 0, MOST_PLAYERS)
	};
}

function whole(text: string | undefined, least: number, most: number): number {
	const value = text !== undefined && /^\d{1,16}$/.test(text) ? Number(text) : NaN;
	if (!(value >= least && value <= most)) throw new NotOurs();
	return value;
}

function oneOf<T extends string>(words: readonly T[], text: string | undefined): T {
	const word = words.find((each) => each === text);
	if (word === undefined) throw new NotOurs();
	return word;
}
