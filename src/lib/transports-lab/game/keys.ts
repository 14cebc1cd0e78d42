/** Keys of the game: arrows or WASD, by the place of the key, and space. */
import type { Direction } from '#lib/state/transports-lab/game/game-input.ts';

export type GameKey = Direction | 'strike';

const KEYS: Readonly<Record<string, GameKey>> = {
	ArrowUp: 'up',
	ArrowDown: 'down',
	ArrowLeft: 'left',
	ArrowRight: 'right',
	KeyW: 'up',
	KeyS: 'down',
	KeyA: 'left',
	KeyD: 'right',
	Space: 'strike'
};

/** Null for keys that are none of the game's: those stay the browser's. */
export function gameKey(event: KeyboardEvent): GameKey | null {
	if (event.ctrlKey || event.metaKey || event.altKey) return null;
	return KEYS[event.code] ?? null;
}
