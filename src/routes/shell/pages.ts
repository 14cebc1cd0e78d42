/** The pages in the header, in order. A new page is one line here and its name in the `shell` words. */
import type { Text } from '#lib/i18n/text.ts';

interface PageLink {
	/** Behind the language: `/en` + path. */
	readonly path: string;
	readonly name: keyof Text['shell']['nav'];
}

export const PAGES: readonly PageLink[] = [
	{ path: '', name: 'home' },
	{ path: '/lab', name: 'workbench' }
];

/** Whether the page at `path` is the one at `pathname`, or one below it (home is only itself). */
export function isCurrent(pathname: string, language: string, path: string): boolean {
	const address = `/${language}${path}`;
	return pathname === address || (path !== '' && pathname.startsWith(`${address}/`));
}
