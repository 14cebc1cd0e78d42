import type { Area } from '../../text.ts';
import type { race as en } from '../../en/transports-lab/race.ts';

export const race: Area<typeof en> = {
	title: '竞速'
};
