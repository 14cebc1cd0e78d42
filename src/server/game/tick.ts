/** What one tick of the world works on. */
import type { Happening } from '#lib/transports/game/snapshot.ts';
import type { Monster, Player, Random } from './world.ts';

/** Players and monsters by number; they are replaced as they change. */
export interface Tick {
	readonly players: Map<number, Player>;
	readonly monsters: Map<number, Monster>;
	readonly random: Random;
	tell(kind: Happening['kind'], by: number, of: number): void;
}
