/** Fetches the words of one language; the others stay on the server. */
import type { Language, Text } from './text.ts';

/**
 * `front` leaves out the words of the workbench, so that the home page stays small. Its areas are
 * those of `{en,zh}/front.ts`; a component that reads another area must not stand on such a page.
 */
export async function loadText(language: Language, extent: 'front' | 'all'): Promise<Text> {
	if (extent === 'front') return (await loadFront(language)) as Text;
	if (language === 'zh') return (await import('./zh/index.ts')).zh;
	return (await import('./en/index.ts')).en;
}

async function loadFront(language: Language): Promise<Pick<Text, 'shell'>> {
	if (language === 'zh') return (await import('./zh/front.ts')).front;
	return (await import('./en/front.ts')).front;
}
