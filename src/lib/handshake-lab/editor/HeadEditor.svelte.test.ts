import type { HandshakeDraft } from '#lib/handshakes/draft/handshake-draft.ts';
import type { PresetContext } from '#lib/handshakes/presets/preset.ts';
import { DraftState } from '#lib/state/handshake-lab/draft-state.svelte.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { renderWithText } from '../../../../tests/support/render-with-text.ts';
import HeadEditor from './HeadEditor.svelte';

const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
const context: PresetContext = {
	host: '127.0.0.1:3000',
	origin: 'http://127.0.0.1:3000',
	userAgent: 'Student/1.0',
	language: 'en',
	newKey: () => KEY
};
const REQUEST = [
	'GET /ws/echo HTTP/1.1',
	'Host: 127.0.0.1:3000',
	'Upgrade: websocket',
	'Connection: Upgrade',
	`Sec-WebSocket-Key: ${KEY}`,
	'Sec-WebSocket-Version: 13',
	'',
	''
].join('\r\n');
const RESPONSE =
	'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
	'Sec-WebSocket-Accept: {accept}\r\n\r\n';

beforeEach(() => page.viewport(1000, 900));

/** One character a byte. */
const ofLatin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

async function open(text: string, role: HandshakeDraft['role'] = 'client', language?: 'zh') {
	const bytes = ofLatin1(text);
	const state = new DraftState({ role, bytes, pace: 'whole', gap: 0, end: null, protocols: [] });
	const screen = await renderWithText(HeadEditor, { state, context }, language);
	const row = (index: number) => {
		const found = screen.container.querySelector<HTMLElement>(`[data-line="${index}"]`);
		if (!found) throw new Error(`no line ${index}`);
		return found;
	};
	const cell = (index: number, part: string) => {
		const found = row(index).querySelector<HTMLElement>(`[data-part="${part}"]`);
		if (!found) throw new Error(`no ${part} in line ${index}`);
		return found;
	};
	const written = () => String.fromCharCode(...state.draft.bytes);
	const lines = () => written().split('\r\n');
	return { ...screen, state, row, cell, written, lines };
}

const strict = () => page.getByRole('status', { name: 'Your draft, read strictly' });
const textBox = () => page.getByRole('textbox', { name: 'Request as text' });
const choose = (name: string) => page.getByRole('radio', { name, exact: true }).click();
const show = (name: string) =>
	page.getByRole('radiogroup', { name: 'Form', exact: true }).getByRole('radio', { name }).click();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

describe('the table', () => {
	test('a value that is typed is in the bytes, and its fault on the line', async () => {
		const { cell, row, lines } = await open(REQUEST);
		await userEvent.fill(cell(5, 'value'), '12');
		expect(lines()[5]).toBe('Sec-WebSocket-Version: 12');
		await expect.element(row(5)).toHaveTextContent(/the version of RFC 6455 is 13/);
		expect(cell(5, 'value').dataset.broken).toBe('true');
		await expect.element(strict()).toHaveTextContent(/1 rule broken.*426/);
	});

	test('a space at the end of a value stays while one types on', async () => {
		const { cell, lines } = await open(REQUEST);
		await userEvent.fill(cell(3, 'value'), '');
		await userEvent.type(cell(3, 'value'), 'a  b');
		expect(lines()[3]).toBe('Connection: a  b');
	});

	test('CR LF typed into a value is a second header: header injection', async () => {
		const { cell, row, lines } = await open(REQUEST);
		await userEvent.type(cell(1, 'value'), '\\r\\nX-Evil: 1');
		expect(lines().slice(1, 3)).toEqual(['Host: 127.0.0.1:3000', 'X-Evil: 1']);
		(document.activeElement as HTMLElement).blur();
		await expect
			.element(row(2).querySelector<HTMLElement>('[data-part="name"]'))
			.toHaveValue('X-Evil');
	});

	test('what is not an escape changes nothing and says so', async () => {
		const { cell, row, written } = await open(REQUEST);
		await userEvent.type(cell(2, 'value'), '\\q');
		expect(written()).toBe(REQUEST);
		await expect.element(row(2)).toHaveTextContent(/Not an escape/);
	});

	test.each([
		['method', 'POST', 'POST /ws/echo HTTP/1.1'],
		['target', 'ws://a/b', 'GET ws://a/b HTTP/1.1'],
		['version', 'HTTP/1.0', 'GET /ws/echo HTTP/1.0']
	])('the %s of the request line can be written', async (part, value, line) => {
		const { cell, lines } = await open(REQUEST);
		await userEvent.fill(cell(0, part), value);
		expect(lines()[0]).toBe(line);
	});

	test('a method that was emptied can be typed anew', async () => {
		const { cell, lines } = await open(REQUEST);
		await userEvent.fill(cell(0, 'method'), '');
		await userEvent.type(cell(0, 'method'), 'PUT');
		expect(lines()[0]).toBe('PUT /ws/echo HTTP/1.1');
	});

	test('status and reason of a response can be written', async () => {
		const { cell, lines } = await open(RESPONSE, 'server');
		await userEvent.fill(cell(0, 'status'), '403');
		await userEvent.fill(cell(0, 'reason'), 'Forbidden');
		expect(lines()[0]).toBe('HTTP/1.1 403 Forbidden');
	});

	test('control characters are shown as escapes, and bidi controls as well', async () => {
		const { cell } = await open(REQUEST.replace('websocket', 'a\0\x1b\xe2\x80\xaeb'));
		await expect.element(cell(2, 'value')).toHaveValue('a\\x00\\x1b\\xe2\\x80\\xaeb');
	});

	test('lines that are no headers have their rows', async () => {
		const { row } = await open(
			REQUEST.replace('Upgrade: websocket', 'Upgrade: web\r\n socket\r\nodd')
		);
		await expect.element(row(3)).toHaveTextContent(/Goes on with the value above/);
		await expect.element(row(4)).toHaveTextContent(/A line without a colon/);
	});
});

describe('the card of a header', () => {
	test('says what it means, who sets and who checks it, its section, what happens without it', async () => {
		const { cell, row } = await open(REQUEST);
		await userEvent.click(cell(4, 'more'));
		expect(row(4).textContent).toMatch(
			/16 random bytes.*Without it.*400.*Set by\s*browser.*Checked by\s*server.*§11\.3\.1/s
		);
	});

	test('says the broken rule in full', async () => {
		const { cell, row } = await open(REQUEST.replace(KEY, 'client-random-string'));
		await userEvent.click(cell(4, 'more'));
		await expect.element(row(4)).toHaveTextContent(/The key is 16 bytes in base64/);
	});

	test('changes the case of the name', async () => {
		const { cell, lines } = await open(REQUEST);
		await userEvent.click(cell(4, 'more'));
		await choose('Lower');
		expect(lines()[4]).toBe(`sec-websocket-key: ${KEY}`);
		await choose('Upper');
		expect(lines()[4]).toBe(`SEC-WEBSOCKET-KEY: ${KEY}`);
		await choose('Usual');
		expect(lines()[4]).toBe(`Sec-WebSocket-Key: ${KEY}`);
	});

	test.each([
		['Before the colon', 'tab', 'Upgrade\t: websocket'],
		['After the colon', 'none', 'Upgrade:websocket'],
		['After the colon', 'two', 'Upgrade:  websocket'],
		['After the value', 'space', 'Upgrade: websocket ']
	])('%s: %s', async (gap, name, line) => {
		const { cell, lines } = await open(REQUEST);
		await userEvent.click(cell(2, 'gap'));
		await page.getByRole('radiogroup', { name: gap }).getByRole('radio', { name }).click();
		expect(lines()[2]).toBe(line);
	});

	test('changes how the line ends', async () => {
		const { cell, written } = await open(REQUEST);
		await userEvent.click(cell(2, 'ending'));
		await choose('LF');
		expect(written()).toContain('Upgrade: websocket\nConnection');
		expect(cell(2, 'ending')).toHaveTextContent('LF');
	});

	test('keeps the focus on the button that moves the line', async () => {
		const { cell, lines } = await open(REQUEST);
		await userEvent.click(cell(1, 'more'));
		await press('Move down');
		await press('Move down');
		expect(lines()[3]).toMatch(/^Host/);
		await expect.element(page.getByRole('button', { name: 'Move down' })).toHaveFocus();
	});

	test('duplicates and removes the line', async () => {
		const { cell, lines } = await open(REQUEST);
		await userEvent.click(cell(1, 'more'));
		await press('Duplicate');
		expect(lines().slice(1, 3)).toEqual(['Host: 127.0.0.1:3000', 'Host: 127.0.0.1:3000']);
		await press('Remove');
		expect(lines()[2]).toBe('Upgrade: websocket');
	});
});

describe('the keyboard', () => {
	test('one tab stop a line, whatever the column', async () => {
		const { container, cell } = await open(REQUEST);
		const stops = () => [...container.querySelectorAll('[data-part][tabindex="0"]')].length;
		expect(stops()).toBe(7);
		cell(2, 'name').focus();
		await expect.poll(stops).toBe(7);
		expect(cell(4, 'name').tabIndex).toBe(0);
	});

	test('arrows go from line to line and, from the edge of a text, from cell to cell', async () => {
		const { cell } = await open(REQUEST);
		cell(2, 'value').focus();
		await userEvent.keyboard('{ArrowDown}');
		await expect.element(cell(3, 'value')).toHaveFocus();
		await userEvent.keyboard('{Home}{ArrowLeft}');
		await expect.element(cell(3, 'gap')).toHaveFocus();
		await userEvent.keyboard('{ArrowLeft}');
		await expect.element(cell(3, 'name')).toHaveFocus();
	});

	test('Alt and an arrow move the line, and the focus goes with it', async () => {
		const { cell, lines } = await open(REQUEST);
		cell(2, 'value').focus();
		await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
		expect(lines().slice(2, 4)).toEqual(['Connection: Upgrade', 'Upgrade: websocket']);
		await expect.element(cell(3, 'value')).toHaveFocus();
	});

	test('a header moves with its folded lines, and none of another’s', async () => {
		const { cell, lines } = await open('GET / HTTP/1.1\r\nA: 1\r\n 2\r\nB: 3\r\n 4\r\n\r\n');
		cell(1, 'value').focus();
		await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
		expect(lines().slice(1, 5)).toEqual(['B: 3', ' 4', 'A: 1', ' 2']);
		await expect.element(cell(3, 'value')).toHaveFocus();
		await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
		expect(lines().slice(1, 5)).toEqual(['A: 1', ' 2', 'B: 3', ' 4']);
	});

	test('a line of another kind takes the place of the one that has the focus', async () => {
		const { cell, lines } = await open('GET / HTTP/1.1\r\nA: 1\r\nodd\r\n\r\n');
		await userEvent.type(cell(1, 'value'), '2');
		await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
		expect(lines().slice(1, 3)).toEqual(['odd', 'A: 12']);
		await expect.element(cell(2, 'value')).toHaveFocus();
	});

	test('a line goes neither above the start line nor below the blank one', async () => {
		const { cell, written } = await open(REQUEST);
		cell(1, 'value').focus();
		await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
		cell(5, 'value').focus();
		await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
		expect(written()).toBe(REQUEST);
	});

	test('Enter adds a line below, whose name is typed next', async () => {
		const { cell, lines } = await open(REQUEST);
		cell(2, 'value').focus();
		await userEvent.keyboard('{Enter}');
		await expect.element(cell(3, 'name')).toHaveFocus();
		await userEvent.keyboard('X-Odd');
		expect(lines()[3]).toBe('X-Odd: ');
	});

	test('Delete removes the line, and the next one has the focus', async () => {
		const { cell, lines } = await open(REQUEST);
		cell(2, 'grip').focus();
		await userEvent.keyboard('{Delete}');
		expect(lines()[2]).toBe('Connection: Upgrade');
		await expect.element(cell(2, 'grip')).toHaveFocus();
	});

	test('Control+Z undoes, Control+Shift+Z redoes, where no text has the focus', async () => {
		const { cell, written } = await open(REQUEST);
		cell(2, 'grip').focus();
		await userEvent.keyboard('{Delete}{Control>}z{/Control}');
		expect(written()).toBe(REQUEST);
		await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
		expect(written()).not.toContain('Upgrade: websocket');
	});

	test('one field is one step of undo, the next field another', async () => {
		const { cell, lines } = await open(REQUEST);
		await userEvent.type(cell(1, 'value'), '123');
		await userEvent.type(cell(3, 'value'), '456');
		await press('Undo');
		expect([lines()[1], lines()[3]]).toEqual(['Host: 127.0.0.1:3000123', 'Connection: Upgrade']);
		await press('Undo');
		expect(lines()[1]).toBe('Host: 127.0.0.1:3000');
	});
});

test('a line is dragged to another place by its number', async () => {
	const { cell, lines } = await open(REQUEST);
	await userEvent.dragAndDrop(cell(4, 'grip'), cell(1, 'grip'));
	expect(lines().slice(1, 3)).toEqual([`Sec-WebSocket-Key: ${KEY}`, 'Host: 127.0.0.1:3000']);
});

describe('the end of the head', () => {
	test('without its blank line the head never ends, and says so', async () => {
		const { cell, written } = await open(REQUEST);
		cell(6, 'more').focus();
		await userEvent.keyboard('{Delete}');
		expect(written()).toBe(REQUEST.slice(0, -2));
		await expect.element(page.getByText('No blank line: the head never ends')).toBeVisible();
		await press('Add the blank line');
		expect(written()).toBe(REQUEST);
	});

	test('bytes behind the head are written as text or in hex', async () => {
		const { written } = await open(REQUEST);
		await press('Add bytes');
		await userEvent.keyboard('ab');
		expect(written()).toBe(`${REQUEST}ab`);
		await choose('Hex');
		await userEvent.fill(page.getByRole('textbox', { name: /in hex/ }), '89 80 00 00 00 00');
		expect(written()).toBe(`${REQUEST}\x89\x80\0\0\0\0`);
	});

	test('half a byte changes nothing', async () => {
		const { written } = await open(`${REQUEST}\x89\x00`);
		await userEvent.fill(page.getByRole('textbox', { name: /in hex/ }), '89 0');
		expect(written()).toBe(`${REQUEST}\x89\x00`);
		await expect.element(page.getByText(/only one digit/)).toBeVisible();
	});
});

describe('the text', () => {
	test('and the table are in step', async () => {
		const { cell } = await open(REQUEST);
		await show('Both');
		await userEvent.fill(cell(1, 'value'), 'elsewhere');
		await expect
			.element(textBox())
			.toHaveValue(REQUEST.replace('127.0.0.1:3000', 'elsewhere').replaceAll('\r', ''));
		await userEvent.fill(textBox(), 'GET / HTTP/1.1\nHost: b\n\n');
		await expect.element(cell(1, 'value')).toHaveValue('b');
	});

	test('is painted with exactly its characters', async () => {
		const { container } = await open(`${REQUEST.replace('websocket', 'é\0')}\x81\x05`);
		await show('Text');
		const shown = container.querySelector('textarea')?.value;
		expect(container.querySelector('pre')?.textContent).toBe(`${shown}\n`);
	});

	test('marks what breaks a rule on its characters and says the rule', async () => {
		const { container } = await open(REQUEST.replace(KEY, 'client-random-string'));
		await show('Text');
		const marked = [...container.querySelectorAll('[data-broken]')];
		expect(marked.map(({ textContent }) => textContent)).toEqual(['-']);
		await expect
			.element(page.getByRole('region', { name: 'What breaks a rule' }))
			.toHaveTextContent(/the key is not base64/);
	});

	test('shows the card of the header at the caret', async () => {
		await open(REQUEST);
		await show('Text');
		const area = textBox().element() as HTMLTextAreaElement;
		area.focus();
		area.setSelectionRange(REQUEST.indexOf('Upgrade') - 1, REQUEST.indexOf('Upgrade') - 1);
		await userEvent.keyboard('{ArrowRight}');
		await expect.element(page.getByText(/Names the protocol to change to/)).toBeVisible();
	});

	test('that cannot be read leaves the draft and names the place', async () => {
		const { written } = await open(REQUEST);
		await show('Text');
		await userEvent.fill(textBox(), 'GET / HTTP/1.1\nHost: \\q');
		expect(written()).toBe(REQUEST);
		await expect.element(page.getByText(/Line 2, character 7 is not an escape/)).toBeVisible();
	});
});

describe('a response', () => {
	test('is as long as what goes over the wire, its Accept filled in', async () => {
		await open(RESPONSE, 'server');
		await expect.element(page.getByText('129 bytes', { exact: true })).toBeVisible();
	});

	test('draws the Accept due as a chip that another value can replace', async () => {
		const { cell, lines } = await open(RESPONSE, 'server');
		await expect.element(cell(3, 'value')).toHaveTextContent(/the Accept due/);
		await userEvent.click(cell(3, 'value'));
		await expect.element(cell(3, 'value')).toHaveFocus();
		await userEvent.keyboard('wrong');
		expect(lines()[3]).toBe('Sec-WebSocket-Accept: wrong');
		await press('Put in the Accept due');
		expect(lines()[3]).toBe('Sec-WebSocket-Accept: {accept}');
	});

	test('gets it in the text as well, where the caret is', async () => {
		const { written } = await open('HTTP/1.1 101 X\r\nSec-WebSocket-Accept: ', 'server');
		await show('Text');
		await press('Insert the Accept due');
		expect(written()).toMatch(/\{accept\}/);
	});
});

describe('the tools', () => {
	test('a preset is found by its name and takes the draft’s place', async () => {
		const { written } = await open(REQUEST);
		await press('Presets');
		await userEvent.keyboard('hixie-76{Enter}');
		expect(written()).toMatch(/Sec-WebSocket-Key1:/);
		await press('Undo');
		expect(written()).toBe(REQUEST);
	});

	test('a known header is added with a value in order, before the blank line', async () => {
		const { lines, cell } = await open(REQUEST);
		await press('Add a header');
		await userEvent.keyboard('origin{ArrowDown}{Enter}');
		expect(lines()[6]).toBe('Origin: http://127.0.0.1:3000');
		await expect.element(cell(6, 'value')).toHaveFocus();
	});

	test('a header that nobody knows is added by its name', async () => {
		const { lines } = await open(REQUEST);
		await press('Add a header');
		await userEvent.keyboard('X-Odd{Enter}');
		expect(lines()[6]).toBe('X-Odd: ');
	});

	test('a header that is missing has a button that adds it', async () => {
		const { written } = await open(REQUEST.replace(/Sec-WebSocket-Key.*\r\n/, ''));
		await expect.element(strict()).toHaveTextContent(/1 rule broken/);
		await press('Add Sec-WebSocket-Key');
		expect(written()).toContain(`Sec-WebSocket-Key: ${KEY}\r\n`);
		await expect.element(strict()).toHaveTextContent(/A server may answer this request with 101/);
	});

	test('all lines can be made to end in LF', async () => {
		const { written } = await open(REQUEST);
		await press('All lines');
		await page.getByRole('menuitem', { name: 'End in LF' }).click();
		expect(written()).toBe(REQUEST.replaceAll('\r', ''));
	});

	test('all names can be written in lower case', async () => {
		const { lines } = await open(REQUEST);
		await press('All lines');
		await page.getByRole('menuitem', { name: 'Names in lower case' }).click();
		expect(lines()[4]).toBe(`sec-websocket-key: ${KEY}`);
	});

	test('more than a draft may hold is refused and said', async () => {
		const { written } = await open(REQUEST);
		await show('Text');
		const area = textBox().element() as HTMLTextAreaElement;
		area.value = 'x'.repeat(2 ** 17 + 1);
		area.dispatchEvent(new InputEvent('input', { bubbles: true }));
		expect(written()).toBe(REQUEST);
		await expect.element(strict()).toHaveTextContent(/a draft may have/);
	});
});

test('it speaks Chinese', async () => {
	await open(REQUEST, 'client', 'zh');
	await expect.element(page.getByRole('button', { name: '添加头部' })).toBeVisible();
	await expect.element(page.getByRole('region', { name: '你写的请求' })).toBeVisible();
});
