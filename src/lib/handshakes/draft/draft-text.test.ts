import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latin1Bytes } from '#lib/protocol/latin1.ts';
import { applyText, readText, showInline, showText } from './draft-text.ts';
import { clientDraft } from '../presets/write-head.ts';

const bytesOf = (text: string) => Uint8Array.from(latin1Bytes(text));
/** Bytes among which line ends, escapes and pieces of UTF-8 are frequent. */
const anyBytes = fc.oneof(
	fc.uint8Array({ maxLength: 64 }),
	fc
		.array(fc.constantFrom('\r', '\n', '\r\n', '\\', 'x', 'n', '0', '\xe4', '\xbd', '\xa0', '\t'))
		.map((parts) => bytesOf(parts.join(''))),
	fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text.toWellFormed()))
);

describe('the text of a draft', () => {
	it.each([
		['CR LF is a line break', 'a\r\nb', 'a\nb'],
		['LF alone is an escape, then a line break', 'a\nb', 'a\\n\nb'],
		['CR alone is an escape', 'a\rb', 'a\\rb'],
		['a CR before CR LF is one of its own', 'a\r\r\nb', 'a\\r\nb'],
		['an LF before CR LF keeps both', 'a\n\r\n', 'a\\n\n\n'],
		['a tab is seen', 'a\tb', 'a\\tb'],
		['a backslash is doubled', 'a\\nb', 'a\\\\nb'],
		['NUL and DEL are hex', '\0\x7f', '\\x00\\x7f'],
		['UTF-8 is its character', '\xe4\xbd\xa0', '你'],
		['half a character is its bytes', '\xe4\xbd', '\\xe4\\xbd'],
		['too long a form is its bytes', '\xc0\xaf', '\\xc0\\xaf'],
		['a surrogate is its bytes', '\xed\xa0\x80', '\\xed\\xa0\\x80'],
		['a text turned round is its bytes', '\xe2\x80\xae', '\\xe2\\x80\\xae'],
		['a space that does not break is its bytes', '\xc2\xa0', '\\xc2\\xa0']
	])('%s', (_, bytes, text) => {
		expect(showText(bytesOf(bytes))).toBe(text);
		expect(readText(text)).toEqual({ ok: true, bytes: bytesOf(bytes) });
	});

	it('leads back to the bytes, whatever they are', () => {
		fc.assert(
			fc.property(anyBytes, (bytes) => {
				const expected = { ok: true, bytes: Uint8Array.from(bytes) };
				expect(readText(showText(bytes))).toEqual(expected);
				expect(readText(showInline(bytes))).toEqual(expected);
			}),
			{ numRuns: 2000 }
		);
	});

	it('shows no control, and of line breaks only its own', () => {
		fc.assert(
			fc.property(anyBytes, (bytes) => {
				expect(showText(bytes)).toMatch(/^[^\p{C}\p{Zl}\p{Zp}]*$/mu);
				expect(showInline(bytes)).toMatch(/^[^\p{C}\p{Zl}\p{Zp}]*$/u);
			})
		);
	});

	it.each([
		['\\', 0],
		['ab\\', 2],
		['a\\q', 1],
		['\\x4', 0],
		['你\\xg0', 1],
		['a\ud800b', 1]
	])('%j cannot be read from %i on', (text, at) => {
		expect(readText(text)).toEqual({ ok: false, at });
	});

	it.each(['\n', '\r\n', '\r'])('takes a line break however it was pasted: %j', (pasted) => {
		expect(readText(`a${pasted}b`)).toEqual({ ok: true, bytes: bytesOf('a\r\nb') });
	});

	it('never throws for what is typed', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readText(text)));
	});
});

describe('a text that was edited', () => {
	const draft = clientDraft(bytesOf('GET / HTTP/1.1\nHost: a\r\n\r\n\x81\x05'));

	it('changes the bytes it touches, no line end besides', () => {
		const text = showText(draft.bytes).replace('Host: a', 'Host: ab');
		expect(applyText(draft, text).bytes).toEqual(
			bytesOf('GET / HTTP/1.1\nHost: ab\r\n\r\n\x81\x05')
		);
	});

	it('of the head alone leaves what follows it', () => {
		expect(applyText(draft, 'GET / HTTP/1.1\n\n', 'head').bytes).toEqual(
			bytesOf('GET / HTTP/1.1\r\n\r\n\x81\x05')
		);
	});

	it('is not taken while an escape is half written', () => {
		expect(applyText(draft, 'GET \\')).toBe(draft);
	});
});
