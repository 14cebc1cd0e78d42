/** The tools of the transports lab, in order. A new tool is one line here and its name in the words. */
import type { Text } from '#lib/i18n/text.ts';

interface ToolLink {
	/** Behind the lab: `/en/lab/transports` + path. */
	readonly path: string;
	readonly name: keyof Text['transportsLab']['shell']['tools'];
}

export const TOOLS: readonly ToolLink[] = [
	{ path: '', name: 'race' },
	{ path: '/report', name: 'report' },
	{ path: '/login', name: 'login' },
	{ path: '/game', name: 'game' },
	{ path: '/chat', name: 'chat' },
	{ path: '/scale', name: 'scale' }
];
