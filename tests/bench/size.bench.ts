/** Client JavaScript of a first visit against its budget. Needs the production build. */
import { scriptBytes, VISITS } from '../support/script-bytes.ts';
import { inBrowser } from './bench-browser.ts';
import { figureOf, type Bench } from './bench.ts';

const BUDGETS = { home: 60_000, workbench: 110_000 } as const;

function sizeBench(name: keyof typeof BUDGETS): Bench {
	return {
		name: `client JavaScript of ${name}, gzip, against ${BUDGETS[name] / 1000} kB`,
		target: '<= 1',
		run: async () => {
			const bytes = await inBrowser((page, origin) => scriptBytes(page, origin, VISITS[name]));
			return figureOf([bytes / BUDGETS[name]]);
		}
	};
}

export const benches = [sizeBench('home'), sizeBench('workbench')];
