import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyFraming, HttpBodyStream } from './http-body.ts';
import { parseHttpHead } from './http-head.ts';
import { latin1Bytes } from '../latin1.ts';

function framing(lines: string, method?: string) {
	const kind = lines.startsWith('HTTP/') ? 'response' : 'request';
	const result = parseHttpHead(latin1Bytes(`${lines.replaceAll('|', '\r\n')}\r\n\r\n`), { kind });
	if (result.kind !== 'head') throw new Error(result.kind);
	return bodyFraming(result.head, method);
}

describe('bodyFraming', () => {
	it.each([
		['GET / HTTP/1.1', undefined, { kind: 'none' }],
		['POST / HTTP/1.1|Content-Length: 5', undefined, { kind: 'length', length: 5 }],
		[
			'POST / HTTP/1.1|Content-Length: 5|Content-Length: 5',
			undefined,
			{ kind: 'length', length: 5 }
		],
		['POST / HTTP/1.1|Content-Length: 5|Content-Length: 6', undefined, { kind: 'until-close' }],
		['POST / HTTP/1.1|Content-Length: -1', undefined, { kind: 'until-close' }],
		['POST / HTTP/1.1|Transfer-Encoding: gzip, Chunked', undefined, { kind: 'chunked' }],
		[
			'POST / HTTP/1.1|Transfer-Encoding: chunked|Content-Length: 5',
			undefined,
			{ kind: 'chunked' }
		],
		['POST / HTTP/1.1|Transfer-Encoding: gzip', undefined, { kind: 'until-close' }],
		['HTTP/1.1 200 OK', 'GET', { kind: 'until-close' }],
		['HTTP/1.1 200 OK|Content-Length: 5', 'GET', { kind: 'length', length: 5 }],
		['HTTP/1.1 200 OK|Content-Length: 5', 'HEAD', { kind: 'none' }],
		['HTTP/1.1 200 OK', 'CONNECT', { kind: 'switched' }],
		['HTTP/1.1 403 No|Content-Length: 5', 'CONNECT', { kind: 'length', length: 5 }],
		['HTTP/1.1 101 Switching Protocols', 'GET', { kind: 'switched' }],
		['HTTP/1.1 100 Continue', 'POST', { kind: 'none' }],
		['HTTP/1.1 204 No Content|Content-Length: 5', 'GET', { kind: 'none' }],
		['HTTP/1.1 304 Not Modified|Content-Length: 5', 'GET', { kind: 'none' }]
	])('%j to %s: %j', (lines, method, expected) => {
		expect(framing(lines, method)).toEqual(expected);
	});
});

describe('HttpBodyStream', () => {
	it.each([
		[{ kind: 'none' }, 'GET', 0, true],
		[{ kind: 'switched' }, '\x81\0', 0, true],
		[{ kind: 'length', length: 3 }, 'abcGET', 3, true],
		[{ kind: 'length', length: 9 }, 'abc', 3, false],
		[{ kind: 'until-close' }, 'abc', 3, false],
		[{ kind: 'chunked' }, '3\r\nabc\r\n0\r\n\r\nGET', 13, true],
		[{ kind: 'chunked' }, 'A;x="y"\r\n0123456789\r\n00\r\nTrailer: 1\r\n\r\nGET', 39, true],
		[{ kind: 'chunked' }, '1\nz\n0\n\nGET', 7, true],
		[{ kind: 'chunked' }, '5\r\nabc', 6, false],
		[{ kind: 'chunked' }, '0\r\n', 3, false]
	] as const)('%j takes of %j %i bytes, ended: %s', (framing, text, length, isComplete) => {
		const stream = new HttpBodyStream(framing);
		expect(stream.push(latin1Bytes(text))).toEqual({ length, isComplete });
		expect(stream.violations).toEqual([]);
	});

	it.each([
		['x\r\n', 2],
		['-1\r\n', 3],
		['3\r\nabcd\r\n', 8],
		['\r\n', 1]
	])('cannot find the end after %j, and says where', (text, byte) => {
		const stream = new HttpBodyStream({ kind: 'chunked' });
		stream.push(latin1Bytes(`${text}0\r\n\r\n`));
		expect(stream.isComplete).toBe(false);
		expect(stream.violations).toMatchObject([{ code: 'chunk-malformed', bitOffset: byte * 8 }]);
	});

	it('gives up on a size line without end', () => {
		const stream = new HttpBodyStream({ kind: 'chunked' });
		stream.push(new Uint8Array(100_000).fill(0x30));
		expect(stream.violations).toHaveLength(1);
	});

	it('ends at the same byte in any cut', () => {
		const piece = fc.constantFrom(
			'3\r\nabc\r\n',
			'0\r\n\r\n',
			'1;e\r\n\n\r\n',
			'x',
			'\r\n',
			'0\r\nT: 1\r\n\r\n'
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 6 }), fc.array(fc.nat(40)), (pieces, cuts) => {
				const bytes = latin1Bytes(pieces.join(''));
				const whole = new HttpBodyStream({ kind: 'chunked' });
				const { length } = whole.push(bytes);
				const cut = new HttpBodyStream({ kind: 'chunked' });
				const ends = [...cuts.filter((at) => at < bytes.length), bytes.length].sort(
					(a, b) => a - b
				);
				let at = 0;
				let taken = 0;
				for (const end of ends) {
					taken += cut.push(bytes.subarray(at, end)).length;
					at = end;
				}
				expect([taken, cut.isComplete]).toEqual([length, whole.isComplete]);
				expect(cut.violations).toEqual(whole.violations);
			})
		);
	});
});
