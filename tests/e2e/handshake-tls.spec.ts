import { expect, inBothLanguages, test as base } from './handshake-fixture.ts';
import { WaysPage } from './ways-page.ts';

const test = base.extend<{ ways: WaysPage }>({
	ways: async ({ page, language }, use) => use(new WaysPage(page, language))
});

inBothLanguages(() => {
	test('wss: TLS records outside, the plain handshake inside, TLS first', async ({ ways }) => {
		const { tls } = ways;
		await ways.open('tls');
		await ways.connectThroughTls();
		await expect(ways.page.getByText(tls.order.request('GET /ws/echo HTTP/1.1'))).toBeVisible();

		const records = ways.tlsRows.filter({ hasText: tls.diagram.types.handshake });
		await expect(records.first()).toContainText('echo.wire101.test');
		await expect(ways.tlsSide(records.first(), 'inside')).toBeEmpty();

		const request = ways.tlsRows.filter({ hasText: '/ws/echo' });
		await expect(ways.tlsSide(request, 'inside')).toContainText('GET');
		await expect(ways.tlsSide(request, 'outside')).toContainText(
			tls.diagram.types.application_data
		);
		await expect(ways.tlsSide(request, 'outside')).not.toContainText('GET');
		const echoed = ways.tlsRows.filter({ hasText: tls.said });
		await expect(ways.tlsSide(echoed.last(), 'outside')).not.toContainText(tls.said);
		const sizes = await Promise.all(
			(['outside', 'inside'] as const).map(async (side) => {
				const size = await ways.tlsSide(request, side).locator('.size').innerText();
				return Number(size.replace(/\D/g, ''));
			})
		);
		expect(sizes[0]).toBeGreaterThan(sizes[1] ?? Infinity);
	});

	test('what stands inside is looked for outside, and is not there', async ({ ways }) => {
		const { search } = ways.tls;
		await ways.open('tls');
		await expect(ways.page.getByText(search.waiting)).toBeVisible();
		await ways.connectThroughTls();
		const key = await ways.searchTls('Sec-WebSocket-Key');
		await expect(key.outside).toHaveText(search.never);
		await expect(key.inside).toHaveText(search.times(1));
		// The name of the server is all that TLS says in the clear.
		const name = await ways.searchTls('echo.wire101.test');
		await expect(name.outside).not.toHaveText(search.never);
		const nothing = await ways.searchTls('');
		await expect(nothing.outside).toHaveText(search.never);
	});

	test('a longer message makes a longer record', async ({ ways }) => {
		const { tls } = ways;
		const length = async (message: string) => {
			await ways.connectThroughTls(message);
			const rows = ways.tlsRows.filter({ hasText: message.slice(0, 10) });
			const size = await ways.tlsSide(rows.last(), 'outside').locator('.size').innerText();
			return Number(size.replace(/\D/g, ''));
		};
		await ways.open('tls');
		const short = await length('0123456789');
		const long = await length('0123456789'.repeat(5));
		expect(long - short).toBe(40);
		await expect(ways.page.getByText(tls.seen.rows.sizes)).toBeVisible();
	});

	test('a row is taken apart: the record’s header outside, the head inside', async ({
		ways,
		page
	}) => {
		const { tls } = ways;
		await ways.open('tls');
		await ways.connectThroughTls();
		await ways.tlsRows.filter({ hasText: '/ws/echo' }).click();
		const record = page.getByRole('figure', {
			name: tls.diagram.bytesOf(tls.diagram.types.application_data)
		});
		await expect(record).toContainText('17');
		await expect(record).toContainText('03 03');
		const inside = page.getByRole('group', { name: ways.words.panes.anatomy, exact: true });
		await expect(inside).toContainText('Sec-WebSocket-Key');
		await page.keyboard.press('Home');
		await expect(ways.tlsRows.first()).toBeFocused();
		await page.keyboard.press('ArrowDown');
		await expect(ways.tlsRows.nth(1)).toHaveAttribute('aria-pressed', 'true');
	});
});
