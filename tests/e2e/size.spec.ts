import { scriptBytes, VISITS } from '../support/script-bytes.ts';
import { expect, test } from './fixtures.ts';

test('the home page stands with 60 kB of JavaScript, and then fetches what draws its connection', async ({
	page,
	server
}) => {
	const { standing, whole } = await scriptBytes(page, server.origin, VISITS.home);
	expect(standing).toBeGreaterThan(0);
	expect(standing).toBeLessThanOrEqual(60_000);
	// Its connection is read by all that reads one in the workbench: this keeps it from growing.
	expect(whole).toBeLessThanOrEqual(108_000);
});

test('a first visit of the workbench loads no more than 110 kB of JavaScript', async ({
	page,
	server
}) => {
	const { whole } = await scriptBytes(page, server.origin, VISITS.workbench);
	expect(whole).toBeLessThanOrEqual(110_000);
});

for (const tool of ['frames', 'request', 'response', 'accept', 'negotiation'] as const) {
	test(`a first visit of a lab loads no more than 185 kB of JavaScript: ${tool}`, async ({
		page,
		server
	}) => {
		const { whole } = await scriptBytes(page, server.origin, VISITS[tool]);
		expect(whole).toBeLessThanOrEqual(185_000);
	});
}
