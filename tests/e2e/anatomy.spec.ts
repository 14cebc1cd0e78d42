import { expect, inBothLanguages, test } from './fixtures.ts';

inBothLanguages(() => {
	test('one selection lights up in bits, bytes, table and ribbon, wherever it is made', async ({
		page,
		bench
	}) => {
		await bench.open();
		await bench.connect();
		await bench.sendText('Hello');
		const row = bench.records('frame', 'client');
		await row.click();
		const ribbon = (field: string) => row.locator(`i[data-field="${field}"]`);

		await bench.byte(3).click();
		await expect(bench.bit(31)).toHaveAttribute('data-selected');
		await expect(bench.field('masking-key')).toHaveAttribute('data-selected');
		await expect(ribbon('masking-key')).toHaveAttribute('data-selected');
		await expect(bench.readout).toContainText(bench.text.fields.names['masking-key']);

		await bench.field('payload-length').getByRole('button').click();
		await expect(bench.bit(9)).toHaveAttribute('data-selected');
		await expect(bench.bit(31)).not.toHaveAttribute('data-selected');
		await expect(bench.byte(1)).toHaveAttribute('data-selected');

		await ribbon('payload').click();
		await expect(bench.bit(48)).toHaveAttribute('data-selected');
		await expect(bench.field('payload')).toHaveAttribute('data-selected');
		await expect(page.locator('tr[data-selected]')).toHaveCount(1);
	});

	test('each header has its meaning, and a cookie stays hidden until it is asked for', async ({
		page,
		bench,
		context,
		server
	}) => {
		await context.addCookies([{ name: 'id', value: 'topsecret', url: server.origin }]);
		const { head } = bench.text.anatomy;
		await bench.open();
		await bench.connect();
		await bench.records('request').click();
		const key = bench.anatomy.getByRole('listitem').filter({ hasText: 'Sec-WebSocket-Key' });
		await expect(key.first()).toContainText(head.setBy);
		await expect(key.first()).toContainText(head.who.browser);
		await expect(bench.anatomy).toContainText(head.checks);
		expect(await page.content()).not.toContain('topsecret');
		await bench.anatomy.getByRole('button', { name: head.show }).click();
		await expect(bench.anatomy).toContainText('id=topsecret');
		await bench.anatomy.getByRole('button', { name: head.hide }).click();
		await expect(bench.anatomy).not.toContainText('topsecret');
	});

	test('Accept is built step by step, down to the rounds of SHA-1', async ({ bench }) => {
		const { accept } = bench.text.anatomy;
		await bench.open();
		await bench.connect();
		await bench.records('response').click();
		for (const step of [accept.guid, accept.concatenation, accept.digest, accept.equal]) {
			await expect(bench.anatomy).toContainText(step);
		}
		await bench.anatomy.getByText(accept.sha1.title).click();
		await expect(bench.anatomy).toContainText(accept.sha1.block('2'));
		await bench.anatomy.getByRole('button', { name: accept.sha1.last }).first().click();
		await expect(bench.anatomy).toContainText('79');
	});
});

test('a masked payload is unmasked byte by byte, and its characters are named', async ({
	page,
	bench
}) => {
	const { unmask } = bench.text.anatomy;
	await bench.open();
	await bench.connect();
	await bench.sendText('H你');
	await bench.records('frame', 'client').click();
	const table = page.getByRole('table', { name: unmask.caption });
	const cells = (row: number) => table.locator('tbody tr').nth(row).locator('td').allInnerTexts();
	await expect(table).toBeVisible();
	const [wire, key, plain] = await Promise.all([cells(0), cells(1), cells(2)]);
	const xor = wire.map((byte, index) => parseInt(byte, 16) ^ parseInt(key[index] ?? '', 16));
	expect(xor).toEqual(plain.map((byte) => parseInt(byte, 16)));
	expect(Buffer.from(xor).toString()).toBe('H你');
	await expect(bench.anatomy).toContainText('U+4F60');
});

test('with deflate on, RSV1 is set and the payload is shown inflated', async ({ bench }) => {
	const { payload, bytes } = bench.text.anatomy;
	await bench.open();
	await bench.setDeflate('on');
	await bench.connect();
	await bench.sendText('repeat '.repeat(40));
	await bench.records('frame', 'client').click();
	await expect(bench.bit(1)).toHaveAttribute('data-value', '1');
	await expect(bench.anatomy).toContainText(payload.inflatedNote);
	await expect(bench.anatomy).toContainText(bytes(280, '280'));
	await bench.records('response').click();
	await expect(bench.anatomy).toContainText('permessage-deflate');
});
