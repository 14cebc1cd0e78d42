/** Language of each page: `/` leads to the visitor's own, and `<html lang>` names the page's. */
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { inLanguage, pathLanguage, preferredLanguage } from '#lib/i18n/preferred-language.ts';
import { LOCALES } from '#lib/i18n/text.ts';

export const handle: Handle = async ({ event, resolve }) => {
	const { pathname, search } = event.url;
	const asked = preferredLanguage(event.request.headers.get('accept-language'));
	if (pathname === '/') return redirectTo(inLanguage('/', asked) + search);

	const named = pathLanguage(pathname);
	event.locals.language = named ?? asked;
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', LOCALES[event.locals.language])
	});
	if (named === null) varyByLanguage(response.headers);
	return response;
};

/** A page that does not exist is no fault of the server's; anything else is told to its operator. */
export const handleError: HandleServerError = ({ error, status, message }) => {
	if (status !== 404) console.error(error);
	return { message };
};

function redirectTo(location: string): Response {
	const headers = new Headers({ location, 'cache-control': 'no-cache' });
	varyByLanguage(headers);
	return new Response(null, { status: 307, headers });
}

/** Caches must know that another visitor may be answered otherwise. */
function varyByLanguage(headers: Headers): void {
	headers.append('vary', 'Accept-Language');
}
