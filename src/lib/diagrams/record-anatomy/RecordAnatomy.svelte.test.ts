import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { Selection } from '#lib/capture/selection.ts';
import { encodeFrame } from '#lib/protocol/frames/encode-frame.ts';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EncodedConversation } from '../../../../tests/support/encoded-conversation.ts';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import RecordAnatomy from './RecordAnatomy.svelte';

const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const opened = () => new EncodedConversation().handshake();

/** Shows the last record, with a selection that works as on a page. */
async function show(wire: EncodedConversation, language: 'en' | 'zh' = 'en', at = -1) {
	const { records } = wire.conversation;
	const record = records.at(at) as ConversationRecord;
	const head = (kind: string) => {
		const found = records.find((each) => each.kind === kind);
		return found?.kind === 'request' || found?.kind === 'response' ? found.head : null;
	};
	const onselect = vi.fn((selection: Selection) => screen.update({ selection }));
	const props = {
		record,
		request: head('request'),
		response: head('response'),
		selection: null as Selection | null,
		onselect
	};
	const screen = await renderWithText(RecordAnatomy, props, language);
	const all = (selector: string) => [...screen.container.querySelectorAll<HTMLElement>(selector)];
	const one = (selector: string) => {
		const [element] = all(selector);
		if (!element) throw new Error(`no ${selector}`);
		return element;
	};
	return { ...screen, onselect, record, all, one };
}

const hello = () => opened().text('client', 'Hello 你好');

test('a bit that is clicked lights its bit, its byte and its row', async () => {
	const { all, onselect, record } = await show(hello());
	await page.getByRole('button', { name: 'bit 8, MASK, 1' }).click();
	expect(onselect).toHaveBeenLastCalledWith({ record: record.index, field: 'mask', bit: 8 });
	expect(all('button[data-bit][data-selected]').map(({ dataset }) => dataset.bit)).toEqual(['8']);
	expect(all('[data-byte][data-selected]').map(({ dataset }) => dataset.byte)).toEqual(['1']);
	expect(all('tr[data-selected]').map(({ dataset }) => dataset.field)).toEqual(['mask']);
});

test('a row that is clicked lights all bits and bytes of its field', async () => {
	const { all } = await show(hello());
	await page.getByRole('button', { name: 'masking key', exact: true }).click();
	expect(all('button[data-bit][data-selected]')).toHaveLength(32);
	expect(all('[data-byte][data-selected]').map(({ dataset }) => dataset.byte)).toEqual([
		'2',
		'3',
		'4',
		'5'
	]);
});

test('a byte that is clicked chooses its field', async () => {
	const { one, onselect, record } = await show(hello());
	await userEvent.click(one('button[data-byte="7"]'));
	expect(onselect).toHaveBeenLastCalledWith({ record: record.index, field: 'payload', bit: 56 });
});

test('the left half of a shared byte is its first field, the right half its largest', async () => {
	const { one, onselect } = await show(hello());
	await userEvent.click(one('button[data-byte="0"]'), { position: { x: 3, y: 10 } });
	expect(onselect.mock.lastCall?.[0].field).toBe('fin');
	await userEvent.click(one('button[data-byte="0"]'), { position: { x: 20, y: 10 } });
	expect(onselect.mock.lastCall?.[0].field).toBe('opcode');
});

test.each([
	['{ArrowRight}', '9'],
	['{ArrowLeft}', '7'],
	['{Home}', '0']
])('%s moves focus and choice along the bits', async (keys, bit) => {
	const { one } = await show(hello());
	await userEvent.click(one('button[data-bit="8"]'));
	await userEvent.keyboard(keys);
	await expect.poll(() => (document.activeElement as HTMLElement).dataset.bit).toBe(bit);
	await expect.element(one(`button[data-bit="${bit}"]`)).toHaveAttribute('aria-pressed', 'true');
});

test('the bits have one tab stop', async () => {
	const { all } = await show(hello());
	expect(all('button[data-bit][tabindex="0"]')).toHaveLength(1);
});

test('arrows move along the bytes by row', async () => {
	await page.viewport(1200, 900);
	const { one } = await show(hello());
	await userEvent.click(one('button[data-byte="1"]'));
	await userEvent.keyboard('{ArrowDown}');
	await expect.poll(() => (document.activeElement as HTMLElement).dataset.byte).toBe('17');
});

test('the readout says name, value and meaning of what is chosen', async () => {
	await show(hello());
	await page.getByRole('button', { name: 'opcode', exact: true }).click();
	const readout = page.getByRole('status', { name: 'Selected field' });
	await expect.element(readout).toHaveTextContent(/opcode.*0x1.*a text message begins/);
});

test('rows have 16 bits where 32 would be too narrow', async () => {
	await page.viewport(390, 900);
	const { one } = await show(hello());
	await expect.poll(() => one('[data-columns]').dataset.columns).toBe('16');
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
	await page.viewport(1200, 900);
});

test('a violation stands on its exact bit, with a sentence', async () => {
	const wire = opened().frames('client', { opcode: 1, rsv2: true, payload: bytesOf('Hello') });
	const { all, one } = await show(wire);
	expect(all('button[data-violation][data-bit]').map(({ dataset }) => dataset.bit)).toEqual(['2']);
	const sentence = one('button[data-bit="2"]').getAttribute('aria-describedby') ?? '';
	expect(document.getElementById(sentence)?.textContent).toContain(
		'no extension gave it a meaning'
	);
	await expect.element(page.getByRole('article', { name: 'Violation' })).toBeVisible();
});

test('a violation deep in the payload is unfolded', async () => {
	const payload = Uint8Array.from([...bytesOf('a'.repeat(5000)), 0xc0, 0x41]);
	const { all } = await show(opened().frames('client', { opcode: 1, payload }));
	expect(all('button[data-violation][data-bit]').length).toBeGreaterThan(0);
});

test('a frame of 1 MiB draws a few rows, and more on request', async () => {
	const { all } = await show(opened().binary('client', new Uint8Array(1 << 20)));
	expect(all('button[data-bit]').length).toBeLessThan(1000);
	const before = all('button[data-bit]').length;
	await page.getByRole('button', { name: /Show the next 64 of/ }).click();
	expect(all('button[data-bit]').length).toBeGreaterThan(before);
});

test('a short fold opens whole and closes again', async () => {
	const { all } = await show(opened().text('client', 'x'.repeat(60)));
	await page.getByRole('button', { name: /Show the other \d+ payload bytes/ }).click();
	expect(all('button[data-bit]')).toHaveLength((6 + 60) * 8);
	await page.getByRole('button', { name: 'Fold' }).click();
	expect(all('button[data-bit]').length).toBeLessThan(300);
});

test('a frame that is cut off draws what has arrived and says what is missing', async () => {
	const whole = encodeFrame({ opcode: 1, maskingKey: KEY, payload: bytesOf('Hello') });
	const { all } = await show(opened().bytes('client', whole.subarray(0, 8)));
	expect(all('button[data-bit]')).toHaveLength(64);
	await expect.element(page.getByText('3 bytes more needed to complete this frame.')).toBeVisible();
});

test('a header that is cut off asks for the rest of the header', async () => {
	const whole = encodeFrame({ opcode: 1, maskingKey: KEY, payload: bytesOf('Hello') });
	await show(opened().bytes('client', whole.subarray(0, 4)));
	await expect.element(page.getByText(/The frame header is cut off: 2 bytes more/)).toBeVisible();
});

test('hostile payload stays text', async () => {
	const { container } = await show(opened().text('client', '<img src=x onerror="alert(1)">'));
	expect(container.querySelector('img')).toBeNull();
	expect(container.querySelector('pre')?.textContent).toBe('<img src=x onerror="alert(1)">');
});

test('the XOR table gives the text back', async () => {
	const { all } = await show(hello());
	const shown = all('.characters td').map((cell) => cell.textContent?.trim());
	expect(shown).toEqual(['H', 'e', 'l', 'l', 'o', 'SP', '你', '好']);
});

test('a server frame says why there is nothing to unmask', async () => {
	await show(opened().text('server', 'Hello'));
	await expect.element(page.getByText(/a server sends its frames as they are/)).toBeVisible();
});

test('text that parses as JSON is shown indented', async () => {
	await show(opened().text('server', '{"a":[1]}'));
	await expect.element(page.getByRole('heading', { name: 'JSON' })).toBeVisible();
});

test('a close frame shows its code and what it means', async () => {
	await show(opened().close('client', 3000, 'bye'));
	const row = page.getByRole('row', { name: /^close code/ });
	await expect.element(row).toHaveTextContent(/3000.*libraries, frameworks and applications/);
});

test('a request shows its headers with who sets and who checks them', async () => {
	const { one } = await show(opened(), 'en', 1);
	const header = one('[data-field="header-4-name"]').closest('li');
	expect(header?.textContent).toMatch(/Sec-WebSocket-Key.*set by\s*browser.*checked by\s*server/s);
});

test('a header value that is chosen lights its bytes', async () => {
	const { all, one } = await show(opened(), 'en', 1);
	await userEvent.click(one('[data-field="header-2-value"]'));
	const lit = all('[data-byte][data-selected] .figure').map((cell) => cell.textContent);
	expect(lit.join(' ')).toBe('77 65 62 73 6f 63 6b 65 74');
});

test('Accept is computed from this key and compared', async () => {
	await show(opened(), 'en', 2);
	await expect.element(page.getByText('Equal: the server has read this key.')).toBeVisible();
});

test('a wrong Accept names the first character that differs', async () => {
	const wire = new EncodedConversation().accepted().request();
	await show(wire.response('s3pPLMBiTxaQ9kYGzzhZRbK+xOO='), 'en', 2);
	await expect
		.element(page.getByText('Different at character 27: o expected, O received.'))
		.toBeVisible();
});

test('the 80 rounds of SHA-1 are drawn when they are asked for', async () => {
	const words = () => page.getByRole('group', { name: 'Schedule: 80 words' }).getByRole('button');
	await show(opened(), 'en', 2);
	expect(words().elements()).toHaveLength(0);
	await page.getByText('Inside SHA-1').click();
	await vi.waitFor(() => expect(words().elements()).toHaveLength(80));
	await page.getByRole('button', { name: 'Last round' }).click();
	await expect.element(page.getByText('round 79')).toBeVisible();
});

const secretRequest = () =>
	new EncodedConversation()
		.accepted()
		.bytes(
			'client',
			bytesOf(
				'GET /ws/echo HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
					'Cookie: id=topsecret\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n' +
					'Sec-WebSocket-Version: 13\r\n\r\n'
			)
		);

test('a cookie is hidden until it is asked for', async () => {
	const { container } = await show(secretRequest());
	expect(container.textContent).not.toContain('topsecret');
	await page.getByRole('button', { name: 'Show secrets' }).click();
	expect(container.textContent).toContain('id=topsecret');
});

test('the bytes of a hidden cookie are hidden too', async () => {
	const { all } = await show(secretRequest());
	const hidden = all('[data-byte] .figure').filter((cell) => cell.textContent === '••');
	expect(hidden).toHaveLength('id=topsecret'.length);
});

test.each([
	['accepted', () => new EncodedConversation().accepted(), /the kernel answers them alone/],
	['fin', () => hello().fin('server'), /The server will send nothing more/],
	['rst', () => hello().rst('client'), /ends both directions at once/],
	['stopped', () => hello().stopped(), /The connection itself goes on/]
])('a record of kind %s is explained', async (_, wire, words) => {
	const { container } = await show(wire());
	expect(container.textContent).toMatch(words);
});

test('everything is said in Chinese too', async () => {
	const { container } = await show(hello(), 'zh');
	const headings = [...container.querySelectorAll('h2, h3')].map((each) => each.textContent);
	expect(headings).toEqual(['文本帧', '比特', '字节', '字段', '去掩码', '文本']);
});
