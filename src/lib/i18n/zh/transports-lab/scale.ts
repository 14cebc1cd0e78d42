import type { Area } from '../../text.ts';
import type { scale as en } from '../../en/transports-lab/scale.ts';

export const scale: Area<typeof en> = {
	title: '规模'
};
