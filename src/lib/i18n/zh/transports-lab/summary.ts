import type { Area } from '../../text.ts';
import type { summary as en } from '../../en/transports-lab/summary.ts';

/** What a run says, as sentences; for the race and the standard comparison. */
export const summary: Area<typeof en> = {
	title: '这次运行说明了什么'
};
