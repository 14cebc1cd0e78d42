/** Client JavaScript of a first visit against its budget. Needs the production build. */
import { scriptBytes, VISITS, type ScriptBytes } from '../support/script-bytes.ts';
import { inBrowser } from './bench-browser.ts';
import { figureOf, type Bench } from './bench.ts';

/** Of each tool of the frame lab and the handshake lab, bytes. */
const LAB = 185_000;
/** Of each page of the transports lab, before anything runs. */
const TRANSPORTS = 130_000;

function sizeBench(
	name: keyof typeof VISITS,
	part: keyof ScriptBytes,
	what: string,
	budget: number
): Bench {
	return {
		name: `client JavaScript of ${what}, gzip, against ${budget / 1000} kB`,
		target: '<= 1',
		run: async () => {
			const bytes = await inBrowser((page, origin) => scriptBytes(page, origin, VISITS[name]));
			return figureOf([bytes[part] / budget]);
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
	sizeBench('race', 'whole', 'transports lab', TRANSPORTS),
	sizeBench('lane', 'whole', 'transports lab: lane', TRANSPORTS),
	sizeBench('report', 'whole', 'transports lab: report', TRANSPORTS),
	sizeBench('login', 'whole', 'transports lab: log-in', TRANSPORTS),
	sizeBench('game', 'whole', 'transports lab: game', TRANSPORTS),
	sizeBench('chat', 'whole', 'transports lab: chat', TRANSPORTS),
	sizeBench('scale', 'whole', 'transports lab: scale', TRANSPORTS),
	sizeBench('phone', 'whole', 'phone that logs in', TRANSPORTS)
];
