/**
 * The language a visitor asks for, from `Accept-Language`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4
 */
import { isLanguage, type Language } from './text.ts';

/** English where nothing we have is asked for. */
const FALLBACK: Language = 'en';
/** A header is at most so long before the rest is left unread. */
const READ_AT_MOST = 512;

interface Wish {
	readonly language: Language;
	readonly quality: number;
}

/** The first of ours with the highest quality; `en` for none, and for `*`. */
export function preferredLanguage(acceptLanguage: string | null): Language {
	const wishes = (acceptLanguage ?? '').slice(0, READ_AT_MOST).split(',').flatMap(readWish);
	const [best] = wishes.toSorted((a, b) => b.quality - a.quality);
	return best?.language ?? FALLBACK;
}

function readWish(range: string): readonly Wish[] {
	const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
	const language = tag.split('-', 1)[0] ?? '';
	if (!isLanguage(language)) return [];
	const q = parameters.find((parameter) => parameter.startsWith('q='));
	const quality = q === undefined ? 1 : Number(q.slice(2));
	return quality > 0 && quality <= 1 ? [{ language, quality }] : [];
}

/** The language a path names in its first segment, as in `/zh/lab`; null for none of ours. */
export function pathLanguage(pathname: string): Language | null {
	const segment = pathname.split('/', 2)[1] ?? '';
	return isLanguage(segment) ? segment : null;
}

/** The same path in another language; a path without a language gets one in front. */
export function inLanguage(pathname: string, language: Language): string {
	const current = pathLanguage(pathname);
	const rest = current === null ? pathname : pathname.slice(current.length + 1);
	return `/${language}${rest === '/' ? '' : rest}`;
}
