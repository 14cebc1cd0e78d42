import { loadText } from '#lib/i18n/load-text.ts';
import { isLanguage } from '#lib/i18n/text.ts';
import type { LayoutLoad } from './$types';

/** The language of the page and its words. */
export const load: LayoutLoad = async ({ params, data }) => {
	const named = params.lang ?? '';
	const language = isLanguage(named) ? named : data.asked;
	return { language, words: await loadText(language) };
};
