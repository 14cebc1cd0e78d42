import { scriptBytes, VISITS } from '../support/script-bytes.ts';
import { expect, test } from './fixtures.ts';

/**
 * Bytes, gzip. The aim for home is 60 kB, and `npm run bench` tells how far that is: Svelte, Kit and
 * the shell take 48 kB of it, and its connection is read by all that reads one in the workbench.
 * This bound keeps it from growing.
 */
const BUDGETS = { home: 102_000, workbench: 110_000 } as const;

for (const name of ['home', 'workbench'] as const) {
	test(`a first visit of the ${name} loads no more JavaScript than its budget`, async ({
		page,
		server
	}) => {
		expect(await scriptBytes(page, server.origin, VISITS[name])).toBeLessThanOrEqual(BUDGETS[name]);
	});
}
