import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import { decodeFrame } from '#lib/protocol/frames/decode-frame.ts';
import ParserProgress from './ParserProgress.svelte';

const HELLO = Uint8Array.of(0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58);

function show(bytes: number, language?: 'en' | 'zh') {
	const context = {
		direction: 'client',
		hasDeflate: false,
		isInMessage: false,
		isAfterClose: false
	} as const;
	const { frame } = decodeFrame(HELLO.subarray(0, bytes), 0, context);
	if (!frame) throw new RangeError('there are no bytes');
	return renderWithText(ParserProgress, { frame }, language);
}

test.each([
	[1, 'Needs 1 byte more for the second byte.'],
	[4, 'Needs 2 bytes more for the masking key.'],
	[8, 'Needs 3 bytes more for the payload.'],
	[11, 'The frame is whole: 11 bytes.']
])('after %s bytes it says: %s', async (bytes, sentence) => {
	await show(bytes);
	await expect.element(page.getByRole('status')).toHaveTextContent(sentence);
});

test('in Chinese as well', async () => {
	await show(4, 'zh');
	await expect.element(page.getByRole('status')).toHaveTextContent('掩码键还差 2 字节。');
});

test('the step that the parser is in is the current one', async () => {
	const { container } = await show(8);
	const current = container.querySelector('[aria-current="step"]');
	expect(current?.textContent?.replace(/\s+/g, ' ').trim()).toBe('payload 2 of 5');
});
