import type { player as en } from '../en/player.ts';
import type { Area } from '../text.ts';

export const player: Area<typeof en> = {};
