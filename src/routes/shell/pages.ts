/** The pages in the header, in order. A new page is one line here and its name in the `shell` words. */
import type { Text } from '#lib/i18n/text.ts';

interface PageLink {
	/** Behind the language: `/en` + path. */
	readonly path: string;
	readonly name: keyof Text['shell']['nav'];
}

export const PAGES: readonly PageLink[] = [
	{ path: '', name: 'home' },
	{ path: '/lab', name: 'workbench' },
	{ path: '/lab/handshake', name: 'handshake' },
	{ path: '/lab/frames', name: 'frames' },
	{ path: '/lab/transports', name: 'transports' }
];

/** Path of the page at `pathname`, or of the nearest one above it; home is only itself. */
export function currentPath(pathname: string, language: string): string | undefined {
	const isAt = ({ path }: PageLink): boolean => {
		const address = `/${language}${path}`;
		return pathname === address || (path !== '' && pathname.startsWith(`${address}/`));
	};
	return PAGES.filter(isAt).reduce<string | undefined>(
		(nearest, { path }) => (nearest === undefined || path.length > nearest.length ? path : nearest),
		undefined
	);
}
