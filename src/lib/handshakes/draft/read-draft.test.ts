import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latin1Bytes } from '#lib/protocol/latin1.ts';
import { readHead } from '#lib/protocol/http/read-head.ts';
import { HANDSHAKE_LIMITS } from './handshake-draft.ts';
import { readDraft } from './read-draft.ts';
import { clientDraft, serverDraft } from '../presets/write-head.ts';

const bytesOf = (text: string) => Uint8Array.from(latin1Bytes(text));
const readRequest = (text: string) => readDraft(clientDraft(bytesOf(text)));

describe('the lines of a draft', () => {
	it.each([
		['a start line', 'GET / HTTP/1.1\r\n', ['start crlf']],
		['an empty line before it', '\r\nGET\n', ['blank crlf', 'start lf']],
		['a header', 'GET\r\nHost: a\r\n', ['start crlf', 'header crlf 0']],
		[
			'a folded header',
			'GET\r\nA: b\r\n c\nD: e\r\n',
			['start crlf', 'header crlf 0', 'fold lf 0', 'header crlf 1']
		],
		[
			'a line without a colon',
			'GET\r\nHost\r\nA: b\r\n',
			['start crlf', 'stray crlf 0', 'header crlf 1']
		],
		[
			'a folded line with nothing to go on with',
			'GET\r\n A: b\r\nC: d\r\n',
			['start crlf', 'stray crlf', 'header crlf 0']
		],
		['a line that has no end', 'GET\r\nHost: a', ['start crlf', 'header none 0']],
		['a line that stops after its CR', 'GET\r\nHost: a\r', ['start crlf', 'header cr 0']],
		[
			'a CR inside a line, which ends nothing',
			'GET\r\nA: b\rC: d\r\n',
			['start crlf', 'header crlf 0']
		],
		['nothing behind the blank line', 'GET\r\n\r\nA: b\r\n', ['start crlf', 'blank crlf']],
		['no line at all', '', []]
	])('%s', (_, text, expected) => {
		const { lines } = readRequest(text);
		const told = lines.map(({ kind, ending, header }) =>
			[kind, ending, header].filter((part) => part !== null).join(' ')
		);
		expect(told).toEqual(expected);
	});

	it('cover the head, each byte once, and belong to the headers that a reader finds', () => {
		const part = fc.constantFrom(
			'A: b',
			'C',
			' d',
			'\t',
			'\r',
			'\n',
			'\r\n',
			':',
			'',
			'GET / HTTP/1.1'
		);
		fc.assert(
			fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
				const { lines, head, headLength } = readRequest(parts.join(''));
				expect(lines.map(({ start }) => start)).toEqual(
					[0, ...lines.map(({ next }) => next)].slice(0, -1)
				);
				expect(lines.at(-1)?.next ?? 0).toBe(headLength);
				const owners = lines.flatMap(({ header }) => header ?? []);
				expect([...new Set(owners)]).toEqual([...head.headers.keys()]);
				for (const { header, start, next } of lines) {
					const owner = header === null ? null : head.headers[header];
					if (owner) expect(start >= owner.lineStart && next <= owner.lineEnd).toBe(true);
				}
			}),
			{ numRuns: 1000 }
		);
	});

	it('are told up to a bound, the head is read whole', () => {
		const { lines, hasMoreLines, head } = readRequest(
			`GET / HTTP/1.1\r\n${'A: b\r\n'.repeat(600)}\r\n`
		);
		expect(lines).toHaveLength(HANDSHAKE_LIMITS.lines);
		expect(hasMoreLines).toBe(true);
		expect(head.headers).toHaveLength(600);
	});
});

describe('the reading of a draft', () => {
	it('parts the head from what follows it', () => {
		const { rest, headLength, isComplete } = readRequest('GET / HTTP/1.1\r\n\r\nmore');
		expect({ headLength, isComplete }).toEqual({ headLength: 18, isComplete: true });
		expect(rest).toEqual(bytesOf('more'));
	});

	it('of any bytes never throws', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, isClient) => {
				const draft = (isClient ? clientDraft : serverDraft)(Uint8Array.from(bytes));
				const { headLength, rest } = readDraft(draft);
				expect(headLength + rest.length).toBe(bytes.length);
			})
		);
	});

	it('of a draft beyond all bounds looks at the first of it', () => {
		const { head } = readDraft(clientDraft(new Uint8Array(2 ** 20).fill(0x61)));
		expect(head.bytes).toHaveLength(HANDSHAKE_LIMITS.draftBytes);
	});
});

describe('a response whose Accept is still to come', () => {
	const response = (accept: string, more = '') =>
		bytesOf(
			`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n${more}\r\n`
		);
	const request = readHead(
		'request',
		bytesOf('GET / HTTP/1.1\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n')
	);

	it.each([
		['{accept}', true],
		['{accept}=', false],
		['s3pPLMBiTxaQ9kYGzzhZRbK+xOo=', false]
	])('%s is the one due: %s', (accept, isDue) => {
		const { verdict } = readDraft(serverDraft(response(accept)));
		expect(verdict.isAccepted).toBe(isDue);
		expect(verdict).toMatchObject({ key: null, expectedAccept: null });
	});

	it.each([
		['{accept}', true],
		['s3pPLMBiTxaQ9kYGzzhZRbK+xOo=', true],
		['ZUip34t+bCjhkvxxwhmdEOyx9hE=', false]
	])('%s answers a known key: %s', (accept, isDue) => {
		const { verdict } = readDraft(serverDraft(response(accept)), request);
		expect(verdict.isAccepted).toBe(isDue);
		expect(verdict.expectedAccept).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
	});

	it('is read where it stands in the draft', () => {
		const bytes = response('{accept}', 'Upgrade: h2c\r\n');
		const { head, verdict } = readDraft(serverDraft(bytes));
		const accept = head.headers.find(({ name }) => name === 'Sec-WebSocket-Accept');
		expect(accept?.value).toBe('{accept}');
		const [fault] = verdict.violations;
		const at = (fault?.bitOffset ?? 0) / 8;
		expect(latin1Bytes('h2c')).toEqual(bytes.slice(at, at + 3));
	});

	it('may choose from the subprotocols that the page is to offer', () => {
		const bytes = response('{accept}', 'Sec-WebSocket-Protocol: chat\r\n');
		const codes = (protocols: string[]) =>
			readDraft(serverDraft(bytes, { protocols })).verdict.violations.map(({ code }) => code);
		expect(codes(['superchat', 'chat'])).toEqual([]);
		expect(codes(['superchat', 'not a token'])).toEqual(['subprotocol-not-offered']);
	});
});
