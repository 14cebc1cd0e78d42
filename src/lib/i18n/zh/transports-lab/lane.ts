import type { Area } from '../../text.ts';
import type { lane as en } from '../../en/transports-lab/lane.ts';

export const lane: Area<typeof en> = {
	title: '逐字节看一条通道'
};
