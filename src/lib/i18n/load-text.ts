/** Fetches the words of one language; the others stay on the server. */
import type { Language, Text } from './text.ts';

type Lab = 'frame-lab' | 'handshake-lab' | 'transports-lab';

/**
 * What a page needs of the words: those in front of the workbench, the workbench's as well, or also
 * those of a lab and of one of its tools, by the path of its page (`handshake-lab/accept`). A
 * component that reads another area must not stand on such a page.
 */
export type Extent = 'front' | 'workbench' | Lab | `${Lab}/${string}`;

/** A phone fetches this page over the air, and draws nothing of the workbench. */
const PHONE: Extent = 'transports-lab/phone';

export async function loadText(language: Language, extent: Extent): Promise<Text> {
	const [lab, tool = ''] = extent.split('/');
	const isFront = extent === 'front' || extent === PHONE;
	const [base, own] = await Promise.all([
		isFront ? loadFront(language) : loadWorkbench(language),
		lab === 'front' || lab === 'workbench' ? null : loadLab(language, lab as Lab, tool)
	]);
	return { ...base, ...own } as Text;
}

/** Where the words of a lab's tools are is fetched with them: the home page has no use for it. */
async function loadLab(language: Language, lab: Lab, tool: string): Promise<Partial<Text>> {
	if (lab === 'frame-lab') {
		const { loadFrameLab } = await import('./load-frame-lab.ts');
		return { frameLab: await loadFrameLab(language, tool) };
	}
	if (lab === 'transports-lab') {
		const { loadTransportsLab } = await import('./load-transports-lab.ts');
		return { transportsLab: await loadTransportsLab(language, tool) };
	}
	const { loadHandshakeLab } = await import('./load-handshake-lab.ts');
	return { handshakeLab: await loadHandshakeLab(language, tool) };
}

async function loadFront(language: Language): Promise<Pick<Text, 'shell'>> {
	if (language === 'zh') return (await import('./zh/front.ts')).front;
	return (await import('./en/front.ts')).front;
}

async function loadWorkbench(
	language: Language
): Promise<Omit<Text, 'frameLab' | 'handshakeLab' | 'transportsLab'>> {
	if (language === 'zh') return (await import('./zh/bench.ts')).bench;
	return (await import('./en/bench.ts')).bench;
}
