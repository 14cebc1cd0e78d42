import { encodeFrame, type FrameDescription } from '#lib/protocol/frames/encode-frame.ts';
import { formatHex } from '#lib/protocol/hex.ts';
import { appendItem } from '#lib/runs/edit-run.ts';
import { EMPTY_RUN, newFrame, RUN_LIMITS } from '#lib/runs/run.ts';
import { RunDraft } from '#lib/state/frame-lab/run-draft.svelte.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import FrameEditor from './FrameEditor.svelte';

const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const OTHER_KEY = Uint8Array.of(1, 2, 3, 4);
const utf8 = (text: string) => new TextEncoder().encode(text);

beforeEach(() => page.viewport(1000, 700));

async function open(bytes: Uint8Array<ArrayBuffer>, language: 'en' | 'zh' = 'en') {
	const draft = new RunDraft();
	draft.load(appendItem(EMPTY_RUN, newFrame(bytes)));
	const screen = await renderWithText(FrameEditor, { draft, newKey: () => OTHER_KEY }, language);
	const all = (selector: string) => [...screen.container.querySelectorAll<HTMLElement>(selector)];
	const one = (selector: string) => {
		const [element] = all(selector);
		if (!element) throw new Error(`no ${selector}`);
		return element;
	};
	const bit = (index: number) => one(`button[data-bit="${index}"]`);
	const hex = () => formatHex(draft.selected?.bytes ?? new Uint8Array(0));
	return { ...screen, draft, all, one, bit, hex };
}

const openFrame = (description: Partial<FrameDescription> = {}) =>
	open(encodeFrame({ opcode: 1, maskingKey: KEY, payload: utf8('Hello'), ...description }));

const hexBox = () => page.getByRole('textbox', { name: 'Bytes of the frame in hex' });
const textBox = () => page.getByRole('textbox', { name: 'Payload as text' });
const notes = () => page.getByRole('status', { name: 'What this frame breaks' });

describe('bits', () => {
	test('a masked ping is built from nothing by bits alone', async () => {
		const { bit, hex } = await open(new Uint8Array(0));
		for (const index of [0, 4, 7, 8]) await userEvent.click(bit(index));
		expect(hex()).toBe('89 80 00 00 00 00');
		await expect.element(notes()).toHaveTextContent(/Breaks no rule/);
	});

	test('a press on a bit turns it over, chooses it, and is shown', async () => {
		const { bit, hex, one } = await openFrame();
		await userEvent.click(bit(1));
		expect(hex()).toMatch(/^c1 /);
		expect(one('li[data-selected]').dataset.field).toBe('rsv1');
		expect(bit(1).dataset.turn).toBeDefined();
	});

	test.each(['{Enter}', ' '])('%j turns over the bit that has the focus', async (key) => {
		const { bit, hex } = await openFrame();
		bit(0).focus();
		await userEvent.keyboard(`{ArrowRight}${key}`);
		expect(hex()).toMatch(/^c1 /);
		expect(document.activeElement).toBe(bit(1));
	});

	test('an arrow moves without turning anything over', async () => {
		const { bit, hex } = await openFrame();
		const before = hex();
		bit(0).focus();
		await userEvent.keyboard('{ArrowRight}{ArrowDown}');
		expect(hex()).toBe(before);
	});

	test('a press on the name of a field only chooses it', async () => {
		const { one, hex } = await openFrame();
		const before = hex();
		await userEvent.click(one('[data-piece="opcode"]'), { position: { x: 20, y: 10 } });
		expect(hex()).toBe(before);
		expect(one('li[data-selected]').dataset.field).toBe('opcode');
	});

	test('a bit says its value and that it can be flipped', async () => {
		await openFrame();
		const fin = page.getByRole('button', { name: 'bit 0, FIN, 1: press to flip' });
		await expect.element(fin).toHaveAttribute('aria-pressed', 'true');
		const rsv1 = page.getByRole('button', { name: 'bit 1, RSV1, 0: press to flip' });
		await expect.element(rsv1).toHaveAttribute('aria-pressed', 'false');
	});

	test('a payload bit changes the text', async () => {
		const { bit } = await openFrame();
		await userEvent.click(bit(48 + 2));
		await expect.element(textBox()).toHaveValue('hello');
	});

	test('a zero byte more is counted by an honest length', async () => {
		const { hex } = await openFrame({ payload: utf8(''), maskingKey: null });
		await page.getByRole('button', { name: 'Add a zero byte' }).click();
		expect(hex()).toBe('81 01 00');
	});
});

describe('fields', () => {
	test.each([
		['FIN', '01 85 37'],
		['RSV1', 'c1 85 37'],
		['RSV2', 'a1 85 37'],
		['RSV3', '91 85 37']
	])('%s is a switch', async (name, begins) => {
		const { hex } = await openFrame();
		await page.getByRole('switch', { name }).click();
		expect(hex().startsWith(begins)).toBe(true);
	});

	test('the opcode is chosen by name', async () => {
		const { hex } = await openFrame();
		await page.getByRole('combobox', { name: 'opcode' }).selectOptions('0xa pong');
		expect(hex().startsWith('8a')).toBe(true);
	});

	test('MASK turned off leaves the payload to be read on the wire', async () => {
		const { hex } = await openFrame();
		await page.getByRole('switch', { name: 'MASK' }).click();
		expect(hex()).toBe('81 05 48 65 6c 6c 6f');
	});

	test('a new masking key gives the same payload other bytes', async () => {
		const { hex } = await openFrame();
		await page.getByRole('button', { name: 'New masking key' }).click();
		expect(hex()).toBe('81 85 01 02 03 04 49 67 6f 68 6e');
		await expect.element(textBox()).toHaveValue('Hello');
	});

	test('a key that is being typed is left alone, and refused in words', async () => {
		const { hex } = await openFrame();
		const before = hex();
		const box = page.getByRole('textbox', { name: 'masking key' });
		await box.fill('01 02');
		await expect.element(page.getByText('Four bytes in hex')).toBeVisible();
		expect(hex()).toBe(before);
		await box.fill('0x01, 0x02, 0x03, 0x04');
		await expect.element(box).toHaveValue('0x01, 0x02, 0x03, 0x04');
		expect(hex()).toMatch(/^81 85 01 02 03 04/);
	});

	test('a length form that is longer than it need be is marked', async () => {
		const { hex } = await openFrame();
		await page.getByRole('radio', { name: '16 bits' }).click();
		expect(hex().startsWith('81 fe 00 05')).toBe(true);
		await expect.element(notes()).toHaveTextContent(/length-not-minimal.*§5\.2.*1002/);
	});

	test('a length may lie, and be made honest', async () => {
		const { hex } = await openFrame({ maskingKey: null });
		await page.getByRole('textbox', { name: 'Announced length in bytes' }).fill('9');
		expect(hex()).toMatch(/^81 09 48/);
		await expect.element(page.getByText('lies: announces 9, carries 5')).toBeVisible();
		await expect.element(notes()).toHaveTextContent(/4 bytes missing/);
		await page.getByRole('button', { name: 'Make honest' }).click();
		expect(hex()).toMatch(/^81 05 48/);
	});

	test('a length may be as large as 64 bits hold', async () => {
		const { hex } = await openFrame({ maskingKey: null });
		const box = page.getByRole('textbox', { name: 'Announced length in bytes' });
		await box.fill('18446744073709551615');
		expect(hex()).toMatch(/^81 7f ff ff ff ff ff ff ff ff 48/);
		await expect.element(notes()).toHaveTextContent(/length-top-bit-set/);
	});

	test('bytes beyond the announced length are told', async () => {
		await openFrame({ announcedLength: 3 });
		await expect.element(notes()).toHaveTextContent(/2 bytes after the frame/);
	});

	test('what is to come is filled with zeros on request', async () => {
		const { hex } = await openFrame({ maskingKey: null, announcedLength: 7 });
		await page.getByRole('button', { name: 'Add 2 bytes of zeros' }).click();
		expect(hex()).toBe('81 07 48 65 6c 6c 6f 00 00');
	});

	test('a header that is cut off is completed on request', async () => {
		const { hex } = await open(Uint8Array.of(0x81, 0xfe));
		await page.getByRole('button', { name: 'Complete the header with zeros' }).click();
		expect(hex()).toBe('81 fe 00 00 00 00 00 00');
	});

	test('a close frame has boxes for its code and its reason', async () => {
		const { hex } = await open(Uint8Array.of(0x88, 0x00));
		await page.getByRole('textbox', { name: 'close code' }).fill('1001');
		await page.getByRole('textbox', { name: 'close reason' }).fill('bye');
		expect(hex()).toBe('88 05 03 e9 62 79 65');
	});
});

describe('payload', () => {
	test('text is written in UTF-8, and the length follows', async () => {
		const { hex } = await openFrame({ maskingKey: null });
		await textBox().fill('你');
		expect(hex()).toBe('81 03 e4 bd a0');
	});

	test('typing is one step of undo', async () => {
		const { draft, hex } = await openFrame({ maskingKey: null, payload: utf8('') });
		await userEvent.type(textBox(), 'abc');
		expect(hex()).toBe('81 03 61 62 63');
		draft.undo();
		expect(hex()).toBe('81 00');
	});

	test.each([
		['bytes that are not UTF-8', [0x48, 0xff], /Not UTF-8 from byte 2 on/],
		['carriage returns', [0x41, 0x0d, 0x0a], /carriage returns/]
	])('%s are edited as hex and not corrupted', async (_, payload, words) => {
		const bytes = Uint8Array.from(payload);
		const { hex } = await openFrame({ payload: bytes, maskingKey: null });
		await expect.element(page.getByText(words)).toBeVisible();
		const box = page.getByRole('textbox', { name: 'Payload as hex, unmasked' });
		await expect.element(box).toHaveValue(formatHex(bytes));
		expect(hex()).toContain(formatHex(bytes));
	});

	test('a payload too long for a text box is not put in one', async () => {
		await openFrame({ payload: new Uint8Array(5000) });
		await expect.element(page.getByText(/too long for a text box/)).toBeVisible();
		await page.getByRole('button', { name: 'Edit as hex' }).click();
		const box = page.getByRole('textbox', { name: 'Payload as hex, unmasked' });
		await expect.element(box).toBeVisible();
	});

	test('a generator makes a payload', async () => {
		const { hex } = await openFrame({ maskingKey: null });
		await page.getByRole('radio', { name: 'Generate' }).click();
		await page.getByRole('spinbutton', { name: 'Bytes' }).fill('4');
		await page.getByRole('button', { name: 'Generate payload' }).click();
		expect(hex()).toBe('81 04 00 01 02 03');
	});

	test('a file becomes the payload', async () => {
		const { hex } = await openFrame({ maskingKey: null });
		await page.getByRole('radio', { name: 'File' }).click();
		await choose(new File([Uint8Array.of(1, 2, 3)], 'three.bin'));
		await expect.element(page.getByText(/three\.bin.*is the payload now/)).toBeVisible();
		expect(hex()).toBe('81 03 01 02 03');
	});

	test('a file that is too big is refused in words', async () => {
		const { hex } = await openFrame();
		const before = hex();
		await page.getByRole('radio', { name: 'File' }).click();
		await choose(new File([new Uint8Array(RUN_LIMITS.frameBytes)], 'big.bin'));
		await expect.element(page.getByText(/big\.bin was not taken/)).toBeVisible();
		expect(hex()).toBe(before);
	});
});

async function choose(file: File): Promise<void> {
	const input = document.querySelector<HTMLInputElement>('input[type="file"]');
	if (!input) throw new Error('no file input');
	await userEvent.upload(input, file);
}

describe('hex', () => {
	test('bytes are pasted in any form', async () => {
		const { hex } = await openFrame();
		await hexBox().fill('unsigned char ping[] = { 0x89, 0x00 };');
		expect(hex()).toBe('89 00');
		await expect.element(hexBox()).toHaveValue('unsigned char ping[] = { 0x89, 0x00 };');
	});

	test('broken text is read as far as it goes, told, and kept', async () => {
		const { hex } = await openFrame();
		await hexBox().fill('89 00 zz 12');
		expect(hex()).toBe('89 00');
		await expect.element(page.getByText(/Character 7 \(z\) is not a hex digit/)).toBeVisible();
		await userEvent.tab();
		await expect.element(hexBox()).toHaveValue('89 00 zz 12');
	});

	test('another form that writes takes the broken text away', async () => {
		const { bit } = await openFrame();
		await hexBox().fill('89 00 zz');
		await userEvent.click(bit(0));
		await expect.element(hexBox()).toHaveValue('09 00');
	});

	test('text that could be read is set in order when it is left', async () => {
		await openFrame();
		await hexBox().fill('0x89,0x00');
		await userEvent.tab();
		await expect.element(hexBox()).toHaveValue('89 00');
	});

	test('the caret chooses what it stands in', async () => {
		const { one } = await openFrame();
		await hexBox().click();
		const box = hexBox().element();
		if (!(box instanceof HTMLTextAreaElement)) throw new Error('no text box');
		box.setSelectionRange(7, 7);
		await userEvent.keyboard('{ArrowRight}');
		await expect.poll(() => one('li[data-selected]').dataset.field).toBe('masking-key');
	});

	test('the caret in the payload chooses the byte on the wire', async () => {
		const { one } = await openFrame();
		await page.getByRole('radio', { name: 'Hex' }).click();
		const box = page.getByRole('textbox', { name: 'Payload as hex, unmasked' });
		await box.click();
		await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}{ArrowRight}');
		await expect.poll(() => one('button[data-chosen]').dataset.bit).toBe(String((6 + 1) * 8));
	});

	test('what is chosen is lit', async () => {
		const { all, one } = await openFrame();
		await userEvent.click(one('li[data-field="masking-key"] .name'));
		expect(all('.paint [data-selected]').map(({ textContent }) => textContent)).toEqual([
			'37 fa 21 3d'
		]);
	});

	test('64 KiB are shown a window at a time, and edited in it', async () => {
		const { draft, all } = await openFrame({ opcode: 2, payload: new Uint8Array(65_536) });
		expect(all('.paint span').length).toBeLessThan(20);
		await page.getByRole('button', { name: 'Later bytes' }).first().click();
		await expect.element(page.getByText('bytes 1,024–2,047 of 65,550')).toBeVisible();
		await hexBox().fill('aa');
		expect(draft.selected?.bytes).toHaveLength(65_550 - 1023);
		expect(draft.selected?.bytes[1024]).toBe(0xaa);
	});

	test('more than a draft may hold is refused in words', async () => {
		const { hex } = await openFrame();
		const before = hex();
		const box = hexBox().element();
		if (!(box instanceof HTMLTextAreaElement)) throw new Error('no text box');
		box.value = '00'.repeat(RUN_LIMITS.frameBytes + 1);
		box.dispatchEvent(new InputEvent('input', { bubbles: true }));
		await expect.element(page.getByText(/Not taken: a frame has at most/)).toBeVisible();
		expect(hex()).toBe(before);
	});
});

describe('what a change breaks', () => {
	test('stands on its exact bits, with code, section and close code', async () => {
		const { bit, all } = await openFrame();
		await userEvent.click(bit(2));
		expect(all('button[data-violation]').map(({ dataset }) => dataset.bit)).toEqual(['2']);
		await expect
			.element(notes())
			.toHaveTextContent(/rsv-without-extension.*RFC 6455 §5\.2.*1002 protocol error/);
	});

	test('can be shown by its place', async () => {
		const { bit, one } = await openFrame({ rsv3: true });
		await userEvent.click(bit(12));
		await userEvent.click(bit(12));
		await page.getByRole('button', { name: 'bit 3', exact: true }).click();
		expect(one('li[data-selected]').dataset.field).toBe('rsv3');
	});
});

test('everything is said in Chinese too', async () => {
	const bytes = encodeFrame({ opcode: 1, maskingKey: KEY, payload: utf8('你好') });
	const { container } = await open(bytes, 'zh');
	const headings = [...container.querySelectorAll('h2, h3')].map((each) => each.textContent);
	expect(headings).toEqual(['帧编辑器', '比特', '按 RFC 判定', '字段', '十六进制']);
});

test.each([390, 768, 1000])('nothing scrolls sideways at %i px', async (width) => {
	await page.viewport(width, 700);
	await openFrame({ rsv1: true, lengthForm: 64, announcedLength: 2n ** 64n - 1n });
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});
