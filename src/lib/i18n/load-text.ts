/** Fetches the words of one language; the others stay on the server. */
import { loadFrameLab, type FrameTool } from './load-frame-lab.ts';
import type { Language, Text } from './text.ts';

/**
 * What a page needs of the words: those in front of the workbench, the workbench's as well, or also
 * those of the frame lab and of one of its tools. A component that reads another area must not
 * stand on such a page.
 */
export type Extent = 'front' | 'workbench' | 'frame-lab' | `frame-lab/${FrameTool}`;

export async function loadText(language: Language, extent: Extent): Promise<Text> {
	if (extent === 'front') return (await loadFront(language)) as Text;
	if (extent === 'workbench') return (await loadWorkbench(language)) as Text;
	const [, tool = ''] = extent.split('/');
	const [words, frameLab] = await Promise.all([
		loadWorkbench(language),
		loadFrameLab(language, tool)
	]);
	return { ...words, frameLab };
}

async function loadFront(language: Language): Promise<Pick<Text, 'shell'>> {
	if (language === 'zh') return (await import('./zh/front.ts')).front;
	return (await import('./en/front.ts')).front;
}

async function loadWorkbench(language: Language): Promise<Omit<Text, 'frameLab'>> {
	if (language === 'zh') return (await import('./zh/bench.ts')).bench;
	return (await import('./en/bench.ts')).bench;
}
