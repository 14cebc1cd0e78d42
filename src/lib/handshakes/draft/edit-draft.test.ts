import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latin1, latin1Bytes } from '#lib/protocol/latin1.ts';
import { headerParts, startParts } from './draft-parts.ts';
import { readText } from './draft-text.ts';
import {
	addBlankLine,
	changeCase,
	duplicateLine,
	insertHeader,
	moveLine,
	removeBlankLine,
	removeLine,
	setEnding,
	setHeader,
	setRest,
	setStartPart
} from './edit-draft.ts';
import type { HandshakeDraft } from './handshake-draft.ts';
import { clientDraft, serverDraft } from '../presets/write-head.ts';
import { readDraft } from './read-draft.ts';

const bytesOf = (text: string) => Uint8Array.from(latin1Bytes(text));
const textOf = ({ bytes }: HandshakeDraft) => latin1(bytes);
const client = (text: string) => clientDraft(bytesOf(text));
const server = (text: string) => serverDraft(bytesOf(text));

/** LF here and there, spacing, a folded header, bytes that follow. */
const ODD = 'GET /a HTTP/1.1\nHost : a \r\nB:c\n d\r\n\r\n\x81\x00';

describe('a part of the start line', () => {
	it.each([
		['method', 'POST', 'GET /a HTTP/1.1', 'POST /a HTTP/1.1'],
		['target', '/b c', 'GET /a HTTP/1.1', 'GET /b c HTTP/1.1'],
		['target', '', 'GET /a HTTP/1.1', 'GET  HTTP/1.1'],
		['target', '/b', 'GET  HTTP/1.1', 'GET /b HTTP/1.1'],
		['target', '/b', 'GET HTTP/1.1', 'GET /b HTTP/1.1'],
		['target', '/b', 'GET', 'GET /b'],
		['version', 'HTTP/1.0', 'GET /a', 'GET /a HTTP/1.0'],
		['version', 'HTTP/1.0', 'GET', 'GET  HTTP/1.0'],
		['version', 'HTTP/1.0', 'GET  /a  HTTP/1.1', 'GET  /a  HTTP/1.0'],
		['method', 'GET', ' /a HTTP/1.1', 'GET /a HTTP/1.1'],
		['method', 'GET', '', 'GET']
	] as const)('%s becomes %j in %j', (part, text, before, after) => {
		expect(textOf(setStartPart(client(before), part, text))).toBe(after);
	});

	it.each([
		['status', '200', 'HTTP/1.1 101 Switching Protocols', 'HTTP/1.1 200 Switching Protocols'],
		['reason', 'No', 'HTTP/1.1 101 Switching Protocols', 'HTTP/1.1 101 No'],
		['reason', 'No', 'HTTP/1.1 101', 'HTTP/1.1 101 No'],
		['reason', 'No', 'HTTP/1.1', 'HTTP/1.1  No'],
		['version', 'HTTP/1.0', 'HTTP/1.1 101 ', 'HTTP/1.0 101 ']
	] as const)('%s becomes %j in the response %j', (part, text, before, after) => {
		expect(textOf(setStartPart(server(before), part, text))).toBe(after);
	});

	it('of the other side changes nothing', () => {
		const draft = client(ODD);
		expect(setStartPart(draft, 'status', '200')).toBe(draft);
	});

	it('is put back by what is shown of it', () => {
		const line = fc.string({ unit: fc.constantFrom(...'GE /a\tHT\\\r\x01\xff'), maxLength: 12 });
		fc.assert(
			fc.property(line, fc.boolean(), (text, isClient) => {
				const draft = (isClient ? client : server)(`${text}\r\n`);
				const parts = startParts(draft);
				if (!parts) return;
				const { kind, ...texts } = parts;
				expect(kind).toBe(isClient ? 'request' : 'response');
				for (const [part, shown] of Object.entries(texts)) {
					if (shown === '') continue;
					expect(textOf(setStartPart(draft, part as 'version', shown))).toBe(textOf(draft));
				}
			})
		);
	});
});

describe('a header', () => {
	it.each([
		[{ name: 'X' }, 'X : a '],
		[{ value: 'b c' }, 'Host : b c '],
		[{ beforeColon: '' }, 'Host: a '],
		[{ afterColon: '\\t' }, 'Host :\ta '],
		[{ trailing: '' }, 'Host : a'],
		[{ value: 'a\\r\\nB: c' }, 'Host : a\r\nB: c '],
		[{ value: '\\x00' }, 'Host : \0 '],
		[{ value: '你' }, 'Host : \xe4\xbd\xa0 ']
	])('with %j is written so, and nothing else changes', (parts, line) => {
		expect(textOf(setHeader(client(ODD), 1, parts))).toBe(ODD.replace('Host : a ', line));
	});

	it('that is folded keeps the line that goes on', () => {
		expect(textOf(setHeader(client(ODD), 2, { value: 'x' }))).toBe(ODD.replace('B:c', 'B:x'));
		expect(textOf(setHeader(client(ODD), 3, { value: 'x' }))).toBe(ODD.replace(' d', ' x'));
	});

	it('without a colon gets one with its value, not with its name', () => {
		const draft = client('GET\r\nHost\r\n');
		expect(textOf(setHeader(draft, 1, { name: 'A' }))).toBe('GET\r\nA\r\n');
		expect(textOf(setHeader(draft, 1, { afterColon: ' ', value: 'a' }))).toBe('GET\r\nHost: a\r\n');
	});

	it.each([
		['a start line', 0, { value: 'a' }],
		['a line that is not there', 9, { value: 'a' }],
		['half an escape', 1, { value: '\\x' }]
	])('changes nothing for %s', (_, line, parts) => {
		const draft = client(ODD);
		expect(setHeader(draft, line, parts)).toBe(draft);
	});

	it('is, part by part, its line', () => {
		const line = fc.string({ unit: fc.constantFrom(...'aB: \t\\\r\0\xe9'), maxLength: 12 });
		fc.assert(
			fc.property(line, line, (first, second) => {
				const draft = client(`GET\r\nX: y\r\n${first}\r\n${second}\n`);
				for (const { index, start, end } of readDraft(draft).lines) {
					const parts = headerParts(draft, index);
					if (!parts) continue;
					const read = readText(Object.values(parts).join(''));
					expect(read).toEqual({ ok: true, bytes: draft.bytes.slice(start, end) });
					const { colon, ...texts } = parts;
					if (colon === ':') expect(textOf(setHeader(draft, index, texts))).toBe(textOf(draft));
				}
			}),
			{ numRuns: 500 }
		);
	});

	it.each([
		['lower', 'sec-websocket-key'],
		['upper', 'SEC-WEBSOCKET-KEY'],
		['canonical', 'Sec-WebSocket-Key']
	] as const)('has its name in %s case', (to, name) => {
		const draft = client('GET\r\nsEC-websocket-KEY: aB\r\n');
		expect(textOf(changeCase(draft, 1, to))).toBe(`GET\r\n${name}: aB\r\n`);
	});

	it('that nobody knows begins its words with capitals', () => {
		expect(textOf(changeCase(client('GET\r\nX-my_oWN: a\r\n'), 1, 'canonical'))).toBe(
			'GET\r\nX-My_own: a\r\n'
		);
	});
});

describe('a line', () => {
	const B = 'B:c\n d\r\n';

	it.each([
		['removed', removeLine(client(ODD), 1), ODD.replace('Host : a \r\n', '')],
		['removed with its folded lines', removeLine(client(ODD), 2), ODD.replace(B, '')],
		['doubled', duplicateLine(client(ODD), 2), ODD.replace(B, B + B)],
		[
			'moved up',
			moveLine(client(ODD), 2, 1),
			ODD.replace(`Host : a \r\n${B}`, `${B}Host : a \r\n`)
		],
		[
			'moved down',
			moveLine(client(ODD), 1, 3),
			ODD.replace(`Host : a \r\n${B}`, `${B}Host : a \r\n`)
		],
		[
			'put before another',
			insertHeader(client(ODD), 1, 'X', 'y'),
			ODD.replace('Host', 'X: y\nHost')
		],
		['put at the end', insertHeader(client('GET\r\nA: b'), 9, 'X', 'y'), 'GET\r\nA: b\r\nX: y\r\n'],
		['doubled where it has no end', duplicateLine(client('GET\r\nA: b'), 1), 'GET\r\nA: b\r\nA: b'],
		[
			'moved where the last has no end',
			moveLine(client('GET\r\nA: b\r\nC: d'), 2, 1),
			'GET\r\nC: d\r\nA: b'
		],
		['ended otherwise', setEnding(client(ODD), 1, 'lf'), ODD.replace(' \r\n', ' \n')],
		['joined with the next', setEnding(client(ODD), 1, 'cr'), ODD.replace(' \r\n', ' \r')]
	])('is %s', (_, draft, expected) => {
		expect(textOf(draft)).toBe(expected);
	});

	it('is ended like all others', () => {
		expect(textOf(setEnding(client(ODD), 'all', 'lf'))).toBe(ODD.replaceAll('\r\n', '\n'));
	});

	it.each([
		['remove', (draft: HandshakeDraft) => removeLine(draft, 9)],
		['double', (draft: HandshakeDraft) => duplicateLine(draft, -1)],
		['move', (draft: HandshakeDraft) => moveLine(draft, 9, 0)],
		['end', (draft: HandshakeDraft) => setEnding(draft, 9, 'lf')]
	])('that is not there changes nothing: %s', (_, edit) => {
		const draft = client(ODD);
		expect(edit(draft)).toBe(draft);
	});

	it('may be moved anywhere: the bytes stay the same ones', () => {
		const line = fc.constantFrom('A: b\r\n', 'C\n', ' d\r\n', 'E:\r\n');
		const ending = fc.constantFrom('', '\r\n', '\r\n\x81\x00', 'F: g', '\r');
		fc.assert(
			fc.property(fc.array(line), ending, fc.nat(8), fc.nat(8), (lines, end, from, to) => {
				const draft = client(`GET\r\n${lines.join('')}${end}`);
				const moved = moveLine(draft, from, to);
				const sorted = ({ bytes }: HandshakeDraft) => bytes.slice().sort();
				expect(sorted(moved)).toEqual(sorted(draft));
			})
		);
	});
});

describe('the end of the head', () => {
	it('is taken away, and what followed becomes part of it', () => {
		expect(textOf(removeBlankLine(client(ODD)))).toBe(ODD.replace('\r\n\r\n', '\r\n'));
	});

	it.each([
		['GET\r\nA: b\r\n', 'GET\r\nA: b\r\n\r\n'],
		['GET\nA: b', 'GET\nA: b\n\n'],
		['GET\r\nA: b\r', 'GET\r\nA: b\r\n\r\n'],
		['GET\r\n\r', 'GET\r\n\r\n'],
		['', '\r\n']
	])('is added to %j', (before, after) => {
		expect(textOf(addBlankLine(client(before)))).toBe(after);
	});

	it('is there once', () => {
		const draft = client(ODD);
		expect(addBlankLine(draft)).toBe(draft);
		const open = client('GET\r\n');
		expect(removeBlankLine(open)).toBe(open);
	});

	it('is followed by what is said', () => {
		expect(textOf(setRest(client(ODD), bytesOf('new')))).toBe(ODD.replace('\x81\0', 'new'));
	});
});
