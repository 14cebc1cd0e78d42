import type { Area } from '../../text.ts';
import type { report as en } from '../../en/transports-lab/report.ts';

export const report: Area<typeof en> = {
	title: '标准对比'
};
