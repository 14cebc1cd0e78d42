import { describe, expect, it } from 'vitest';
import { latin1Bytes } from '#lib/protocol/latin1.ts';
import { ACTING_HEADERS, actingHeaders } from './safe-response.ts';

const response = (line: string) =>
	latin1Bytes(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n${line}\r\n\r\n`);

describe('headers that act beyond their connection', () => {
	it.each(ACTING_HEADERS)('%s is found in any case', (name) => {
		expect(actingHeaders(response(`${name}: a`))).toContain(name);
		expect(actingHeaders(response(`${name.toUpperCase()}: a`))).toContain(name);
	});

	it.each([
		['a space before the colon', 'Set-Cookie : a'],
		['no space behind it', 'Set-Cookie:a'],
		['a line end that is LF alone', 'X: y\nSet-Cookie: a'],
		['a line end that is CR alone', 'X: y\rSet-Cookie: a'],
		['a folded line', 'X: y\r\n Set-Cookie: a'],
		['a name that is folded', 'Set-\r\n Cookie: a'],
		['a NUL in its name', 'Set-\0Cookie: a'],
		['a NUL before its line', 'X: y\0\r\nSet-Cookie: a'],
		['a letter that is none', 'Set-\xa0Cookie: a'],
		['the place of an Accept in it', 'Set-====Cookie: a'],
		['no colon', 'Set-Cookie'],
		['an older name', 'Set-Cookie2: a'],
		['the body', '\r\nSet-Cookie: a']
	])('are found through %s', (_, line) => {
		expect(actingHeaders(response(line))).toEqual(['set-cookie']);
	});

	it.each([
		['a response without any', 'Server: handwritten'],
		['words that hold a short name', 'X-Kernels: tunnel refreshed'],
		['nothing', '']
	])('are not found in %s', (_, line) => {
		expect(actingHeaders(response(line))).toEqual([]);
	});

	it('are told each once, whatever their number', () => {
		const lines = 'Set-Cookie: a\r\nset-cookie: b\r\nRefresh: 0\r\nWWW-Authenticate: Basic';
		expect(actingHeaders(response(lines))).toEqual(['set-cookie', 'www-authenticate', 'refresh']);
	});
});
