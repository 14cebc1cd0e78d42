/** Fetches the words of the transports lab: those of all its tools, and those of one of them. */
import type { Language, Text } from './text.ts';

type Words = Text['transportsLab'];
type Area = Exclude<keyof Words, 'shell'>;
type LoadAreas = { readonly [area in Area]: () => Promise<Partial<Words>> };

const LOAD_AREAS: { readonly [language in Language]: LoadAreas } = {
	en: {
		race: async () => ({ race: (await import('./en/transports-lab/race.ts')).race }),
		lane: async () => ({ lane: (await import('./en/transports-lab/lane.ts')).lane }),
		report: async () => ({ report: (await import('./en/transports-lab/report.ts')).report }),
		login: async () => ({ login: (await import('./en/transports-lab/login.ts')).login }),
		game: async () => ({ game: (await import('./en/transports-lab/game.ts')).game }),
		chat: async () => ({ chat: (await import('./en/transports-lab/chat.ts')).chat }),
		scale: async () => ({ scale: (await import('./en/transports-lab/scale.ts')).scale }),
		phone: async () => ({ phone: (await import('./en/transports-lab/phone.ts')).phone }),
		summary: async () => ({ summary: (await import('./en/transports-lab/summary.ts')).summary })
	},
	zh: {
		race: async () => ({ race: (await import('./zh/transports-lab/race.ts')).race }),
		lane: async () => ({ lane: (await import('./zh/transports-lab/lane.ts')).lane }),
		report: async () => ({ report: (await import('./zh/transports-lab/report.ts')).report }),
		login: async () => ({ login: (await import('./zh/transports-lab/login.ts')).login }),
		game: async () => ({ game: (await import('./zh/transports-lab/game.ts')).game }),
		chat: async () => ({ chat: (await import('./zh/transports-lab/chat.ts')).chat }),
		scale: async () => ({ scale: (await import('./zh/transports-lab/scale.ts')).scale }),
		phone: async () => ({ phone: (await import('./zh/transports-lab/phone.ts')).phone }),
		summary: async () => ({ summary: (await import('./zh/transports-lab/summary.ts')).summary })
	}
};

/** Areas by the path of the page behind the lab's own; the lab's own page is the race. */
const AREAS: { readonly [path in string]?: readonly Area[] } = {
	'': ['race', 'summary'],
	lane: ['lane'],
	report: ['report', 'summary'],
	login: ['login', 'phone'],
	game: ['game'],
	chat: ['chat'],
	scale: ['scale'],
	phone: ['phone']
};

/** @param path behind the lab's own, such as `report`; `phone` is the page of the second device */
export async function loadTransportsLab(language: Language, path: string): Promise<Words> {
	const areas = AREAS[path] ?? [];
	const loaded = await Promise.all([
		loadShell(language),
		...areas.map((area) => LOAD_AREAS[language][area]())
	]);
	return Object.assign({}, ...loaded) as Words;
}

async function loadShell(language: Language): Promise<Partial<Words>> {
	if (language === 'zh') return { shell: (await import('./zh/transports-lab/shell.ts')).shell };
	return { shell: (await import('./en/transports-lab/shell.ts')).shell };
}
