import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	firstHeader,
	headersNamed,
	headerValues,
	HttpHeadStream,
	MAX_HEAD_BYTES,
	parseHttpHead,
	type HeadKind,
	type HttpHead
} from './http-head.ts';
import { latin1, latin1Bytes } from '../latin1.ts';

/** The head of a text in which `|` ends each line. */
function read(text: string, kind: HeadKind = 'request'): HttpHead {
	const result = parseHttpHead(latin1Bytes(text.replaceAll('|', '\r\n')), { kind });
	if (result.kind !== 'head') throw new Error(result.kind);
	return result.head;
}

/** Each fault with the bytes it points at. */
function faults(head: HttpHead): [string, string][] {
	return head.violations.map(({ code, bitOffset, bitLength }) => [
		code,
		latin1(head.bytes, bitOffset / 8, (bitOffset + bitLength) / 8)
	]);
}

describe('a request head', () => {
	const head = read(
		'GET /chat?room=1 HTTP/1.1|Host: example.com:80|X-Empty:|upGRADE:\twebsocket  ||'
	);

	it('gives method, target and version', () => {
		expect(head).toMatchObject({
			kind: 'request',
			method: 'GET',
			target: '/chat?room=1',
			version: 'HTTP/1.1',
			isComplete: true,
			violations: []
		});
	});

	it('places the parts of the start line', () => {
		expect(head.startLine).toEqual({
			text: 'GET /chat?room=1 HTTP/1.1',
			start: 0,
			end: 25,
			method: { text: 'GET', start: 0, end: 3 },
			target: { text: '/chat?room=1', start: 4, end: 16 },
			version: { text: 'HTTP/1.1', start: 17, end: 25 }
		});
	});

	it('places name and value of each header', () => {
		expect(head.headers[0]).toEqual({
			name: 'Host',
			value: 'example.com:80',
			nameStart: 27,
			nameEnd: 31,
			valueStart: 33,
			valueEnd: 47,
			lineStart: 27,
			lineEnd: 49
		});
	});

	it('finds headers whatever their case', () => {
		expect(headerValues(head, 'Upgrade')).toEqual(['websocket']);
		expect(firstHeader(head, 'HOST')?.value).toBe('example.com:80');
		expect(firstHeader(head, 'Origin')).toBeNull();
	});

	it('keeps a header without a value', () => {
		expect(headerValues(head, 'x-empty')).toEqual(['']);
	});
});

describe('a response head', () => {
	it.each([
		['HTTP/1.1 101 Switching Protocols||', 101, 'Switching Protocols'],
		['HTTP/1.1 404 ||', 404, ''],
		['HTTP/1.0 200 All  is\twell||', 200, 'All  is\twell']
	])('reads %j', (text, status, reason) => {
		expect(read(text, 'response')).toMatchObject({ status, reason, violations: [] });
	});

	it.each([
		['HTTP/1.1 101||', 'reason-space-missing', '101'],
		['HTTP/1.1  101 OK||', 'start-line-spacing', '  '],
		['HTTP/1.1 20 OK||', 'status-malformed', '20'],
		['HTTP/1.1||', 'status-malformed', ''],
		['ICY 200 OK||', 'http-version-malformed', 'ICY'],
		['http/1.1 200 OK||', 'http-version-malformed', 'http/1.1']
	])('objects to %j: %s', (text, code, bytes) => {
		expect(faults(read(text, 'response'))).toEqual([[code, bytes]]);
	});

	it('owes nobody a status for its faults', () => {
		const [violation] = read('HTTP/1.1 20 OK||', 'response').violations;
		expect(violation).toMatchObject({ section: 'RFC 9112 4', status: null, closeCode: null });
	});

	it('has no status number where there are no three digits', () => {
		expect(read('HTTP/1.1 1O1 Hm||', 'response')).toMatchObject({ status: null });
	});
});

describe('a strict reader objects to', () => {
	it.each([
		['|GET / HTTP/1.1|Host: a||', 'empty-line-before-start', '\r\n'],
		['GET / HTTP/1.1\nHost: a||', 'bare-lf', '\n'],
		['GET / HTTP/1.1|Host: a\n\n', 'bare-lf', '\n', '\n'],
		['GET / HTTP/1.1|Host: a|X: b\rc||', 'bare-cr', '\r'],
		['GET / HTTP/1.1| Indented: 1|Host: a||', 'whitespace-before-headers', ' Indented: 1'],
		['GET  / HTTP/1.1|Host: a||', 'start-line-spacing', '  '],
		['GET /\tHTTP/1.1|Host: a||', 'start-line-spacing', '\t'],
		[' GET / HTTP/1.1|Host: a||', 'start-line-spacing', ' '],
		['GET / HTTP/1.1 |Host: a||', 'start-line-spacing', ' '],
		['G(T / HTTP/1.1|Host: a||', 'method-not-token', 'G(T'],
		['GET HTTP/1.1|Host: a||', 'target-missing', ' '],
		['GET /a b HTTP/1.1|Host: a||', 'target-has-whitespace', '/a b'],
		['GET /a\xe9\x01 HTTP/1.1|Host: a||', 'target-invalid-character', '\xe9\x01'],
		['GET / HTTP/1.10|Host: a||', 'http-version-malformed', 'HTTP/1.10'],
		['GET /|Host: a||', 'http-version-malformed', ''],
		['GET / HTTP/1.1|Host: a|no colon||', 'header-without-colon', 'no colon'],
		['GET / HTTP/1.1|Host: a|: b||', 'header-name-empty', ':'],
		['GET / HTTP/1.1|Host: a|X@Y: b||', 'header-name-not-token', 'X@Y'],
		['GET / HTTP/1.1|Host : a||', 'space-before-colon', ' '],
		['GET / HTTP/1.1|Host: a|X: b|\t c||', 'obs-fold', '\r\n\t '],
		['GET / HTTP/1.1|Host: a|X: \0b||', 'value-control-character', '\0'],
		['GET / HTTP/1.1|Host: a|X: \x1b\x7f||', 'value-control-character', '\x1b\x7f'],
		['GET / HTTP/1.1||', 'host-missing', 'GET / HTTP/1.1'],
		['GET / HTTP/1.1|Host: a|host: b||', 'host-duplicated', 'host: b'],
		['GET / HTTP/1.1|Host: a/b||', 'host-malformed', 'a/b'],
		['GET / HTTP/1.1|Host: a|Content-Length: 1x||', 'content-length-malformed', '1x'],
		['GET / HTTP/1.1|Host: a|Transfer-Encoding: gzip||', 'transfer-encoding-not-chunked', 'gzip']
	])('%j: %s', (text, code, ...bytes) => {
		expect(faults(read(text))).toEqual(bytes.map((each) => [code, each]));
	});

	it('two lengths that differ, and a length beside a coding', () => {
		const both =
			'POST / HTTP/1.1|Host: a|Content-Length: 1|Content-Length: 2|Transfer-Encoding: chunked||';
		expect(faults(read(both))).toEqual([
			['content-length-with-transfer-encoding', 'Content-Length: 1'],
			['content-length-differs', '2'],
			['content-length-with-transfer-encoding', 'Content-Length: 2']
		]);
	});
});

describe('a lenient reader', () => {
	it.each([
		['odd spacing', ' GET \t /  HTTP/1.1 |Host: a||'],
		['bare line feeds', 'GET / HTTP/1.1\nHost: a\n\n'],
		['a space before the colon', 'GET / HTTP/1.1|Host \t: a||'],
		['an empty line before it', '||GET / HTTP/1.1|Host:a||'],
		['a value on the next line', 'GET / HTTP/1.1|Host:| a||']
	])('gets over %s', (_, text) => {
		const head = read(text);
		expect(head).toMatchObject({ method: 'GET', target: '/', version: 'HTTP/1.1' });
		expect(headerValues(head, 'host')).toEqual(['a']);
	});

	it('joins a folded value with spaces, one for each byte', () => {
		const [header] = headersNamed(read('GET / HTTP/1.1|X: a|  b||'), 'x');
		expect(header).toMatchObject({ value: 'a    b', valueStart: 19, valueEnd: 25, lineEnd: 27 });
	});

	it('keeps a line without a colon as a value without a name', () => {
		const [header] = read('GET / HTTP/1.1|Upgrade||').headers;
		expect(header).toMatchObject({ name: '', value: 'Upgrade', nameStart: 16, nameEnd: 16 });
	});

	it('keeps a name as it was sent, stray bytes included', () => {
		expect(read('GET / HTTP/1.1|a\rb: c||').headers[0]).toMatchObject({ name: 'a\rb', value: 'c' });
	});

	it('keeps bytes beyond ASCII as Latin-1', () => {
		expect(headerValues(read('GET / HTTP/1.1|X: caf\xe9 \xff||'), 'x')).toEqual(['caf\xe9 \xff']);
	});

	it('reads a head of HTTP/0.9 without a version', () => {
		expect(read('GET /old||')).toMatchObject({ target: '/old', version: '' });
	});
});

describe('HttpHeadStream', () => {
	const head = latin1Bytes('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
	const push = (stream: HttpHeadStream, ...chunks: Uint8Array[]) =>
		chunks.map((chunk) => stream.push(chunk)).at(-1);

	it('says how many bytes it holds while the head is incomplete', () => {
		const result = parseHttpHead(head.subarray(0, -1), { kind: 'request' });
		expect(result).toEqual({ kind: 'incomplete', length: head.length - 1 });
	});

	it('gives back what follows the head', () => {
		const result = parseHttpHead(new Uint8Array([...head, 0x81, 0]), { kind: 'request' });
		expect(result).toMatchObject({ kind: 'head', length: head.length });
		expect(result.kind === 'head' && [...result.rest]).toEqual([0x81, 0]);
	});

	it('gives back everything that comes after the head', () => {
		const result = push(new HttpHeadStream({ kind: 'request' }), head, latin1Bytes('more'));
		expect(result?.kind === 'head' && latin1(result.rest)).toBe('more');
	});

	it('shows the head as far as it has come', () => {
		const stream = new HttpHeadStream({ kind: 'request' });
		expect(stream.pending).toBeNull();
		stream.push(head.subarray(0, 20));
		expect(stream.pending).toMatchObject({ isComplete: false, target: '/', violations: [] });
	});

	it('finds no fault in a head cut between CR and LF', () => {
		const stream = new HttpHeadStream({ kind: 'request' });
		stream.push(head.subarray(0, 15));
		expect(stream.pending).toMatchObject({ version: 'HTTP/1.1', violations: [] });
	});

	it('does not keep the chunk it was given', () => {
		const chunk = head.slice();
		const result = parseHttpHead(chunk, { kind: 'request' });
		chunk.fill(0);
		expect(result.kind === 'head' && result.head.bytes).toEqual(head);
	});

	it('takes a head of exactly its bound', () => {
		const options = { kind: 'request', maxBytes: head.length } as const;
		expect(parseHttpHead(head, options).kind).toBe('head');
	});

	it('stops at its bound and shows what it read', () => {
		const result = parseHttpHead(head, { kind: 'request', maxBytes: head.length - 1 });
		expect(result).toMatchObject({ kind: 'too-large', length: head.length - 1 });
		if (result.kind !== 'too-large') return;
		expect(result.rest).toHaveLength(1);
		expect(result.head).toMatchObject({ method: 'GET', isComplete: false });
		expect(result.head.violations).toMatchObject([{ code: 'head-too-large', status: 431 }]);
	});

	it('holds no more than its bound of a head that never ends', () => {
		const stream = new HttpHeadStream({ kind: 'request' });
		const line = new Uint8Array(10_000).fill(0x61);
		const results = Array.from({ length: 8 }, () => stream.push(line));
		expect(results.map(({ length }) => length)).toEqual([
			10_000,
			20_000,
			30_000,
			40_000,
			50_000,
			60_000,
			MAX_HEAD_BYTES,
			MAX_HEAD_BYTES
		]);
	});

	it.each([0, -1, 1.5, NaN])('refuses a bound of %d', (maxBytes) => {
		expect(() => new HttpHeadStream({ kind: 'request', maxBytes })).toThrow(/^maxBytes/);
	});
});

describe('whatever arrives', () => {
	const fragment = fc.constantFrom(
		...[
			'GET ',
			'/',
			' HTTP/1.1',
			'HTTP/1.1 101 OK',
			'\r\n',
			'\n',
			'\r',
			' ',
			'\t',
			':',
			'Host',
			'a: b',
			'\0',
			'\xe9'
		]
	);
	const text = fc.oneof(
		fc.array(fragment, { maxLength: 30 }).map((parts) => latin1Bytes(parts.join(''))),
		fc.uint8Array({ maxLength: 80 })
	);
	const kind = fc.constantFrom<HeadKind>('request', 'response');

	it('any cut gives the same result', () => {
		fc.assert(
			fc.property(
				text,
				kind,
				fc.array(fc.nat(80)),
				fc.integer({ min: 1, max: 60 }),
				(bytes, kind, cuts, maxBytes) => {
					const stream = new HttpHeadStream({ kind, maxBytes });
					const ends = [...cuts, bytes.length].filter((cut) => cut <= bytes.length);
					let rest: number[] = [];
					let result = stream.push(new Uint8Array(0));
					let at = 0;
					for (const end of ends.sort((a, b) => a - b)) {
						result = stream.push(bytes.slice(at, end));
						if (result.kind !== 'incomplete') rest = [...rest, ...result.rest];
						at = end;
					}
					const whole = parseHttpHead(bytes, { kind, maxBytes });
					if (whole.kind === 'incomplete' || result.kind === 'incomplete') {
						expect(result).toEqual(whole);
					} else {
						expect({ ...result, rest }).toEqual({ ...whole, rest: [...whole.rest] });
					}
				}
			)
		);
	});

	it('every position lies in the head, and every value has its bytes', () => {
		fc.assert(
			fc.property(text, kind, (bytes, kind) => {
				const stream = new HttpHeadStream({ kind });
				stream.push(bytes);
				const head = stream.pending;
				if (!head) return;
				for (const { name, value, nameStart, nameEnd, valueStart, valueEnd } of head.headers) {
					expect(latin1(head.bytes, nameStart, nameEnd)).toBe(name);
					expect(latin1(head.bytes, valueStart, valueEnd).replace(/[\r\n\0]/g, ' ')).toBe(value);
				}
				for (const { bitOffset, bitLength } of head.violations) {
					expect(bitOffset).toBeGreaterThanOrEqual(0);
					expect(bitOffset + bitLength).toBeLessThanOrEqual(head.bytes.length * 8);
				}
			}),
			{ numRuns: 500 }
		);
	});
});
