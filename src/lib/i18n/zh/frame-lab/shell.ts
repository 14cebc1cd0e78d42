import type { Area } from '../../text.ts';
import type { shell as english } from '../../en/frame-lab/shell.ts';

export const shell: Area<typeof english> = {
	title: '帧实验室'
};
