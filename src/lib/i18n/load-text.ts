/** Fetches the words of one language; the others stay on the server. */
import type { Language, Text } from './text.ts';

export async function loadText(language: Language): Promise<Text> {
	if (language === 'zh') return (await import('./zh/index.ts')).zh;
	return (await import('./en/index.ts')).en;
}
