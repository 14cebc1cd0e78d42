/** The tools of the handshake lab, in order. A new tool is one line here and its name in the words. */
import type { Text } from '#lib/i18n/text.ts';

interface ToolLink {
	/** Behind the lab: `/en/lab/handshake` + path. */
	readonly path: string;
	readonly name: keyof Text['handshakeLab']['shell']['tools'];
}

export const TOOLS: readonly ToolLink[] = [
	{ path: '', name: 'request' },
	{ path: '/response', name: 'response' },
	{ path: '/accept', name: 'accept' },
	{ path: '/negotiation', name: 'negotiation' },
	{ path: '/views', name: 'views' },
	{ path: '/proxies', name: 'proxies' },
	{ path: '/tls', name: 'tls' }
];
