import { scriptBytes, VISITS } from '../support/script-bytes.ts';
import { expect, test } from './fixtures.ts';

/** Bytes, gzip. */
const BUDGETS = { home: 60_000, workbench: 110_000 } as const;

for (const name of ['home', 'workbench'] as const) {
	test(`a first visit of the ${name} loads no more JavaScript than its budget`, async ({
		page,
		server
	}) => {
		expect(await scriptBytes(page, server.origin, VISITS[name])).toBeLessThanOrEqual(BUDGETS[name]);
	});
}
