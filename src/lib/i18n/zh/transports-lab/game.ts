import type { Area } from '../../text.ts';
import type { game as en } from '../../en/transports-lab/game.ts';

export const game: Area<typeof en> = {
	title: '推送游戏'
};
