import { expect, inBothLanguages, test as base } from './handshake-fixture.ts';
import { NegotiationPage } from './negotiation-page.ts';

const test = base.extend<{ negotiation: NegotiationPage }>({
	negotiation: async ({ page, language }, use) => use(new NegotiationPage(page, language))
});

inBothLanguages(() => {
	test('negotiate chat, superchat: the server speaks one, then both, then neither', async ({
		negotiation
	}) => {
		const { words } = negotiation;
		await negotiation.open();
		await expect(negotiation.protocols).toHaveValue('chat, superchat');
		await expect(negotiation.due('protocols', 0)).toContainText(words.table.outcomes['not-spoken']);
		await expect(negotiation.due('protocols', 1)).toContainText(words.table.outcomes.chosen);
		await negotiation.send();
		await expect(negotiation.headline).toContainText(words.compare.agreed.protocol('superchat'));
		await negotiation.expectRow('protocol', 'same', 'superchat');
		await negotiation.expectRow('extensions', 'same', 'permessage-deflate');

		await negotiation.spoken.fill('superchat, chat');
		await expect(negotiation.page.getByText(words.table.byServer('superchat'))).toBeVisible();
		await expect(negotiation.page.getByText(words.compare.stale)).toBeVisible();
		await negotiation.send();
		await negotiation.expectRow('protocol', 'same', 'chat');

		await negotiation.spoken.fill('mqtt');
		await negotiation.send();
		await negotiation.expectRow('status', 'same', '101');
		await negotiation.expectRow('protocol', 'same', words.compare.values.none);
	});

	test('what crossed can be taken apart, down to the chosen name', async ({ negotiation }) => {
		await negotiation.open();
		await negotiation.send();
		const record = negotiation.page.getByRole('group', {
			name: negotiation.words.crossed.record,
			exact: true
		});
		await expect(record).toContainText('Sec-WebSocket-Protocol');
		await expect(record).toContainText('superchat');
	});

	test('a name that is offered twice is refused with 400', async ({ negotiation }) => {
		const { words } = negotiation;
		await negotiation.open();
		await negotiation.protocols.fill('chat, chat');
		await expect(negotiation.due('protocols', 1)).toContainText(words.table.outcomes.repeated);
		await expect(negotiation.page.getByText(words.table.refusal('400'))).toBeVisible();
		await negotiation.send();
		await negotiation.expectRow('status', 'same', '400');
		await expect(negotiation.headline).toContainText('Invalid Sec-WebSocket-Protocol header');
	});

	test('the fallback is taken where the first offer does not let the server shrink the window', async ({
		negotiation
	}) => {
		const { words } = negotiation;
		await negotiation.open();
		await negotiation.use('fallback-taken');
		await expect(negotiation.due('offers', 0)).toContainText(words.table.offerOutcomes.declined);
		await expect(negotiation.due('offers', 1)).toContainText(words.table.offerOutcomes.accepted);
		await negotiation.send();
		await negotiation.expectRow(
			'extensions',
			'same',
			'permessage-deflate; client_max_window_bits=10'
		);
		const lane = negotiation.page.getByRole('region', { name: words.follow.lanes.client });
		await expect(lane).toHaveAttribute('data-bits', '10');
		await expect(lane).toContainText(words.follow.reasons['client-asked']);
	});

	for (const [preset, explanation] of [
		['client-window-unoffered', 'none-met-refused'],
		['smaller-than-bound', 'smaller-window-refused'],
		['malformed-first', 'malformed-refused'],
		['malformed-behind', 'malformed-behind-refused'],
		['leading-zero', 'number-read-leniently']
	] as const) {
		test(`ws differs from a strict reader, and why is told: ${preset}`, async ({ negotiation }) => {
			await negotiation.open();
			await negotiation.use(preset);
			await negotiation.send();
			const { short } = negotiation.words.explanations[explanation];
			await expect(negotiation.page.getByText(short, { exact: true })).toBeVisible();
		});
	}

	test('a page offers both and is told which one is spoken', async ({ negotiation }) => {
		await negotiation.open();
		await negotiation.choose('browser');
		await negotiation.send('browser');
		await negotiation.expectRow('page-protocol', 'same', 'superchat');
		// What the browser offers by itself is known now.
		await expect(negotiation.due('offers', 0)).toContainText('permessage-deflate');
	});

	test('a page’s constructor throws for a name that is there twice, and nothing is sent', async ({
		negotiation
	}) => {
		const { words } = negotiation;
		await negotiation.open();
		await negotiation.use('page-said-twice');
		await expect(negotiation.page.getByText(words.table.throws)).toBeVisible();
		await negotiation.send('browser');
		await expect(negotiation.headline).toContainText(words.compare.agreed.threw('SyntaxError'));
		await expect(negotiation.page.getByText(words.crossed.empty)).toBeVisible();
	});

	test('the browser fails over a subprotocol that it never offered, as is due', async ({
		negotiation
	}) => {
		const { words } = negotiation;
		await negotiation.open();
		await negotiation.use('own-never-offered');
		await expect(negotiation.due('written', 0)).toContainText(words.table.lineOutcomes.failed);
		await negotiation.send('own');
		await negotiation.expectRow('page', 'same', words.compare.values.failed);
	});

	test('the browser shrinks its window where it is asked to', async ({ negotiation }) => {
		const { words } = negotiation;
		await negotiation.open();
		await negotiation.use('own-deflate');
		await negotiation.send('own');
		await negotiation.expectRow('page', 'same', words.compare.values.opened);
		const lane = negotiation.page.getByRole('region', { name: words.follow.lanes.client });
		await expect(lane).toHaveAttribute('data-bits', '10');
	});

	test('a link brings both sides of a negotiation', async ({ negotiation }) => {
		await negotiation.open('#way=raw&offer=a%2C+b&extensions=&protocols=b&deflate=off');
		await expect(negotiation.protocols).toHaveValue('a, b');
		await negotiation.send();
		await negotiation.expectRow('protocol', 'same', 'b');
	});
});
