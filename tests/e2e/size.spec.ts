import { scriptBytes, VISITS } from '../support/script-bytes.ts';
import { expect, inBothLanguages, test } from './fixtures.ts';
import { TransportsPage } from './transports-page.ts';

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
	test(`a first visit of a lab of bytes loads no more than 185 kB of JavaScript: ${tool}`, async ({
		page,
		server
	}) => {
		const { whole } = await scriptBytes(page, server.origin, VISITS[tool]);
		expect(whole).toBeLessThanOrEqual(185_000);
	});
}

const TRANSPORTS_LAB = [
	'race',
	'lane',
	'report',
	'login',
	'game',
	'chat',
	'scale',
	'phone'
] as const;
inBothLanguages((language) => {
	for (const tool of TRANSPORTS_LAB) {
		test(`a first visit of the transports lab loads no more than 130 kB of JavaScript: ${tool}`, async ({
			page,
			server
		}) => {
			const { whole } = await scriptBytes(page, server.origin, VISITS[tool], language);
			expect(whole).toBeLessThanOrEqual(130_000);
		});
	}
});

test('the client of Socket.IO is fetched with the first race that has its lane', async ({
	page
}) => {
	const transports = new TransportsPage(page, 'en');
	const sources: Promise<string>[] = [];
	page.on('response', (response) => {
		const isScript = /javascript/.test(response.headers()['content-type'] ?? '');
		if (isScript) sources.push(response.text());
	});
	// What its polling says where a request fails: nobody else does.
	const isFetched = async (): Promise<boolean> =>
		(await Promise.all(sources)).some((source) => source.includes('xhr poll error'));
	await transports.open();
	await transports.chooseLanes('short-polling', 'long-polling', 'server-sent-events', 'websocket');
	await transports.setSource({ rate: 5, seconds: 1 });
	await transports.race();
	expect(await isFetched()).toBe(false);
	await transports.chooseLanes('websocket', 'socket-io');
	await transports.race();
	expect(await isFetched()).toBe(true);
});
