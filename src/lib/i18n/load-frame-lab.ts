/** Fetches the words of the frame lab: those of all its tools, and those of one of them. */
import type { Language, Text } from './text.ts';

/** As their pages are named; the editor's words are needed by all. */
const TOOLS = ['fragments', 'cases', 'compression', 'masking', 'limits'] as const;
type FrameTool = (typeof TOOLS)[number];

type Words = Text['frameLab'];
type LoadTools = { readonly [tool in FrameTool]: () => Promise<Partial<Words>> };

const LOAD_TOOLS: { readonly [language in Language]: LoadTools } = {
	en: {
		fragments: async () => ({ weaver: (await import('./en/frame-lab/weaver.ts')).weaver }),
		cases: async () => ({ cases: (await import('./en/frame-lab/cases.ts')).cases }),
		compression: async () => ({
			compression: (await import('./en/frame-lab/compression.ts')).compression
		}),
		masking: async () => ({ masking: (await import('./en/frame-lab/masking.ts')).masking }),
		limits: async () => ({ limits: (await import('./en/frame-lab/limits.ts')).limits })
	},
	zh: {
		fragments: async () => ({ weaver: (await import('./zh/frame-lab/weaver.ts')).weaver }),
		cases: async () => ({ cases: (await import('./zh/frame-lab/cases.ts')).cases }),
		compression: async () => ({
			compression: (await import('./zh/frame-lab/compression.ts')).compression
		}),
		masking: async () => ({ masking: (await import('./zh/frame-lab/masking.ts')).masking }),
		limits: async () => ({ limits: (await import('./zh/frame-lab/limits.ts')).limits })
	}
};

/** @param path behind the lab's own, such as `masking`; any other: the words of all tools alone */
export async function loadFrameLab(language: Language, path: string): Promise<Words> {
	const tool = TOOLS.find((name) => name === path);
	const [common, own] = await Promise.all([
		loadCommon(language),
		tool ? LOAD_TOOLS[language][tool]() : null
	]);
	return { ...common, ...own } as Words;
}

async function loadCommon(language: Language): Promise<Partial<Words>> {
	if (language === 'zh') return (await import('./zh/frame-lab/common.ts')).common;
	return (await import('./en/frame-lab/common.ts')).common;
}
