/** The tools of the frame lab, in order. A new tool is one line here and its name in the words. */
import type { Text } from '#lib/i18n/text.ts';

interface ToolLink {
	/** Behind the lab: `/en/lab/frames` + path. */
	readonly path: string;
	readonly name: keyof Text['frameLab']['shell']['tools'];
}

export const TOOLS: readonly ToolLink[] = [
	{ path: '', name: 'editor' },
	{ path: '/fragments', name: 'fragments' },
	{ path: '/compression', name: 'compression' },
	{ path: '/masking', name: 'masking' },
	{ path: '/limits', name: 'limits' },
	{ path: '/cases', name: 'cases' }
];
