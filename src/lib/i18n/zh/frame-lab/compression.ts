import type { Area } from '../../text.ts';
import type { compression as english } from '../../en/frame-lab/compression.ts';

export const compression: Area<typeof english> = {
	title: '压缩'
};
