import { closeCodeText } from '#lib/diagrams/field-tree/close-code-text.ts';
import { listBytes, LISTINGS } from '#lib/runs/listing.ts';
import { createFormats } from '#lib/i18n/format.ts';
import { expect, inBothLanguages, test } from './frames-fixture.ts';

const HELLO = '81 85 37 fa 21 3d 7f 9f 4d 51 58';
const bytesOf = (hex: string) => Uint8Array.from(hex.split(' '), (byte) => parseInt(byte, 16));

inBothLanguages(() => {
	test('an edit is undone and redone, by the buttons and by the keyboard', async ({
		frames,
		page
	}) => {
		const { undo, redo } = frames.lab.runs;
		await frames.open();
		await frames.begin('nothing');
		await frames.writeHex(HELLO);
		await frames.flip(0);
		await frames.expectHex(HELLO.replace('81', '01'));
		const run = page.getByRole('region', { name: frames.lab.runs.title, exact: true });
		await run.getByRole('button', { name: undo, exact: true }).click();
		await frames.expectHex(HELLO);
		await run.getByRole('button', { name: redo, exact: true }).click();
		await frames.expectHex(HELLO.replace('81', '01'));

		await frames.bit(3).focus();
		await page.keyboard.press('ControlOrMeta+z');
		await frames.expectHex(HELLO);
		await page.keyboard.press('ControlOrMeta+z');
		await frames.expectHex('');
		await page.keyboard.press('ControlOrMeta+Shift+z');
		await page.keyboard.press('ControlOrMeta+y');
		await frames.expectHex(HELLO.replace('81', '01'));
	});

	test('a legal preset breaks nothing; a mistake says its rule, section and close code', async ({
		frames
	}) => {
		const { notes } = frames.lab.editor;
		await frames.open();
		await frames.begin('nothing');
		await frames.usePreset('ping');
		await frames.expectHex(/^89 /);
		await expect(frames.notes).toContainText(notes.fine);

		await frames.usePreset('close-1005');
		await frames.expectHex(/^88 82 /);
		await expect(frames.notes).toContainText('close-code-not-on-wire');
		await expect(frames.notes.getByRole('link')).toHaveText(/RFC 6455.*§7\.4/);
		const { name } = closeCodeText(frames.text, 1002);
		await expect(frames.notes).toContainText(notes.due('1002', name));
		await frames.send();
		await frames.expectPeer('failed');
		await frames.expectAgreement('agree');
		await expect(frames.judge('peer')).toContainText('WS_ERR_INVALID_CLOSE_CODE');
	});

	test('a new masking key keeps the payload, and nothing else of its bytes', async ({
		frames,
		page
	}) => {
		const { fields, payload } = frames.lab.editor;
		await frames.open();
		await frames.begin('nothing');
		await frames.writeHex(HELLO);
		await page.getByRole('button', { name: fields.newKey, exact: true }).click();
		await expect(frames.hex).not.toHaveValue(HELLO);
		const hex = bytesOf(await frames.hex.inputValue());
		const unmasked = hex.slice(6).map((byte, index) => byte ^ (hex[2 + (index % 4)] ?? 0));
		expect(new TextDecoder().decode(unmasked)).toBe('Hello');
		await expect(page.getByLabel(payload.textLabel)).toHaveValue('Hello');
		await frames.send();
		await expect(frames.records('frame', 'server')).toHaveAccessibleName(/Hello/);
	});

	test('broken hex is read as far as it goes, and the fault is told', async ({ frames, page }) => {
		const { hex } = frames.lab.editor;
		await frames.open();
		await frames.begin('nothing');
		await frames.hex.fill('89 80 a8 00 x0');
		await expect(page.getByText(hex.notHex('13', 'x', '4'))).toBeVisible();
		await expect(frames.bit(16)).toHaveText('1');
		await expect(frames.bit(32)).toHaveCount(0);
		for (const format of LISTINGS) {
			await frames.writeHex('');
			await frames.writeHex(listBytes(bytesOf(HELLO), format));
			await frames.expectHex(HELLO);
		}
	});

	test('a length that lies is marked, waited for by the peer, and can be made honest', async ({
		frames,
		page
	}) => {
		const { fields, notes } = frames.lab.editor;
		const bytes = (count: number) =>
			frames.text.anatomy.bytes(count, createFormats(frames.text.shell.locale).number(count));
		await frames.open();
		await frames.begin('nothing');
		await frames.writeHex(HELLO);
		await page.getByLabel(fields.announced).fill('8');
		await frames.expectHex(HELLO.replace('85', '88'));
		await expect(frames.draftField('payload-length')).toContainText(fields.lies('8', '5'));
		await expect(frames.notes).toContainText(notes.missing(bytes(3)));
		await frames.send();
		await frames.expectStrict('unfinished');
		await frames.expectPeer('silent');
		await page.getByRole('button', { name: fields.makeHonest }).click();
		await frames.expectHex(HELLO);
		await frames.send();
		await frames.expectPeer('accepted');
	});

	test('the frame is copied in every form', async ({ frames, page, context }) => {
		const { listing } = frames.lab.editor;
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await frames.open();
		await frames.begin('nothing');
		await frames.writeHex(HELLO);
		await page.getByRole('button', { name: listing.title, exact: true }).click();
		const dialog = page.getByRole('dialog', { name: listing.title });
		for (const format of LISTINGS) {
			const wanted = listBytes(bytesOf(HELLO), format);
			await dialog
				.getByRole('radio', { name: listing.formats[format], exact: true })
				.check({ force: true });
			await expect(dialog.getByRole('region')).toHaveText(wanted);
			await dialog
				.getByRole('button')
				.filter({ hasText: new RegExp(`${listing.copy}|${frames.text.anatomy.copied}`) })
				.click();
			await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(wanted);
		}
	});

	test('a captured frame is edited and sent again', async ({ frames, page }) => {
		const { middle, wire } = frames.lab.runs;
		await frames.open();
		await frames.begin('nothing');
		await frames.writeHex(HELLO);
		await frames.send();
		await frames.expectPeer('accepted');
		const edit = page.getByRole('button', { name: wire.edit });
		// Records still come: the row may move away under the pointer.
		await expect(async () => {
			await frames.records('frame', 'client').click();
			await expect(edit).toBeVisible({ timeout: 2000 });
		}).toPass();
		await edit.click();
		await expect(
			page.getByRole('radiogroup', { name: middle.label }).getByRole('radio').first()
		).toBeChecked();
		await frames.expectHex(HELLO);
		await frames.flip(4);
		await frames.expectHex(HELLO.replace('81', '89'));
		await frames.send();
		await expect(frames.records('frame', 'server')).toHaveAccessibleName(/PONG/i);
	});
});
