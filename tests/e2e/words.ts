/** Accessible names that the journeys look for, in both languages. */
import { en } from '#lib/i18n/en/index.ts';
import type { Language, Text } from '#lib/i18n/text.ts';
import { zh } from '#lib/i18n/zh/index.ts';

export const WORDS: Readonly<Record<Language, Text>> = { zh, en };
export const BOTH = ['zh', 'en'] as const satisfies readonly Language[];
