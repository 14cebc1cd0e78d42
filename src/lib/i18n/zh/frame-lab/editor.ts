import type { Area } from '../../text.ts';
import type { editor as english } from '../../en/frame-lab/editor.ts';

export const editor: Area<typeof english> = {
	title: '帧编辑器'
};
