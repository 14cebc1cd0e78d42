import type { Area } from '../../text.ts';
import type { verdicts as english } from '../../en/frame-lab/verdicts.ts';

export const verdicts: Area<typeof english> = {
	title: '裁决'
};
