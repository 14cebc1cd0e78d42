import type { Area } from '../../text.ts';
import type { limits as english } from '../../en/frame-lab/limits.ts';

export const limits: Area<typeof english> = {
	title: '限制'
};
