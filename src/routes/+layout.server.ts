import type { LayoutServerLoad } from './$types';

/** Used where the path names no language of ours, as on a page that does not exist. */
export const load: LayoutServerLoad = ({ locals }) => ({ asked: locals.language });
