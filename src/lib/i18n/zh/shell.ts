import type { shell as en } from '../en/shell.ts';
import type { Area } from '../text.ts';

export const shell: Area<typeof en> = {
	name: 'Wire101'
};
