import type { Area } from '../../text.ts';
import type { weaver as english } from '../../en/frame-lab/weaver.ts';

export const weaver: Area<typeof english> = {
	title: '分片'
};
