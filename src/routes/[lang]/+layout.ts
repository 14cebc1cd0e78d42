import { error } from '@sveltejs/kit';
import { isLanguage } from '#lib/i18n/text.ts';
import type { LayoutLoad } from './$types';

/** Pages exist in our languages only. */
export const load: LayoutLoad = ({ params }) => {
	if (!isLanguage(params.lang)) error(404);
};
