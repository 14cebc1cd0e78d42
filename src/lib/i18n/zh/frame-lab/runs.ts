import type { Area } from '../../text.ts';
import type { runs as english } from '../../en/frame-lab/runs.ts';

export const runs: Area<typeof english> = {
	title: '发送序列'
};
