/** Client JavaScript of a first visit against its budget. Needs the production build. */
import type { Language } from '../../src/lib/i18n/text.ts';
import { scriptBytes, VISITS, type ScriptBytes } from '../support/script-bytes.ts';
import { inBrowser } from './bench-browser.ts';
import { figureOf, type Bench } from './bench.ts';

/** Of each tool of the frame lab and the handshake lab, bytes. */
const LAB = 185_000;
/** Of each page of the transports lab, before anything runs, in whichever language. */
const TRANSPORTS = 130_000;
const BOTH = ['en', 'zh'] as const satisfies readonly Language[];

function sizeBench(
	name: keyof typeof VISITS,
	part: keyof ScriptBytes,
	what: string,
	budget: number,
	languages: readonly Language[] = ['en']
): Bench {
	return {
		name: `client JavaScript of ${what}, gzip, against ${budget / 1000} kB`,
		target: '<= 1',
		run: async () => {
			const shares: number[] = [];
			for (const language of languages) {
				const bytes = await inBrowser((page, origin) =>
					scriptBytes(page, origin, VISITS[name], language)
				);
				shares.push(bytes[part] / budget);
			}
			return figureOf(shares);
		}
	};
}

export const benches = [
	sizeBench('home', 'standing', 'home until it stands', 60_000),
	sizeBench('home', 'whole', 'home with its live connection', 60_000),
	sizeBench('workbench', 'whole', 'workbench', 110_000),
	sizeBench('frames', 'whole', 'frame lab', LAB),
	sizeBench('fragments', 'whole', 'frame lab: fragments', LAB),
	sizeBench('compression', 'whole', 'frame lab: compression', LAB),
	sizeBench('masking', 'whole', 'frame lab: masking', LAB),
	sizeBench('limits', 'whole', 'frame lab: limits', LAB),
	sizeBench('cases', 'whole', 'frame lab: all cases', LAB),
	sizeBench('request', 'whole', 'handshake lab', LAB),
	sizeBench('response', 'whole', 'handshake lab: response', LAB),
	sizeBench('accept', 'whole', 'handshake lab: Accept', LAB),
	sizeBench('negotiation', 'whole', 'handshake lab: negotiation', LAB),
	sizeBench('views', 'whole', 'handshake lab: who said what', LAB),
	sizeBench('proxies', 'whole', 'handshake lab: proxies', LAB),
	sizeBench('tls', 'whole', 'handshake lab: wss', LAB),
	sizeBench('race', 'whole', 'transports lab', TRANSPORTS, BOTH),
	sizeBench('lane', 'whole', 'transports lab: lane', TRANSPORTS, BOTH),
	sizeBench('report', 'whole', 'transports lab: report', TRANSPORTS, BOTH),
	sizeBench('login', 'whole', 'transports lab: log-in', TRANSPORTS, BOTH),
	sizeBench('game', 'whole', 'transports lab: game', TRANSPORTS, BOTH),
	sizeBench('chat', 'whole', 'transports lab: chat', TRANSPORTS, BOTH),
	sizeBench('scale', 'whole', 'transports lab: scale', TRANSPORTS, BOTH),
	sizeBench('phone', 'whole', 'phone that logs in', TRANSPORTS, BOTH)
];
