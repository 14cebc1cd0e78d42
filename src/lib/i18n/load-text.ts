/** Fetches the words of one language; the others stay on the server. */
import { loadFrameLab, type FrameTool } from './load-frame-lab.ts';
import { handshakeTool, loadHandshakeLab, type HandshakeTool } from './load-handshake-lab.ts';
import type { Language, Text } from './text.ts';

/**
 * What a page needs of the words: those in front of the workbench, the workbench's as well, or also
 * those of a lab and of one of its tools. A component that reads another area must not
 * stand on such a page.
 */
export type Extent =
	'front' | 'workbench' | 'frame-lab' | `frame-lab/${FrameTool}` | `handshake-lab/${HandshakeTool}`;

export async function loadText(language: Language, extent: Extent): Promise<Text> {
	if (extent === 'front') return (await loadFront(language)) as Text;
	if (extent === 'workbench') return (await loadWorkbench(language)) as Text;
	const [lab, tool = ''] = extent.split('/');
	const bench = loadWorkbench(language);
	const own = await (lab === 'frame-lab'
		? loadFrameLab(language, tool).then((frameLab) => ({ frameLab }))
		: loadHandshakeLab(language, handshakeTool(tool)).then((handshakeLab) => ({ handshakeLab })));
	return { ...(await bench), ...own } as Text;
}

async function loadFront(language: Language): Promise<Pick<Text, 'shell'>> {
	if (language === 'zh') return (await import('./zh/front.ts')).front;
	return (await import('./en/front.ts')).front;
}

async function loadWorkbench(language: Language): Promise<Omit<Text, 'frameLab' | 'handshakeLab'>> {
	if (language === 'zh') return (await import('./zh/bench.ts')).bench;
	return (await import('./en/bench.ts')).bench;
}
