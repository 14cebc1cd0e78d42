import { loadText, type Extent } from '#lib/i18n/load-text.ts';
import { isLanguage } from '#lib/i18n/text.ts';
import type { LayoutLoad } from './$types';

/** The language of the page and its words. */
export const load: LayoutLoad = async ({ params, route, data }) => {
	const named = params.lang ?? '';
	const language = isLanguage(named) ? named : data.asked;
	return { language, words: await loadText(language, extentOf(route.id)) };
};

/** `/[lang]/lab/frames/masking`: a lab, and one of its tools. */
const LAB = /^\/\[lang\]\/lab\/(frames|handshake|transports)(?:\/(.+))?$/;

/** The home page, and pages that do not exist, do without the words of the workbench. */
function extentOf(route: string | null): Extent {
	if (route === null || route === '/[lang]') return 'front';
	if (route === '/[lang]/phone') return 'transports-lab/phone';
	const [, lab, tool = ''] = LAB.exec(route) ?? [];
	if (lab === 'transports') return `transports-lab/${tool}`;
	if (lab === 'handshake') return `handshake-lab/${tool}`;
	if (lab === 'frames') return `frame-lab/${tool}`;
	return 'workbench';
}
