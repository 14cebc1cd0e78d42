import { handshakeBook } from '#lib/diagrams/handshake/head-book.ts';
import { en } from '#lib/i18n/en/index.ts';
import { zh } from '#lib/i18n/zh/index.ts';
import { HEADERS } from '#lib/protocol/handshake/headers.ts';
import { describe, expect, test } from 'vitest';
import { plainHttpBook } from './plain-http-book.ts';

/** What browsers and this lab's own server put into the heads of a lane. */
const SENT = [
	...['Host', 'Connection', 'Pragma', 'Cache-Control', 'User-Agent', 'Accept', 'Accept-Encoding'],
	...[
		'Accept-Language',
		'Cookie',
		'Origin',
		'Referer',
		'Priority',
		'Content-Type',
		'Content-Length'
	],
	...['Sec-Fetch-Site', 'Sec-Fetch-Mode', 'Sec-Fetch-Dest', 'If-None-Match', 'Last-Event-ID'],
	...['sec-ch-ua', 'sec-ch-ua-mobile', 'sec-ch-ua-platform', 'Transfer-Encoding', 'ETag', 'Vary'],
	...['Date', 'Keep-Alive', 'Retry-After', 'Content-Encoding', 'Set-Cookie', 'Location'],
	...['X-Content-Type-Options', 'X-Accel-Buffering']
];

describe.each([
	['en', en],
	['zh', zh]
] as const)('%s', (_language, text) => {
	const book = plainHttpBook(text);
	const words = text.transportsLab.lane.http;

	test.each(SENT)('%s is explained', (name) => {
		expect([words.unknown, text.anatomy.head.unknown]).not.toContain(book.meaningOf(name));
		expect(book.withoutOf(name)).toBeTruthy();
	});

	test.each([...SENT, ...Object.keys(HEADERS).filter((id) => !id.startsWith('sec-websocket-'))])(
		'%s is not explained by a handshake',
		(name) => {
			const said = `${book.meaningOf(name)} ${book.withoutOf(name)}`;
			expect(said).not.toMatch(/WebSocket|handshake|握手|\b101\b/);
		}
	);

	test.each(['X-Odd', 'constructor', '__proto__'])('of %s nothing is claimed', (name) => {
		expect(book.meaningOf(name)).toBe(words.unknown);
		expect([book.withoutOf(name), book.useOf(name, 'request')]).toEqual([null, null]);
	});

	test('a header of the handshake is said to have no part in it', () => {
		expect(book.meaningOf('Sec-WebSocket-Key')).toBe(words.ofHandshake);
		expect(book.useOf('Sec-WebSocket-Key', 'request')).toBeNull();
	});

	test.each(['method', 'target', 'version', 'status', 'reason'])(
		'the %s of the start line is not that of a handshake',
		(id) => {
			expect(book.partOf(id)).toMatch(/./);
			expect(book.partOf(id)).not.toMatch(/WebSocket|handshake|握手|\b101\b/);
		}
	);

	test('what it does not say otherwise is said as ever', () => {
		expect(book.meaningOf('USER-AGENT')).toBe(handshakeBook(text).meaningOf('user-agent'));
	});
});

test('no section of RFC 6455 defines a header of plain HTTP', () => {
	const book = plainHttpBook(en);
	const sections = SENT.flatMap((name) =>
		(['request', 'response'] as const).map((kind) => book.useOf(name, kind)?.section ?? '')
	);
	expect(sections.filter((section) => /^\d/.test(section))).toEqual([]);
});
