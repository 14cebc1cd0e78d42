/** Bounds of the push game that server and page share. Lengths in units of the arena. */

/** Players are discs of 14 in it, monsters of 12. */
export const ARENA = { width: 960, height: 540 } as const;

export const RADIUS = { player: 14, monster: 12 } as const;

/** How far a blow reaches from the middle of the player. */
export const REACH = 58;

/** The world moves so often, and everybody is sent a snapshot each time. */
export const TICKS_PER_SECOND = 20;
/** ms. */
export const TICK = 1000 / TICKS_PER_SECOND;

export const MOST_PLAYERS = 64;
export const MOST_MONSTERS = 40;

/** Told of one tick; in a heap of players that all strike, not every push is. */
export const MOST_HAPPENINGS = 256;

export const HEALTH = { player: 5, monster: 2 } as const;

/** Inputs of one player: what comes beyond is refused, so the page sends fewer. */
export const INPUTS = { perSecond: 40, burst: 80 } as const;

/** Seconds without an input after which a player leaves. */
export const IDLE_SECONDS = 180;

/** Inputs are numbered from 1 to this. */
export const MOST_INPUT = 999_999_999;
