/**
 * The interface's words: one typed dictionary a language, loaded one at a time.
 *
 * A component calls `const text = getText()` once and reads `text().area.key` where it renders,
 * so that a change of language shows at once.
 */
import { createContext } from 'svelte';
import type { en } from './en/index.ts';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Widens literal types, so that another language may say it otherwise. */
type Widen<T> = T extends string
	? string
	: T extends (...args: infer A) => string
		? (...args: A) => string
		: { readonly [K in keyof T]: Widen<T[K]> };

export type Text = Widen<typeof en>;
export type Area<T> = Widen<T>;

export function isLanguage(value: string): value is Language {
	return (LANGUAGES as readonly string[]).includes(value);
}

/** BCP 47 tag for `lang` attributes and `Intl`. */
export const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

const [getText, setText] = createContext<() => Text>();
export { getText, setText };
