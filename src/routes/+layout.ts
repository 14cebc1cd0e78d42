import { isFrameTool } from '#lib/i18n/load-frame-lab.ts';
import { loadText, type Extent } from '#lib/i18n/load-text.ts';
import { isLanguage } from '#lib/i18n/text.ts';
import type { LayoutLoad } from './$types';

/** The language of the page and its words. */
export const load: LayoutLoad = async ({ params, route, data }) => {
	const named = params.lang ?? '';
	const language = isLanguage(named) ? named : data.asked;
	return { language, words: await loadText(language, extentOf(route.id)) };
};

const LAB = '/[lang]/lab/frames';

/** The home page, and pages that do not exist, do without the words of the workbench. */
function extentOf(route: string | null): Extent {
	if (route === null || route === '/[lang]') return 'front';
	if (!route.startsWith(LAB)) return 'workbench';
	const tool = route.slice(LAB.length + 1);
	return isFrameTool(tool) ? `frame-lab/${tool}` : 'frame-lab';
}
