import { expect, inBothLanguages, test } from './frames-fixture.ts';
import { tabTo } from './keyboard.ts';

inBothLanguages(() => {
	test('a bit of the key, turned over by keyboard, turns that bit of the wire over', async ({
		frames,
		page
	}) => {
		const { key, xor } = frames.lab.masking;
		await frames.open('masking');
		const keyByte = page.getByRole('textbox', { name: key.byte('0'), exact: true });
		await expect(keyByte).toHaveValue('37');
		// Of the frame: two bytes of header, four of key, then H (48) XOR 37.
		const byte = (index: number) => page.locator(`[data-byte="${index}"]`).last();
		await expect(byte(6)).toHaveText('7f');

		await tabTo(page, page.locator('[data-key-bit][tabindex="0"]'));
		await page.keyboard.press('Space');
		await expect(keyByte).toHaveValue('b7');
		await expect(byte(2)).toHaveText('b7');
		await expect(byte(6)).toHaveText('ff');
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Space');
		await expect(page.getByRole('button', { name: key.bit('1', '0'), exact: true })).toBeFocused();
		await expect(byte(6)).toHaveText('bf');
		await expect(page.getByText(xor.whose('0', '0', 'f7'))).toBeVisible();

		await page.getByRole('button', { name: key.zeros }).click();
		await expect(byte(6)).toHaveText('48');
		await expect(page.getByText(key.zerosTitle)).toBeVisible();
	});

	test('a naive reader sees the fake request without a mask, and not behind a new key', async ({
		frames,
		page
	}) => {
		const { trial } = frames.lab.masking;
		await frames.open('masking');
		await page.getByRole('button', { name: trial.send, exact: true }).click();
		const way = (id: keyof typeof trial.ways) =>
			page
				.getByRole('table', { name: trial.results })
				.locator('tbody tr')
				.filter({ has: page.getByRole('button', { name: trial.choose(trial.ways[id]) }) });

		await expect(way('unmasked')).toContainText(trial.seesFake('cdn.example'));
		await expect(way('unmasked')).toContainText(trial.server.refused('1002'));
		await expect(way('unmasked')).toContainText('WS_ERR_EXPECTED_MASK');
		await expect(way('masked')).toContainText(trial.seesNoRequest);
		for (const id of ['zeros', 'foreseen'] as const)
			await expect(way(id)).toContainText(trial.seesFake('cdn.example'));
		for (const id of ['masked', 'zeros', 'foreseen'] as const)
			await expect(way(id)).toContainText(trial.server.took);

		const found = page.getByRole('listitem').filter({ hasText: trial.foundFake });
		await expect(found).toContainText('/script.js');
		await frames.expectAgreement('agree');
		await way('masked').getByRole('button').click();
		await expect(found).toHaveCount(0);
		await frames.expectStrict('legal');
	});
});
