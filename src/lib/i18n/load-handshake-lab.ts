/** Fetches the words of the handshake lab: those of all its tools, and those of one of them. */
import type { Language, Text } from './text.ts';

/** As their pages are named; the first one is the lab's own page. */
const TOOLS = ['request', 'response', 'accept', 'negotiation', 'views', 'proxies', 'tls'] as const;
type HandshakeTool = (typeof TOOLS)[number];

type Words = Text['handshakeLab'];
type LoadTools = { readonly [tool in HandshakeTool]: () => Promise<Partial<Words>> };

const LOAD_TOOLS: { readonly [language in Language]: LoadTools } = {
	en: {
		request: async () => ({ request: (await import('./en/handshake-lab/request.ts')).request }),
		response: async () => ({ response: (await import('./en/handshake-lab/response.ts')).response }),
		accept: async () => ({ accept: (await import('./en/handshake-lab/accept.ts')).accept }),
		negotiation: async () => ({
			negotiation: (await import('./en/handshake-lab/negotiation.ts')).negotiation
		}),
		views: async () => ({ views: (await import('./en/handshake-lab/views.ts')).views }),
		proxies: async () => ({ proxies: (await import('./en/handshake-lab/proxies.ts')).proxies }),
		tls: async () => ({ tls: (await import('./en/handshake-lab/tls.ts')).tls })
	},
	zh: {
		request: async () => ({ request: (await import('./zh/handshake-lab/request.ts')).request }),
		response: async () => ({ response: (await import('./zh/handshake-lab/response.ts')).response }),
		accept: async () => ({ accept: (await import('./zh/handshake-lab/accept.ts')).accept }),
		negotiation: async () => ({
			negotiation: (await import('./zh/handshake-lab/negotiation.ts')).negotiation
		}),
		views: async () => ({ views: (await import('./zh/handshake-lab/views.ts')).views }),
		proxies: async () => ({ proxies: (await import('./zh/handshake-lab/proxies.ts')).proxies }),
		tls: async () => ({ tls: (await import('./zh/handshake-lab/tls.ts')).tls })
	}
};

/** @param path behind the lab's own, such as `accept`; the lab's own page is the request's */
export async function loadHandshakeLab(language: Language, path: string): Promise<Words> {
	const tool = TOOLS.find((name) => name === path) ?? 'request';
	const [common, own] = await Promise.all([loadCommon(language), LOAD_TOOLS[language][tool]()]);
	return { ...common, ...own } as Words;
}

async function loadCommon(language: Language): Promise<Partial<Words>> {
	if (language === 'zh') return (await import('./zh/handshake-lab/common.ts')).common;
	return (await import('./en/handshake-lab/common.ts')).common;
}
