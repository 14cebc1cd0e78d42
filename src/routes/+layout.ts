import { loadText } from '#lib/i18n/load-text.ts';
import { isLanguage } from '#lib/i18n/text.ts';
import type { LayoutLoad } from './$types';

/** The language of the page and its words. */
export const load: LayoutLoad = async ({ params, route, data }) => {
	const named = params.lang ?? '';
	const language = isLanguage(named) ? named : data.asked;
	// The home page, and pages that do not exist, do without the words of the workbench.
	const extent = route.id === null || route.id === '/[lang]' ? 'front' : 'all';
	return { language, words: await loadText(language, extent) };
};
