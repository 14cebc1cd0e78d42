import { en } from '#lib/i18n/en/index.ts';
import { headFields } from '#lib/protocol/handshake/head-fields.ts';
import { HEADERS } from '#lib/protocol/handshake/headers.ts';
import { REQUEST_CHECKS, RESPONSE_CHECKS } from '#lib/protocol/handshake/handshake-rules.ts';
import { readHead } from '#lib/protocol/http/read-head.ts';
import { describe, expect, it } from 'vitest';
import { handshakeBook } from './head-book.ts';
import { headerMeaning, whoText, withoutHeader } from './header-meaning.ts';
import { checkWords } from './header-words.ts';
import { layoutHead, withoutSecrets } from './layout.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const head = readHead(
	'request',
	bytesOf(
		'GET /ws HTTP/1.1\r\nHost: a\r\nCookie: id=1\r\nX-Odd: <b>\r\nHost: b\r\nUpgrade: websocket\r\n\r\n'
	)
);

describe('layoutHead', () => {
	const { startLine, headers, secrets } = layoutHead(head, head.violations);

	it('has the parts of the start line in order', () => {
		expect(startLine.map(({ text }) => text)).toEqual(['GET', '/ws', 'HTTP/1.1']);
	});

	it('knows who sets and who checks a header', () => {
		expect(headers[4]?.use).toMatchObject({ setBy: 'browser', checkedBy: 'server' });
	});

	it('has a row for a header that nobody knows', () => {
		expect(headers[2]).toMatchObject({ name: 'X-Odd', value: '<b>', use: null });
	});

	it('counts repeated headers and marks the broken one', () => {
		expect(headers.map(({ earlier }) => earlier)).toEqual([0, 0, 0, 1, 0]);
		expect(headers[3]?.hasViolation).toBe(true);
	});

	it('finds the value that is a secret', () => {
		expect(headers.filter(({ isSecret }) => isSecret).map(({ name }) => name)).toEqual(['Cookie']);
	});

	it('copies the bytes without the secret and leaves the record alone', () => {
		const masked = new TextDecoder().decode(withoutSecrets(head.bytes, secrets));
		expect(masked).toContain('Cookie: ****\r\n');
		expect(new TextDecoder().decode(head.bytes)).toContain('id=1');
	});
});

describe('words', () => {
	const book = handshakeBook(en);

	it('say what a header means, by its name in any case', () => {
		expect(book.meaningOf('UPGRADE')).toBe(en.headers.upgrade.meaning);
	});

	it('say so of a header that has no part in the handshake', () => {
		expect(book.meaningOf('X-Odd')).toBe(en.anatomy.head.unknown);
	});

	it('belong to fields of headers, not of the start line', () => {
		const fields = headFields(head);
		const byId = (id: string) => fields.find((field) => field.id === id) ?? fields[0];
		expect(headerMeaning(book, byId('header-4-value')!, head)).toBe(en.headers.upgrade.meaning);
		expect(withoutHeader(en, book, byId('header-4-value')!, head)).toContain(
			en.headers.upgrade.without
		);
		expect(headerMeaning(book, byId('method')!, head)).toBeNull();
	});

	it('name everyone who sets or checks a header', () => {
		for (const { request, response } of Object.values(HEADERS)) {
			for (const use of [request, response]) {
				if (use)
					expect([whoText(en, use.setBy), whoText(en, use.checkedBy)]).not.toContain(undefined);
			}
		}
	});

	it('say what each check asks', () => {
		for (const id of [...Object.keys(REQUEST_CHECKS), ...Object.keys(RESPONSE_CHECKS)]) {
			expect(checkWords(en, id)).not.toBe(id);
		}
	});
});
