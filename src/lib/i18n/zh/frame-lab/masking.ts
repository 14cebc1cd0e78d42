import type { Area } from '../../text.ts';
import type { masking as english } from '../../en/frame-lab/masking.ts';

export const masking: Area<typeof english> = {
	title: '掩码'
};
